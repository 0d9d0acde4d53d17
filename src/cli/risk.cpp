#include "cli/risk.h"

#include <algorithm>

#include "analysis/risk.h"
#include "cli/shared.h"
#include "report/risk_text.h"
#include "simulate/simulate.h"

namespace cadre::cli {

Outcome riskOne(const Plan& plan, const Scenario& scenario, const Arguments& arguments) {
  const auto round = std::find_if(scenario.rounds.begin(), scenario.rounds.end(),
                                  [&](const Round& one) { return one.key == *arguments.round; });
  if (round == scenario.rounds.end()) {
    return fileErrors(arguments.file,
                      {notInFile("/scenarios", text::Str::thing_round, *arguments.round)},
                      arguments.language);
  }
  const auto at = static_cast<std::size_t>(round - scenario.rounds.begin());
  const RoundRisk found = roundRisk(plan, scenario, simulate(plan, scenario), at);
  return {kDone,
          arguments.json ? report::riskJson(plan, *round, found)
                         : report::riskText(plan, *round, found, arguments.language),
          ""};
}

}  // namespace cadre::cli
