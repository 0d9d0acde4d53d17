// A small plan for the tests of commands: one district, three communes, five officials, two
// scenarios of which "a" has rounds r1 (two moves) and r2 (none).
#pragma once

#include <vector>

#include "document/command.h"
#include "support/plan_builder.h"

namespace cadre::test {

struct DocumentCase {
  DocumentCase();

  PlanBuilder builder;
  UnitId district;
  std::vector<PostId> posts;    // secretary and chairman of each commune
  std::vector<CadreId> cadres;  // holders of the first four posts, then one without a post
  Plan plan;

  RoundRef r1{"a", "r1"};
  RoundRef r2{"a", "r2"};
};

// Changes the first official, adds a relative "c99" in the last post, and vacates the fourth.
[[nodiscard]] roster::Merge mergeFor(const DocumentCase& c);

// At least one command of every kind, all of which fit the plan.
[[nodiscard]] std::vector<Command> everyCommand(const DocumentCase& c);

[[nodiscard]] const Scenario& scenarioOf(const Plan& plan, std::string_view key);
[[nodiscard]] const Round& roundOf(const Plan& plan, const RoundRef& ref);

// REQUIRES: the command fits.
[[nodiscard]] Plan applied(const Plan& plan, const Command& command);

}  // namespace cadre::test
