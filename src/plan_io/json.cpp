#include "plan_io/json.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "text/strings.h"
#include "text/utf8.h"

namespace cadre::plan_io {
namespace {

using text::Str;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// "line 3, column 7" of a byte, both counted from 1, columns in characters.
std::string placeOf(std::string_view document, std::size_t byte) {
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

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool isControl(char c) { return static_cast<std::uint8_t>(c) < 0x20; }

// One pass over a document in UTF-8, as RFC 8259 says and not more: no comments, no trailing
// commas, no lone surrogates. Calls itself for nested values, at most kMaxJsonDepth deep.
class Parser {
 public:
  explicit Parser(std::string_view document) : text_(document) {
    if (text_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  }

  Expected<JsonValue> run() {
    JsonValue root{nullptr};
    skipSpace();
    if (value(root, 0)) {
      skipSpace();
      if (at_ == text_.size()) return root;
      fail();
    }
    return std::unexpected(std::move(*error_));
  }

 private:
  // Each of these reads what stands at the place; false when it has noted an error.

  bool value(JsonValue& out, std::size_t depth) {
    if (++count_ > kMaxJsonValues) {
      return fail(ErrorCode::kTooLarge,
                  {Str::error_too_many_values, {{"limit", std::int64_t{kMaxJsonValues}}}});
    }
    switch (peek()) {
      case '{':
      case '[':
        if (depth == kMaxJsonDepth) {
          return fail(ErrorCode::kTooLarge,
                      {Str::error_too_deep, {{"limit", std::int64_t{kMaxJsonDepth}}}});
        }
        return text_[at_] == '{' ? object(out.value.emplace<JsonObject>(), depth + 1)
                                 : array(out.value.emplace<JsonArray>(), depth + 1);
      case '"':
        return string(out.value.emplace<std::string>());
      case 't':
        out.value = true;
        return word("true");
      case 'f':
        out.value = false;
        return word("false");
      case 'n':
        out.value = nullptr;
        return word("null");
      default:
        return number(out.value.emplace<JsonNumber>());
    }
  }

  // Entries are gathered on a stack that the whole parse shares and moved out when their number is
  // known: one allocation for each container, of exactly its size.

  bool object(JsonObject& out, std::size_t depth) {
    ++at_;
    skipSpace();
    if (took('}')) return true;
    const std::size_t first = members_.size();
    for (;;) {
      std::pair<std::string, JsonValue> member{std::string(), JsonValue{nullptr}};
      if (peek() != '"') return fail();
      if (!string(member.first)) return false;
      skipSpace();
      if (!took(':')) return fail();
      skipSpace();
      if (!value(member.second, depth)) return false;
      members_.push_back(std::move(member));
      skipSpace();
      if (took('}')) return moveOut(members_, first, out);
      if (!took(',')) return fail();
      skipSpace();
    }
  }

  bool array(JsonArray& out, std::size_t depth) {
    ++at_;
    skipSpace();
    if (took(']')) return true;
    const std::size_t first = items_.size();
    for (;;) {
      JsonValue item{nullptr};
      if (!value(item, depth)) return false;
      items_.push_back(std::move(item));
      skipSpace();
      if (took(']')) return moveOut(items_, first, out);
      if (!took(',')) return fail();
      skipSpace();
    }
  }

  template <class List>
  static bool moveOut(List& stack, std::size_t first, List& out) {
    const auto begin = stack.begin() + static_cast<std::ptrdiff_t>(first);
    out.assign(std::make_move_iterator(begin), std::make_move_iterator(stack.end()));
    stack.erase(begin, stack.end());
    return true;
  }

  bool string(std::string& out) {
    std::size_t from = ++at_;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        out.append(text_, from, at_ - from);
        ++at_;
        return true;
      }
      if (isControl(c)) return fail();
      if (c != '\\') continue;
      out.append(text_, from, at_ - from);
      if (!escape(out)) return false;
      from = at_ + 1;
    }
    return fail();
  }

  // Leaves the place at the last character of the escape.
  bool escape(std::string& out) {
    constexpr std::string_view kNames = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    ++at_;
    if (peek() == 'u') return escapedUnit(out);
    const std::size_t known =
        at_ == text_.size() ? std::string_view::npos : kNames.find(text_[at_]);
    if (known == std::string_view::npos) return fail();
    out += kMeanings[known];
    return true;
  }

  // After "\u": one character, or two escapes that make one beyond U+FFFF.
  bool escapedUnit(std::string& out) {
    char32_t code = 0;
    const std::size_t start = at_ - 1;
    if (!hex(code)) return false;
    const bool low_alone = code >= 0xDC00 && code <= 0xDFFF;
    if (code >= 0xD800 && code <= 0xDBFF) {
      char32_t low = 0;
      ++at_;
      if (!took('\\') || peek() != 'u') return at_ < text_.size() ? failAt(start) : fail();
      if (!hex(low)) return false;
      if (low < 0xDC00 || low > 0xDFFF) return failAt(start);
      code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
    } else if (low_alone) {
      return failAt(start);
    }
    text::appendUtf8(out, code);
    return true;
  }

  // Four digits after the place, which moves to the last of them.
  bool hex(char32_t& out) {
    for (int i = 0; i < 4; ++i) {
      ++at_;
      const char c = peek();
      const char small = static_cast<char>(c | 0x20);
      if (isDigit(c)) {
        out = out * 16 + static_cast<char32_t>(c - '0');
      } else if (small >= 'a' && small <= 'f') {
        out = out * 16 + static_cast<char32_t>(small - 'a' + 10);
      } else {
        return fail();
      }
    }
    return true;
  }

  bool number(JsonNumber& out) {
    const std::size_t from = at_;
    took('-');
    if (!took('0') && !digits()) return fail();
    if (took('.') && !digits()) return fail();
    if (took('e') || took('E')) {
      if (!took('+')) took('-');
      if (!digits()) return fail();
    }
    out.text = text_.substr(from, at_ - from);
    return true;
  }

  bool digits() {
    const std::size_t from = at_;
    while (at_ < text_.size() && isDigit(text_[at_])) ++at_;
    return at_ > from;
  }

  bool word(std::string_view expected) {
    for (const char c : expected) {
      if (!took(c)) return fail();
    }
    return true;
  }

  // '\0' at the end.
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool took(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void skipSpace() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) {
      ++at_;
    }
  }

