#include "propose/dual_simplex.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cadre::propose {
namespace {

constexpr double kPrimalTolerance = 1e-7;
constexpr double kPivotTolerance = 1e-7;
constexpr std::size_t kRefactorEvery = 60;
constexpr double kLeastWeight = 1e-4;
constexpr std::int64_t kFinestScale = 1 << 14;

// A small share of the cost, different for each column and the same on every machine.
double perturbation(std::size_t column) {
  std::uint64_t hash = (column + 1) * 0x9E3779B97F4A7C15ULL;
  hash ^= hash >> 29U;
  hash *= 0xBF58476D1CE4E5B9ULL;
  hash ^= hash >> 32U;
  return 1e-3 * (1.0 + static_cast<double>(hash & 0xFFFFU) / 65536.0);
}

// As fine as leaves room for sums of all costs in 63 bits.
std::int64_t scaleFor(const LinearProgram& program) {
  double most = 1.0;
  for (std::size_t j = 0; j < program.variables(); ++j) {
    const double range = std::max(std::abs(program.lower[j]), std::abs(program.upper[j]));
    most += std::abs(static_cast<double>(program.cost[j])) * range;
  }
  std::int64_t scale = kFinestScale;
  constexpr double kRoom = 1e18;
  while (scale > 1 && most * static_cast<double>(scale) > kRoom) scale /= 2;
  return scale;
}

}  // namespace

template <class F>
void DualSimplex::forEachEntry(std::size_t column, F&& f) const {
  if (isRow(column)) {
    f(column - program_.variables(), 1.0);
    return;
  }
  for (std::size_t k = program_.first[column]; k < program_.first[column + 1]; ++k) {
    f(static_cast<std::size_t>(column_entries_[k].row), column_entries_[k].value);
  }
}

// Each row becomes A x + s = 0 with a logical s between the negative row bounds.
DualSimplex::DualSimplex(const LinearProgram& program,
                         std::span<const std::pair<std::int32_t, std::size_t>> crash,
                         const WaitingVariables& waiting)
    : program_(program), rows_(program.rows()), factor_(program.rows()) {
  const std::size_t variables = program.variables();
  const std::size_t count = variables + rows_;
  lower_ = program.lower;
  upper_ = program.upper;
  for (std::size_t i = 0; i < rows_; ++i) {
    lower_.push_back(-program.row_upper[i]);
    upper_.push_back(-program.row_lower[i]);
  }
  cost_.assign(count, 0.0);
  for (std::size_t j = 0; j < variables; ++j) {
    cost_[j] = static_cast<double>(program.cost[j]) + perturbation(j);
  }
  is_active_.assign(variables, 1);
  std::fill(is_active_.begin() + static_cast<std::ptrdiff_t>(waiting.first),
            is_active_.begin() + static_cast<std::ptrdiff_t>(waiting.last), 0);
  for (const std::uint32_t j : waiting.at_once) is_active_[j] = 1;
  column_entries_.reserve(program.entries.size());
  for (const LinearProgram::Entry& entry : program.entries) {
    column_entries_.push_back({entry.row, static_cast<double>(entry.value)});
  }
  buildRows();
  place_.assign(count, kNonBasic);
  basis_.resize(rows_);
  for (std::size_t i = 0; i < rows_; ++i) {
    basis_[i] = variables + i;
    place_[variables + i] = static_cast<std::int32_t>(i);
  }
  weight_.assign(rows_, 1.0);
  basic_.assign(rows_, 0.0);
  reduced_ = cost_;
  at_upper_.assign(count, 0);
  for (std::size_t j = 0; j < variables; ++j) at_upper_[j] = reduced_[j] < 0.0 ? 1 : 0;
  scale_ = scaleFor(program);
  exact_.assign(variables, 0);
  row_alpha_.assign(count, 0.0);
  is_touched_.assign(count, 0);
  rho_.resize(rows_);
  column_alpha_.resize(rows_);
  tau_.resize(rows_);
  flipped_.resize(rows_);
  for (const auto& [row, variable] : crash) {
    const auto i = static_cast<std::size_t>(row);
    place_[basis_[i]] = kNonBasic;
    basis_[i] = variable;
    place_[variable] = row;
  }
  refactor();
  weigh();
}

// The exact weights of the dual steepest edge.
void DualSimplex::weigh() {
  for (std::size_t r = 0; r < rows_; ++r) {
    std::fill(rho_.begin(), rho_.end(), 0.0);
    rho_[r] = 1.0;
    factor_.solveTransposed(rho_);
    weight_[r] = 0.0;
    for (const double value : rho_) weight_[r] += value * value;
  }
}

