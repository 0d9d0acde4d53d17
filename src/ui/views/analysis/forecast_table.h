// The forecast of the selected scenario as the view shows it: one row per unit of the selected
// quota, with what ends in each year. It is cached while its inputs are unchanged, and holds no
// references.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "analysis/forecast.h"
#include "core/memo.h"
#include "ui/context.h"

namespace cadre::ui {

// What ends in one year.
struct YearCount {
  int service = 0;
  int terms = 0;
};

struct ForecastRow {
  UnitId unit;
  std::size_t cell = 0;  // index in Forecast::cells
  Cell now;              // in the selected entry
  std::optional<Date> falls;
  std::vector<YearCount> years;
};

struct ForecastTable {
  Forecast forecast;
  int first_year = 0;
  std::vector<ForecastRow> rows;  // those that drop first, then those already below, then the rest
  std::vector<YearCount> all;
  YearCount sum;
  int last_terms = 0;
  int falling = 0;
  std::vector<UnitId> group_of;  // by index of the leave
};

struct ForecastMemory {
  int years = 5;            // after the last round
  bool last_terms = false;  // whether officials whose last term has ended count as gone
  // Key: revision, scenario, entry, quota and the two settings above.
  Memo<ForecastTable, std::tuple<std::uint64_t, std::string, std::size_t, std::string, int, bool>>
      table;
};

// The table for the current selection. REQUIRES: a quota is selected.
[[nodiscard]] const ForecastTable& forecastTable(const Context& context);

}  // namespace cadre::ui
