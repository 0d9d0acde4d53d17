#include "lp/dual_simplex.h"

#include <algorithm>
#include <cmath>

#include "core/places.h"

namespace cadre::lp {
namespace {

constexpr double kLeastWeight = 1e-4;
constexpr std::int64_t kFinestScale = 1 << 14;

// A small fraction of the cost, different for each column and the same on every machine.
double perturbation(std::size_t column) {
  std::uint64_t hash = (column + 1) * 0x9E3779B97F4A7C15ULL;
  hash ^= hash >> 29U;
  hash *= 0xBF58476D1CE4E5B9ULL;
  hash ^= hash >> 32U;
  return 1e-3 * (1.0 + static_cast<double>(hash & 0xFFFFU) / 65536.0);
}

// The finest scale at which sums of all costs still fit in 63 bits.
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
  findNarrow();
  buildRows();
  place_.assign(count, kNonBasic);
  basis_.resize(rows_);
  for (std::size_t i = 0; i < rows_; ++i) {
    basis_[i] = variables + i;
    place_[variables + i] = static_cast<std::int32_t>(i);
  }
  weight_.assign(rows_, 1.0);
  basic_.assign(rows_, 0.0);
  basic_lower_.assign(rows_, 0.0);
  basic_upper_.assign(rows_, 0.0);
  reduced_ = cost_;
  at_upper_.assign(count, 0);
  for (std::size_t j = 0; j < variables; ++j) at_upper_[j] = reduced_[j] < 0.0 ? 1 : 0;
  scale_ = scaleFor(program);
  exact_.assign(variables, 0);
  side_.assign(count, 0.0);
  row_alpha_.assign(count, 0.0);
  is_touched_.assign(count, 0);
  candidates_.resize(count + 1);  // an entry is written before it is known whether it counts
  ratios_.resize(count);
  touched_.resize(count + 1);
  // One element more than there are rows, always 0, used as padding for narrow columns.
  rho_ = SparseVector(rows_ + 1);
  column_alpha_ = SparseVector(rows_);
  tau_.assign(rows_, 0.0);
  flipped_.assign(rows_, 0.0);
  for (const auto& [row, variable] : crash) {
    const auto i = static_cast<std::size_t>(row);
    place_[basis_[i]] = kNonBasic;
    basis_[i] = variable;
    place_[variable] = row;
  }
  refactor();
  factor_.squareRows(weight_);  // exact
}

void DualSimplex::findNarrow() {
  const auto none = static_cast<std::uint32_t>(rows_);
  narrow_.assign(kNarrow * program_.variables(), none);
  for (std::size_t j = 0; j < program_.variables(); ++j) {
    const std::size_t first = program_.first[j];
    const std::size_t end = program_.first[j + 1];
    bool is_narrow = end - first <= kNarrow;
    for (std::size_t k = first; k < end; ++k) is_narrow &= program_.entries[k].value == 1;
    if (!is_narrow) {
      wide_.push_back(j);
      continue;
    }
    for (std::size_t k = first; k < end; ++k) {
      narrow_[kNarrow * j + k - first] = static_cast<std::uint32_t>(program_.entries[k].row);
    }
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
      row_column_[fill[row]] = static_cast<std::uint32_t>(j);
      row_value_[fill[row]++] = value;
    });
  }
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

// Rebuilds the factor; columns may change rows, and their weights move with them.
void DualSimplex::refactor() {
  std::vector<BasisFactor::Column> structurals;
  std::vector<std::uint8_t> row_is_free(rows_, 1);
  std::vector<double> weight_of;
  for (std::size_t i = 0; i < rows_; ++i) {
    const std::size_t column = basis_[i];
    if (isRow(column)) continue;
    structurals.push_back({column, entriesOf(column)});
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
  for (std::size_t i = 0; i < rows_; ++i) {  // logicals, also where a column was dependent
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
  for (std::size_t i = 0; i < rows_; ++i) setBasic(i, basis_[i]);
  computeReduced();
}

// Computes the reduced costs and puts each non-basic column at the bound that its reduced cost
// requires: dual feasible, whatever the bounds are.
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
    settle(j);
  };
  for (const std::size_t j : active_) reduce(j);
  for (std::size_t i = 0; i < rows_; ++i) reduce(program_.variables() + i);
}

