#include "analysis/round_load.h"

#include <cstddef>
#include <map>

namespace cadre {

std::vector<RoundLoad> roundLoads(const Plan& plan, const Scenario& scenario,
                                  const Timeline& timeline) {
  std::vector<RoundLoad> out;
  const Caps caps = plan.rule_set->caps.value_or(Caps{});
  for (std::size_t r = 0; r < scenario.rounds.size(); ++r) {
    const RoundState& state = timeline.rounds[r + 1];
    RoundLoad& load = out.emplace_back();
    load.moves = state.moves;
    if (plan.rule_set->roundCap() != INT32_MAX) load.most = plan.rule_set->roundCap();
    load.most_in_district = caps.moves_per_district_per_round;
    std::map<UnitId, std::int32_t> by_district;
    for (std::size_t m = 0; m < scenario.rounds[r].moves.size(); ++m) {
      const Move& move = scenario.rounds[r].moves[m];
      const PostId where = move.to ? move.to : state.before.firstPost(move.cadre);
      const UnitId district = plan.structure->districtOf(plan.structure->unitOf(where));
      if (state.happened[m] != 0 && district) ++by_district[district];
    }
    for (const auto& [district, moves] : by_district) {
      if (moves <= load.in_fullest) continue;
      load.fullest = district;
      load.in_fullest = moves;
    }
  }
  return out;
}

}  // namespace cadre
