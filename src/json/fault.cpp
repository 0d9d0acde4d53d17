#include "json/fault.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "text/strings.h"
#include "text/utf8.h"

namespace cadre {
namespace {

using text::Str;

// "line 3, column 7" of a byte offset, both counted from 1, columns in characters.
std::string placeOf(std::string_view document, std::size_t byte) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  byte = std::min(byte, document.size());
  std::size_t line = 1;
  std::size_t line_start = document.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  for (std::size_t i = 0; i < byte; ++i) {
    if (document[i] != '\n') continue;
    ++line;
    line_start = i + 1;
  }
  std::size_t column = 1;
  for (std::size_t i = line_start; i < byte; ++i) {
    if (!text::continuesCharacter(document[i])) ++column;
  }
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

// The start of the escape before `end` that is an unpaired surrogate. REQUIRES: the library has
// reported one there, just after it.
std::size_t loneSurrogate(std::string_view document, std::size_t end) {
  constexpr std::size_t kEscape = 6;  // \uD83D
  const auto is_escape = [&](std::size_t back, std::string_view of) {
    if (back > end) return false;
    const std::string_view escape = document.substr(end - back, kEscape);
    return escape.starts_with("\\u") && (escape[2] | 0x20) == 'd' && of.contains(escape[3]);
  };
  constexpr std::string_view kHigh = "89ABab";
  constexpr std::string_view kAny = "89ABCDEFabcdef";
  if (is_escape(2 * kEscape, kHigh)) return end - 2 * kEscape;  // two that are not a pair
  for (std::size_t behind = 0; behind < 2; ++behind) {  // alone, or before another character
    if (is_escape(kEscape + behind, kAny)) return end - kEscape - behind;
  }
  return end - kEscape - 2;  // before another escape
}

// The first invalid byte, when the library stops with these words.
std::size_t faultAt(const ShownText& shown, std::string_view last_token, std::string_view reason) {
  const std::string_view document = shown.document;
  // A token that is valid, but not at this position: where it begins.
  if (reason.contains("unexpected number literal")) {
    const std::size_t end = shown.endOfNumber();
    return end - shown.numberBefore(end).size();
  }
  if (shown.ended) return document.size();
  // The document is quoted only when a token is invalid in itself, and only after these words.
  const std::size_t quoted = reason.find("; last read: '");
  if (quoted != std::string_view::npos) {
    if (reason.substr(0, quoted).contains("surrogate")) return loneSurrogate(document, shown.at);
    std::size_t at = shown.at - 1;
    if (reason.substr(0, quoted).ends_with("invalid literal")) {
      // A word that is not true, false or null: all of it.
      const auto is_small_letter = [](char c) { return c >= 'a' && c <= 'z'; };
      while (at > 0 && is_small_letter(document[at - 1])) --at;
    }
    // The library may take the first character for a byte order mark and stop inside it.
    while (at > 0 && text::continuesCharacter(document[at])) --at;
    return at;
  }
  if (reason.contains("unexpected string literal")) return shown.at - last_token.size();
  for (const std::string_view word : {"true", "false", "null"}) {
    if (reason.contains(std::string("unexpected ").append(word))) return shown.at - word.size();
  }
  return shown.at - 1;
}

}  // namespace

Error jsonErrorAt(std::string_view document, std::size_t byte, ErrorCode code, Message message) {
  return {code, placeOf(document, byte), std::move(message)};
}

Error jsonSyntaxError(const ShownText& shown, std::string_view last_token,
                      std::string_view reason) {
  constexpr std::size_t kShownBytes = 24;
  const std::string_view document = shown.document;
  const std::size_t byte = faultAt(shown, last_token, reason);
  if (byte >= document.size()) {
    return jsonErrorAt(document, byte, ErrorCode::kSyntax, {Str::error_json_ends_early, {}});
  }
  std::string found;
  for (const char c : text::truncated(document.substr(byte), kShownBytes)) {
    if (c == '\n' || c == '\r') break;
    found += static_cast<std::uint8_t>(c) < 0x20 ? '?' : c;
  }
  if (found.empty()) found = "?";
  return jsonErrorAt(document, byte, ErrorCode::kSyntax,
                     {Str::error_json_syntax, {{"found", std::move(found)}}});
}

}  // namespace cadre
