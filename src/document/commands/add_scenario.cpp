#include "document/commands/add_scenario.h"

#include <span>

#include "document/commands/shared.h"
#include "model/limits.h"
#include "plan_io/scenario_io.h"

namespace cadre {

Expected<Plan> AddScenario::apply(const Plan& plan) const {
  if (Expected<void> may = commands::checkNewScenario(plan, scenario.key); !may) {
    return std::unexpected(may.error());
  }
  if (!scenario.based_on.empty() && !plan.findScenario(scenario.based_on)) {
    return notThere(text::Str::thing_scenario, scenario.based_on);
  }
  const std::size_t most = limits::mostRounds(plan);
  if (scenario.rounds.size() > most) return limits::tooMany(scenario.rounds.size(), most);
  const std::span<const Round> rounds = scenario.rounds;
  for (std::size_t r = 0; r < rounds.size(); ++r) {
    if (Expected<void> may = commands::checkNewRound(plan, rounds.first(r), rounds[r]); !may) {
      return std::unexpected(may.error());
    }
  }
  return commands::withNewScenario(plan, scenario, at);
}

Message AddScenario::label(const Plan& /*before*/) const {
  return {text::Str::do_add_scenario, {{"name", scenario.name}}};
}

void AddScenario::write(JsonWriter& out, const Plan& before) const {
  commands::writeIndex(out, "at", at);
  out.key("scenario");
  plan_io::writeScenario(out, scenario, before);
}

AddScenario AddScenario::read(plan_io::ObjectReader& in, const ReadContext& context) {
  const std::size_t at = commands::readIndex(in, "at");
  return {commands::readNested(in, "scenario",
                               [&](plan_io::ObjectReader scenario) {
                                 return plan_io::readScenario(std::move(scenario), context.keys);
                               }),
          at};
}

}  // namespace cadre
