#include "document/commands/add_round.h"

#include "document/commands/shared.h"
#include "model/limits.h"
#include "plan_io/scenario_io.h"

namespace cadre {

Expected<Plan> AddRound::apply(const Plan& plan) const {
  return withScenario(plan, scenario, [&](Scenario& found) -> Expected<void> {
    const std::size_t most = limits::mostRounds(plan);
    if (found.rounds.size() >= most) return limits::tooMany(found.rounds.size() + 1, most);
    if (Expected<void> may = commands::checkNewRound(plan, found.rounds, round); !may) return may;
    found.rounds.push_back(round);
    commands::sortRounds(found);
    return {};
  });
}

Message AddRound::label(const Plan& /*before*/) const {
  return {text::Str::do_add_round, {{"name", round.name}}};
}

void AddRound::write(JsonWriter& out, const Plan& before) const {
  out.key("scenario").string(scenario);
  out.key("round");
  plan_io::writeRound(out, round, before);
}

AddRound AddRound::read(plan_io::ObjectReader& in, const ReadContext& context) {
  return {in.string("scenario"),
          commands::readNested(in, "round", [&](plan_io::ObjectReader round) {
            return plan_io::readRound(std::move(round), context.keys);
          })};
}

}  // namespace cadre
