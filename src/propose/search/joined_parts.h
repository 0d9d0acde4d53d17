// Distributes a cap on posts changing hands over the parts of a problem: a lexicographic dynamic
// programme over the parts' curves (how good a part gets with at most k posts changing hands).
//
// Initially curves consist of bounds. The programme is run on the bounds, the points that it uses
// are made exact, and it is run again until everything it uses is exact. Its result is then the
// optimum, and only few points had to be solved (optimiser.md, "Lazily").
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "propose/model/objective.h"

namespace cadre::propose {

// One part's curve. Missing points are impossible: pinned moves need more posts. INVARIANT: no
// worse with more posts, once all points are exact.
struct Curve {
  struct Point {
    std::optional<Objective> objective;  // exact, or a bound
    bool is_exact = false;
  };
  std::vector<Point> points;  // by the most posts that may change hands: 0, 1, …
};

struct Share {
  std::size_t part;
  std::size_t posts;
};

// The least sums over all parts with at most 0, 1, …, `cap` posts changing hands in total.
class JoinedParts {
 public:
  JoinedParts(std::span<const Curve> curves, std::size_t cap);

  // Empty when it is impossible. REQUIRES: most <= cap.
  [[nodiscard]] std::optional<Objective> best(std::size_t most) const;
  // How many of the posts each part gets. REQUIRES: best(most) is not empty.
  [[nodiscard]] std::vector<std::size_t> shares(std::size_t most) const;

 private:
  std::vector<std::optional<Objective>> last_;
  std::vector<std::vector<std::int32_t>> share_;  // by part, then by posts so far
};

}  // namespace cadre::propose
