#include "document/edit.h"

#include <algorithm>
#include <string>

namespace cadre {

using text::Str;

std::unexpected<Error> notThere(Str what, std::string_view key) {
  return std::unexpected(
      Error{ErrorCode::kUsage,
            "",
            {Str::error_not_there, {{"expected", what}, {"found", std::string(key)}}}});
}

Expected<Plan> withScenario(const Plan& plan, std::string_view key,
                            const std::function<Expected<void>(Scenario&)>& change) {
  const std::optional<std::size_t> place = plan.findScenario(key);
  if (!place) return notThere(Str::thing_scenario, key);
  auto scenarios = copied(plan.scenarios);
  auto scenario = copied((*scenarios)[*place]);
  if (Expected<void> changed = change(*scenario); !changed) {
    return std::unexpected(changed.error());
  }
  (*scenarios)[*place] = std::move(scenario);
  Plan out = plan;
  out.scenarios = std::move(scenarios);
  return out;
}

Expected<Plan> withRound(const Plan& plan, std::string_view scenario, std::string_view round,
                         const std::function<Expected<void>(Round&)>& change) {
  return withScenario(plan, scenario, [&](Scenario& found) -> Expected<void> {
    const auto at = std::find_if(found.rounds.begin(), found.rounds.end(),
                                 [&](const Round& candidate) { return candidate.key == round; });
    if (at == found.rounds.end()) return notThere(Str::thing_round, round);
    return change(*at);
  });
}

}  // namespace cadre
