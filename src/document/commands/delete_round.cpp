#include "document/commands/delete_round.h"

#include <vector>

#include "document/commands/shared.h"

namespace cadre {

Expected<Plan> DeleteRound::apply(const Plan& plan) const {
  return withScenario(plan, round.scenario, [&](Scenario& scenario) -> Expected<void> {
    const auto erased = std::erase_if(
        scenario.rounds, [&](const Round& candidate) { return candidate.key == round.round; });
    if (erased == 0) return notThere(text::Str::thing_round, round.round);
    return {};
  });
}

Message DeleteRound::label(const Plan& before) const {
  return {text::Str::do_delete_round, {{"name", commands::nameOfRound(before, round)}}};
}

void DeleteRound::write(JsonWriter& out, const Plan& /*before*/) const {
  commands::writeRef(out, round);
}

DeleteRound DeleteRound::read(plan_io::ObjectReader& in, const ReadContext& /*context*/) {
  return {commands::readRef(in)};
}

}  // namespace cadre
