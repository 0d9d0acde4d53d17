// plan.json, versions 1 and 2: reads and writes a whole plan (shared contract: plan-format).
//
// A plan is written as version 1 as long as it says nothing that only version 2 can say, and came
// from no file of version 2: those may have fields that this program does not know yet.
//
// loadPlan is total: any bytes give a plan or a list of errors, in time and memory bounded by the
// size of the text. savePlan(loadPlan(x)) keeps every field of x, also those that this version does
// not know; loadPlan(savePlan(p)) is p, and savePlan gives the same bytes everywhere.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "core/error.h"
#include "model/plan.h"

namespace cadre::plan_io {

inline constexpr std::string_view kFormatName = "cadre-rotation-plan";
inline constexpr int kFormatVersion = 2;  // the newest; there is none before 1

// At most kMaxErrors errors, each with its JSON pointer, or the line and column where the text
// stops being JSON.
[[nodiscard]] std::expected<Plan, Errors> loadPlan(std::string_view json_text);

// The plan as a file, ending in a newline.
[[nodiscard]] std::string savePlan(const Plan& plan);

}  // namespace cadre::plan_io
