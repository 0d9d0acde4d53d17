// Depth-first branch and bound over the dual simplex: searches for the best integer solution of a
// linear programme. The owner decides what an integer solution is worth.
//
// A node is pruned only by a bound computed in integers (DualSimplex::prove), so that rounding
// cannot prune the optimum. Values include the constant of the objective. Deterministic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "lp/dual_simplex.h"
#include "lp/linear_program.h"

namespace cadre::lp {

// Variables from `first` up to but excluding `end`.
struct VariableRange {
  std::size_t first = 0;
  std::size_t end = 0;
  [[nodiscard]] bool contains(std::size_t j) const { return j >= first && j < end; }
};

// Options of the search.
struct Branching {
  std::vector<VariableRange> order;  // branch on the first range that has a fractional variable
  VariableRange down_first;          // for these, search the lower half first
  std::int64_t constant = 0;         // of the objective, a multiple of the unit
  std::int64_t unit = 1;             // all objectives of integer solutions are multiples of this
};

// A value this close to an integer counts as an integer.
inline constexpr double kWholeTolerance = 1e-6;
// Worse than any solution, but far enough from the limits of the type that one can add to it.
inline constexpr std::int64_t kNothingYet = std::numeric_limits<std::int64_t>::max() / 4;

// The variable to branch on: of the first range that has any, the one furthest from an integer;
// nothing when all of them have integer values. REQUIRES: the last solve said optimal.
[[nodiscard]] std::optional<std::size_t> mostFractional(const DualSimplex& simplex,
                                                        const std::vector<VariableRange>& order);

class TreeSearch {
 public:
  enum class Status : std::uint8_t {
    kPaused,
    kWhole,  // the variables have integer values: found() is due
    kOver,
  };

  // Keeps a reference to the programme, which must not change. `crash` is the first basis.
  TreeSearch(const LinearProgram& program,
             std::span<const std::pair<std::int32_t, std::size_t>> crash, Branching branching,
             const WaitingVariables& waiting = {});

  // Discards the previous search and begins one for a solution better than `known`, if given.
  void start(std::optional<std::int64_t> known);
  // Ends the search: there is nothing to search.
  void stop() { is_over_ = true; }
  // Sets bounds at the root. REQUIRES: start() was called and step() not since then.
  void setBounds(std::size_t variable, std::int32_t lower, std::int32_t upper) {
    simplex_.setBounds(variable, lower, upper);
  }
  // Continues until pivots() is about `end`.
  Status step(std::size_t end);
  // The owner reports what the integer solution is worth; empty if it is not valid after all.
  // Returns true when it is the best so far.
  bool found(std::optional<std::int64_t> value);

  [[nodiscard]] bool isOver() const { return is_over_; }
  // The search has ended, and every node was pruned by a proof.
  [[nodiscard]] bool isProven() const { return is_over_ && is_proven_; }
  // kNothingYet if none is known.
  [[nodiscard]] std::int64_t best() const { return best_; }
  [[nodiscard]] bool knowsAny() const { return best_ < kNothingYet; }
  // Proven: no better solution exists.
  [[nodiscard]] std::int64_t bound() const;
  [[nodiscard]] std::size_t nodes() const { return nodes_; }
  [[nodiscard]] std::size_t pivots() const { return simplex_.pivots(); }

  // Solves only the root, in steps; returns true when it is solved, which ends the search.
  bool stepRoot(std::size_t pivots);
  // REQUIRES: stepRoot() returned true. Empty when there is no solution.
  [[nodiscard]] const std::optional<std::int64_t>& rootBound() const { return root_bound_; }

  // A bound from reduced costs: any solution in which the variable is not at its bound in the root
  // is worse than rootBound() by at least this much. REQUIRES: rootBound() is not empty.
  [[nodiscard]] std::int64_t rootDistance(std::size_t variable) const;

  // The value in the last solution of a node.
  [[nodiscard]] double value(std::size_t variable) const { return simplex_.value(variable); }
  [[nodiscard]] bool isTaken(std::size_t variable) const { return value(variable) > 0.5; }
  [[nodiscard]] bool takesPart(std::size_t variable) const { return simplex_.takesPart(variable); }

 private:
  // A node that was branched on. Its second child is still to be searched while `first_child`.
  struct Branch {
    std::size_t variable;
    std::int32_t lower;
    std::int32_t upper;
    std::int32_t floor;
    bool down_first;
    bool first_child;
    std::int64_t bound;
    std::size_t fixed;  // how many variables were fixed before this branch
  };
  struct Fixed {
    std::size_t variable;
    std::int32_t lower;  // as before
    std::int32_t upper;
  };

  bool visit(std::size_t pivots);
  // Solves the present node within the pivot budget; paused only when it may continue.
  DualSimplex::Status solveNode(std::int64_t cutoff, std::size_t pivots);
  std::int64_t prove();
  void giveUp(std::int64_t bound);
  void branch(std::size_t variable, std::int64_t bound);
  void fixByReducedCosts(std::int64_t gap);
  void enter(const Branch& branch, bool down);
  void leave();
  void next();

  const LinearProgram& program_;
  Branching branching_;
  DualSimplex simplex_;
  std::int64_t best_ = kNothingYet;
  bool is_over_ = true;
  bool is_proven_ = true;
  std::int64_t open_bound_ = kNothingYet;  // least bound of an abandoned node
  std::int64_t whole_bound_ = 0;           // bound of the node that found() is due for
  std::optional<std::int64_t> root_bound_;
  std::vector<Branch> path_;  // from the root to the next node to visit
  std::vector<Fixed> fixed_;  // variables fixed below the branches of the path
  std::size_t node_pivots_ = 0;
  std::size_t nodes_ = 0;
};

}  // namespace cadre::lp
