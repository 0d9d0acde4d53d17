// The proofs of cadre-plan: written with a proposal, and checked.
#pragma once

#include <optional>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "model/plan.h"
#include "propose/certificate/certificate.h"
#include "propose/proposal.h"

namespace cadre::cli {

// Writes it to arguments.certificate; `outcome` says where it proves less than the proposal says,
// or where there is none. REQUIRES: arguments.certificate.
[[nodiscard]] Expected<void> writeCertificate(
    const std::optional<propose::Certificate>& certificate, const propose::Proposal& proposal,
    const Arguments& arguments, Outcome& outcome);

// What `verify` says. REQUIRES: arguments.certificate.
[[nodiscard]] Outcome verifyOne(const Plan& plan, const Arguments& arguments);

}  // namespace cadre::cli
