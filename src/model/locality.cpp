#include "model/locality.h"

namespace cadre {
namespace {

bool isHome(UnitId home, UnitId post_unit, const Structure& structure, LocalityLevel level) {
  if (structure.contains(home, post_unit)) return true;
  if (level == LocalityLevel::kCommune) return false;
  const UnitId district = structure.districtOf(home);
  return district && district == structure.districtOf(post_unit);
}

}  // namespace

Locality localityOf(const Cadre& cadre, UnitId post_unit, const Structure& structure,
                    const LocalityDefinition& definition) {
  if (definition.basis == LocalityBasis::kResidence) {
    if (!cadre.residence) return Locality::kUnknown;
    for (const Residence& residence : *cadre.residence) {
      if (residence.years >= definition.residence_years &&
          isHome(residence.unit, post_unit, structure, definition.level)) {
        return Locality::kLocal;
      }
    }
    return Locality::kNonLocal;
  }
  const UnitId home =
      definition.basis == LocalityBasis::kNativePlace ? cadre.native_place : cadre.birthplace;
  if (!home) return Locality::kUnknown;
  return isHome(home, post_unit, structure, definition.level) ? Locality::kLocal
                                                              : Locality::kNonLocal;
}

}  // namespace cadre
