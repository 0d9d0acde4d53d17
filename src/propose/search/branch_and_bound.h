// Solves one instance to proven optimality, by the tree of tree_search.h.
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

// With more arcs, only promising ones take part in the linear programme from the start.
inline constexpr std::size_t kMostArcsAtOnce = 20'000;

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
  [[nodiscard]] std::size_t pivots() const { return tree_->pivots(); }

  // The whole search.
  [[nodiscard]] std::optional<Solution> solve(std::int32_t most_moves);

  // What no selection with at most `most_moves` can be better than, from one linear programme;
  // nothing when there is no selection. Forgets the search before.
  [[nodiscard]] std::optional<Objective> bound(std::int32_t most_moves);
  // The same in steps: after start(), until it says true.
  bool stepBound(std::size_t pivots);
  // REQUIRES: stepBound() said true.
  [[nodiscard]] std::optional<Objective> boundFound() const;

  // Moves that the linear programme has looked at so far.
  [[nodiscard]] std::vector<std::int32_t> arcsSeen() const;
  // Moves that its last solution takes, wholly or in part.
  [[nodiscard]] std::vector<std::int32_t> arcsUsed() const;
  // The moves that reduced costs put nearest to being taken: all that a selection better than
  // `best` could take, or about `most` of them.
  struct Nearest {
    std::vector<std::int32_t> arcs;
    Objective beyond;  // no selection that takes another move is better than this
  };
  // REQUIRES: boundFound() has a bound.
  [[nodiscard]] Nearest nearestArcs(std::size_t most, const Objective& best) const;

 private:
  // The programme; and the first basis, as rows and variables.
  lp::Branching build(std::vector<std::pair<std::int32_t, std::size_t>>& crash);
  std::int32_t addExclusion(const Exclusion& exclusion,
                            const std::vector<std::uint8_t>& may_change);
  void begin(std::int32_t most_moves, std::optional<Selection> known);
  void noteSelection();

  const Instance& instance_;
  Valuation valuation_;
  lp::LinearProgram program_;
  std::size_t total_ = 0;               // the variable of the number of posts that change hands
  std::vector<std::int32_t> leave_of_;  // by post: its leaving variable; -1 for a vacant one
  std::optional<lp::TreeSearch> tree_;
  Selection best_;
  std::size_t pivots_before_ = 0;
};

}  // namespace cadre::propose
