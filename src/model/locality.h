// Who is a local person (người địa phương) where: the definition of plan-format, in one place.
//
// By native place or birthplace, a cadre is local to a post's unit when the named unit is that unit
// (level commune), lies in the same district (level district) or in the same unit or group of a
// named level or grouping, or stands above it. By residence, when years of one entry that matches
// in the same way reach `residence_years`.
#pragma once

#include <cstdint>

#include "core/id.h"
#include "model/quota_set.h"
#include "model/roster.h"
#include "model/structure.h"

namespace cadre {

enum class Locality : std::uint8_t {
  kUnknown,  // the basis is absent from the cadre's data
  kLocal,
  kNonLocal,
};

[[nodiscard]] Locality localityOf(const Cadre& cadre, UnitId post_unit, const Structure& structure,
                                  const LocalityDefinition& definition);

}  // namespace cadre
