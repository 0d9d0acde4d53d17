// Waiting variables, inactive until they are called in: of the many moves in a city few matter.
#include <algorithm>
#include <utility>

#include "lp/dual_simplex.h"

namespace cadre::lp {

// Calls in variables with an attractive reduced cost, at most two per row. Returns false when there
// are none, in which case the basis is optimal for all variables.
bool DualSimplex::callIn() {
  constexpr double kWanted = -1e-6;
  if (!any_waits_) return false;
  std::vector<double>& duals = tau_;
  for (std::size_t i = 0; i < rows_; ++i) duals[i] = cost_[basis_[i]];
  factor_.solveTransposed(duals);
  std::vector<std::pair<double, std::size_t>> wanted;
  for (std::size_t j = 0; j < program_.variables(); ++j) {
    if (is_active_[j] != 0 || lower_[j] == upper_[j]) continue;
    double sum = cost_[j];
    forEachEntry(j, [&](std::size_t row, double value) { sum -= duals[row] * value; });
    if (sum < kWanted) wanted.emplace_back(sum, j);
  }
  std::sort(wanted.begin(), wanted.end());
  constexpr int kPerRow = 2;
  std::vector<int> taken(rows_, 0);
  std::vector<std::size_t> chosen;
  for (const auto& [reduced, j] : wanted) {
    int least = kPerRow;
    const std::size_t first = program_.first[j];  // the first two rows bound the range
    const std::size_t last = std::min(first + 2, program_.first[j + 1]);
    for (std::size_t k = first; k < last; ++k) {
      least = std::min(least, taken[static_cast<std::size_t>(program_.entries[k].row)]);
    }
    if (least >= kPerRow) continue;
    for (std::size_t k = first; k < last; ++k) {
      ++taken[static_cast<std::size_t>(program_.entries[k].row)];
    }
    chosen.push_back(j);
  }
  const bool any = !chosen.empty();
  activate(std::move(chosen));
  return any;
}

// Calls in variables that can help a row that nothing else helps; returns false if there are none.
bool DualSimplex::callInFor(std::size_t row, bool is_below) {
  if (!any_waits_) return false;
  constexpr std::size_t kMost = 200;
  const double sign = is_below ? -1.0 : 1.0;
  std::vector<std::size_t> chosen;
  factor_.inverseRow(row, rho_);
  for (std::size_t j = 0; j < program_.variables() && chosen.size() < kMost; ++j) {
    if (is_active_[j] != 0 || lower_[j] == upper_[j]) continue;
    double alpha = 0.0;
    forEachEntry(j, [&](std::size_t i, double value) { alpha += rho_.values[i] * value; });
    if (sign * alpha > kPivotTolerance) chosen.push_back(j);
  }
  const bool any = !chosen.empty();
  activate(std::move(chosen));
  return any;
}

void DualSimplex::activate(std::vector<std::size_t> variables) {
  if (variables.empty()) return;
  for (const std::size_t j : variables) is_active_[j] = 1;
  buildRows();
  refactor();
}

}  // namespace cadre::lp
