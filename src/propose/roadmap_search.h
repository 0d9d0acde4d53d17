// Solves one part of a roadmap to proven optimality over all its rounds at once: depth-first branch
// and bound over the dual simplex, as branch_and_bound.h does for one round.
//
// The programme has the variables of one round (moves, leaving, posts that change hands,
// shortfalls, continuity) for every round. An official moves at most once; a post changes hands
// when its first holder leaves it and somebody comes in the same round, or when it is vacant.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "propose/dual_simplex.h"
#include "propose/linear_program.h"
#include "propose/objective.h"
#include "propose/roadmap_part.h"

namespace cadre::propose {

class RoadmapSearch {
 public:
  // Keeps a reference to the part.
  explicit RoadmapSearch(const RoadmapInstance& part);
  RoadmapSearch(const RoadmapSearch&) = delete;
  RoadmapSearch& operator=(const RoadmapSearch&) = delete;

  // How many rows its programme has: what a step costs.
  [[nodiscard]] std::size_t rows() const { return program_.rows(); }

  // Begins a search for something better than `known`, with at most so many posts changing hands in
  // each round; forgets the search before. REQUIRES: `known` can be played within these numbers.
  void start(const std::vector<std::int32_t>& most_moves, const RoadmapChoice& known);
  // Goes on for about so many pivots; true when there is nothing left to search.
  bool step(std::size_t pivots);

  [[nodiscard]] const RoadmapChoice& best() const { return best_; }
  // Proven: nothing is better. Equal to what best() comes to when it is optimal.
  [[nodiscard]] Objective bound() const;
  [[nodiscard]] std::size_t nodes() const { return nodes_; }
  [[nodiscard]] std::size_t pivots() const { return simplex_ ? simplex_->pivots() : 0; }

 private:
  class ProgramBuilder;
  struct Range {
    std::size_t first;
    std::size_t end;
  };
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

  void visit(std::size_t pivots);
  void next();
  void leave();
  void enter(const Branch& branch, bool down);
  void fixByReducedCosts(std::int64_t gap);
  [[nodiscard]] std::optional<std::size_t> fractional() const;
  // True when the values can be played.
  bool keepIfBetter();

  const RoadmapInstance& part_;
  Weights weights_;
  LinearProgram program_;
  std::int64_t constant_ = 0;  // of the objective: vacancies that there are where nobody moves
  std::size_t first_leave_ = 0;
  std::size_t first_round_ = 0;   // the number of posts that change hands in each round
  std::vector<Range> branching_;  // variables in the order in which they are branched on
  Range down_first_ = {0, 0};     // of these the lower half is searched first
  std::vector<std::pair<std::int32_t, std::size_t>> crash_;  // the first basis
  std::optional<DualSimplex> simplex_;
  RoadmapChoice best_;
  std::int64_t best_value_ = 0;
  bool is_over_ = true;
  bool is_proven_ = true;
  std::int64_t open_bound_ = 0;  // least bound of a node that was given up
  std::vector<Branch> path_;     // from the root to the node that is visited next
  std::vector<Fixed> fixed_;     // variables fixed below the branches of the path
  std::size_t node_pivots_ = 0;
  std::size_t nodes_ = 0;
};

}  // namespace cadre::propose
