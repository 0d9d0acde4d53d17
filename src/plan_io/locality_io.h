// The level of a definition of "local" in JSON: in a plan file, and in the journal of edits.
#pragma once

#include "model/quota_set.h"
#include "plan_io/object_reader.h"
#include "plan_io/plan_io.h"

namespace cadre::plan_io {

// Reads the field "level": a word, or from version 2 on the name of a level or grouping of the
// plan. Anything else is reported.
void readLocalityLevel(ObjectReader& in, const Structure& structure, int version,
                       LocalityDefinition& out);

}  // namespace cadre::plan_io
