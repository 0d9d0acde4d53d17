// Officials in JSON: in a plan file, and in the journal of edits.
#pragma once

#include "json/writer.h"
#include "model/plan.h"
#include "plan_io/key_index.h"
#include "plan_io/object_reader.h"

namespace cadre::plan_io {

inline constexpr IntegerRange kTermRange = {0, 100};
inline constexpr IntegerRange kRankRange = {1, 1000};

[[nodiscard]] Cadre readCadre(ObjectReader in, const KeyIndex& keys);
void writeCadre(JsonWriter& out, const Cadre& cadre, const Plan& plan);

}  // namespace cadre::plan_io
