#include "document/commands/delete_scenario.h"

#include <cstddef>
#include <memory>
#include <optional>

#include "document/commands/shared.h"

namespace cadre {

Expected<Plan> DeleteScenario::apply(const Plan& plan) const {
  const std::optional<std::size_t> place = plan.findScenario(scenario);
  if (!place) return notThere(text::Str::thing_scenario, scenario);
  const std::string base = (*plan.scenarios)[*place]->based_on;
  auto scenarios = copied(plan.scenarios);
  scenarios->erase(scenarios->begin() + static_cast<std::ptrdiff_t>(*place));
  for (std::shared_ptr<const Scenario>& other : *scenarios) {
    if (other->based_on != scenario) continue;
    auto changed = copied(other);
    changed->based_on = base;
    other = std::move(changed);
  }
  return withSection(plan, &Plan::scenarios, std::move(scenarios));
}

Message DeleteScenario::label(const Plan& before) const {
  const std::optional<std::size_t> at = before.findScenario(scenario);
  return {text::Str::do_delete_scenario,
          {{"name", at ? (*before.scenarios)[*at]->name : scenario}}};
}

void DeleteScenario::write(JsonWriter& out, const Plan& /*before*/) const {
  out.key("scenario").string(scenario);
}

DeleteScenario DeleteScenario::read(plan_io::ObjectReader& in, const ReadContext& /*context*/) {
  return {in.string("scenario")};
}

}  // namespace cadre
