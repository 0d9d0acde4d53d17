#include "propose/dual_simplex.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cadre::propose {
namespace {

constexpr double kPrimalTolerance = 1e-7;
constexpr double kPivotTolerance = 1e-7;
constexpr std::size_t kRefactorEvery = 80;
constexpr double kLeastWeight = 1e-4;

// A small share of the cost, different for each column and the same on every machine.
double perturbation(std::size_t column) {
  std::uint64_t hash = (column + 1) * 0x9E3779B97F4A7C15ULL;
  hash ^= hash >> 29U;
  hash *= 0xBF58476D1CE4E5B9ULL;
  hash ^= hash >> 32U;
  return 1e-4 * (1.0 + static_cast<double>(hash & 0xFFFFU) / 65536.0);
}

}  // namespace

template <class F>
void DualSimplex::forEachEntry(std::size_t column, F&& f) const {
  if (isRow(column)) {
    f(column - program_.variables(), -1.0);
    return;
  }
  for (std::size_t k = program_.first[column]; k < program_.first[column + 1]; ++k) {
    const LinearProgram::Entry& entry = program_.entries[k];
    f(static_cast<std::size_t>(entry.row), static_cast<double>(entry.value));
  }
}

// Each row becomes A x − r = 0 with a logical r between the row's bounds.
DualSimplex::DualSimplex(const LinearProgram& program) : program_(program), rows_(program.rows()) {
  const std::size_t variables = program.variables();
  const std::size_t count = variables + rows_;
  lower_ = program.lower;
  upper_ = program.upper;
  lower_.insert(lower_.end(), program.row_lower.begin(), program.row_lower.end());
  upper_.insert(upper_.end(), program.row_upper.begin(), program.row_upper.end());
  cost_.assign(count, 0.0);
  for (std::size_t j = 0; j < variables; ++j) {
    cost_[j] = static_cast<double>(program.cost[j]) + perturbation(j);
  }
  place_.assign(count, kNonBasic);
  at_upper_.assign(count, 0);
  basis_.resize(rows_);
  inverse_.assign(rows_ * rows_, 0.0);
  for (std::size_t i = 0; i < rows_; ++i) {
    basis_[i] = variables + i;
    place_[variables + i] = static_cast<std::int32_t>(i);
    inverse_[i * rows_ + i] = -1.0;
  }
  weight_.assign(rows_, 1.0);
  basic_.assign(rows_, 0.0);
  reduced_ = cost_;
  row_alpha_.resize(count);
  column_alpha_.resize(rows_);
  tau_.resize(rows_);
  flipped_.resize(rows_);
}

void DualSimplex::setBounds(std::size_t variable, std::int32_t lower, std::int32_t upper) {
  lower_[variable] = lower;
  upper_[variable] = upper;
  is_fresh_ = false;
}

double DualSimplex::value(std::size_t variable) const {
  if (place_[variable] != kNonBasic) return basic_[static_cast<std::size_t>(place_[variable])];
  return at_upper_[variable] != 0 ? upper_[variable] : lower_[variable];
}

// Gauss–Jordan with partial pivoting on [B | I].
void DualSimplex::refactor() {
  std::vector<double> matrix(rows_ * rows_, 0.0);
  for (std::size_t i = 0; i < rows_; ++i) {
    forEachEntry(basis_[i],
                 [&](std::size_t row, double value) { matrix[row * rows_ + i] = value; });
  }
  std::vector<double> inverse(rows_ * rows_, 0.0);
  for (std::size_t i = 0; i < rows_; ++i) inverse[i * rows_ + i] = 1.0;
  for (std::size_t k = 0; k < rows_; ++k) {
    std::size_t best = k;
    for (std::size_t i = k + 1; i < rows_; ++i) {
      if (std::abs(matrix[i * rows_ + k]) > std::abs(matrix[best * rows_ + k])) best = i;
    }
    const double pivot = matrix[best * rows_ + k];
    if (std::abs(pivot) < 1e-11) return;  // keep the product form, which is not worse
    if (best != k) {
      for (std::size_t j = 0; j < rows_; ++j) {
        std::swap(matrix[best * rows_ + j], matrix[k * rows_ + j]);
        std::swap(inverse[best * rows_ + j], inverse[k * rows_ + j]);
      }
    }
    for (std::size_t j = 0; j < rows_; ++j) {
      matrix[k * rows_ + j] /= pivot;
      inverse[k * rows_ + j] /= pivot;
    }
    for (std::size_t i = 0; i < rows_; ++i) {
      const double factor = matrix[i * rows_ + k];
      if (i == k || factor == 0.0) continue;
      for (std::size_t j = 0; j < rows_; ++j) {
        matrix[i * rows_ + j] -= factor * matrix[k * rows_ + j];
        inverse[i * rows_ + j] -= factor * inverse[k * rows_ + j];
      }
    }
  }
  inverse_ = std::move(inverse);
  since_refactor_ = 0;
}

