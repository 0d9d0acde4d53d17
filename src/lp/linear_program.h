// A linear programme with bounds on every variable and every row: minimise c·x subject to
// lower ≤ A x ≤ upper for each row, lower ≤ x ≤ upper for each variable.
//
// All bounds are finite ("boxed"), so any duals give a valid lower bound on the objective, and any
// basis can be made dual feasible by moving variables to their other bound. Costs and entries of A
// are integers, so that the bound can be computed without rounding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace cadre::lp {

struct LinearProgram {
  struct Entry {
    std::int32_t row;
    std::int32_t value;
  };

  // By variable.
  std::vector<std::int64_t> cost;
  std::vector<std::int32_t> lower;
  std::vector<std::int32_t> upper;
  std::vector<std::size_t> first;  // where each variable's entries begin; the last one is the end
  std::vector<Entry> entries;
  // By row.
  std::vector<std::int32_t> row_lower;
  std::vector<std::int32_t> row_upper;

  LinearProgram() { first.push_back(0); }

  [[nodiscard]] std::size_t variables() const { return cost.size(); }
  [[nodiscard]] std::size_t rows() const { return row_lower.size(); }

  void reserve(std::size_t its_variables, std::size_t its_entries) {
    cost.reserve(its_variables);
    lower.reserve(its_variables);
    upper.reserve(its_variables);
    first.reserve(its_variables + 1);
    entries.reserve(its_entries);
  }

  // Returns the row's index. REQUIRES: lower <= upper.
  std::int32_t addRow(std::int32_t lower_bound, std::int32_t upper_bound) {
    row_lower.push_back(lower_bound);
    row_upper.push_back(upper_bound);
    return static_cast<std::int32_t>(row_lower.size() - 1);
  }
  // Returns the variable's index. Add its entries with addEntry before the next variable.
  std::size_t addVariable(std::int64_t its_cost, std::int32_t least, std::int32_t most) {
    cost.push_back(its_cost);
    lower.push_back(least);
    upper.push_back(most);
    first.push_back(entries.size());
    return cost.size() - 1;
  }
  void addEntry(std::int32_t row, std::int32_t value) {
    entries.push_back({row, value});
    first.back() = entries.size();
  }
};

}  // namespace cadre::lp