  bool fail(ErrorCode code, Message message) {
    error_ = Error{code, placeOf(text_, at_), std::move(message)};
    return false;
  }

  // Something else than JSON stands at the place, or nothing any more.
  bool fail() {
    if (at_ >= text_.size()) return fail(ErrorCode::kSyntax, {Str::error_json_ends_early, {}});
    std::string found;
    for (const char c : text::truncated(text_.substr(at_), kShownBytes)) {
      if (c == '\n' || c == '\r') break;
      found += isControl(c) ? '?' : c;
    }
    if (found.empty()) found = "?";
    return fail(ErrorCode::kSyntax, {Str::error_json_syntax, {{"found", std::move(found)}}});
  }

  bool failAt(std::size_t byte) {
    at_ = byte;
    return fail();
  }

  static constexpr std::size_t kShownBytes = 24;

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
  JsonArray items_;
  JsonObject members_;
  std::optional<Error> error_;
};

void append(std::string& out, const JsonValue& value) {
  if (value.isNull()) {
    out += "null";
  } else if (const bool* boolean = value.boolean()) {
    out += *boolean ? "true" : "false";
  } else if (const JsonNumber* number = value.number()) {
    out += number->text;
  } else if (const std::string* string = value.string()) {
    appendJsonString(out, *string);
  } else if (const JsonArray* array = value.array()) {
    out += '[';
    for (const JsonValue& item : *array) {
      if (&item != array->data()) out += ", ";
      append(out, item);
    }
    out += ']';
  } else if (const JsonObject* object = value.object()) {
    out += '{';
    for (const auto& member : *object) {
      if (&member != object->data()) out += ", ";
      appendJsonString(out, member.first);
      out += ": ";
      append(out, member.second);
    }
    out += '}';
  }
}

}  // namespace

const JsonValue* JsonValue::member(std::string_view name) const {
  const JsonObject* members = object();
  if (members == nullptr) return nullptr;
  for (const auto& [key, member] : *members) {
    if (key == name) return &member;
  }
  return nullptr;
}

Expected<JsonValue> parseJson(std::string_view document) {
  if (document.size() > kMaxJsonBytes) {
    return std::unexpected(
        Error{ErrorCode::kTooLarge, "",
              Message{Str::error_file_too_large,
                      {{"found", static_cast<std::int64_t>(document.size() >> 20U)},
                       {"limit", std::int64_t{kMaxJsonBytes >> 20U}}}}});
  }
  const std::size_t invalid = text::findInvalid(document);
  if (invalid != std::string_view::npos) {
    return std::unexpected(
        Error{ErrorCode::kSyntax, placeOf(document, invalid), Message{Str::error_not_utf8, {}}});
  }
  return Parser(document).run();
}

std::string toJson(const JsonValue& value) {
  std::string out;
  append(out, value);
  return out;
}

void appendJsonString(std::string& out, std::string_view utf8) {
  constexpr std::string_view kHex = "0123456789abcdef";
  constexpr std::string_view kNamed = "\"\\\n\r\t";
  constexpr std::string_view kNames = "\"\\nrt";
  out += '"';
  std::string repaired;
  if (text::findInvalid(utf8) != std::string_view::npos) {
    repaired = text::repaired(utf8);
    utf8 = repaired;
  }
  std::size_t from = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const char c = utf8[i];
    if (!isControl(c) && c != '"' && c != '\\') continue;
    out.append(utf8, from, i - from);
    from = i + 1;
    out += '\\';
    if (const std::size_t named = kNamed.find(c); named != std::string_view::npos) {
      out += kNames[named];
      continue;
    }
    out += "u00";
    out += kHex[static_cast<std::uint8_t>(c) >> 4U];
    out += kHex[static_cast<std::uint8_t>(c) & 0xFU];
  }
  out.append(utf8, from);
  out += '"';
}

}  // namespace cadre::plan_io
