// UTF-8, strictly: no overlong forms, no surrogates, nothing beyond U+10FFFF.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cadre::text {

struct Decoded {
  char32_t code = 0;
  std::size_t length = 1;  // bytes to skip, also over an invalid one
  bool valid = false;
};

// The first character of `utf8`. REQUIRES: not empty.
[[nodiscard]] Decoded decodeFirst(std::string_view utf8);

// Whether a byte is not the first one of its character.
[[nodiscard]] constexpr bool continuesCharacter(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// Place of the first byte that is not UTF-8; npos when all is well.
[[nodiscard]] std::size_t findInvalid(std::string_view utf8);

void appendUtf8(std::string& out, char32_t code);

// The text with U+FFFD in place of each byte that is not UTF-8.
[[nodiscard]] std::string repaired(std::string_view text);

// The longest beginning of at most `bytes` bytes that ends between characters.
[[nodiscard]] std::string_view truncated(std::string_view utf8, std::size_t bytes);

}  // namespace cadre::text
