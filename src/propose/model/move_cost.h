// What a move costs: the fourth objective of a proposal, and the last word of a ranking.
//
// Whole numbers from the plan's "costs" section, where absent the defaults of the optimiser's model
// Lower is better.
#pragma once

#include <cstdint>

#include "core/id.h"
#include "model/plan.h"

namespace cadre::propose {

struct CostTable {
  std::int32_t leave = 300;          // somebody leaves for no post
  std::int32_t soft_rule = 20;       // each soft rule that the move breaks
  std::int32_t field_mismatch = 15;  // the post names a field that the cadre lacks
  std::int32_t district_step = 5;    // for each tile between the districts
};

[[nodiscard]] CostTable costTable(const Plan& plan);

// 0, 5, 10 for a wish of rank 1, 2, 3 that contains the unit, 15 beyond, 20 when the official has
// wishes and none fits, 10 when there are none.
[[nodiscard]] std::int32_t preferenceCost(const Plan& plan, const Cadre& cadre, UnitId unit);

// |Δcolumn| + |Δrow| between the districts of two units; 0 when either has no tile.
[[nodiscard]] std::int32_t tileDistance(const Plan& plan, UnitId a, UnitId b);

// What the cost of a move is made of.
struct CostParts {
  std::int32_t preference = 0;
  std::int32_t distance = 0;
  std::int32_t field_mismatch = 0;
  std::int32_t soft_rules = 0;
  std::int32_t views = 0;
  std::int32_t leave = 0;

  [[nodiscard]] std::int32_t total() const {
    return preference + distance + field_mismatch + soft_rules + views + leave;
  }
  friend bool operator==(const CostParts&, const CostParts&) = default;
};

// The move of a cadre from a post (none: without one) to another, with the number of soft rules
// that it breaks and what the three have said of it: a concern costs 15 and a disagreement 40, of
// each of them.
[[nodiscard]] CostParts costParts(const Plan& plan, const CostTable& costs, CadreId cadre,
                                  PostId from, PostId to, std::int32_t soft_rules_broken,
                                  const Views& views);
[[nodiscard]] std::int32_t moveCost(const Plan& plan, const CostTable& costs, CadreId cadre,
                                    PostId from, PostId to, std::int32_t soft_rules_broken,
                                    const Views& views);

}  // namespace cadre::propose
