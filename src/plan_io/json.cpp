#include "plan_io/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "text/strings.h"
#include "text/utf8.h"

namespace cadre::plan_io {
namespace {

using text::Str;

// "line 3, column 7" of a byte, both counted from 1, columns in characters.
std::string placeOf(std::string_view document, std::size_t byte) {
  byte = std::min(byte, document.size());
  std::size_t line = 1;
  std::size_t line_start = 0;
  for (std::size_t i = 0; i < byte; ++i) {
    if (document[i] != '\n') continue;
    ++line;
    line_start = i + 1;
  }
  std::size_t column = 1;
  for (std::size_t i = line_start; i < byte; ++i) {
    if ((static_cast<std::uint8_t>(document[i]) & 0xC0U) != 0x80U) ++column;
  }
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

// Builds a JsonValue from the parser's events.
class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view document) : document_(document) {}

  bool null() { return add(JsonValue{nullptr}) != nullptr; }
  bool boolean(bool value) { return add(JsonValue{value}) != nullptr; }
  bool number_integer(std::int64_t value) { return addNumber(value); }
  bool number_unsigned(std::uint64_t value) { return addNumber(value); }
  bool number_float(double /*value*/, const std::string& written) {
    return add(JsonValue{JsonNumber{written}}) != nullptr;
  }
  bool string(std::string& value) { return add(JsonValue{std::move(value)}) != nullptr; }
  bool binary(nlohmann::json::binary_t& /*value*/) { return false; }  // never in JSON text
  bool start_object(std::size_t /*size*/) { return open(JsonValue{JsonObject{}}); }
  bool start_array(std::size_t /*size*/) { return open(JsonValue{JsonArray{}}); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(std::string& name) {
    key_ = std::move(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string& token,
                   const nlohmann::detail::exception& /*cause*/) {
    const std::size_t byte = position == 0 ? 0 : position - 1;
    if (byte >= document_.size()) {
      fail(ErrorCode::kSyntax, byte, Message{Str::error_json_ends_early, {}});
    } else {
      fail(ErrorCode::kSyntax, byte,
           Message{Str::error_json_syntax,
                   {{"found", std::string(text::truncated(token, kShownBytes))}}});
    }
    return false;
  }

  Expected<JsonValue> finish(bool parsed) {
    if (error_) return std::unexpected(*error_);
    // The parser reports every failure; this is for a stop that it does not explain.
    if (!parsed) return std::unexpected(Error{ErrorCode::kSyntax, "", {Str::error_json_ends_early, {}}});
    return std::move(root_);
  }

 private:
  static constexpr std::size_t kShownBytes = 60;

  template <class N>
  bool addNumber(N value) {
    std::array<char, 24> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return add(JsonValue{JsonNumber{std::string(buffer.data(), written.ptr)}}) != nullptr;
  }

  JsonValue* add(JsonValue value) {
    if (++count_ > kMaxJsonValues) {
      fail(ErrorCode::kTooLarge, 0,
           Message{Str::error_too_many_values, {{"limit", std::int64_t{kMaxJsonValues}}}});
      return nullptr;
    }
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    JsonValue& parent = *open_.back();
    if (auto* members = std::get_if<JsonObject>(&parent.value)) {
      return &members->emplace_back(std::move(key_), std::move(value)).second;
    }
    return &std::get_if<JsonArray>(&parent.value)->emplace_back(std::move(value));
  }

  bool open(JsonValue value) {
    if (open_.size() >= kMaxJsonDepth) {
      fail(ErrorCode::kTooLarge, 0,
           Message{Str::error_too_deep, {{"limit", std::int64_t{kMaxJsonDepth}}}});
      return false;
    }
    // The address stays good: nothing is added to the parent while its last child is open.
    JsonValue* added = add(std::move(value));
    if (added == nullptr) return false;
    open_.push_back(added);
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  void fail(ErrorCode code, std::size_t byte, Message message) {
    const bool has_place = code == ErrorCode::kSyntax;
    error_ = Error{code, has_place ? placeOf(document_, byte) : "", std::move(message)};
  }

  std::string_view document_;
  JsonValue root_{nullptr};
  std::vector<JsonValue*> open_;
  std::string key_;
  std::size_t count_ = 0;
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
    return std::unexpected(Error{ErrorCode::kSyntax, placeOf(document, invalid),
                                 Message{Str::error_not_utf8, {}}});
  }
  TreeBuilder builder(document);
  const bool parsed = nlohmann::json::sax_parse(document.begin(), document.end(), &builder);
  return builder.finish(parsed);
}

std::string toJson(const JsonValue& value) {
  std::string out;
  append(out, value);
  return out;
}

void appendJsonString(std::string& out, std::string_view utf8) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  for (const char c : utf8) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<std::uint8_t>(c) < 0x20) {
          out += "\\u00";
          out += kHex[static_cast<std::uint8_t>(c) >> 4U];
          out += kHex[static_cast<std::uint8_t>(c) & 0xFU];
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

}  // namespace cadre::plan_io
