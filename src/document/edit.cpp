#include "document/edit.h"

#include <algorithm>
#include <string>

#include "model/limits.h"
#include "rules/rule.h"

namespace cadre {

using text::Str;

bool fits(const Move& move, const Plan& plan) {
  const auto is_post = [&](PostId post) { return post.index() < plan.structure->posts.size(); };
  return move.cadre && move.cadre.index() < plan.roster->cadres.size() &&
         (!move.to || is_post(move.to)) && move.keep.size() <= limits::kPostsOfCadre &&
         std::all_of(move.keep.begin(), move.keep.end(), is_post) &&
         std::all_of(
             move.waivers.begin(), move.waivers.end(),
             [](const Waiver& waiver) { return rules::findRule(waiver.rule) != nullptr; });
}

bool fits(const Consultation& entry, const Plan& plan) {
  return entry.cadre && entry.cadre.index() < plan.roster->cadres.size() &&
         (!entry.to || entry.to.index() < plan.structure->posts.size());
}

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
  return withSection(plan, &Plan::scenarios, std::move(scenarios));
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
