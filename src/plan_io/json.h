// A JSON document as it stands in the file: order of members kept, numbers as they are written.
//
// Unknown fields of a plan must come back with every digit, hence numbers as text (a library that
// turns them into doubles refuses 1e400 and forgets the sign of -0); a hostile file must not cost
// more than its size, hence plain vectors (no look-up while reading) and limits on depth and on the
// number of values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/error.h"

namespace cadre::plan_io {

// A number as it is written in the file.
struct JsonNumber {
  std::string text;
};

struct JsonValue;
using JsonArray = std::vector<JsonValue>;
using JsonObject = std::vector<std::pair<std::string, JsonValue>>;

struct JsonValue {
  std::variant<std::nullptr_t, bool, JsonNumber, std::string, JsonArray, JsonObject> value;

  [[nodiscard]] bool isNull() const { return std::holds_alternative<std::nullptr_t>(value); }
  // Null when the value is of another type.
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&value); }
  [[nodiscard]] const JsonNumber* number() const { return std::get_if<JsonNumber>(&value); }
  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&value); }
  [[nodiscard]] const JsonArray* array() const { return std::get_if<JsonArray>(&value); }
  [[nodiscard]] const JsonObject* object() const { return std::get_if<JsonObject>(&value); }
  // The member of that name; null when there is none or this is no object.
  [[nodiscard]] const JsonValue* member(std::string_view name) const;
};

// More than any plan needs, and little enough for a browser's memory.
inline constexpr std::size_t kMaxJsonBytes = std::size_t{64} << 20U;
inline constexpr std::size_t kMaxJsonValues = 4'000'000;
inline constexpr std::size_t kMaxJsonDepth = 64;

// Strict JSON in UTF-8 (a byte order mark is skipped). The error's place is "line L, column C", in
// characters counted from 1.
[[nodiscard]] Expected<JsonValue> parseJson(std::string_view text);

// Compact JSON text of the value, members in their order.
[[nodiscard]] std::string toJson(const JsonValue& value);

// Appends `utf8` in quotes, escaped as JSON asks and no further. Bytes that are not UTF-8 become
// U+FFFD: whatever is written can be read again.
void appendJsonString(std::string& out, std::string_view utf8);

}  // namespace cadre::plan_io