void DualSimplex::computeReduced() {
  std::vector<double> duals(rows_, 0.0);
  for (std::size_t i = 0; i < rows_; ++i) {
    const double cost = cost_[basis_[i]];
    if (cost == 0.0) continue;
    for (std::size_t j = 0; j < rows_; ++j) duals[j] += cost * inverse_[i * rows_ + j];
  }
  for (std::size_t j = 0; j < columns(); ++j) {
    reduced_[j] = 0.0;
    if (place_[j] != kNonBasic) continue;
    double sum = cost_[j];
    forEachEntry(j, [&](std::size_t row, double value) { sum -= duals[row] * value; });
    reduced_[j] = sum;
  }
}

// Non-basic columns to the bound that their reduced cost asks for: dual feasible, whatever the
// bounds are.
void DualSimplex::placeNonBasics() {
  for (std::size_t j = 0; j < columns(); ++j) {
    if (place_[j] != kNonBasic) continue;
    at_upper_[j] = reduced_[j] < 0.0 ? 1 : 0;
  }
}

void DualSimplex::computeBasics() {
  std::vector<double> sum(rows_, 0.0);
  for (std::size_t j = 0; j < columns(); ++j) {
    if (place_[j] != kNonBasic) continue;
    const double x = at_upper_[j] != 0 ? upper_[j] : lower_[j];
    if (x == 0.0) continue;
    forEachEntry(j, [&](std::size_t row, double value) { sum[row] -= value * x; });
  }
  for (std::size_t i = 0; i < rows_; ++i) {
    double x = 0.0;
    for (std::size_t j = 0; j < rows_; ++j) x += inverse_[i * rows_ + j] * sum[j];
    basic_[i] = x;
  }
}

std::int32_t DualSimplex::chooseRow() const {
  std::int32_t best = -1;
  double most = 0.0;
  for (std::size_t i = 0; i < rows_; ++i) {
    const double below = lower_[basis_[i]] - basic_[i];
    const double above = basic_[i] - upper_[basis_[i]];
    const double by = std::max(below, above);
    if (by <= kPrimalTolerance) continue;
    const double merit = by * by / weight_[i];
    if (merit > most) {
      most = merit;
      best = static_cast<std::int32_t>(i);
    }
  }
  return best;
}

// Of the present dual solution; the primal one has the same value because non-basic columns are
// where their reduced costs want them.
double DualSimplex::objective() const {
  double sum = 0.0;
  for (std::size_t j = 0; j < program_.variables(); ++j) {
    if (cost_[j] != 0.0) sum += cost_[j] * value(j);
  }
  return sum;
}

