#include "model/locality.h"

namespace cadre {
namespace {

bool isHome(UnitId home, UnitId post_unit, const Structure& structure,
            const LocalityDefinition& definition) {
  if (structure.contains(home, post_unit)) return true;
  switch (definition.level) {
    case LocalityLevel::kCommune:
      return false;
    case LocalityLevel::kDistrict: {
      const UnitId district = structure.districtOf(home);
      return district && district == structure.districtOf(post_unit);
    }
    case LocalityLevel::kGroup: {
      const LevelId level = structure.findLevel(definition.group);
      const UnitId group = structure.groupOf(level, home);
      return group && group == structure.groupOf(level, post_unit);
    }
  }
  return false;
}

}  // namespace

Locality localityOf(const Cadre& cadre, UnitId post_unit, const Structure& structure,
                    const LocalityDefinition& definition) {
  if (definition.basis == LocalityBasis::kResidence) {
    if (!cadre.residence) return Locality::kUnknown;
    for (const Residence& residence : *cadre.residence) {
      if (residence.years >= definition.residence_years &&
          isHome(residence.unit, post_unit, structure, definition)) {
        return Locality::kLocal;
      }
    }
    return Locality::kNonLocal;
  }
  const UnitId home =
      definition.basis == LocalityBasis::kNativePlace ? cadre.native_place : cadre.birthplace;
  if (!home) return Locality::kUnknown;
  return isHome(home, post_unit, structure, definition) ? Locality::kLocal : Locality::kNonLocal;
}

}  // namespace cadre
