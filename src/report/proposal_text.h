// A proposal as JSON, in the shape of the optimiser's contract, and as lines of text.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/plan.h"
#include "propose/books.h"
#include "propose/drops.h"
#include "propose/proposal.h"
#include "propose/why_not/obstacle.h"
#include "propose/why_not/why_not.h"
#include "text/strings.h"

namespace cadre::report {

// Additional output besides the proposal itself.
struct ProposalNotes {
  propose::Obstacle obstacle = propose::Obstacle::kNone;
  // why a shortfall remains; null: not requested
  const std::vector<propose::Reason>* why_not = nullptr;
  // The itemised account, with the round that contains the proposal; null: not requested.
  const propose::Books* books = nullptr;
  const Round* proposed = nullptr;
  // Moves that stand and that the proposal does not have, as places in the round, with what each
  // gains where that was asked for.
  std::vector<propose::Drop> drops;
};

// `seconds` is the running time, the only figure that differs between runs. Ends with a newline.
[[nodiscard]] std::string proposalJson(const Plan& plan, const Round& round,
                                       const propose::Proposal& proposal,
                                       const ProposalNotes& notes, double seconds);

// The proof as a sentence, then one line per move, then the notes.
[[nodiscard]] std::string proposalText(const Plan& plan, const Round& round,
                                       const propose::Proposal& proposal,
                                       const ProposalNotes& notes, text::Language language);

// Why nothing can move, as a sentence. REQUIRES: there is an obstacle.
[[nodiscard]] text::Str sentenceOf(propose::Obstacle obstacle);

}  // namespace cadre::report
