// For an instance too large to solve to optimality, such as a city whose officials may go anywhere:
// a good selection that keeps improving, with a bound on its quality.
//
// First each district on its own, then the bound of the linear programme over everything. Its
// reduced costs leave few moves that a better selection could use: the nearest of them are searched
// as a whole, which usually finds the best selection and proves it. If that takes too long, a large
// neighbourhood search follows: a few districts at a time, chosen by the linear programme's moves,
// are solved again while the rest is kept fixed. It ends after a long time without improvement.
// Deterministic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "propose/model/instance.h"
#include "propose/search/branch_and_bound.h"
#include "propose/search/neighbourhood.h"

namespace cadre::propose {

class LargeSearch {
 public:
  // Keeps a reference to the instance.
  LargeSearch(const Instance& instance, Order order);
  LargeSearch(const LargeSearch&) = delete;
  LargeSearch& operator=(const LargeSearch&) = delete;

  // See BranchAndBound.
  void start(std::int32_t most_moves);
  bool step(std::size_t pivots);
  [[nodiscard]] std::optional<Solution> solution() const;
  [[nodiscard]] std::optional<Objective> bound(std::int32_t most_moves);
  [[nodiscard]] std::size_t pivots() const { return pivots_; }
  // From 0 to 1: how near the end is if nothing improves any more; it drops after an improvement.
  [[nodiscard]] double progress() const;

 private:
  enum class Phase : std::uint8_t { kPins, kDistricts, kRoot, kWhole, kImprove, kExact, kDone };

  void begin(const std::vector<std::int32_t>& wanted, const std::vector<std::int32_t>& usable);
  void beginWhole(std::size_t most_arcs);
  bool stepPart(std::size_t pivots);
  BranchAndBound& root();
  void stepRoot(std::size_t pivots);
  void stepWhole(std::size_t pivots);
  void stepExact(std::size_t pivots);
  void next();
  void endPart();
  [[nodiscard]] std::vector<std::int32_t> postsOf(const std::vector<std::uint8_t>& districts) const;
  [[nodiscard]] std::vector<std::int32_t> pinnedDistricts() const;
  [[nodiscard]] std::vector<std::int32_t> related();
  [[nodiscard]] std::int32_t fromDistrict(std::int32_t arc) const;
  std::size_t random(std::size_t below);
  [[nodiscard]] bool isBetter(const Objective& a, const Objective& b) const;

  const Instance& instance_;
  Order order_;
  std::optional<BranchAndBound> root_;  // over everything; created when first needed
  Phase phase_ = Phase::kDone;
  std::int32_t most_moves_ = 0;
  bool found_any_ = false;
  Selection best_;
  std::optional<Objective> bound_;
  std::size_t district_ = 0;
  std::vector<std::int32_t> usable_;   // arcs
  std::vector<std::int32_t> support_;  // arcs between districts used by the linear programme
  BranchAndBound::Nearest nearest_;    // the last to be searched as a whole
  Objective whole_from_;               // the best selection known before that
  std::optional<Neighbourhood> part_;
  std::optional<BranchAndBound> search_;  // of the part
  std::size_t part_pivots_ = 0;
  std::size_t stale_ = 0;  // parts since the last improvement
  std::uint64_t random_ = 0;
  std::size_t nodes_ = 0;
  std::size_t pivots_ = 0;
  std::size_t pivots_before_ = 0;
};

}  // namespace cadre::propose
