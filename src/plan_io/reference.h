// Reads fields that name another record of the plan.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/limits.h"
#include "plan_io/key_index.h"
#include "plan_io/object_reader.h"

namespace cadre::plan_io {

// The record that `value` names; none, and an error, when it names nothing.
template <class I>
I referenceOf(const JsonValue& value, const Path& path, const KeyMap<I>& map, text::Str expected,
              ErrorSink& errors) {
  const std::string* key = value.string();
  const auto found = key == nullptr ? map.end() : map.find(*key);
  if (found != map.end()) return found->second;
  errors.mismatch(key == nullptr ? ErrorCode::kWrongType : ErrorCode::kDangling, path, value,
                  expected);
  return {};
}

template <class I>
I requiredReference(ObjectReader& in, std::string_view name, const KeyMap<I>& map,
                    text::Str expected) {
  const JsonValue* value = in.required(name, expected);
  return value == nullptr ? I{}
                          : referenceOf(*value, Path(in.path(), name), map, expected, in.errors());
}

template <class I>
I optionalReference(ObjectReader& in, std::string_view name, const KeyMap<I>& map,
                    text::Str expected) {
  const JsonValue* value = in.optional(name);
  return value == nullptr ? I{}
                          : referenceOf(*value, Path(in.path(), name), map, expected, in.errors());
}

// An optional list of references.
template <class I>
std::vector<I> references(ObjectReader& in, std::string_view name, const KeyMap<I>& map,
                          text::Str expected) {
  std::vector<I> out;
  in.forEachOptional(name, [&](const JsonValue& item, const Path& path) {
    if (const I id = referenceOf(item, path, map, expected, in.errors())) out.push_back(id);
  });
  return out;
}

// Reports an id that was seen in this list already, and remembers it.
inline void noteKey(std::unordered_set<std::string>& seen, const std::string& key, const Path& path,
                    ErrorSink& errors) {
  if (key.empty() || seen.insert(key).second) return;
  errors.add(ErrorCode::kDuplicate, Path(path, "id"),
             Message{text::Str::error_repeated_key, {{"found", key}}});
}

// Reports more entries than a plan may have (model/limits.h).
inline void limitEntries(std::size_t found, std::size_t most, const Path& path, ErrorSink& errors) {
  if (found <= most) return;
  errors.add(ErrorCode::kTooLarge, path, limits::tooManyMessage(found, most));
}

// The same for a list of that name, if there is one.
inline void limitCount(ObjectReader& in, std::string_view name, std::size_t most) {
  const JsonValue* value = in.optional(name);
  const JsonArray* list = value == nullptr ? nullptr : value->array();
  if (list != nullptr) limitEntries(list->size(), most, Path(in.path(), name), in.errors());
}

}  // namespace cadre::plan_io
