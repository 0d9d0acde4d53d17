// A roadmap as JSON and as lines of text.
#pragma once

#include <string>

#include "model/plan.h"
#include "propose/roadmap/roadmap.h"
#include "text/strings.h"

namespace cadre::report {

// {"status", "objective", "bound", "rounds": [{"id", "name", "date", "objective", "moves"}],
// "districts": [{"unit", "status", "objective", "bound"}], "nodes", "seconds"}; "districts" are the
// parts, "unit" is null if no unit contains all of one. `played` is the scenario with the roadmap;
// `seconds` is the only figure that differs between runs.
[[nodiscard]] std::string roadmapJson(const Plan& plan, const Scenario& played,
                                      const propose::Roadmap& roadmap, double seconds);

// The proof, the moves of each round, and the parts without a proof.
[[nodiscard]] std::string roadmapText(const Plan& plan, const Scenario& played,
                                      const propose::Roadmap& roadmap, text::Language language);

}  // namespace cadre::report
