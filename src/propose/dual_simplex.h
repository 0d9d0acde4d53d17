// The dual simplex method for linear programmes whose variables are all boxed.
//
// Starts from the basis of row activities, made dual feasible by bound flips, so that no first
// phase is needed; stays dual feasible when bounds change, so that a branch and bound goes on from
// the basis it has. Dense inverse, steepest edge, bound-flipping ratio test (Maros, Computational
// Techniques of the Simplex Method, 2003, chapter 10); made for some hundred rows. Deterministic:
// the same programme and the same calls give the same numbers on every machine.
//
// A lower bound that rounding cannot make wrong: safeBound() rounds the duals to fixed point and
// computes the Lagrangian bound in 64-bit integers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "propose/linear_program.h"

namespace cadre::propose {

class DualSimplex {
 public:
  enum class Status : std::uint8_t { kOptimal, kInfeasible, kStalled };

  // Keeps a reference to the programme, which must outlive it and not change.
  explicit DualSimplex(const LinearProgram& program);

  // Other bounds for a variable, which count from the next solve() on. REQUIRES: within the bounds
  // of the programme, lower <= upper.
  void setBounds(std::size_t variable, std::int32_t lower, std::int32_t upper);
  [[nodiscard]] std::int32_t lower(std::size_t variable) const { return lower_[variable]; }
  [[nodiscard]] std::int32_t upper(std::size_t variable) const { return upper_[variable]; }

  // Stops early, as optimal, once the objective is proven to exceed `cutoff`.
  Status solve(std::int64_t cutoff);

  // After solve() said optimal.
  [[nodiscard]] double value(std::size_t variable) const;
  [[nodiscard]] double reducedCost(std::size_t variable) const { return reduced_[variable]; }

  // A whole number that no solution within the present bounds can be below.
  [[nodiscard]] std::int64_t safeBound() const;

  [[nodiscard]] std::size_t pivots() const { return pivots_; }

 private:
  static constexpr std::int32_t kNonBasic = -1;

  [[nodiscard]] std::size_t columns() const { return lower_.size(); }
  [[nodiscard]] bool isRow(std::size_t column) const { return column >= program_.variables(); }
  template <class F>
  void forEachEntry(std::size_t column, F&& f) const;

  void refactor();
  void placeNonBasics();
  void computeBasics();
  void computeReduced();
  [[nodiscard]] std::int32_t chooseRow() const;
  [[nodiscard]] double objective() const;
  bool iterate(std::int32_t row, bool& infeasible);

  const LinearProgram& program_;
  std::size_t rows_;
  std::vector<double> cost_;         // perturbed
  std::vector<std::int32_t> lower_;  // by column: variables, then one logical for each row
  std::vector<std::int32_t> upper_;
  std::vector<std::uint8_t> at_upper_;  // of a non-basic column
  std::vector<std::int32_t> place_;     // row in which the column is basic; kNonBasic
  std::vector<std::size_t> basis_;      // by row
  std::vector<double> inverse_;         // rows × rows, row by row
  std::vector<double> basic_;           // values of basic columns, by row
  std::vector<double> reduced_;         // by column
  std::vector<double> weight_;          // of the dual steepest edge, by row
  bool is_fresh_ = false;               // values of the basics fit the bounds
  std::size_t pivots_ = 0;
  std::size_t since_refactor_ = 0;

  // Work space of one iteration.
  struct Breakpoint {
    std::size_t column;
    double ratio;
    double alpha;
  };
  std::vector<double> row_alpha_;
  std::vector<double> column_alpha_;
  std::vector<double> tau_;
  std::vector<double> flipped_;
  std::vector<Breakpoint> breakpoints_;
};

}  // namespace cadre::propose
