// A JSON document as it stands in the file: order of members kept, numbers as they are written.
//
// Unknown fields of a plan must come back with every digit, hence numbers as text; a hostile file
// must not cost more than its size, hence plain vectors: no look-up while reading.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace cadre {

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

}  // namespace cadre
