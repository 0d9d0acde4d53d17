// How sure a round is, as JSON and as text.
#pragma once

#include <string>

#include "analysis/risk.h"
#include "model/plan.h"
#include "text/strings.h"

namespace cadre::report {

// "0.8731".
[[nodiscard]] std::string fourDecimals(TenThousandths value);

// Cells, moves that may be refused, and "all"; what was not computed is null.
[[nodiscard]] std::string riskJson(const Plan& plan, const Round& round, const RoundRisk& risk);

// Cells that need something alone.
[[nodiscard]] std::string riskText(const Plan& plan, const Round& round, const RoundRisk& risk,
                                   text::Language language);

}  // namespace cadre::report
