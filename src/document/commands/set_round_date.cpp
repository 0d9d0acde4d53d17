#include "document/commands/set_round_date.h"

#include "document/commands/shared.h"

namespace cadre {

Expected<Plan> SetRoundDate::apply(const Plan& plan) const {
  Expected<Plan> dated =
      withRound(plan, round.scenario, round.round, [&](Round& found) -> Expected<void> {
        found.date = date;
        return {};
      });
  if (!dated) return dated;
  return withScenario(*dated, round.scenario, [](Scenario& scenario) -> Expected<void> {
    commands::sortRounds(scenario);
    return {};
  });
}

Message SetRoundDate::label(const Plan& before) const {
  return {text::Str::do_set_round_date,
          {{"name", commands::nameOfRound(before, round)}, {"date", date}}};
}

void SetRoundDate::write(JsonWriter& out, const Plan& /*before*/) const {
  commands::writeRef(out, round);
  out.key("date").string(isoDate(date));
}

SetRoundDate SetRoundDate::read(plan_io::ObjectReader& in, const ReadContext& /*context*/) {
  return {commands::readRef(in), in.date("date")};
}

}  // namespace cadre
