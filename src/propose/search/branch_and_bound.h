// Solves one instance to proven optimality, using the search tree of tree_search.h.
//
// Branches on shortfalls first, then on the number of posts that change hands, then on posts, then
// on moves. Deterministic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "lp/linear_program.h"
#include "lp/tree_search.h"
#include "propose/model/instance.h"
#include "propose/model/objective.h"
#include "propose/model/selection.h"
#include "propose/model/valuation.h"

namespace cadre::propose {

struct Solution {
  Selection best;   // never worse than leaving everything as it is
  Objective bound;  // proven: nothing is better; in the order of the search
  bool is_optimal = false;
  std::size_t nodes = 0;
  std::size_t pivots = 0;
};

// With more arcs, only promising ones are in the linear programme from the start.
inline constexpr std::size_t kMostArcsAtOnce = 20'000;

class BranchAndBound {
 public:
  // Keeps a reference to the instance.
  explicit BranchAndBound(const Instance& instance, Order order = Order::kProposal);
  BranchAndBound(const BranchAndBound&) = delete;
  BranchAndBound& operator=(const BranchAndBound&) = delete;

  // Begins a search with at most `most_moves` posts changing hands; may be called again with
  // another number, which discards the previous search.
  void start(std::int32_t most_moves);
  // The same, starting from a feasible selection, which only a better one replaces. REQUIRES: it
  // keeps all pinned moves and the caps.
  void start(std::int32_t most_moves, Selection known);
  // Performs about that many pivots; returns true when the search is complete.
  bool step(std::size_t pivots);
  // The best selection so far, with a bound; empty when none was found, which after the end of the
  // search means that the pinned moves cannot all be kept.
  [[nodiscard]] std::optional<Solution> solution() const;

  // Total over all searches so far.
  [[nodiscard]] std::size_t pivots() const { return tree_->pivots(); }

  // Runs the whole search at once.
  [[nodiscard]] std::optional<Solution> solve(std::int32_t most_moves);

  // A bound on all selections with at most `most_moves`, from one linear programme; empty when
  // there is no selection. Discards the previous search.
  [[nodiscard]] std::optional<Objective> bound(std::int32_t most_moves);
  // The same in steps: call after start() until it returns true.
  bool stepBound(std::size_t pivots);
  // REQUIRES: stepBound() returned true.
  [[nodiscard]] std::optional<Objective> boundFound() const;

  // Moves that the linear programme has considered so far.
  [[nodiscard]] std::vector<std::int32_t> arcsSeen() const;
  // Moves that its last solution uses, fully or fractionally.
  [[nodiscard]] std::vector<std::int32_t> arcsUsed() const;
  // The moves that are closest to being used, by reduced cost: all that a selection better than
  // `best` could use, or about `most` of them.
  struct Nearest {
    std::vector<std::int32_t> arcs;
    Objective beyond;  // a bound on selections that use any other move
  };
  // REQUIRES: boundFound() is not empty.
  [[nodiscard]] Nearest nearestArcs(std::size_t most, const Objective& best) const;

 private:
  // Builds the programme and its initial basis, as rows and variables.
  lp::Branching build(std::vector<std::pair<std::int32_t, std::size_t>>& crash);
  std::int32_t addExclusion(const Exclusion& exclusion,
                            const std::vector<std::uint8_t>& may_change);
  void begin(std::int32_t most_moves, std::optional<Selection> known);
  void noteSelection();

  const Instance& instance_;
  Valuation valuation_;
  lp::LinearProgram program_;
  std::size_t total_ = 0;               // variable: the number of posts that change hands
  std::vector<std::int32_t> leave_of_;  // by post: its leaving variable; -1 for a vacant one
  std::optional<lp::TreeSearch> tree_;
  Selection best_;
  std::size_t pivots_before_ = 0;
};

}  // namespace cadre::propose
