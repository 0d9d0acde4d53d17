// A plan whose timeline contains one of everything: a vacancy, an unknown, a departure, findings
// that are hard, waived and soft, and one that is not about a post.
#pragma once

#include "simulate/timeline.h"
#include "support/plan_builder.h"

namespace cadre::test {

struct ReportCase {
  ReportCase();

  Plan plan;
  Timeline timeline;

  [[nodiscard]] const Scenario& scenario() const { return *plan.scenarios->front(); }
};

}  // namespace cadre::test
