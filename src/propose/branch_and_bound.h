// Solves one instance to proven optimality: depth-first branch and bound over the dual simplex.
//
// A node is cut off only by a bound that was computed in whole numbers (DualSimplex::safeBound), so
// that rounding cannot cut off the optimum. Branches on shortfalls first, then on the number of
// posts that change hands, then on posts, then on moves. Deterministic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "propose/dual_simplex.h"
#include "propose/instance.h"
#include "propose/linear_program.h"
#include "propose/objective.h"

namespace cadre::propose {

struct Selection {
  Objective objective;
  std::vector<std::int32_t> arcs;    // chosen, in the instance's order
  std::vector<std::int32_t> leaves;  // posts whose holder leaves for no post
};

struct Solution {
  Selection best;   // never worse than leaving everything as it is
  Objective bound;  // proven: nothing is better
  bool is_optimal = false;
  std::size_t nodes = 0;
  std::size_t pivots = 0;
};

class BranchAndBound {
 public:
  // Keeps a reference to the instance.
  explicit BranchAndBound(const Instance& instance);
  BranchAndBound(const BranchAndBound&) = delete;
  BranchAndBound& operator=(const BranchAndBound&) = delete;

  // With at most `most_moves` posts changing hands; nothing when the pinned moves cannot all be
  // kept. May be called again with another number.
  [[nodiscard]] std::optional<Solution> solve(std::int32_t most_moves);

 private:
  static constexpr std::size_t kNodeLimit = 200'000;

  void build();
  void branch();
  [[nodiscard]] std::optional<std::size_t> fractional() const;
  void keepIfBetter();

  const Instance& instance_;
  Weights weights_;
  LinearProgram program_;
  std::int64_t constant_ = 0;  // of the objective: vacancies that nothing fills
  std::size_t first_leave_ = 0;
  std::size_t first_post_ = 0;
  std::size_t first_cell_ = 0;
  std::size_t first_unit_ = 0;
  std::size_t total_ = 0;
  std::vector<std::int32_t> leave_of_;  // by post: its leaving variable; -1 for a vacant one
  std::optional<DualSimplex> simplex_;
  Selection best_;
  bool found_any_ = false;
  std::int64_t best_value_ = 0;
  std::size_t nodes_ = 0;
  bool is_proven_ = true;
  std::int64_t open_bound_ = 0;  // least bound of a node that was given up
};

// The objective of a choice, counted from the instance and not from a solver.
[[nodiscard]] Objective objectiveOf(const Instance& instance, const std::vector<std::int32_t>& arcs,
                                    const std::vector<std::int32_t>& leaves);

}  // namespace cadre::propose
