#include "json/value.h"

namespace cadre {

const JsonValue* JsonValue::member(std::string_view name) const {
  const JsonObject* members = object();
  if (members == nullptr) return nullptr;
  for (const auto& [key, member] : *members) {
    if (key == name) return &member;
  }
  return nullptr;
}

}  // namespace cadre
