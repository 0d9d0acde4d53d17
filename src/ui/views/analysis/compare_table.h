// The comparison table of scenarios. It is cached while they and the plan are unchanged, and holds
// the scenarios that it was computed from.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "analysis/comparison.h"
#include "core/memo.h"
#include "ui/context.h"

namespace cadre::ui {

// The selected scenarios and their figures, cached while they and the plan are unchanged.
struct CompareTable {
  ScenarioList scenarios;
  Comparison comparison;
  std::vector<MoveDifference> differences;  // between the first two
};

struct CompareMemory {
  std::vector<std::string> scenarios;  // keys, in the order of selection
  bool chosen = false;                 // selected by hand; otherwise the view uses a default
  Memo<CompareTable, std::pair<std::uint64_t, std::vector<std::string>>>
      table;  // by revision, keys
};

// The table of the currently selected scenarios; without any, it has no figures.
[[nodiscard]] const CompareTable& compareTable(const Context& context);

}  // namespace cadre::ui
