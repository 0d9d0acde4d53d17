// The risk of a round, as JSON and as text.
#pragma once

#include <string>

#include "analysis/risk.h"
#include "model/plan.h"
#include "text/strings.h"

namespace cadre::report {

// "0.8731".
[[nodiscard]] std::string fourDecimals(TenThousandths value);

// Cells, moves that may be refused, and "all"; values that were not computed are null.
[[nodiscard]] std::string riskJson(const Plan& plan, const Round& round, const RoundRisk& risk);

// Only cells that need at least one post.
[[nodiscard]] std::string riskText(const Plan& plan, const Round& round, const RoundRisk& risk,
                                   text::Language language);

}  // namespace cadre::report
