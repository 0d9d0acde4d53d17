// Scenarios beside each other, as the view of comparison shows them. The table is kept while they
// and the plan are the same, and holds the scenarios that it is of.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "analysis/comparison.h"
#include "core/memo.h"
#include "ui/context.h"

namespace cadre::ui {

// The chosen scenarios and what they come to, kept while they and the plan are the same.
struct CompareTable {
  ScenarioList scenarios;
  Comparison comparison;
  std::vector<MoveDifference> differences;  // between the first two
};

struct CompareMemory {
  std::vector<std::string> scenarios;  // keys, in the order in which they were chosen
  bool chosen = false;                 // by hand; else the view has a first guess
  Memo<CompareTable, std::pair<std::uint64_t, std::vector<std::string>>>
      table;  // by revision, keys
};

// Of the scenarios that are chosen now; without any it has no figures.
[[nodiscard]] const CompareTable& compareTable(const Context& context);

}  // namespace cadre::ui
