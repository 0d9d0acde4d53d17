#include "model/structure.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cadre {
namespace {

constexpr std::size_t kMostRootsInName = 3;

std::string nameOfWhole(const Structure& structure) {
  std::string out;
  for (std::size_t i = 0; i < structure.roots.size(); ++i) {
    if (i == kMostRootsInName) return out + " …";
    if (i > 0) out += ", ";
    out += structure.unit(structure.roots[i]).name;
  }
  return out;
}

// Whether `above` is `below` or above it in the tree.
bool isAbove(const Structure& structure, UnitId above, UnitId below) {
  for (UnitId at = below; at; at = structure.unit(at).parent) {
    if (at == above) return true;
  }
  return false;
}

// Each unit's group is that of the nearest unit above which the grouping lists.
void findGroups(Structure& structure) {
  structure.group_in.assign(structure.groupings.size(),
                            std::vector<UnitId>(structure.units.size()));
  for (std::size_t g = 0; g < structure.groupings.size(); ++g) {
    const LevelId level = structure.findLevel(structure.groupings[g].key);
    std::vector<UnitId> listed(structure.units.size());
    for (std::size_t i = 0; i < structure.groups.size(); ++i) {
      if (structure.groups[i].level != level) continue;
      for (const UnitId member : structure.members[i]) {
        listed[member.index()] = structure.groupId(i);
      }
    }
    for (std::size_t u = 0; u < structure.units.size(); ++u) {
      UnitId& group = structure.group_in[g][u];
      for (UnitId at{u}; at && !group; at = structure.unit(at).parent) group = listed[at.index()];
    }
  }
}

}  // namespace

LevelId Structure::findLevel(std::string_view name) const {
  const auto found = std::find(levels.begin(), levels.end(), name);
  return found == levels.end() ? LevelId{}
                               : LevelId{static_cast<std::size_t>(found - levels.begin())};
}

const Grouping* Structure::groupingOf(LevelId level) const {
  if (!level) return nullptr;
  const auto found =
      std::find_if(groupings.begin(), groupings.end(),
                   [&](const Grouping& grouping) { return grouping.key == levels[level.index()]; });
  return found == groupings.end() ? nullptr : &*found;
}

UnitId Structure::groupOf(LevelId level, UnitId unit_id) const {
  if (!level || !unit_id) return {};
  if (!isInTree(unit_id)) return unit(unit_id).level == level ? unit_id : UnitId{};
  if (whole.level == level) return wholeId();
  if (const Grouping* grouping = groupingOf(level)) {
    return group_in[static_cast<std::size_t>(grouping - groupings.data())][unit_id.index()];
  }
  for (UnitId at = unit_id; at; at = unit(at).parent) {
    if (unit(at).level == level) return at;
  }
  return {};
}

UnitId Structure::findUnit(LevelId level, std::string_view key) const {
  for (const UnitId id : unitsOfLevel(level)) {
    if (unit(id).key == key) return id;
  }
  return {};
}

UnitId Structure::findUnit(std::string_view key) const {
  for (std::size_t i = 0; i < unitCount(); ++i) {
    if (unit(UnitId{i}).key == key) return UnitId{i};
  }
  return {};
}

bool Structure::contains(UnitId above, UnitId below) const {
  if (!above || !below) return false;
  if (above == below || above == wholeId()) return true;
  if (!isInTree(below)) {
    const std::vector<UnitId>& parts = children[below.index()];
    return !parts.empty() && std::all_of(parts.begin(), parts.end(),
                                         [&](UnitId part) { return contains(above, part); });
  }
  return isInTree(above) ? isAbove(*this, above, below)
                         : groupOf(unit(above).level, below) == above;
}

bool Structure::overlap(UnitId a, UnitId b) const {
  if (!a || !b) return false;
  if (isInTree(a) && isInTree(b)) return isAbove(*this, a, b) || isAbove(*this, b, a);
  const UnitId group = isInTree(a) ? b : a;
  const UnitId other = isInTree(a) ? a : b;
  const std::vector<UnitId>& parts = children[group.index()];
  return std::any_of(parts.begin(), parts.end(), [&](UnitId part) { return overlap(part, other); });
}

std::vector<UnitId> Structure::unitsOfLevel(LevelId level) const {
  std::vector<UnitId> out;
  if (!level) return out;
  for (std::size_t i = 0; i < unitCount(); ++i) {
    if (unit(UnitId{i}).level == level) out.emplace_back(i);
  }
  return out;
}

std::vector<PostId> Structure::postsUnder(UnitId top) const {
  std::vector<PostId> out;
  // Of a group, what lies nearer to another group of the same grouping is not its own.
  const LevelId grouping =
      isInTree(top) || top == wholeId() ? LevelId{} : groups[top.index() - units.size()].level;
  const auto isIn = [&](UnitId id) { return !grouping || groupOf(grouping, id) == top; };
  std::vector<UnitId> open = {top};
  if (grouping) {
    open = children[top.index()];
    std::erase_if(open, [&](UnitId id) { return unit(id).parent && isIn(unit(id).parent); });
    std::reverse(open.begin(), open.end());
  }
  while (!open.empty()) {
    const UnitId at = open.back();
    open.pop_back();
    const std::vector<PostId>& own = posts_in[at.index()];
    out.insert(out.end(), own.begin(), own.end());
    const std::vector<UnitId>& below = children[at.index()];
    std::copy_if(below.rbegin(), below.rend(), std::back_inserter(open), isIn);
  }
  return out;
}

std::shared_ptr<const Structure> makeStructure(Structure records) {
  auto out = std::make_shared<Structure>(std::move(records));
  out->whole = Unit{};
  out->whole.key = kWholePlan;
  const LevelId named = out->findLevel(kWholePlan);
  const bool is_level_of_tree =
      std::any_of(out->units.begin(), out->units.end(),
                  [&](const Unit& unit) { return named && unit.level == named; });
  if (!named) out->levels.emplace_back(kWholePlan);
  if (!is_level_of_tree) out->whole.level = out->findLevel(kWholePlan);
  const LevelId district = out->findLevel(kLevelDistrict);
  out->district_of.assign(out->unitCount(), UnitId{});
  out->children.assign(out->unitCount(), {});
  out->posts_in.assign(out->unitCount(), {});
  out->roots.clear();
  for (std::size_t i = 0; i < out->units.size(); ++i) {
    for (UnitId at{i}; at; at = out->unit(at).parent) {
      if (out->unit(at).level == district) {
        out->district_of[i] = at;
        break;
      }
    }
    const UnitId parent = out->units[i].parent;
    (parent ? out->children[parent.index()] : out->roots).emplace_back(i);
  }
  for (std::size_t i = 0; i < out->groups.size(); ++i) {
    out->children[out->groupId(i).index()] = out->members[i];
  }
  out->children[out->wholeId().index()] = out->roots;
  out->whole.name = nameOfWhole(*out);
  findGroups(*out);
  for (std::size_t i = 0; i < out->posts.size(); ++i) {
    out->posts_in[out->posts[i].unit.index()].emplace_back(i);
  }
  return out;
}

}  // namespace cadre
