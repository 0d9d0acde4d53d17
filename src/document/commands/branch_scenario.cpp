#include "document/commands/branch_scenario.h"

#include <optional>

#include "document/commands/shared.h"

namespace cadre {

Expected<Plan> BranchScenario::apply(const Plan& plan) const {
  if (Expected<void> may = commands::checkNewScenario(plan, key); !may) {
    return std::unexpected(may.error());
  }
  Scenario branch;
  std::size_t at = 0;
  if (!from.empty()) {
    const std::optional<std::size_t> place = plan.findScenario(from);
    if (!place) return notThere(text::Str::thing_scenario, from);
    branch = *(*plan.scenarios)[*place];
    at = *place + 1;
  }
  branch.key = key;
  branch.name = name;
  branch.based_on = from;
  return commands::withNewScenario(plan, std::move(branch), at);
}

Message BranchScenario::label(const Plan& /*before*/) const {
  return {text::Str::do_branch_scenario, {{"name", name}}};
}

void BranchScenario::write(JsonWriter& out, const Plan& /*before*/) const {
  out.key("from").string(from);
  out.key("id").string(key);
  out.key("name").string(name);
}

BranchScenario BranchScenario::read(plan_io::ObjectReader& in, const ReadContext& /*context*/) {
  return {in.string("from"), in.string("id"), in.string("name")};
}

}  // namespace cadre
