// The plans used by the monkey.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/random.h"

namespace cadre::monkey {

// Samples without ".json" and "small", the whole city last; in addition, "random-N" for any number
// N.
[[nodiscard]] const std::vector<std::string>& planNames();
[[nodiscard]] std::string anyPlanName(test::Random& random);
// Its file; empty if there is no such plan.
[[nodiscard]] std::string planNamed(std::string_view name);

// The text with an error: truncated, a changed byte, a repeated line, too large a number.
[[nodiscard]] std::string damaged(std::string text, test::Random& random);

// The plan's officials as a spreadsheet table, some of them changed, new or moved.
[[nodiscard]] std::string rosterOf(std::string_view plan_json, test::Random& random);

}  // namespace cadre::monkey
