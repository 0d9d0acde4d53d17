// Where people can serve: units, titles and posts of a plan, with the indices that follow from
// them.
//
// Invariants (makeStructure's callers guarantee the first three; plan_io checks them on files):
//   - parents form a forest;
//   - keys are unique within their list;
//   - every id in a record points into this structure, every incumbent into the plan's roster;
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

struct Structure {
  std::vector<std::string> levels;  // names of levels, by LevelId
  std::vector<Unit> units;
  std::vector<Title> titles;
  std::vector<Post> posts;

  // Derived by makeStructure.
  std::vector<UnitId> district_of;            // by unit: itself or the nearest ancestor of level
                                              // "district"; none where there is none
  std::vector<std::vector<UnitId>> children;  // by unit, in file order
  std::vector<std::vector<PostId>> posts_in;  // by unit: posts of the unit itself, in file order
  std::vector<UnitId> roots;

  [[nodiscard]] const Unit& unit(UnitId id) const { return units[id.index()]; }
  [[nodiscard]] const Title& title(TitleId id) const { return titles[id.index()]; }
  [[nodiscard]] const Post& post(PostId id) const { return posts[id.index()]; }
  // None for none.
  [[nodiscard]] UnitId districtOf(UnitId id) const { return id ? district_of[id.index()] : id; }
  [[nodiscard]] UnitId unitOf(PostId id) const { return id ? post(id).unit : UnitId{}; }

  // The level of that name; none when no unit has it.
  [[nodiscard]] LevelId findLevel(std::string_view name) const;
  // True when `above` is `below` itself or one of its ancestors.
  [[nodiscard]] bool contains(UnitId above, UnitId below) const;
  // Units of a level in file order.
  [[nodiscard]] std::vector<UnitId> unitsOfLevel(LevelId level) const;
  // Posts in or under a unit, in the order of a walk down the tree.
  [[nodiscard]] std::vector<PostId> postsUnder(UnitId unit) const;
};

// Level names with a meaning in rules; every other level name is only a way to group.
inline constexpr std::string_view kLevelCity = "city";
inline constexpr std::string_view kLevelDistrict = "district";
inline constexpr std::string_view kLevelCommune = "commune";

// Fills the derived tables. REQUIRES: the invariants above on the records.
[[nodiscard]] std::shared_ptr<const Structure> makeStructure(Structure records);

}  // namespace cadre
