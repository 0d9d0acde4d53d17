// A roadmap as JSON and as lines of text.
#pragma once

#include <string>

#include "model/plan.h"
#include "propose/roadmap/roadmap.h"
#include "text/strings.h"

namespace cadre::report {

// {"status", "objective", "bound", "rounds": [{"id", "name", "date", "objective", "moves"}],
// "districts": [{"unit", "status", "objective", "bound"}], "nodes", "seconds"}; "districts" are the
// parts, "unit" is null where no unit holds all of one. `played` is the scenario with the roadmap,
// `seconds` the only figure that differs from run to run.
[[nodiscard]] std::string roadmapJson(const Plan& plan, const Scenario& played,
                                      const propose::Roadmap& roadmap, double seconds);

// The proof, round by round its moves, and the parts that are not proven.
[[nodiscard]] std::string roadmapText(const Plan& plan, const Scenario& played,
                                      const propose::Roadmap& roadmap, text::Language language);

}  // namespace cadre::report
