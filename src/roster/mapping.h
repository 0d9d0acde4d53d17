// Which field of an official each column of a table contains.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/plan.h"
#include "roster/cell_text.h"
#include "roster/table.h"

namespace cadre::roster {

struct Mapping {
  std::size_t header = 0;      // the row of column names; rows above it are ignored
  std::vector<Field> columns;  // by column; each field but kIgnore at most once

  // The column of a field; columns.size() when there is none.
  [[nodiscard]] std::size_t columnOf(Field field) const;
  [[nodiscard]] bool has(Field field) const { return columnOf(field) < columns.size(); }
  // Assigns a field to a column, and removes it from the column that had it.
  void assign(std::size_t column, Field field);

  friend bool operator==(const Mapping&, const Mapping&) = default;
};

// Recognises columns by their names, Vietnamese or English, with or without accents. Lists often
// have a title above, so the heading row is the one of the first rows with the most recognised
// names. A column with an unknown name counts as ids if all its cells are ids of the plan's
// officials.
[[nodiscard]] Mapping guessMapping(const Table& table, const Plan& plan);

}  // namespace cadre::roster
