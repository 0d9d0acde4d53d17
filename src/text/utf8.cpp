#include "text/utf8.h"

#include <cstdint>

namespace cadre::text {

Decoded decodeFirst(std::string_view utf8) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(utf8[i]); };
  const std::uint8_t first = byte(0);
  if (first < 0x80) return {first, 1, true};
  std::size_t length = 0;
  char32_t code = 0;
  char32_t smallest = 0;
  if (first >= 0xC2 && first < 0xE0) {
    length = 2;
    code = first & 0x1FU;
    smallest = 0x80;
  } else if (first >= 0xE0 && first < 0xF0) {
    length = 3;
    code = first & 0x0FU;
    smallest = 0x800;
  } else if (first >= 0xF0 && first < 0xF5) {
    length = 4;
    code = first & 0x07U;
    smallest = 0x10000;
  }
  if (length == 0 || length > utf8.size()) return {};
  for (std::size_t i = 1; i < length; ++i) {
    if (!continuesCharacter(utf8[i])) return {};
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < smallest || code > 0x10FFFF || is_surrogate) return {};
  return {code, length, true};
}

std::size_t findInvalid(std::string_view utf8) {
  std::size_t at = 0;
  while (at < utf8.size()) {
    if (static_cast<std::uint8_t>(utf8[at]) < 0x80) {
      ++at;
      continue;
    }
    const Decoded next = decodeFirst(utf8.substr(at));
    if (!next.valid) return at;
    at += next.length;
  }
  return std::string_view::npos;
}

void appendUtf8(std::string& out, char32_t code) {
  const auto tail = [&out](char32_t bits) { out += static_cast<char>(0x80U | (bits & 0x3FU)); };
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0U | (code >> 6U));
    tail(code);
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0U | (code >> 12U));
    tail(code >> 6U);
    tail(code);
  } else {
    out += static_cast<char>(0xF0U | (code >> 18U));
    tail(code >> 12U);
    tail(code >> 6U);
    tail(code);
  }
}

std::string repaired(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Decoded next = decodeFirst(text);
    if (next.valid) {
      out.append(text, 0, next.length);
    } else {
      appendUtf8(out, 0xFFFD);
    }
    text.remove_prefix(next.length);
  }
  return out;
}

std::string_view truncated(std::string_view utf8, std::size_t bytes) {
  if (utf8.size() <= bytes) return utf8;
  while (bytes > 0 && continuesCharacter(utf8[bytes])) --bytes;
  return utf8.substr(0, bytes);
}

}  // namespace cadre::text
