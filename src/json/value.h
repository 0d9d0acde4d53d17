// A JSON document as written in the file: the order of members and the text of numbers are kept.
//
// Unknown fields of a plan must be written back with every digit, so numbers are kept as text. A
// hostile file must not cost more than its size, so members are in plain vectors: no look-up tables
// are built while reading.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace cadre {

// A number as written in the file.
struct JsonNumber {
  std::string text;
};

struct JsonValue;
using JsonArray = std::vector<JsonValue>;
using JsonObject = std::vector<std::pair<std::string, JsonValue>>;

struct JsonValue {
  std::variant<std::nullptr_t, bool, JsonNumber, std::string, JsonArray, JsonObject> value;

  [[nodiscard]] bool isNull() const { return std::holds_alternative<std::nullptr_t>(value); }
  // Null when the value has another type.
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&value); }
  [[nodiscard]] const JsonNumber* number() const { return std::get_if<JsonNumber>(&value); }
  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&value); }
  [[nodiscard]] const JsonArray* array() const { return std::get_if<JsonArray>(&value); }
  [[nodiscard]] const JsonObject* object() const { return std::get_if<JsonObject>(&value); }
  // The member of that name; null when there is none or this is not an object.
  [[nodiscard]] const JsonValue* member(std::string_view name) const;
};

}  // namespace cadre
