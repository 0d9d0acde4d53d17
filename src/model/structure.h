// Where people can serve: units, titles and posts of a plan, with the indices that follow from
// them.
//
// Invariants (makeStructure's callers guarantee the first four; plan_io checks them on files):
//   - parents form a forest;
//   - keys are unique within their list;
//   - every id in a record points into this structure, every incumbent into the plan's roster;
//   - no unit is listed by two groups of a grouping;
//   - immutable after makeStructure; the derived tables agree with the records.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/id.h"
#include "model/extra.h"
#include "model/vocabulary.h"

namespace cadre {

// A name that comes in both languages in the file.
struct LocalName {
  std::string vi;
  std::string en;
  Extra extra;

  [[nodiscard]] const std::string& in(text::Language language) const {
    return language == text::Language::kVietnamese ? vi : en;
  }
};

// Mức xếp loại of an official or a unit in one period ("2022", "2023-06").
struct Evaluation {
  std::string period;
  EvaluationGrade grade{};
  Extra extra;
};

// Column and row on the tile map.
struct Tile {
  std::int32_t column = 0;
  std::int32_t row = 0;
  friend constexpr auto operator<=>(Tile, Tile) = default;
};

struct Unit {
  std::string key;  // GSO code; leading zeros matter
  std::string name;
  LevelId level;
  UnitId parent;  // none for a root
  std::optional<Tile> tile;
  std::vector<Evaluation> grades;
  Extra extra;
};

// A division of units into groups that is no level of the tree: clusters, say (cụm).
struct Grouping {
  std::string key;  // no level has this name
  LocalName name;
  Extra extra;
};

// The whole plan as a level with one group, in `within` and `group_level` of plan files.
inline constexpr std::string_view kWholePlan = "plan";

// Chức danh.
struct Title {
  std::string key;
  LocalName name;
  bool head = false;
  Extra extra;
};

// One seat.
struct Post {
  std::string key;
  UnitId unit;
  TitleId title;
  CadreId incumbent;  // none: vacant. The holder on the plan's as_of date
  bool locked = false;
  std::string field;  // lĩnh vực asked for; empty: none
  Extra extra;
};

// A group of a grouping, and the whole plan, are numbered on after the units: what counts, caps or
// asks "where" need not know that they are no units of the tree. They have no parent, and as
// children the units that they were made of.
struct Structure {
  // By LevelId: names of levels and keys of groupings, and kWholePlan, unless a level is called so.
  std::vector<std::string> levels;
  std::vector<Unit> units;  // those of the tree
  std::vector<Grouping> groupings;
  std::vector<Unit> groups;                  // grouping by grouping; the level is the grouping's
  std::vector<std::vector<UnitId>> members;  // by group: its units, in file order
  std::vector<Title> titles;
  std::vector<Post> posts;

  // Derived by makeStructure. "By unit" is by every UnitId, those of groups included.
  std::vector<UnitId> district_of;            // by unit: itself or the nearest ancestor of level
                                              // "district"; none where there is none
  std::vector<std::vector<UnitId>> children;  // by unit, in file order
  std::vector<std::vector<PostId>> posts_in;  // by unit: posts of the unit itself, in file order
  std::vector<UnitId> roots;
  std::vector<std::vector<UnitId>> group_in;  // by grouping, then by unit of the tree: its group
  Unit whole;  // named as its roots are; without a level where a level is called kWholePlan

  // All that a UnitId may name.
  [[nodiscard]] std::size_t unitCount() const { return units.size() + groups.size() + 1; }
  [[nodiscard]] UnitId wholeId() const { return UnitId{units.size() + groups.size()}; }
  [[nodiscard]] UnitId groupId(std::size_t place) const { return UnitId{units.size() + place}; }
  // Whether it is a unit of the tree, not a group or the whole plan.
  [[nodiscard]] bool isInTree(UnitId id) const { return id && id.index() < units.size(); }

  [[nodiscard]] const Unit& unit(UnitId id) const {
    if (id.index() < units.size()) return units[id.index()];
    return id == wholeId() ? whole : groups[id.index() - units.size()];
  }
  [[nodiscard]] const Title& title(TitleId id) const { return titles[id.index()]; }
  [[nodiscard]] const Post& post(PostId id) const { return posts[id.index()]; }
  // None for none.
  [[nodiscard]] UnitId districtOf(UnitId id) const { return id ? district_of[id.index()] : id; }
  [[nodiscard]] UnitId unitOf(PostId id) const { return id ? post(id).unit : UnitId{}; }

  // The level or grouping of that name; none when there is none.
  [[nodiscard]] LevelId findLevel(std::string_view name) const;
  // The grouping that the level is; null for a level of the tree.
  [[nodiscard]] const Grouping* groupingOf(LevelId level) const;
  // The unit of that level which is `unit` or the nearest above it, or the group it lies in. None
  // for none.
  [[nodiscard]] UnitId groupOf(LevelId level, UnitId unit) const;
  // The unit or group of that level with that key; none when there is none.
  [[nodiscard]] UnitId findUnit(LevelId level, std::string_view key) const;
  // The unit of the tree with that key, else the first group, else kWholePlan; none when there is
  // none.
  [[nodiscard]] UnitId findUnit(std::string_view key) const;
  // True when all of `below` is in or under `above`.
  [[nodiscard]] bool contains(UnitId above, UnitId below) const;
  // True when some unit is in or under both.
  [[nodiscard]] bool overlap(UnitId a, UnitId b) const;
  // Units or groups of a level in file order.
  [[nodiscard]] std::vector<UnitId> unitsOfLevel(LevelId level) const;
  // Posts in or under a unit or of a group, in the order of a walk down the tree. A unit that lies
  // under units of two groups is of the group that lists the nearer one.
  [[nodiscard]] std::vector<PostId> postsUnder(UnitId unit) const;
};

// Level names with a meaning in rules; every other level name is only a way to group.
inline constexpr std::string_view kLevelCity = "city";
inline constexpr std::string_view kLevelDistrict = "district";
inline constexpr std::string_view kLevelCommune = "commune";

// Fills the derived tables. REQUIRES: the invariants above on the records.
[[nodiscard]] std::shared_ptr<const Structure> makeStructure(Structure records);

}  // namespace cadre
