#include "document/commands/rename_scenario.h"

#include "document/commands/shared.h"

namespace cadre {

Expected<Plan> RenameScenario::apply(const Plan& plan) const {
  return withScenario(plan, scenario, [&](Scenario& found) -> Expected<void> {
    found.name = name;
    return {};
  });
}

Message RenameScenario::label(const Plan& /*before*/) const {
  return {text::Str::do_rename_scenario, {{"name", name}}};
}

void RenameScenario::write(JsonWriter& out, const Plan& /*before*/) const {
  out.key("scenario").string(scenario);
  out.key("name").string(name);
}

RenameScenario RenameScenario::read(plan_io::ObjectReader& in, const ReadContext& /*context*/) {
  return {in.string("scenario"), in.string("name")};
}

}  // namespace cadre