// A non-basic column goes to the bound that its reduced cost requires.
void DualSimplex::settle(std::size_t column) { putAt(column, reduced_[column] < 0.0); }

void DualSimplex::putAt(std::size_t column, bool upper) {
  at_upper_[column] = upper ? 1 : 0;
  const bool may_enter = lower_[column] != upper_[column];
  side_[column] = !may_enter ? 0.0 : upper ? -1.0 : 1.0;
}

void DualSimplex::setBasic(std::size_t row, std::size_t column) {
  basis_[row] = column;
  place_[column] = static_cast<std::int32_t>(row);
  side_[column] = 0.0;
  basic_lower_[row] = lower_[column];
  basic_upper_[row] = upper_[column];
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
    const double by = std::max(basic_lower_[i] - basic_[i], basic_[i] - basic_upper_[i]);
    if (by <= kPrimalTolerance) continue;
    const double merit = by * by;
    if (merit > most * weight_[i]) {
      most = merit / weight_[i];
      best = static_cast<std::int32_t>(i);
    }
  }
  return best;
}

// The objective of the present dual solution; the primal one has the same value because non-basic
// columns are at the bounds that their reduced costs require.
double DualSimplex::objective() const {
  double sum = 0.0;
  for (const std::size_t j : active_) {
    if (cost_[j] != 0.0) sum += cost_[j] * value(j);
  }
  return sum;
}

DualSimplex::Pivot DualSimplex::iterate(std::size_t r) {
  const std::size_t leaving = basis_[r];
  const bool is_below = basic_[r] < basic_lower_[r];
  const double bound = is_below ? basic_lower_[r] : basic_upper_[r];
  computeRow(r, is_below ? -1.0 : 1.0);
  if (!chooseEntering(r, is_below)) {
    return callInFor(r, is_below) ? Pivot::kCalledIn : Pivot::kInfeasible;
  }
  const std::size_t entering = breakpoints_.front().column;

  solveColumn(entering);
  const double pivot = column_alpha_.values[r];
  const bool is_tiny = std::abs(pivot) < 1e-9;
  const bool disagrees = std::abs(pivot - row_alpha_[entering]) > 1e-6 * (1.0 + std::abs(pivot));
  // A factor without updates is as accurate as possible.
  if (is_tiny || (disagrees && factor_.updates() > 0)) return Pivot::kUnsure;

  flipPassed();
  const double dual_step = reduced_[entering] / row_alpha_[entering];
  stepDuals(dual_step);
  reduced_[entering] = 0.0;
  reduced_[leaving] = -dual_step;

  const double step = (basic_[r] - bound) / pivot;
  const double entered = boundOf(entering) + step;
  stepBasics(r, step);
  factor_.replace(r, column_alpha_, rho_);

  place_[leaving] = kNonBasic;
  putAt(leaving, !is_below);
  setBasic(r, entering);
  basic_[r] = entered;
  ++pivots_;
  return Pivot::kDone;
}

void DualSimplex::solveColumn(std::size_t column) {
  if (isRow(column)) {
    const BasisFactor::Entry unit = {place(column - program_.variables()), 1.0};
    return factor_.solveColumn({&unit, 1}, column_alpha_);
  }
  factor_.solveColumn(entriesOf(column), column_alpha_);
}