void DualSimplex::buildRows() {
  active_.clear();
  row_first_.assign(rows_ + 1, 0);
  for (std::size_t j = 0; j < program_.variables(); ++j) {
    if (is_active_[j] == 0) continue;
    active_.push_back(j);
    forEachEntry(j, [&](std::size_t row, double) { ++row_first_[row + 1]; });
  }
  any_waits_ = active_.size() < program_.variables();
  for (std::size_t i = 0; i < rows_; ++i) row_first_[i + 1] += row_first_[i];
  row_column_.resize(row_first_[rows_]);
  row_value_.resize(row_first_[rows_]);
  std::vector<std::size_t> fill(row_first_.begin(), row_first_.end() - 1);
  for (const std::size_t j : active_) {
    forEachEntry(j, [&](std::size_t row, double value) {
      row_column_[fill[row]] = static_cast<std::int32_t>(j);
      row_value_[fill[row]++] = value;
    });
  }
}

// Calls in those whose reduced cost wants them, at most two for each row; false when there are
// none, and the basis is optimal for all variables.
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
    const std::size_t first = program_.first[j];  // the first two rows say from where to where
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

// Calls in those that can help a row that nothing else helps; false when there are none.
bool DualSimplex::callInFor(std::size_t row, bool is_below) {
  if (!any_waits_) return false;
  constexpr std::size_t kMost = 200;
  const double sign = is_below ? -1.0 : 1.0;
  std::vector<std::size_t> chosen;
  std::fill(rho_.begin(), rho_.end(), 0.0);
  rho_[row] = 1.0;
  factor_.solveTransposed(rho_);
  for (std::size_t j = 0; j < program_.variables() && chosen.size() < kMost; ++j) {
    if (is_active_[j] != 0 || lower_[j] == upper_[j]) continue;
    double alpha = 0.0;
    forEachEntry(j, [&](std::size_t i, double value) { alpha += rho_[i] * value; });
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

void DualSimplex::setBounds(std::size_t variable, std::int32_t lower, std::int32_t upper) {
  if (lower_[variable] == lower && upper_[variable] == upper) return;
  lower_[variable] = lower;
  upper_[variable] = upper;
  rebounded_.push_back(variable);
}

double DualSimplex::value(std::size_t variable) const {
  if (isBasic(variable)) return basic_[static_cast<std::size_t>(place_[variable])];
  return boundOf(variable);
}

// The factor anew; columns may change rows, and their weights go with them.
void DualSimplex::refactor() {
  std::vector<BasisFactor::Column> structurals;
  std::vector<std::uint8_t> row_is_free(rows_, 1);
  std::vector<double> weight_of;
  for (std::size_t i = 0; i < rows_; ++i) {
    const std::size_t column = basis_[i];
    if (isRow(column)) continue;
    const std::size_t first = program_.first[column];
    structurals.push_back(
        {column, std::span(column_entries_).subspan(first, program_.first[column + 1] - first)});
    weight_of.push_back(weight_[i]);
  }
  std::vector<double> logical_weight(rows_, 1.0);
  for (std::size_t i = 0; i < rows_; ++i) {
    if (!isRow(basis_[i])) continue;
    const std::size_t row = basis_[i] - program_.variables();
    row_is_free[row] = 0;
    logical_weight[row] = weight_[i];
  }
  const std::vector<std::int32_t> row_of = factor_.rebuild(structurals, row_is_free);
  for (std::size_t i = 0; i < rows_; ++i) {  // logicals, also where a column turned out dependent
    basis_[i] = program_.variables() + i;
    weight_[i] = logical_weight[i];
  }
  for (std::size_t k = 0; k < structurals.size(); ++k) {
    const std::size_t column = structurals[k].id;
    place_[column] = row_of[k];
    if (row_of[k] == BasisFactor::kNoRow) continue;
    const auto row = static_cast<std::size_t>(row_of[k]);
    place_[basis_[row]] = kNonBasic;
    basis_[row] = column;
    weight_[row] = weight_of[k];
  }
  for (std::size_t i = 0; i < rows_; ++i) place_[basis_[i]] = static_cast<std::int32_t>(i);
  size_when_fresh_ = factor_.size();
  computeReduced();
}

// Reduced costs, and each non-basic column at the bound that its own asks for: dual feasible,
// whatever the bounds are.
void DualSimplex::computeReduced() {
  std::vector<double>& duals = tau_;
  for (std::size_t i = 0; i < rows_; ++i) duals[i] = cost_[basis_[i]];
  factor_.solveTransposed(duals);
  const auto reduce = [&](std::size_t j) {
    reduced_[j] = 0.0;
    if (place_[j] != kNonBasic) return;
    double sum = cost_[j];
    forEachEntry(j, [&](std::size_t row, double value) { sum -= duals[row] * value; });
    reduced_[j] = sum;
    at_upper_[j] = sum < 0.0 ? 1 : 0;
  };
  for (const std::size_t j : active_) reduce(j);
  for (std::size_t i = 0; i < rows_; ++i) reduce(program_.variables() + i);
}

void DualSimplex::computeBasics() {
  std::fill(basic_.begin(), basic_.end(), 0.0);
  const auto subtract = [&](std::size_t j) {
    if (place_[j] != kNonBasic) return;
    const double x = boundOf(j);
    if (x == 0.0) return;
    forEachEntry(j, [&](std::size_t row, double value) { basic_[row] -= value * x; });
  };
  for (const std::size_t j : active_) subtract(j);
  for (std::size_t i = 0; i < rows_; ++i) subtract(program_.variables() + i);
  factor_.solve(basic_);
}

std::int32_t DualSimplex::chooseRow() const {
  std::int32_t best = -1;
  double most = 0.0;
  for (std::size_t i = 0; i < rows_; ++i) {
    const std::size_t column = basis_[i];
    const double by = std::max(lower_[column] - basic_[i], basic_[i] - upper_[column]);
    if (by <= kPrimalTolerance) continue;
    const double merit = by * by;
    if (merit > most * weight_[i]) {
      most = merit / weight_[i];
      best = static_cast<std::int32_t>(i);
    }
  }
  return best;
}

// Of the present dual solution; the primal one has the same value because non-basic columns are
// where their reduced costs want them.
double DualSimplex::objective() const {
  double sum = 0.0;
  for (const std::size_t j : active_) {
    if (cost_[j] != 0.0) sum += cost_[j] * value(j);
  }
  return sum;
}

// The row of the inverse, and what it makes of the non-basic columns.
void DualSimplex::computeRow(std::size_t row) {
  std::fill(rho_.begin(), rho_.end(), 0.0);
  rho_[row] = 1.0;
  factor_.solveTransposed(rho_);
  std::size_t entries = 0;
  for (std::size_t i = 0; i < rows_; ++i) {
    if (rho_[i] != 0.0) entries += row_first_[i + 1] - row_first_[i];
  }
  for (const std::size_t j : touched_) row_alpha_[j] = 0.0;
  touched_.clear();
  // Few entries: only the columns that they touch are looked at; else all are.
  const bool is_sparse = entries < (active_.size() + rows_) / 3;
  if (is_sparse) {
    touchSparse();
  } else {
    touchAll();
  }
}

void DualSimplex::touchSparse() {
  for (std::size_t i = 0; i < rows_; ++i) {
    const double factor = rho_[i];
    if (factor == 0.0) continue;
    for (std::size_t k = row_first_[i]; k < row_first_[i + 1]; ++k) {
      const auto j = static_cast<std::size_t>(row_column_[k]);
      if (is_touched_[j] == 0) {
        is_touched_[j] = 1;
        touched_.push_back(j);
      }
      row_alpha_[j] += factor * row_value_[k];
    }
    const std::size_t logical = program_.variables() + i;
    row_alpha_[logical] = factor;
    touched_.push_back(logical);
  }
  for (const std::size_t j : touched_) is_touched_[j] = 0;
}

void DualSimplex::touchAll() {
  const std::size_t variables = program_.variables();
  for (const std::size_t j : active_) {
    if (place_[j] != kNonBasic) continue;
    double sum = 0.0;
    for (std::size_t k = program_.first[j]; k < program_.first[j + 1]; ++k) {
      sum += rho_[static_cast<std::size_t>(column_entries_[k].row)] * column_entries_[k].value;
    }
    if (sum == 0.0) continue;
    row_alpha_[j] = sum;
    touched_.push_back(j);
  }
  for (std::size_t i = 0; i < rows_; ++i) {
    if (rho_[i] == 0.0 || place_[variables + i] != kNonBasic) continue;
    row_alpha_[variables + i] = rho_[i];
    touched_.push_back(variables + i);
  }
}

// The bound-flipping ratio test: passes breakpoints while the dual objective still grows. False
// when it grows for ever. The entering column comes first in the list, then those it passes.
bool DualSimplex::chooseEntering(std::size_t row, bool is_below) {
  const std::size_t leaving = basis_[row];
  const double sign = is_below ? -1.0 : 1.0;
  double slope = std::abs(basic_[row] - (is_below ? lower_[leaving] : upper_[leaving]));
  breakpoints_.clear();
  double reach = std::numeric_limits<double>::infinity();  // where one column alone ends the slope
  for (const std::size_t j : touched_) {
    const double directed = sign * row_alpha_[j];
    const bool can = at_upper_[j] != 0 ? directed < -kPivotTolerance : directed > kPivotTolerance;
    if (!can || place_[j] != kNonBasic || lower_[j] == upper_[j]) continue;
    const double ratio = std::max(0.0, reduced_[j] / directed);
    if (ratio > reach) continue;
    const double range = static_cast<double>(upper_[j]) - static_cast<double>(lower_[j]);
    if (range * std::abs(directed) >= slope) reach = ratio;
    breakpoints_.push_back({j, ratio, row_alpha_[j]});
  }
  const auto is_later = [](const Breakpoint& a, const Breakpoint& b) {
    if (a.ratio != b.ratio) return a.ratio > b.ratio;
    const double x = std::abs(a.alpha);
    const double y = std::abs(b.alpha);
    return x != y ? x < y : a.column > b.column;
  };
  // The nearest first, as far as needed: a heap from which they are put to the end.
  std::erase_if(breakpoints_, [&](const Breakpoint& point) { return point.ratio > reach; });
  std::make_heap(breakpoints_.begin(), breakpoints_.end(), is_later);
  auto end = breakpoints_.end();
  bool is_found = false;
  while (end != breakpoints_.begin() && !is_found) {
    std::pop_heap(breakpoints_.begin(), end, is_later);
    --end;
    slope -=
        std::abs(end->alpha) * (static_cast<double>(upper_[end->column]) - lower_[end->column]);
    is_found = slope <= kPrimalTolerance;
  }
  if (!is_found) return false;
  // They lie in reverse order from `end` on. A larger pivot among those of nearly the same ratio.
  auto enter = end;
  for (auto at = end + 1; at != breakpoints_.end() && end->ratio - at->ratio <= 1e-9; ++at) {
    if (std::abs(at->alpha) > 10.0 * std::abs(enter->alpha)) enter = at;
  }
  breakpoints_.erase(breakpoints_.begin(), enter);
  return true;
}

DualSimplex::Pivot DualSimplex::iterate(std::size_t r) {
  const std::size_t leaving = basis_[r];
  const bool is_below = basic_[r] < lower_[leaving];
  const double bound = is_below ? lower_[leaving] : upper_[leaving];
  computeRow(r);
  if (!chooseEntering(r, is_below)) {
    return callInFor(r, is_below) ? Pivot::kCalledIn : Pivot::kInfeasible;
  }
  const std::size_t entering = breakpoints_.front().column;

  std::fill(column_alpha_.begin(), column_alpha_.end(), 0.0);
  forEachEntry(entering, [&](std::size_t row, double value) { column_alpha_[row] = value; });
  factor_.solve(column_alpha_);
  const double pivot = column_alpha_[r];
  const bool is_tiny = std::abs(pivot) < 1e-9;
  const bool disagrees = std::abs(pivot - row_alpha_[entering]) > 1e-6 * (1.0 + std::abs(pivot));
  // A factor without updates is as exact as it gets.
  if (is_tiny || (disagrees && factor_.updates() > 0)) return Pivot::kUnsure;

  // Bounds passed on the way are flipped.
  if (breakpoints_.size() > 1) {
    std::fill(flipped_.begin(), flipped_.end(), 0.0);
    for (std::size_t k = 1; k < breakpoints_.size(); ++k) {
      const std::size_t j = breakpoints_[k].column;
      const double by = (at_upper_[j] != 0 ? -1.0 : 1.0) *
                        (static_cast<double>(upper_[j]) - static_cast<double>(lower_[j]));
      at_upper_[j] = at_upper_[j] != 0 ? 0 : 1;
      forEachEntry(j, [&](std::size_t row, double value) { flipped_[row] += value * by; });
    }
    factor_.solve(flipped_);
    for (std::size_t i = 0; i < rows_; ++i) basic_[i] -= flipped_[i];
  }

  const double dual_step = reduced_[entering] / row_alpha_[entering];
  for (const std::size_t j : touched_) {
    if (place_[j] == kNonBasic) reduced_[j] -= dual_step * row_alpha_[j];
  }
  reduced_[entering] = 0.0;
  reduced_[leaving] = -dual_step;

  // Steepest edge (Forrest and Goldfarb, 1992).
  tau_ = rho_;
  factor_.solve(tau_);
  double exact_weight = 0.0;
  for (const double value : rho_) exact_weight += value * value;
  const double step = (basic_[r] - bound) / pivot;
  const double entered = boundOf(entering) + step;
  for (std::size_t i = 0; i < rows_; ++i) {
    const double alpha = column_alpha_[i];
    if (alpha == 0.0) continue;
    basic_[i] -= step * alpha;
    if (i == r) continue;
    const double ratio = alpha / pivot;
    weight_[i] = std::max(weight_[i] - 2.0 * ratio * tau_[i] + ratio * ratio * exact_weight,
                          std::max(kLeastWeight, ratio * ratio * 1e-3));
  }
  weight_[r] = std::max(exact_weight / (pivot * pivot), kLeastWeight);
  factor_.replace(r, column_alpha_);

  at_upper_[leaving] = is_below ? 0 : 1;
  place_[leaving] = kNonBasic;
  place_[entering] = static_cast<std::int32_t>(r);
  basis_[r] = entering;
  basic_[r] = entered;
  ++pivots_;
  return Pivot::kDone;
}

DualSimplex::Status DualSimplex::solve(std::int64_t cutoff, std::size_t most_pivots) {
  for (const std::size_t j : rebounded_) {
    const bool is_placed = place_[j] != kNonBasic || is_active_[j] == 0;
    if (!is_placed) at_upper_[j] = reduced_[j] < 0.0 ? 1 : 0;
  }
  rebounded_.clear();
  computeBasics();
  int unsure = 0;
  for (std::size_t count = 0; count < most_pivots; ++count) {
    const std::int32_t row = chooseRow();
    if (row < 0) {
      if (!callIn()) return Status::kOptimal;
      computeBasics();
      continue;
    }
    const Pivot pivot = iterate(static_cast<std::size_t>(row));
    if (pivot == Pivot::kInfeasible) return Status::kInfeasible;
    if (pivot == Pivot::kUnsure && ++unsure > 3) return Status::kStalled;
    if (pivot == Pivot::kCalledIn) {
      computeBasics();
      continue;
    }
    const bool is_full = factor_.updates() >= kRefactorEvery ||
                         factor_.size() > 4 * (size_when_fresh_ + rows_) + 1000;
    if (pivot == Pivot::kUnsure || is_full) {
      refactor();
      computeBasics();
    }
    // The objective only grows.
    if (count % 16 == 15 && objective() > static_cast<double>(cutoff) + 1.0 && prove() > cutoff) {
      return Status::kOptimal;
    }
  }
  return Status::kPaused;
}

std::int64_t DualSimplex::prove() {
  // Duals of the unperturbed costs, rounded; whatever they are, the bound holds.
  std::vector<double>& duals = tau_;
  for (std::size_t i = 0; i < rows_; ++i) {
    const std::size_t column = basis_[i];
    duals[i] = isRow(column) ? 0.0 : static_cast<double>(program_.cost[column]);
  }
  factor_.solveTransposed(duals);
  std::int64_t bound = 0;
  std::vector<std::int64_t> rounded(rows_);
  for (std::size_t i = 0; i < rows_; ++i) {
    rounded[i] = std::llround(duals[i] * static_cast<double>(scale_));
    const std::size_t logical = program_.variables() + i;
    bound -= rounded[i] * (rounded[i] > 0 ? upper_[logical] : lower_[logical]);
  }
  for (std::size_t j = 0; j < program_.variables(); ++j) {
    std::int64_t reduced = program_.cost[j] * scale_;
    for (std::size_t k = program_.first[j]; k < program_.first[j + 1]; ++k) {
      const LinearProgram::Entry& entry = program_.entries[k];
      reduced -= rounded[static_cast<std::size_t>(entry.row)] * entry.value;
    }
    exact_[j] = reduced;
    bound += reduced * (reduced < 0 ? upper_[j] : lower_[j]);
  }
  // Up to the next whole number: every solution's objective is whole.
  const std::int64_t whole = bound / scale_;
  return bound % scale_ > 0 ? whole + 1 : whole;
}

std::int64_t DualSimplex::provenReducedCost(std::size_t variable) const {
  return std::abs(exact_[variable]) / scale_;
}

}  // namespace cadre::propose
