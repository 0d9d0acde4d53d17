// Solves one instance to proven optimality: depth-first branch and bound over the dual simplex.
//
// A node is cut off only by a bound that was computed in whole numbers (DualSimplex::prove), so
// that rounding cannot cut off the optimum. Branches on shortfalls first, then on the number of
// posts that change hands, then on posts, then on moves. Deterministic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
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
  Objective bound;  // proven: nothing is better; in the order of the search
  bool is_optimal = false;
  std::size_t nodes = 0;
  std::size_t pivots = 0;
};

// With more arcs, only promising ones take part in the linear programme from the start.
inline constexpr std::size_t kMostArcsAtOnce = 20'000;

// What counts: the four of a proposal; or, for a frontier, shortfall and then cost alone.
enum class Order : std::uint8_t { kProposal, kShortfallThenCost };

class BranchAndBound {
 public:
  // Keeps a reference to the instance.
  explicit BranchAndBound(const Instance& instance, Order order = Order::kProposal);
  BranchAndBound(const BranchAndBound&) = delete;
  BranchAndBound& operator=(const BranchAndBound&) = delete;

  // Begins a search with at most `most_moves` posts changing hands; may be called again with
  // another number, and forgets the search before.
  void start(std::int32_t most_moves);
  // The same from a selection that is possible already, which only a better one replaces.
  // REQUIRES: it keeps all pinned moves and the caps.
  void start(std::int32_t most_moves, Selection known);
  // Goes on for about so many pivots; true when there is nothing left to search.
  bool step(std::size_t pivots);
  // The best selection so far with a bound; nothing when none was found, which after the end of the
  // search means that the pinned moves cannot all be kept.
  [[nodiscard]] std::optional<Solution> solution() const;

  // In all searches so far.
  [[nodiscard]] std::size_t pivots() const { return simplex_->pivots(); }

  // The whole search.
  [[nodiscard]] std::optional<Solution> solve(std::int32_t most_moves);

  // What no selection with at most `most_moves` can be better than, from one linear programme;
  // nothing when there is no selection. Forgets the search before.
  [[nodiscard]] std::optional<Objective> bound(std::int32_t most_moves);
  // The same in steps: after start(), until it says true.
  bool stepBound(std::size_t pivots);
  // REQUIRES: stepBound() said true.
  [[nodiscard]] const std::optional<Objective>& boundFound() const { return bound_found_; }

  // Moves that the linear programme has looked at so far.
  [[nodiscard]] std::vector<std::int32_t> arcsSeen() const;
  // Moves that its last solution takes, wholly or in part.
  [[nodiscard]] std::vector<std::int32_t> arcsUsed() const;

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

  void build();
  void visit(std::size_t pivots);
  [[nodiscard]] std::int64_t provenBound();
  void fixByReducedCosts(std::int64_t gap);
  void leave();
  void enter(const Branch& branch, bool down);
  void next();
  [[nodiscard]] std::optional<std::size_t> fractional() const;
  void keepIfBetter();
  [[nodiscard]] std::int64_t valueOf(const Objective& objective) const;
  [[nodiscard]] Objective objectiveFrom(std::int64_t value) const;

  const Instance& instance_;
  Order order_;
  Weights weights_;
  std::int64_t unit_ = 1;  // what all costs are multiples of
  LinearProgram program_;
  std::int64_t constant_ = 0;  // of the objective: vacancies that nothing fills
  std::size_t first_leave_ = 0;
  std::size_t first_post_ = 0;
  std::size_t first_cell_ = 0;
  std::size_t first_unit_ = 0;
  std::size_t total_ = 0;
  std::vector<std::pair<std::int32_t, std::size_t>> crash_;  // the first basis: rows and variables
  std::vector<std::int32_t> leave_of_;  // by post: its leaving variable; -1 for a vacant one
  std::optional<DualSimplex> simplex_;
  Selection best_;
  bool found_any_ = false;
  std::int64_t best_value_ = 0;
  bool is_over_ = true;
  std::vector<Branch> path_;  // from the root to the node that is visited next
  std::vector<Fixed> fixed_;  // variables fixed below the branches of the path
  std::size_t node_pivots_ = 0;
  std::optional<Objective> bound_found_;
  std::size_t nodes_ = 0;
  std::size_t pivots_before_ = 0;
  bool is_proven_ = true;
  std::int64_t open_bound_ = 0;  // least bound of a node that was given up
};

// The objective of a choice, counted from the instance and not from a solver.
[[nodiscard]] Objective objectiveOf(const Instance& instance, const std::vector<std::int32_t>& arcs,
                                    const std::vector<std::int32_t>& leaves);

}  // namespace cadre::propose