// One pivot; false when the row's column numbers disagree so much that a new factor is due.
bool DualSimplex::iterate(std::int32_t leaving_row, bool& infeasible) {
  const auto r = static_cast<std::size_t>(leaving_row);
  const double* rho = &inverse_[r * rows_];
  const std::size_t leaving = basis_[r];
  const bool is_below = basic_[r] < lower_[leaving];
  const double bound = is_below ? lower_[leaving] : upper_[leaving];
  const double sign = is_below ? -1.0 : 1.0;
  double slope = std::abs(basic_[r] - bound);

  breakpoints_.clear();
  for (std::size_t j = 0; j < columns(); ++j) {
    row_alpha_[j] = 0.0;
    if (place_[j] != kNonBasic) continue;
    double alpha = 0.0;
    forEachEntry(j, [&](std::size_t row, double value) { alpha += rho[row] * value; });
    row_alpha_[j] = alpha;
    if (lower_[j] == upper_[j]) continue;
    const double directed = sign * alpha;
    const bool can = at_upper_[j] != 0 ? directed < -kPivotTolerance : directed > kPivotTolerance;
    if (can) breakpoints_.push_back({j, std::max(0.0, reduced_[j] / directed), alpha});
  }
  std::sort(breakpoints_.begin(), breakpoints_.end(), [](const Breakpoint& a, const Breakpoint& b) {
    if (a.ratio != b.ratio) return a.ratio < b.ratio;
    const double x = std::abs(a.alpha);
    const double y = std::abs(b.alpha);
    return x != y ? x > y : a.column < b.column;
  });
  std::size_t chosen = breakpoints_.size();
  for (std::size_t k = 0; k < breakpoints_.size(); ++k) {
    const Breakpoint& at = breakpoints_[k];
    slope -= std::abs(at.alpha) * (static_cast<double>(upper_[at.column]) - lower_[at.column]);
    if (slope <= kPrimalTolerance) {
      chosen = k;
      break;
    }
  }
  if (chosen == breakpoints_.size()) {
    infeasible = true;
    return true;
  }
  // A larger pivot among those of nearly the same ratio.
  std::size_t enter = chosen;
  for (std::size_t k = chosen; k-- > 0;) {
    if (breakpoints_[chosen].ratio - breakpoints_[k].ratio > 1e-9) break;
    if (std::abs(breakpoints_[k].alpha) > 10.0 * std::abs(breakpoints_[enter].alpha)) enter = k;
  }
  const std::size_t entering = breakpoints_[enter].column;

  std::fill(column_alpha_.begin(), column_alpha_.end(), 0.0);
  forEachEntry(entering, [&](std::size_t row, double value) {
    for (std::size_t i = 0; i < rows_; ++i) column_alpha_[i] += inverse_[i * rows_ + row] * value;
  });
  const double pivot = column_alpha_[r];
  const double disagreement = std::abs(pivot - row_alpha_[entering]);
  if (disagreement > 1e-6 * (1.0 + std::abs(pivot)) && since_refactor_ > 0) return false;
  if (std::abs(pivot) < 1e-9) return false;

  // Bounds passed on the way are flipped.
  std::fill(flipped_.begin(), flipped_.end(), 0.0);
  bool any = false;
  for (std::size_t k = 0; k < enter; ++k) {
    const std::size_t j = breakpoints_[k].column;
    const double by = (at_upper_[j] != 0 ? -1.0 : 1.0) *
                      (static_cast<double>(upper_[j]) - static_cast<double>(lower_[j]));
    at_upper_[j] = at_upper_[j] != 0 ? 0 : 1;
    forEachEntry(j, [&](std::size_t row, double value) { flipped_[row] += value * by; });
    any = true;
  }
  if (any) {
    for (std::size_t i = 0; i < rows_; ++i) {
      double x = 0.0;
      for (std::size_t j = 0; j < rows_; ++j) x += inverse_[i * rows_ + j] * flipped_[j];
      basic_[i] -= x;
    }
  }

  const double dual_step = reduced_[entering] / row_alpha_[entering];
  for (std::size_t j = 0; j < columns(); ++j) {
    if (place_[j] == kNonBasic) reduced_[j] -= dual_step * row_alpha_[j];
  }
  reduced_[entering] = 0.0;
  reduced_[leaving] = -dual_step;

  const double step = (basic_[r] - bound) / pivot;
  for (std::size_t i = 0; i < rows_; ++i) basic_[i] -= step * column_alpha_[i];
  const double entered = (at_upper_[entering] != 0 ? upper_[entering] : lower_[entering]) + step;

  // Steepest edge (Forrest and Goldfarb, 1992), then the inverse.
  const double old_weight = weight_[r];
  for (std::size_t i = 0; i < rows_; ++i) {
    double x = 0.0;
    for (std::size_t j = 0; j < rows_; ++j) x += inverse_[i * rows_ + j] * rho[j];
    tau_[i] = x;
  }
  for (std::size_t i = 0; i < rows_; ++i) {
    if (i == r) continue;
    const double ratio = column_alpha_[i] / pivot;
    if (ratio == 0.0) continue;
    weight_[i] = std::max(weight_[i] - 2.0 * ratio * tau_[i] + ratio * ratio * old_weight,
                          std::max(kLeastWeight, ratio * ratio * 1e-3));
  }
  weight_[r] = std::max(old_weight / (pivot * pivot), kLeastWeight);
  double* pivot_row = &inverse_[r * rows_];
  for (std::size_t j = 0; j < rows_; ++j) pivot_row[j] /= pivot;
  for (std::size_t i = 0; i < rows_; ++i) {
    const double factor = column_alpha_[i];
    if (i == r || factor == 0.0) continue;
    double* row = &inverse_[i * rows_];
    for (std::size_t j = 0; j < rows_; ++j) row[j] -= factor * pivot_row[j];
  }

  at_upper_[leaving] = is_below ? 0 : 1;
  place_[leaving] = kNonBasic;
  place_[entering] = leaving_row;
  basis_[r] = entering;
  basic_[r] = entered;
  ++pivots_;
  ++since_refactor_;
  return true;
}

