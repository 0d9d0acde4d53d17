// A proposal as JSON, in the shape of the optimiser's contract, and as lines of text.
#pragma once

#include <string>

#include "model/plan.h"
#include "propose/proposal.h"
#include "text/strings.h"

namespace cadre::report {

// `seconds` is how long it took, the only figure that differs from run to run. Ends in a newline.
[[nodiscard]] std::string proposalJson(const Plan& plan, const propose::Proposal& proposal,
                                       double seconds);

// The proof in a sentence, then one line for each move.
[[nodiscard]] std::string proposalText(const Plan& plan, const Round& round,
                                       const propose::Proposal& proposal, text::Language language);

}  // namespace cadre::report
