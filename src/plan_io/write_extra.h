// The unknown fields of an object, after its known ones (ObjectReader::extra reads them).
#pragma once

#include <span>
#include <string_view>

#include "json/writer.h"
#include "model/extra.h"

namespace cadre::plan_io {

inline void writeExtra(JsonWriter& out, const Extra& fields) {
  if (!fields) return;
  for (const auto& [name, json] : *fields) out.key(name).raw(json);
}

// A file of version 1 may have had fields of these names that meant something else to somebody: in
// a later version they would be read as ours.
[[nodiscard]] Extra withoutKnown(const Extra& extra, std::span<const std::string_view> known);

}  // namespace cadre::plan_io
