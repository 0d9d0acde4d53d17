// Strict UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cadre::text {

struct Decoded {
  char32_t code = 0;
  std::size_t length = 1;  // bytes to skip, also for an invalid one
  bool valid = false;
};

// The first character of `utf8`. REQUIRES: not empty.
[[nodiscard]] Decoded decodeFirst(std::string_view utf8);

// Whether a byte is a continuation byte.
[[nodiscard]] constexpr bool continuesCharacter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// Index of the first byte that is not UTF-8; npos if there is none.
[[nodiscard]] std::size_t findInvalid(std::string_view utf8);

void appendUtf8(std::string& out, char32_t code);

// The text with each byte that is not UTF-8 replaced by U+FFFD.
[[nodiscard]] std::string repaired(std::string_view text);

// The longest prefix of at most `bytes` bytes that ends at a character boundary.
[[nodiscard]] std::string_view truncated(std::string_view utf8, std::size_t bytes);

}  // namespace cadre::text
