// A way to divide a plan's units into groups: a level of the tree, or the whole plan as one group.
//
// Whatever says "by district" says it through a division, so that a plan without districts is asked
// the same way. A unit may be in no group: then it is in no cell, under no cap and within nothing
// of that division (plan-format.md, "Meaning of version 2").
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/id.h"
#include "model/plan.h"

namespace cadre {

// The whole plan as one group; a plan file may not call a level so.
inline constexpr std::string_view kWholePlan = "plan";

class Division {
 public:
  static constexpr std::int32_t kNoGroup = -1;

  // The division of that name: kWholePlan or a level. Nothing when the plan has none of that name.
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

// The division that a proposal keeps to when nobody says another: districts where the plan has any,
// else the groups of the first quota where there are several, else the whole plan.
[[nodiscard]] std::string_view usualScope(const Plan& plan);

}  // namespace cadre