// Columns whose breakpoints were passed move to their other bounds.
void DualSimplex::flipPassed() {
  if (breakpoints_.size() == 1) return;
  std::fill(flipped_.begin(), flipped_.end(), 0.0);
  for (std::size_t k = 1; k < breakpoints_.size(); ++k) {
    const std::size_t j = breakpoints_[k].column;
    const double by = side_[j] * (static_cast<double>(upper_[j]) - static_cast<double>(lower_[j]));
    putAt(j, at_upper_[j] == 0);
    forEachEntry(j, [&](std::size_t row, double value) { flipped_[row] += value * by; });
  }
  factor_.solve(flipped_);
  for (std::size_t i = 0; i < rows_; ++i) basic_[i] -= flipped_[i];
}

// Updates the reduced costs; those of basic columns are meaningless until they leave.
void DualSimplex::stepDuals(double step) {
  if (!touched_all_) {
    for (std::size_t k = 0; k < touched_count_; ++k) {
      reduced_[touched_[k]] -= step * row_alpha_[touched_[k]];
    }
  } else if (any_waits_) {
    for (const std::size_t j : active_) reduced_[j] -= step * row_alpha_[j];
    for (std::size_t j = program_.variables(); j < columns(); ++j) {
      reduced_[j] -= step * row_alpha_[j];
    }
  } else {
    double* reduced = reduced_.data();
    const double* alphas = row_alpha_.data();
    for (std::size_t j = 0; j < columns(); ++j) reduced[j] -= step * alphas[j];
  }
}

// Updates the values of the basic columns, and their weights (Forrest and Goldfarb, 1992).
void DualSimplex::stepBasics(std::size_t r, double step) {
  factor_.solveAt(rho_, column_alpha_.places, tau_);
  const double exact_weight = rho_.square();
  const double pivot = column_alpha_.values[r];
  for (const std::int32_t place : column_alpha_.places) {
    const std::size_t i = at(place);
    if (i == r) continue;
    const double alpha = column_alpha_.values[i];
    basic_[i] -= step * alpha;
    const double ratio = alpha / pivot;
    weight_[i] = std::max(weight_[i] - 2.0 * ratio * tau_[i] + ratio * ratio * exact_weight,
                          std::max(kLeastWeight, ratio * ratio * 1e-3));
  }
  weight_[r] = std::max(exact_weight / (pivot * pivot), kLeastWeight);
}

DualSimplex::Status DualSimplex::solve(std::int64_t cutoff, std::size_t most_pivots) {
  for (const std::size_t j : rebounded_) {
    if (place_[j] != kNonBasic) {
      setBasic(static_cast<std::size_t>(place_[j]), j);
    } else if (is_active_[j] != 0) {
      settle(j);
    }
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
    if (pivot == Pivot::kUnsure || factor_.isFull()) {
      refactor();
      computeBasics();
    }
    // The objective never decreases.
    if (count % 16 == 15 && objective() > static_cast<double>(cutoff) + 1.0 && prove() > cutoff) {
      return Status::kOptimal;
    }
  }
  return Status::kPaused;
}

std::vector<double> DualSimplex::duals() {
  computeDuals();
  return {tau_.begin(), tau_.begin() + static_cast<std::ptrdiff_t>(rows_)};
}

// Of the unperturbed costs, in tau_.
void DualSimplex::computeDuals() {
  for (std::size_t i = 0; i < rows_; ++i) {
    const std::size_t column = basis_[i];
    tau_[i] = isRow(column) ? 0.0 : static_cast<double>(program_.cost[column]);
  }
  factor_.solveTransposed(tau_);
}

std::int64_t DualSimplex::prove() {
  // Rounded; whatever they are, the bound holds.
  computeDuals();
  const std::vector<double>& duals = tau_;
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
  // Rounded up: the objective of every solution is an integer.
  const std::int64_t whole = bound / scale_;
  return bound % scale_ > 0 ? whole + 1 : whole;
}

std::int64_t DualSimplex::provenReducedCost(std::size_t variable) const {
  return std::abs(exact_[variable]) / scale_;
}

}  // namespace cadre::lp
