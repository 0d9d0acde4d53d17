// The plans that a monkey plays with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/random.h"

namespace cadre::monkey {

// Samples without ".json" and "small", the whole city last; beside them there is "random-N" for any
// number N.
[[nodiscard]] const std::vector<std::string>& planNames();
[[nodiscard]] std::string anyPlanName(test::Random& random);
// Its file; empty where there is no such plan.
[[nodiscard]] std::string planNamed(std::string_view name);

// The text with something wrong: cut off, a byte changed, a line twice, a number that is too large.
[[nodiscard]] std::string damaged(std::string text, test::Random& random);

// The plan's people as a table for a spreadsheet, some of them changed, new or moved.
[[nodiscard]] std::string rosterOf(std::string_view plan_json, test::Random& random);

}  // namespace cadre::monkey
