// The forecast of the chosen scenario as its view shows it: a row for each unit of the chosen quota
// with what ends in each year. It is kept while its question is the same, and refers to nothing but
// itself.
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
  std::size_t cell = 0;  // place in Forecast::cells
  Cell now;              // in the chosen entry
  std::optional<Date> falls;
  std::vector<YearCount> years;
};

struct ForecastTable {
  Forecast forecast;
  int first_year = 0;
  std::vector<ForecastRow> rows;  // what falls first, then what is below, then the rest
  std::vector<YearCount> all;
  YearCount sum;
  int last_terms = 0;
  int falling = 0;
  std::vector<UnitId> group_of;  // by leave
};

struct ForecastMemory {
  int years = 5;            // beyond the last round
  bool last_terms = false;  // one whose last term has run out counts as gone
  // By revision, scenario, entry, quota and the two above.
  Memo<ForecastTable, std::tuple<std::uint64_t, std::string, std::size_t, std::string, int, bool>>
      table;
};

// Of what is chosen now. REQUIRES: a quota is chosen.
[[nodiscard]] const ForecastTable& forecastTable(const Context& context);

}  // namespace cadre::ui
