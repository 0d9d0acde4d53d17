// The unknown fields of an object, after its known ones (ObjectReader::extra reads them).
#pragma once

#include "json/writer.h"
#include "model/extra.h"

namespace cadre::plan_io {

inline void writeExtra(JsonWriter& out, const Extra& fields) {
  if (!fields) return;
  for (const auto& [name, json] : *fields) out.key(name).raw(json);
}

}  // namespace cadre::plan_io
