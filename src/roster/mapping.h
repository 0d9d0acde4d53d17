// Which column of a table says what about an official.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/plan.h"
#include "roster/cell_text.h"
#include "roster/table.h"

namespace cadre::roster {

struct Mapping {
  std::size_t header = 0;      // the row of column names; those above it are not read
  std::vector<Field> columns;  // by column; each field but kIgnore at most once

  // The column of a field; columns.size() when there is none.
  [[nodiscard]] std::size_t columnOf(Field field) const;
  [[nodiscard]] bool has(Field field) const { return columnOf(field) < columns.size(); }
  // Gives the column a field, and takes it from the column that had it.
  void assign(std::size_t column, Field field);

  friend bool operator==(const Mapping&, const Mapping&) = default;
};

// By the column names, Vietnamese or English, with or without accents; lists often have a heading
// above them, so the row of names is the one of the first rows that is understood best. A column
// without a known name counts as ids when all its cells are ids of the plan's officials.
[[nodiscard]] Mapping guessMapping(const Table& table, const Plan& plan);

}  // namespace cadre::roster
