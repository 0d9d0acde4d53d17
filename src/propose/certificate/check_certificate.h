// Holds a certificate against the plan that it is about: that the moves are possible and worth what
// is claimed, and that nothing is better than the bound. Trusts nothing but the plan: branchings
// and multipliers are computed anew in whole numbers.
//
// Whoever trusts this program no more than its searches takes tools/verify_proposal.mjs, which
// reads the plan for itself.
#pragma once

#include <expected>

#include "core/message.h"
#include "model/plan.h"
#include "propose/certificate/certificate.h"

namespace cadre::propose {

// Why it proves nothing, where it does not.
[[nodiscard]] std::expected<void, Message> checkCertificate(const Plan& plan,
                                                            const Certificate& certificate);

}  // namespace cadre::propose