DualSimplex::Status DualSimplex::solve(std::int64_t cutoff) {
  const std::size_t most = 50 * (rows_ + 10);
  if (since_refactor_ > kRefactorEvery) refactor();
  computeReduced();
  placeNonBasics();
  computeBasics();
  for (std::size_t count = 0; count < most; ++count) {
    const std::int32_t row = chooseRow();
    if (row < 0) return Status::kOptimal;
    bool infeasible = false;
    const bool went = iterate(row, infeasible);
    if (infeasible) return Status::kInfeasible;
    const bool is_due = since_refactor_ > kRefactorEvery;
    if (!went || is_due) {
      refactor();
      computeReduced();
      placeNonBasics();
      computeBasics();
      if (!went && since_refactor_ > 0) return Status::kStalled;
    }
    // The objective only grows.
    if (count % 8 == 7 && objective() > static_cast<double>(cutoff) + 1.0 && safeBound() > cutoff) {
      return Status::kOptimal;
    }
  }
  return Status::kStalled;
}

std::int64_t DualSimplex::safeBound() const {
  constexpr std::int64_t kScale = 1 << 14;
  // Duals of the unperturbed costs, rounded; whatever they are, the bound holds.
  std::vector<double> duals(rows_, 0.0);
  for (std::size_t i = 0; i < rows_; ++i) {
    const std::size_t column = basis_[i];
    if (isRow(column)) continue;
    const auto cost = static_cast<double>(program_.cost[column]);
    if (cost == 0.0) continue;
    for (std::size_t j = 0; j < rows_; ++j) duals[j] += cost * inverse_[i * rows_ + j];
  }
  std::vector<std::int64_t> rounded(rows_);
  for (std::size_t i = 0; i < rows_; ++i) {
    rounded[i] = std::llround(duals[i] * static_cast<double>(kScale));
  }
  std::int64_t bound = 0;
  for (std::size_t j = 0; j < program_.variables(); ++j) {
    std::int64_t reduced = program_.cost[j] * kScale;
    for (std::size_t k = program_.first[j]; k < program_.first[j + 1]; ++k) {
      const LinearProgram::Entry& entry = program_.entries[k];
      reduced -= rounded[static_cast<std::size_t>(entry.row)] * entry.value;
    }
    bound += reduced * (reduced < 0 ? upper_[j] : lower_[j]);
  }
  for (std::size_t i = 0; i < rows_; ++i) {
    const std::size_t j = program_.variables() + i;
    bound += rounded[i] * (rounded[i] < 0 ? upper_[j] : lower_[j]);
  }
  // Up to the next whole number: every solution's objective is whole.
  const std::int64_t whole = bound / kScale;
  return bound % kScale > 0 ? whole + 1 : whole;
}

}  // namespace cadre::propose
