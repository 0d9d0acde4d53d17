// Compares scenarios of one plan: the figures of each, and the moves in which two differ.
//
// Pure: each timeline must be the simulation of the scenario at the same index. A scenario compared
// with itself has no differences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/plan.h"
#include "simulate/timeline.h"

namespace cadre {

// One scenario in numbers; "at the end" means after its last round.
struct ScenarioFigures {
  std::int32_t rounds = 0;
  std::int32_t moves = 0;      // moves that happen
  std::int32_t blocked = 0;    // moves that do not happen
  std::int32_t vacancies = 0;  // vacant posts of the whole plan at the end
  std::int32_t hard = 0;       // unwaived hard findings
  std::int32_t soft = 0;
  std::int32_t waived = 0;
  std::vector<std::int32_t> shortfall;  // by quota, at the end
  std::vector<std::int32_t> reached;    // by quota: units without a shortfall at the end
  std::vector<Cell> cells;              // at the end, by quota, then unit, in file order
  friend bool operator==(const ScenarioFigures&, const ScenarioFigures&) = default;
};

struct Comparison {
  std::vector<ScenarioFigures> figures;  // by scenario
};

// REQUIRES: as many timelines as scenarios, all of this plan, none null.
[[nodiscard]] Comparison compare(const Plan& plan, std::span<const Scenario* const> scenarios,
                                 std::span<const Timeline* const> timelines);

// A move of a scenario, by its indices in the lists.
struct MoveAt {
  std::size_t round = 0;
  std::size_t move = 0;
  friend bool operator==(const MoveAt&, const MoveAt&) = default;
};

// An official whom two scenarios move differently, or whom only one of them moves. If both do, at
// least one of the flags says how the moves differ.
struct MoveDifference {
  CadreId cadre;
  std::optional<MoveAt> first{};   // nullopt: only in the second scenario
  std::optional<MoveAt> second{};  // nullopt: only in the first scenario
  bool destination = false;
  bool round = false;  // the dates differ
  bool type = false;
  bool consent = false;  // some party's view differs
  bool outcome = false;  // it happens in only one of them
  friend bool operator==(const MoveDifference&, const MoveDifference&) = default;
};

// Compares in both directions. Moves are the same when cadre, destination, type and date of the
// round agree, whatever their indices in the lists; for those, only different views and a different
// outcome are reported. An official with several moves is compared move by move, the most similar
// first. In the order of the first scenario, then those that are only in the second.
[[nodiscard]] std::vector<MoveDifference> differences(const Scenario& first,
                                                      const Timeline& first_timeline,
                                                      const Scenario& second,
                                                      const Timeline& second_timeline);

}  // namespace cadre
