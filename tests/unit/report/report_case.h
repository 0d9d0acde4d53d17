// A plan whose timeline has one of everything: a vacancy, an unknown, a departure, findings hard,
// waived and soft, and one about nobody's post.
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
