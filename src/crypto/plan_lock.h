// Locks and opens the container of plan_io/encrypted_plan.h with a password.
//
// The same files as web/crypto.mjs makes and reads; docs/encrypted-plan.md says how. Pure: random
// numbers come from the caller. Keys are wiped before a function returns.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/error.h"
#include "plan_io/encrypted_plan.h"

namespace cadre::crypto {

// Fresh for every file: a nonce that is used twice with a key gives the content away.
struct LockNumbers {
  std::array<char, plan_io::kSaltSize> salt{};
  std::array<char, plan_io::kNonceSize> nonce{};
};

// An error of code kBadValue when the password is empty or no UTF-8, kTooLarge when the plan is
// longer than a plan may be.
[[nodiscard]] Expected<std::string> lockPlan(std::string_view plan_json, std::string_view password,
                                             const LockNumbers& numbers,
                                             std::uint32_t iterations = plan_io::kIterations);

// The text of the plan. A wrong password has code kUsage; a file that was damaged or altered
// kSyntax. Bounds other than the usual
// ones are for tests. REQUIRES: isEncryptedPlan(bytes).
[[nodiscard]] Expected<std::string> unlockPlan(std::string_view bytes, std::string_view password,
                                               const plan_io::IterationBounds& bounds = {});

// Overwrites a text that nobody shall find in memory, and empties it.
void wipe(std::string& secret);

}  // namespace cadre::crypto
