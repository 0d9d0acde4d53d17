// The container of a plan with a password, without the cryptography: docs/encrypted-plan.md is the
// contract, src/crypto and web/crypto.mjs fill it and open it.
//
// Reading is total and costs no more than the size of the file: what comes out has been checked for
// damage (its check sum) and for numbers that would keep a computer busy for hours.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/error.h"
#include "shared/numbers.h"

namespace cadre::plan_io {

// The ending of such files.
inline constexpr std::string_view kEncryptedEnding = ".cadre";

using shared::locked_file::kIterations;
using shared::locked_file::kKeyCheckSize;
using shared::locked_file::kNonceSize;
using shared::locked_file::kSaltSize;
using shared::locked_file::kTagSize;

// What is read.
struct IterationBounds {
  std::uint32_t least = shared::locked_file::kLeastIterations;
  std::uint32_t most = shared::locked_file::kMostIterations;
};

struct EncryptedHeader {
  std::uint32_t iterations = kIterations;
  std::string salt;       // kSaltSize
  std::string nonce;      // kNonceSize
  std::string key_check;  // kKeyCheckSize; tells a wrong password from a damaged file
};

// Views point into the bytes that were read.
struct EncryptedPlan {
  EncryptedHeader header;
  std::string_view authenticated;  // the header's bytes: what the tag covers besides the content
  std::string_view content;        // as long as the plan's text
  std::string_view tag;
};

// Whether the bytes begin as such a file does, damaged or not.
[[nodiscard]] bool isEncryptedPlan(std::string_view bytes);

// Whether the name has the ending, in small letters or capitals.
[[nodiscard]] bool isEncryptedName(std::string_view file_name);

// REQUIRES: isEncryptedPlan(bytes).
[[nodiscard]] Expected<EncryptedPlan> readEncrypted(std::string_view bytes,
                                                    const IterationBounds& bounds = {});

// The header's bytes, for content of that size. REQUIRES: sizes as named above.
[[nodiscard]] std::string encryptedHeader(const EncryptedHeader& header, std::size_t content_size);

// The whole file. REQUIRES: `authenticated` is an encryptedHeader for this content.
[[nodiscard]] std::string encryptedFile(std::string_view authenticated, std::string_view content,
                                        std::string_view tag);

}  // namespace cadre::plan_io
