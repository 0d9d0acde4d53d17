// A document as nlohmann/json is shown it, byte by byte. It stays what it is to the grammar, but
// - of digits in a row only two are shown: the library makes a double of every number and refuses
//   what is none, while 1e400 is JSON (numbers are taken from the document, see numberBefore);
// - white space is shown as spaces, and a zero as another byte that does not belong: the library
//   keeps what it was shown since the last string for its message, in which a line feed takes eight
//   bytes, and takes a zero for the end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cadre {

struct ShownText {
  explicit ShownText(std::string_view text) : document(text) {}

  // The next byte, or the end marker.
  int next() {
    for (;;) {
      if (at == document.size()) {
        ended = true;
        return std::char_traits<char>::eof();
      }
      const char c = document[at++];
      if (in_string) {
        if (escaped) {
          escaped = false;
        } else if (c == '"') {
          in_string = false;
        } else if (c == '\\') {
          escaped = true;
        }
        return static_cast<unsigned char>(c);
      }
      if (c >= '0' && c <= '9') {
        constexpr int kShownDigits = 2;  // a leading zero before other digits is not a number
        if (digits == kShownDigits) continue;
        ++digits;
        return c;
      }
      digits = 0;
      if (c == '"') in_string = true;
      if (c == '\n' || c == '\r' || c == '\t') return ' ';
      return c == '\0' ? '\1' : static_cast<unsigned char>(c);
    }
  }

  // The library has also read the byte after a number.
  [[nodiscard]] std::size_t endOfNumber() const { return ended ? at : at - 1; }

  // The number that ends there.
  [[nodiscard]] std::string_view numberBefore(std::size_t end) const {
    constexpr std::string_view kOfNumbers = "0123456789+-.eE";
    const std::size_t before = document.substr(0, end).find_last_not_of(kOfNumbers);
    const std::size_t from = before == std::string_view::npos ? 0 : before + 1;
    return document.substr(from, end - from);
  }

  std::string_view document;
  std::size_t at = 0;  // after the last byte shown
  bool ended = false;  // the end marker was shown
  bool in_string = false;
  bool escaped = false;
  int digits = 0;  // consecutive digits shown
};

}  // namespace cadre
