// Solves one part of a roadmap to proven optimality over all its rounds at once, using
// tree_search.h in the same way as branch_and_bound.h does for one round.
//
// The programme has the variables of one round (moves, leaving, posts that change hands,
// shortfalls, continuity) for every round. An official moves at most once. A post changes hands
// when its first holder leaves it and somebody enters in the same round, or when it is vacant.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "lp/linear_program.h"
#include "lp/tree_search.h"
#include "propose/model/objective.h"
#include "propose/roadmap/roadmap_instance.h"

namespace cadre::propose {

class RoadmapSearch {
 public:
  // Keeps a reference to the part.
  explicit RoadmapSearch(const RoadmapInstance& part);
  RoadmapSearch(const RoadmapSearch&) = delete;
  RoadmapSearch& operator=(const RoadmapSearch&) = delete;

  // The number of rows of the programme, a measure of the cost of a step.
  [[nodiscard]] std::size_t rows() const { return program_.rows(); }

  // Begins a search for a choice better than `known`, with at most that many posts changing hands
  // in each round; discards the previous search. REQUIRES: `known` is possible within these
  // numbers.
  void start(const std::vector<std::int32_t>& most_moves, const RoadmapChoice& known);
  // Performs about that many pivots; returns true when the search is complete.
  bool step(std::size_t pivots);

  [[nodiscard]] const RoadmapChoice& best() const { return best_; }
  // Proven: nothing is better. Equals the objective of best() when that is optimal.
  [[nodiscard]] Objective bound() const;
  [[nodiscard]] std::size_t nodes() const { return tree_ ? tree_->nodes() : 0; }
  [[nodiscard]] std::size_t pivots() const { return tree_ ? tree_->pivots() : 0; }

 private:
  class ProgramBuilder;
  // Empty when the choice is impossible.
  [[nodiscard]] std::optional<std::int64_t> valueOf(const RoadmapChoice& choice) const;
  void noteChoice();

  const RoadmapInstance& part_;
  Weights weights_;
  lp::LinearProgram program_;
  lp::Branching branching_;
  std::vector<std::pair<std::int32_t, std::size_t>> crash_;  // the initial basis
  std::size_t first_leave_ = 0;
  std::size_t first_round_ = 0;  // variables for the number of posts changing hands per round
  std::optional<lp::TreeSearch> tree_;
  RoadmapChoice best_;
};

}  // namespace cadre::propose
