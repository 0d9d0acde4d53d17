// Officials in JSON: in a plan file, and in the journal of edits.
#pragma once

#include "json/writer.h"
#include "model/plan.h"
#include "plan_io/key_index.h"
#include "plan_io/object_reader.h"
#include "plan_io/plan_io.h"

namespace cadre::plan_io {

inline constexpr IntegerRange kTermRange = {0, 100};
inline constexpr IntegerRange kRankRange = {1, 1000};

// Of that version of the file format; the journal's are of the newest.
[[nodiscard]] Cadre readCadre(ObjectReader in, const KeyIndex& keys, int version = kFormatVersion);
void writeCadre(JsonWriter& out, const Cadre& cadre, const Plan& plan,
                int version = kFormatVersion);
[[nodiscard]] bool fitsVersion1(const Cadre& cadre);

}  // namespace cadre::plan_io
