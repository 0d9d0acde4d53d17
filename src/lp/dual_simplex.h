// The dual simplex method for linear programmes in which all variables are boxed.
//
// Starts from any basis, made dual feasible by bound flips, so that no first phase is needed. It
// stays dual feasible when bounds change, so that branch and bound continues from the present
// basis. Product-form inverse (dense explicit up to about 300 rows), steepest edge, bound-flipping
// ratio test (Maros, Computational Techniques of the Simplex Method, 2003, chapter 10).
// Deterministic: the same programme and calls give the same numbers on every machine.
//
// Provides a lower bound that is safe against rounding: prove() rounds the duals to fixed point and
// computes the Lagrangian bound in 64-bit integers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "lp/basis_factor.h"
#include "lp/linear_program.h"
#include "lp/sparse_vector.h"

namespace cadre::lp {

// Waiting variables, inactive until they are called in: indices from `first` up to but excluding
// `last`, except those in `at_once`.
struct WaitingVariables {
  std::size_t first = 0;
  std::size_t last = 0;
  std::vector<std::uint32_t> at_once;
};

class DualSimplex {
 public:
  enum class Status : std::uint8_t { kOptimal, kInfeasible, kStalled, kPaused };

  // Keeps a reference to the programme, which must outlive it and not change. `crash` names the
  // variables that are basic at the start, one row each; the other rows start with their logicals
  // basic. REQUIRES: their columns in those rows are triangular.
  DualSimplex(const LinearProgram& program,
              std::span<const std::pair<std::int32_t, std::size_t>> crash,
              const WaitingVariables& waiting = {});

  // Changes the bounds of a variable from the next solve() on. REQUIRES: within the bounds of the
  // programme, lower <= upper.
  void setBounds(std::size_t variable, std::int32_t lower, std::int32_t upper);
  [[nodiscard]] std::int32_t lower(std::size_t variable) const { return lower_[variable]; }
  [[nodiscard]] std::int32_t upper(std::size_t variable) const { return upper_[variable]; }

  // Stops early, with the result optimal, once the objective is proven to exceed `cutoff`; pauses
  // after about `most_pivots` pivots, to continue with the next call.
  Status solve(std::int64_t cutoff, std::size_t most_pivots);

  // Valid after solve() returned optimal.
  [[nodiscard]] double value(std::size_t variable) const;
  [[nodiscard]] bool takesPart(std::size_t variable) const { return is_active_[variable] != 0; }
  [[nodiscard]] bool isBasic(std::size_t variable) const { return place_[variable] != kNonBasic; }

  // Multipliers of the rows, for the costs as the programme has them; whatever they are, they give
  // a bound (propose/certificate/whole_bound.h).
  [[nodiscard]] std::vector<double> duals();
  // After solve() said infeasible: multipliers that contradict the bounds, with one sign or the
  // other.
  [[nodiscard]] std::vector<double> contradiction() const {
    return {rho_.values.begin(), rho_.values.begin() + static_cast<std::ptrdiff_t>(rows_)};
  }

  // A whole number that no solution within the present bounds can be below.
  std::int64_t prove();
  // A lower bound, as an integer, on the increase of the last prove()'s bound when the variable
  // leaves its present bound.
  [[nodiscard]] std::int64_t provenReducedCost(std::size_t variable) const;
  // After prove(): whether the reduced cost puts the variable at its upper bound.
  [[nodiscard]] bool wantsUpper(std::size_t variable) const { return exact_[variable] < 0; }

  [[nodiscard]] std::size_t pivots() const { return pivots_; }

 private:
  static constexpr std::int32_t kNonBasic = -1;
  static constexpr double kPrimalTolerance = 1e-7;
  static constexpr double kPivotTolerance = 1e-7;

  [[nodiscard]] std::size_t columns() const { return lower_.size(); }
  [[nodiscard]] bool isRow(std::size_t column) const { return column >= program_.variables(); }
  template <class F>
  void forEachEntry(std::size_t column, F&& f) const {
    if (isRow(column)) {
      f(column - program_.variables(), 1.0);
      return;
    }
    for (std::size_t k = program_.first[column]; k < program_.first[column + 1]; ++k) {
      f(static_cast<std::size_t>(column_entries_[k].row), column_entries_[k].value);
    }
  }
  [[nodiscard]] std::span<const BasisFactor::Entry> entriesOf(std::size_t variable) const {
    const std::size_t first = program_.first[variable];
    return std::span(column_entries_).subspan(first, program_.first[variable + 1] - first);
  }
  [[nodiscard]] double boundOf(std::size_t column) const {
    return at_upper_[column] != 0 ? upper_[column] : lower_[column];
  }

