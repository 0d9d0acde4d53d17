// A way to divide a plan's units into groups: a level of the tree, a grouping, or the whole plan as
// one group.
//
// Whatever says "by district" says it through a division, so that a plan without districts is asked
// the same way. A unit may be in no group: then it is in no cell, under no cap and within nothing
// of that division (plan-format.md, "Meaning of version 2").
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/id.h"
#include "core/message.h"
#include "model/plan.h"

namespace cadre {

class Division {
 public:
  static constexpr std::int32_t kNoGroup = -1;

  // The division of that name: kWholePlan, a level or a grouping. Nothing when the plan has none of
  // that name.
  [[nodiscard]] static std::optional<Division> find(const Structure& structure,
                                                    std::string_view name);
  [[nodiscard]] static Division whole(const Structure& structure);

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] bool isWhole() const { return is_whole_; }
  // kNoGroup for none and for a unit in no group.
  [[nodiscard]] std::int32_t groupOf(UnitId unit) const {
    return unit ? group_of_[unit.index()] : kNoGroup;
  }

 private:
  std::vector<std::int32_t> group_of_;  // by unit
  std::size_t count_ = 0;
  bool is_whole_ = false;
};

// The name of a division for people: of what the plan itself names, or of the levels that rules
// know.
[[nodiscard]] MessageValue nameOfDivision(const Structure& structure, std::string_view name);

// The level of a definition of "local", for people.
[[nodiscard]] MessageValue nameOfLevel(const Structure& structure,
                                       const LocalityDefinition& locality);

// Divisions that officials may be kept within, the usual one first and the whole plan last: levels
// and groupings of several groups that hold units, and what the plan itself says.
[[nodiscard]] std::vector<std::string> scopesOf(const Plan& plan);

// The division that a proposal keeps to when nobody says another: the plan's own `mobility`, else
// districts where the plan has any, else the groups of the first quota where there are several,
// else the whole plan.
[[nodiscard]] std::string_view usualScope(const Plan& plan);

}  // namespace cadre
