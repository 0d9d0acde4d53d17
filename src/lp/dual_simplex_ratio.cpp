// The ratio test of the dual simplex method: a tableau row, and the choice of entering column.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/places.h"
#include "lp/dual_simplex.h"

namespace cadre::lp {
namespace {

constexpr std::size_t kFewBreakpoints = 4;  // usually no more are passed

}  // namespace

// Computes the row of the inverse, the tableau row, and which columns may enter when the value of
// the row's basic column moves in the direction of `sign`.
void DualSimplex::computeRow(std::size_t row, double sign) {
  factor_.inverseRow(row, rho_);
  std::size_t entries = 0;
  for (const std::int32_t i : rho_.places) entries += row_first_[at(i) + 1] - row_first_[at(i)];
  // With few entries, only the columns that they touch are examined; otherwise all are.
  if (entries < active_.size()) {
    touchFew(sign);
  } else {
    touchAll(sign);
  }
}

// Without data-dependent branches, which would cost more than they save.
void DualSimplex::touchFew(double sign) {
  if (touched_all_) {
    std::fill(row_alpha_.begin(), row_alpha_.end(), 0.0);
    touched_all_ = false;
  } else {
    for (std::size_t k = 0; k < touched_count_; ++k) row_alpha_[touched_[k]] = 0.0;
  }
  double* alphas = row_alpha_.data();
  std::uint32_t* touched = touched_.data();
  std::uint8_t* is_touched = is_touched_.data();
  std::size_t count = 0;
  const auto logicals = static_cast<std::uint32_t>(program_.variables());
  for (const std::int32_t i : rho_.places) {
    const double factor = rho_.values[at(i)];
    const std::size_t end = row_first_[at(i) + 1];
    for (std::size_t k = row_first_[at(i)]; k < end; ++k) {
      const std::uint32_t j = row_column_[k];
      touched[count] = j;
      count += is_touched[j] == 0 ? 1U : 0U;
      is_touched[j] = 1;
      alphas[j] += factor * row_value_[k];
    }
    const std::uint32_t logical = logicals + static_cast<std::uint32_t>(i);
    alphas[logical] = factor;
    touched[count++] = logical;
  }
  touched_count_ = count;
  const double* side = side_.data();
  std::uint32_t* candidates = candidates_.data();
  std::size_t candidate_count = 0;
  for (std::size_t k = 0; k < count; ++k) {
    const std::uint32_t j = touched[k];
    is_touched[j] = 0;
    candidates[candidate_count] = j;
    candidate_count += sign * alphas[j] * side[j] > kPivotTolerance ? 1U : 0U;
  }
  candidate_count_ = candidate_count;
}

void DualSimplex::touchAll(double sign) {
  touched_all_ = true;
  const double* rho = rho_.values.data();
  const double* side = side_.data();
  double* alphas = row_alpha_.data();
  std::uint32_t* candidates = candidates_.data();
  std::size_t count = 0;
  const auto note = [&](std::size_t j, double alpha) {
    alphas[j] = alpha;
    candidates[count] = static_cast<std::uint32_t>(j);
    count += sign * alpha * side[j] > kPivotTolerance ? 1U : 0U;
  };
  const auto price = [&](std::size_t j) {
    const std::uint32_t* rows = &narrow_[kNarrow * j];
    note(j, rho[rows[0]] + rho[rows[1]] + rho[rows[2]]);
  };
  if (any_waits_) {
    for (const std::size_t j : active_) price(j);
  } else {
    for (std::size_t j = 0; j < program_.variables(); ++j) price(j);
  }
  for (const std::size_t j : wide_) {
    if (is_active_[j] == 0 || place_[j] != kNonBasic) continue;
    double sum = 0.0;
    for (std::size_t k = program_.first[j]; k < program_.first[j + 1]; ++k) {
      sum += rho[static_cast<std::size_t>(column_entries_[k].row)] * column_entries_[k].value;
    }
    note(j, sum);
  }
  for (std::size_t i = 0; i < rows_; ++i) note(program_.variables() + i, rho[i]);
  candidate_count_ = count;
}

// The bound-flipping ratio test: passes breakpoints while the dual objective still grows. Returns
// false when it grows without limit. The entering column comes first in the list, then the columns
// passed.
bool DualSimplex::chooseEntering(std::size_t row, bool is_below) {
  const double sign = is_below ? -1.0 : 1.0;
  double slope = is_below ? basic_lower_[row] - basic_[row] : basic_[row] - basic_upper_[row];
  for (std::size_t k = 0; k < candidate_count_; ++k) {
    const std::size_t j = candidates_[k];
    ratios_[k] = std::max(0.0, sign * reduced_[j] / row_alpha_[j]);
  }
  breakpoints_.clear();
  // Finds the nearest one first, which is often enough; candidates are searched again for each one.
  while (slope > kPrimalTolerance) {
    if (candidate_count_ == 0) return false;
    if (breakpoints_.size() == kFewBreakpoints) keepWithin(slope);
    const std::size_t nearest = nearestCandidate();
    const std::size_t j = candidates_[nearest];
    breakpoints_.push_back({j, ratios_[nearest], row_alpha_[j]});
    slope -=
        std::abs(row_alpha_[j]) * (static_cast<double>(upper_[j]) - static_cast<double>(lower_[j]));
    --candidate_count_;
    candidates_[nearest] = candidates_[candidate_count_];
    ratios_[nearest] = ratios_[candidate_count_];
  }
  // Prefers a larger pivot among candidates of nearly the same ratio.
  std::size_t enter = breakpoints_.size() - 1;
  for (std::size_t k = enter; k-- > 0;) {
    if (breakpoints_.back().ratio - breakpoints_[k].ratio > 1e-9) break;
    if (std::abs(breakpoints_[k].alpha) > 10.0 * std::abs(breakpoints_[enter].alpha)) enter = k;
  }
  std::swap(breakpoints_.front(), breakpoints_[enter]);
  return true;
}

// Index of the candidate with the smallest ratio; among equal ones, that with the largest pivot.
std::size_t DualSimplex::nearestCandidate() const {
  std::size_t best = 0;
  for (std::size_t k = 1; k < candidate_count_; ++k) {
    if (ratios_[k] > ratios_[best]) continue;
    const std::size_t a = candidates_[k];
    const std::size_t b = candidates_[best];
    const double x = std::abs(row_alpha_[a]);
    const double y = std::abs(row_alpha_[b]);
    const bool wins_tie = x != y ? x > y : a < b;
    if (ratios_[k] < ratios_[best] || wins_tie) best = k;
  }
  return best;
}

// Drops candidates beyond one that alone makes the slope non-positive.
void DualSimplex::keepWithin(double slope) {
  double reach = std::numeric_limits<double>::infinity();
  for (std::size_t k = 0; k < candidate_count_; ++k) {
    const std::size_t j = candidates_[k];
    const double range = static_cast<double>(upper_[j]) - static_cast<double>(lower_[j]);
    if (range * std::abs(row_alpha_[j]) >= slope) reach = std::min(reach, ratios_[k]);
  }
  std::size_t kept = 0;
  for (std::size_t k = 0; k < candidate_count_; ++k) {
    candidates_[kept] = candidates_[k];
    ratios_[kept] = ratios_[k];
    kept += ratios_[k] <= reach ? 1U : 0U;
  }
  candidate_count_ = kept;
}

}  // namespace cadre::lp
