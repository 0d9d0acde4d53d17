#include "propose/model/question.h"

namespace cadre::propose {

namespace {

std::string_view nameOf(const Plan& plan, const std::string& within) {
  return within.empty() ? usualScope(plan) : std::string_view(within);
}

}  // namespace

bool isWithinDistricts(const Plan& plan, const std::string& within) {
  return nameOf(plan, within) == kLevelDistrict && plan.structure->findLevel(kLevelDistrict);
}

bool isWithinNothing(const Plan& plan, const std::string& within) {
  return divisionOf(plan, within).isWhole();
}

Division divisionOf(const Plan& plan, const std::string& within) {
  std::optional<Division> found = Division::find(*plan.structure, nameOf(plan, within));
  return found ? *std::move(found) : Division::whole(*plan.structure);
}

std::vector<std::uint8_t> scopeOf(const Structure& structure, const std::vector<UnitId>& units) {
  std::vector<std::uint8_t> out(structure.posts.size(), units.empty() ? 1 : 0);
  for (const UnitId unit : units) {
    for (const PostId post : structure.postsUnder(unit)) out[post.index()] = 1;
  }
  return out;
}

}  // namespace cadre::propose
