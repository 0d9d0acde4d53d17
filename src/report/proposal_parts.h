// Parts shared by the output of proposals, frontiers and roadmaps, as JSON and as text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/message.h"
#include "json/writer.h"
#include "model/plan.h"
#include "propose/books.h"
#include "propose/model/objective.h"
#include "propose/proposal.h"
#include "text/strings.h"

namespace cadre::report {

// "optimal", "feasible", "infeasible".
[[nodiscard]] std::string_view nameOf(propose::Status status);

// Includes dropped standing moves if the question asked for calm.
void writeObjective(JsonWriter& out, std::string_view name, const propose::Objective& objective,
                    bool is_calm = false);
// The key of a post; null for none.
void writePost(JsonWriter& out, std::string_view name, const Plan& plan, PostId post);
// The key of a unit; null for none.
void writeUnit(JsonWriter& out, std::string_view name, const Plan& plan, UnitId unit);
// One per line, with cadre, from, to and cost, and with the parts of the cost if the books are
// given.
void writeMoves(JsonWriter& out, const Plan& plan, const std::vector<propose::ProposedMove>& moves,
                const Round* round = nullptr, const propose::Books* books = nullptr);
// The cells, vacancies, pairs of relatives and units that contribute to the objective besides the
// moves.
void writeBooks(JsonWriter& out, const Plan& plan, const propose::Books& books);
// To the microsecond.
void writeSeconds(JsonWriter& out, double seconds);

// The name of a part's unit; for none, the text for the whole plan.
[[nodiscard]] MessageValue nameOfUnit(const Plan& plan, UnitId unit);
[[nodiscard]] std::string objectiveText(const propose::Objective& objective,
                                        text::Language language);
// The proof in a sentence; ends in a newline.
// "còn thiếu −2, chi phí −35": by how much a figure changes for the better or worse where `gain` is
// what it is better by; that nothing changes by itself where all are 0.
[[nodiscard]] std::string gainText(const propose::Objective& gain, text::Language language);
[[nodiscard]] std::string proofLine(propose::Status status, const propose::Objective& objective,
                                    const propose::Objective& bound, text::Language language);
// One move on a line of its own; ends with a newline.
[[nodiscard]] std::string moveLine(const Plan& plan, const propose::ProposedMove& move,
                                   text::Language language);

}  // namespace cadre::report
