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

// What is said besides the proposal itself.
struct ProposalNotes {
  propose::Obstacle obstacle = propose::Obstacle::kNone;
  // Why a shortfall stays; null: not asked for.
  const std::vector<propose::Reason>* why_not = nullptr;
  // What the figures are made of, with the round that has the proposal in it; null: not asked for.
  const propose::Books* books = nullptr;
  const Round* proposed = nullptr;
  // Moves that stand and that the proposal does not have, as places in the round, with what each
  // gains where that was asked for.
  std::vector<propose::Drop> drops;
};

// `seconds` is how long it took, the only figure that differs from run to run. Ends in a newline.
[[nodiscard]] std::string proposalJson(const Plan& plan, const Round& round,
                                       const propose::Proposal& proposal,
                                       const ProposalNotes& notes, double seconds);

// The proof in a sentence, then one line for each move, then the notes.
[[nodiscard]] std::string proposalText(const Plan& plan, const Round& round,
                                       const propose::Proposal& proposal,
                                       const ProposalNotes& notes, text::Language language);

// Why nothing can move, in a sentence. REQUIRES: something is in the way.
[[nodiscard]] text::Str sentenceOf(propose::Obstacle obstacle);

}  // namespace cadre::report
