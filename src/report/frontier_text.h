// A frontier as JSON and as a table: for each number of posts that may change hands, the least
// shortfall and then the least cost, and next to it the objective of a proposal with that many.
//
// Points range from 0 to the number from which neither of the two improves any more; beyond it the
// last point applies. A point that pinned moves make impossible is null.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/plan.h"
#include "propose/proposal.h"
#include "text/strings.h"

namespace cadre::report {

struct FrontierPoint {
  propose::Proposal cheapest;  // least shortfall, then least cost; kInfeasible: none
  propose::Proposal proposal;  // the proposal with that many
};

struct FrontierTable {
  UnitId unit;  // none: the whole plan
  // Shortfall of cells that have no posts in the unit: not counted.
  std::int64_t elsewhere = 0;
  propose::Status status = propose::Status::kInfeasible;
  std::vector<FrontierPoint> points;  // by the most posts that change hands: 0, 1, …
};

[[nodiscard]] std::string frontierJson(const Plan& plan, const FrontierTable& table,
                                       double seconds);
[[nodiscard]] std::string frontierText(const Plan& plan, const FrontierTable& table,
                                       text::Language language);

}  // namespace cadre::report
