// Encrypts and decrypts the container of plan_io/encrypted_plan.h with a password.
//
// Compatible with web/crypto.mjs; the format is described in docs/encrypted-plan.md. Pure: random
// numbers come from the caller. Keys are erased before a function returns.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/error.h"
#include "plan_io/encrypted_plan.h"

namespace cadre::crypto {

// Must be new for every file: reusing a nonce with the same key reveals the content.
struct LockNumbers {
  std::array<char, plan_io::kSaltSize> salt{};
  std::array<char, plan_io::kNonceSize> nonce{};
};

// An error of code kBadValue when the password is empty or not UTF-8, kTooLarge when the plan
// exceeds the size limit.
[[nodiscard]] Expected<std::string> lockPlan(std::string_view plan_json, std::string_view password,
                                             const LockNumbers& numbers,
                                             std::uint32_t iterations = plan_io::kIterations);

// The text of the plan. Error codes: kUsage for a wrong password, kSyntax for a damaged or altered
// file. Non-default bounds are for tests. REQUIRES: isEncryptedPlan(bytes).
[[nodiscard]] Expected<std::string> unlockPlan(std::string_view bytes, std::string_view password,
                                               const plan_io::IterationBounds& bounds = {});

// Overwrites a secret in memory and empties the string.
void wipe(std::string& secret);

}  // namespace cadre::crypto
