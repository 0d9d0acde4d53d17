#include "promises.h"

#include "plan_io/plan_io.h"
#include "require.h"
#include "simulate/simulate.h"

namespace cadre::fuzz {

std::string requireOpensAgain(const Plan& plan) {
  std::string text = plan_io::savePlan(plan);
  const auto again = plan_io::loadPlan(text);
  require(again.has_value(), "a saved plan opens");
  require(plan_io::savePlan(*again) == text, "an opened plan is written the same");
  return text;
}

void requireSimulates(const Plan& plan) {
  require(!simulateBaseline(plan).rounds.empty(), "the baseline has a state");
  for (const auto& scenario : *plan.scenarios) {
    const Timeline timeline = simulate(plan, *scenario);
    require(timeline.rounds.size() == scenario->rounds.size() + 1, "each round has a state");
  }
}

}  // namespace cadre::fuzz