  void findNarrow();
  void buildRows();
  bool callIn();
  bool callInFor(std::size_t row, bool is_below);
  void activate(std::vector<std::size_t> variables);
  void refactor();
  void computeReduced();
  void computeDuals();
  void computeBasics();
  [[nodiscard]] std::int32_t chooseRow() const;
  [[nodiscard]] double objective() const;
  void settle(std::size_t column);
  void putAt(std::size_t column, bool upper);
  void setBasic(std::size_t row, std::size_t column);
  void computeRow(std::size_t row, double sign);
  void touchFew(double sign);
  void touchAll(double sign);
  [[nodiscard]] bool chooseEntering(std::size_t row, bool is_below);
  [[nodiscard]] std::size_t nearestCandidate() const;
  void keepWithin(double slope);
  void stepDuals(double step);
  void solveColumn(std::size_t column);
  void flipPassed();
  void stepBasics(std::size_t row, double step);
  enum class Pivot : std::uint8_t { kDone, kInfeasible, kUnsure, kCalledIn };
  Pivot iterate(std::size_t row);

  const LinearProgram& program_;
  std::size_t rows_;
  std::vector<std::uint8_t> is_active_;  // by variable: takes part
  std::vector<std::size_t> active_;
  bool any_waits_ = false;
  // The programme by rows, for active variables only.
  std::vector<std::size_t> row_first_;
  std::vector<std::uint32_t> row_column_;
  std::vector<double> row_value_;
  std::vector<BasisFactor::Entry> column_entries_;  // the programme's, in the factor's format
  // The rows of columns with few entries, all 1: kNarrow per variable, padded with the number of
  // rows, where work vectors hold 0. Other columns are in `wide_`.
  static constexpr std::size_t kNarrow = 3;
  std::vector<std::uint32_t> narrow_;
  std::vector<std::size_t> wide_;

  std::vector<double> cost_;         // perturbed
  std::vector<std::int32_t> lower_;  // by column: variables, then one logical for each row
  std::vector<std::int32_t> upper_;
  std::vector<std::uint8_t> at_upper_;  // of a non-basic column
  std::vector<double> side_;  // by column: 1 at the lower bound, -1 at the upper, 0 may not enter
  std::vector<std::int32_t> place_;  // row in which the column is basic; kNonBasic
  std::vector<std::size_t> basis_;   // by row
  BasisFactor factor_;
  std::vector<double> basic_;        // values of basic columns, by row
  std::vector<double> basic_lower_;  // their bounds
  std::vector<double> basic_upper_;
  std::vector<double> reduced_;         // by column
  std::vector<double> weight_;          // of the dual steepest edge, by row
  std::vector<std::size_t> rebounded_;  // variables whose bounds changed since the last solve
  std::size_t pivots_ = 0;
  std::int64_t scale_ = 1;           // of the fixed point
  std::vector<std::int64_t> exact_;  // reduced costs of the last prove(), in fixed point

  // Work space for one iteration.
  struct Breakpoint {
    std::size_t column;
    double ratio;
    double alpha;
  };
  SparseVector rho_;                      // row of the inverse
  std::vector<double> row_alpha_;         // by column; 0 where untouched
  bool touched_all_ = false;              // otherwise those in `touched_`
  std::vector<std::uint8_t> is_touched_;  // by column
  std::vector<std::uint32_t> touched_;    // room for all columns
  std::size_t touched_count_ = 0;
  std::vector<std::uint32_t> candidates_;  // to enter; room for all columns
  std::size_t candidate_count_ = 0;
  std::vector<double> ratios_;  // of the candidates
  SparseVector column_alpha_;
  std::vector<double> tau_;
  std::vector<double> flipped_;
  std::vector<Breakpoint> breakpoints_;
};

}  // namespace cadre::lp
