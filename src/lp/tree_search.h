// Depth-first branch and bound over the dual simplex: the tree of a search for the best whole
// solution of a linear programme. Whoever owns it says what a whole solution is worth.
//
// A node is cut off only by a bound that was computed in whole numbers (DualSimplex::prove), so
// that rounding cannot cut off the optimum. Values include the constant of the objective.
// Deterministic.
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

// Variables from `first` to before `end`.
struct VariableRange {
  std::size_t first = 0;
  std::size_t end = 0;
  [[nodiscard]] bool contains(std::size_t j) const { return j >= first && j < end; }
};

// How a tree is grown.
struct Branching {
  std::vector<VariableRange> order;  // the first that has a fractional variable is branched on
  VariableRange down_first;          // of these the lower half is searched first
  std::int64_t constant = 0;         // of the objective, a multiple of the unit
  std::int64_t unit = 1;             // what the objectives of whole solutions are multiples of
};

// Closer than this to a whole number is whole.
inline constexpr double kWholeTolerance = 1e-6;
// Worse than any solution; far from the ends of the range, so that it can be added to.
inline constexpr std::int64_t kNothingYet = std::numeric_limits<std::int64_t>::max() / 4;

class TreeSearch {
 public:
  enum class Status : std::uint8_t {
    kPaused,
    kWhole,  // the values of the variables are whole: found() is due
    kOver,
  };

  // Keeps a reference to the programme, which must not change. `crash` is the first basis.
  TreeSearch(const LinearProgram& program,
             std::span<const std::pair<std::int32_t, std::size_t>> crash, Branching branching,
             const WaitingVariables& waiting = {});

  // Forgets the search before and begins one for something better than `known`, if anything is.
  void start(std::optional<std::int64_t> known);
  // There is nothing to search.
  void stop() { is_over_ = true; }
  // Bounds at the root. REQUIRES: start() was called and step() not since then.
  void setBounds(std::size_t variable, std::int32_t lower, std::int32_t upper) {
    simplex_.setBounds(variable, lower, upper);
  }
  // Goes on until pivots() is about `end`.
  Status step(std::size_t end);
  // What the whole solution is worth, counted by the owner; nothing when it is none after all. True
  // when it is the best so far.
  bool found(std::optional<std::int64_t> value);

  [[nodiscard]] bool isOver() const { return is_over_; }
  // Over, and every node was cut off by a proof.
  [[nodiscard]] bool isProven() const { return is_over_ && is_proven_; }
  // kNothingYet while nothing is known.
  [[nodiscard]] std::int64_t best() const { return best_; }
  [[nodiscard]] bool knowsAny() const { return best_ < kNothingYet; }
  // Proven: nothing is better.
  [[nodiscard]] std::int64_t bound() const;
  [[nodiscard]] std::size_t nodes() const { return nodes_; }
  [[nodiscard]] std::size_t pivots() const { return simplex_.pivots(); }

  // Solves the root alone, in steps: true when it is solved, and the search is over then.
  bool stepRoot(std::size_t pivots);
  // REQUIRES: stepRoot() said true. Nothing when there is no solution.
  [[nodiscard]] const std::optional<std::int64_t>& rootBound() const { return root_bound_; }

  // What is certain from reduced costs: a solution in which the variable is not at the bound where
  // the root has it is worse than rootBound() by at least so much. REQUIRES: rootBound() is
  // something.
  [[nodiscard]] std::int64_t rootDistance(std::size_t variable) const;

  // In the last solution of a node.
  [[nodiscard]] double value(std::size_t variable) const { return simplex_.value(variable); }
  [[nodiscard]] bool isTaken(std::size_t variable) const { return value(variable) > 0.5; }
  [[nodiscard]] bool takesPart(std::size_t variable) const { return simplex_.takesPart(variable); }

 private:
  // A node that was branched on. Its second child is still to come while `first_child`.
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
  // Solves the present node as far as the pivots go; paused only when it may go on.
  DualSimplex::Status solveNode(std::int64_t cutoff, std::size_t pivots);
  std::int64_t prove();
  void giveUp(std::int64_t bound);
  void branch(std::size_t variable, std::int64_t bound);
  void fixByReducedCosts(std::int64_t gap);
  void enter(const Branch& branch, bool down);
  void leave();
  void next();
  [[nodiscard]] std::optional<std::size_t> fractional() const;

  const LinearProgram& program_;
  Branching branching_;
  DualSimplex simplex_;
  std::int64_t best_ = kNothingYet;
  bool is_over_ = true;
  bool is_proven_ = true;
  std::int64_t open_bound_ = kNothingYet;  // least bound of a node that was given up
  std::int64_t whole_bound_ = 0;           // of the node that found() is due for
  std::optional<std::int64_t> root_bound_;
  std::vector<Branch> path_;  // from the root to the node that is visited next
  std::vector<Fixed> fixed_;  // variables fixed below the branches of the path
  std::size_t node_pivots_ = 0;
  std::size_t nodes_ = 0;
};

}  // namespace cadre::lp
