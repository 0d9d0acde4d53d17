// A frontier as JSON and as a table: for each number of posts that may change hands the least
// shortfall and then the least cost, and beside it what a proposal with so many comes to.
//
// Points are listed from 0 on up to the number with which nothing gets better any more for either
// of the two; with more the last point holds. A point that pinned moves make impossible is null.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/plan.h"
#include "propose/proposal.h"
#include "text/strings.h"

namespace cadre::report {

struct FrontierPoint {
  propose::Proposal cheapest;  // least shortfall, then least cost; kInfeasible: there is none
  propose::Proposal proposal;  // the proposal with so many
};

struct FrontierTable {
  UnitId unit;  // none: the whole
  // Shortfall of cells that have nothing to do with the unit: not counted.
  std::int64_t elsewhere = 0;
  propose::Status status = propose::Status::kInfeasible;
  std::vector<FrontierPoint> points;  // by the most posts that change hands: 0, 1, …
};

[[nodiscard]] std::string frontierJson(const Plan& plan, const FrontierTable& table,
                                       double seconds);
[[nodiscard]] std::string frontierText(const Plan& plan, const FrontierTable& table,
                                       text::Language language);

}  // namespace cadre::report
