// Makes the certificate of a proposal that has been found: not by watching the searches, but with
// a proof of its own that knows what it has to reach.
//
// Each part is proven alone; where the cap over all parts binds, their curves are, lazily as in
// proposal_job.h. A part too large for a tree has the bound of its linear programme: then the
// certificate proves less than the proposal says, and says so itself.
#pragma once

#include <cstddef>
#include <optional>

#include "model/plan.h"
#include "propose/certificate/certificate.h"
#include "propose/model/question.h"
#include "propose/proposal.h"
#include "simulate/timeline.h"

namespace cadre::propose {

// A tree is given up after so many pivots of the simplex method.
inline constexpr std::size_t kProofEffort = 400'000;

// Nothing where there is no proposal to prove, too much to solve, or something asked for that the
// command line cannot ask for. REQUIRES: the proposal is the answer to the question, see propose().
[[nodiscard]] std::optional<Certificate> makeCertificate(
    const Plan& plan, const Scenario& scenario, const Timeline& timeline, std::size_t round,
    const Question& question, const Proposal& proposal, std::size_t effort = kProofEffort);

}  // namespace cadre::propose
