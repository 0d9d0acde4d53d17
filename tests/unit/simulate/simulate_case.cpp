#include "simulate_case.h"

#include <utility>

#include "simulate/simulate.h"

namespace cadre::test {

std::string lines(const Plan& plan, const RoundState& state) {
  std::string out;
  for (const Finding& finding : state.findings) {
    out += nameOf(finding.severity);
    out += " ";
    out += finding.rule;
    out += " " + (finding.cadre ? plan.cadre(finding.cadre).key : "-");
    out += " → " + (finding.post ? plan.post(finding.post).key : "-");
    out += finding.waived ? " (waived)\n" : "\n";
  }
  return out;
}

Played simulateRound(const Plan& plan, Round round) {
  const Timeline timeline = simulate(plan, scenario({std::move(round)}));
  return Played{timeline.rounds.back(), plan};
}

}  // namespace cadre::test
