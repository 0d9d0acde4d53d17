// For an instance too large to be solved to the end, such as a city whose officials may go
// anywhere: a good selection that keeps getting better, and a bound that says how good it is.
//
// First each district for itself, then the bound of the linear programme over everything. Its
// reduced costs leave few moves that something better could take: the nearest of them are searched
// as a whole, which as a rule finds the best selection and proves it. Where that takes too long, a
// large neighbourhood search: some districts at a time, which the linear programme's moves tie
// together, are solved anew while the rest stays. Ends when nothing has got better for long.
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

  // As those of BranchAndBound.
  void start(std::int32_t most_moves);
  bool step(std::size_t pivots);
  [[nodiscard]] std::optional<Solution> solution() const;
  [[nodiscard]] std::optional<Objective> bound(std::int32_t most_moves);
  [[nodiscard]] std::size_t pivots() const { return pivots_; }
  // From 0 to 1: how near the end is if nothing gets better any more; it falls when something does.
  [[nodiscard]] double progress() const;

 private:
  enum class Stage : std::uint8_t { kPins, kDistricts, kRoot, kWhole, kImprove, kExact, kDone };

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
  std::optional<BranchAndBound> root_;  // over everything; made when it is needed first
  Stage stage_ = Stage::kDone;
  std::int32_t most_moves_ = 0;
  bool found_any_ = false;
  Selection best_;
  std::optional<Objective> bound_;
  std::size_t district_ = 0;
  std::vector<std::int32_t> usable_;   // arcs
  std::vector<std::int32_t> support_;  // arcs across districts that the linear programme uses
  BranchAndBound::Nearest nearest_;    // searched as a whole last
  Objective whole_from_;               // the best one known before that
  std::optional<Neighbourhood> part_;
  std::optional<BranchAndBound> search_;  // of the part
  std::size_t part_pivots_ = 0;
  std::size_t stale_ = 0;  // parts since the last one that got better
  std::uint64_t random_ = 0;
  std::size_t nodes_ = 0;
  std::size_t pivots_ = 0;
  std::size_t pivots_before_ = 0;
};

}  // namespace cadre::propose
