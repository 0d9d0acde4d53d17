#include "grammar.h"

#include <algorithm>

#include "text/utf8.h"

namespace cadre::test {
namespace {

// Each grammar rule removes what it matches from the front of `rest`.
class Grammar {
 public:
  explicit Grammar(std::string_view text) : rest_(text) {}

  bool document() {
    took("\xEF\xBB\xBF");
    return value() && rest_.empty();
  }

 private:
  bool value() {
    space();
    const bool matched = known();
    space();
    return matched;
  }

  // By its first byte.
  bool known() {
    if (rest_.starts_with('"')) return string();
    if (rest_.starts_with('[')) return list('[', ']', [&] { return value(); });
    if (rest_.starts_with('{')) return list('{', '}', [&] { return member(); });
    return took("null") || took("true") || took("false") || number();
  }

  bool member() {
    space();
    if (!string()) return false;
    space();
    return took(":") && value();
  }

  template <class Entry>
  bool list(char open, char close, Entry&& entry) {
    if (!took({&open, 1})) return false;
    space();
    if (took({&close, 1})) return true;
    do {
      if (!entry()) return false;
    } while (took(","));
    return took({&close, 1});
  }

  bool string() {
    if (!took("\"")) return false;
    while (!took("\"")) {
      if (!character()) return false;
    }
    return true;
  }

  bool character() {
    if (took("\\u")) {
      const int first = unit();
      if (first < 0xD800 || first >= 0xE000) return first >= 0;
      const int second = first < 0xDC00 && took("\\u") ? unit() : -1;
      return second >= 0xDC00 && second < 0xE000;
    }
    if (took("\\")) return oneOf("\"\\/bfnrt");
    if (rest_.empty() || static_cast<unsigned char>(rest_[0]) < 0x20) return false;
    rest_.remove_prefix(1);
    return true;
  }

  int unit() {
    int code = 0;
    for (int i = 0; i < 4; ++i) {
      constexpr std::string_view kDigits = "0123456789abcdefABCDEF";
      const std::size_t digit = rest_.empty() ? std::string_view::npos : kDigits.find(rest_[0]);
      if (digit == std::string_view::npos) return -1;
      code = code * 16 + static_cast<int>(digit < 16 ? digit : digit - 6);
      rest_.remove_prefix(1);
    }
    return code;
  }

  bool number() {
    took("-");
    if (!took("0") && !digits()) return false;
    if (took(".") && !digits()) return false;
    if (!took("e") && !took("E")) return true;
    if (!took("+")) took("-");
    return digits();
  }

  bool digits() {
    const std::size_t count = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    rest_.remove_prefix(count);
    return count > 0;
  }

  void space() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size())); }

  bool oneOf(std::string_view bytes) {
    if (rest_.empty() || !bytes.contains(rest_[0])) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool took(std::string_view what) {
    if (!rest_.starts_with(what)) return false;
    rest_.remove_prefix(what.size());
    return true;
  }

  std::string_view rest_;
};

}  // namespace

bool isJson(std::string_view text) {
  return text::findInvalid(text) == std::string_view::npos && Grammar(text).document();
}

}  // namespace cadre::test
