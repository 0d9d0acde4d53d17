// The search that fits an instance: to proven optimality, or for a large one as far as it gets.
//
// Of many pairs of relatives who may not sit together few ever would: they are left out at first,
// and those that the best selection brings together are put in before it is searched for again.
// What is left out can only make things worse, so that bounds hold all along, and a selection that
// keeps all pairs apart is the best of all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "propose/model/instance.h"
#include "propose/search/assignment_search.h"
#include "propose/search/branch_and_bound.h"
#include "propose/search/large_search.h"

namespace cadre::propose {

class PartSearch {
 public:
  // Keeps a reference to the instance.
  PartSearch(const Instance& instance, Order order);
  PartSearch(const PartSearch&) = delete;
  PartSearch& operator=(const PartSearch&) = delete;

  // As those of BranchAndBound.
  void start(std::int32_t most_moves);
  bool step(std::size_t pivots);
  [[nodiscard]] std::optional<Solution> solution() const;
  [[nodiscard]] std::optional<Objective> bound(std::int32_t most_moves);
  [[nodiscard]] std::size_t pivots() const;
  // From 0 to 1; 0 where the search cannot tell.
  [[nodiscard]] double progress() const;

 private:
  // What the search at hand answers; `search` is search_, const or not.
  template <class V, class F>
  static auto ask(V& search, F&& f) {
    if (auto* small = std::get_if<AssignmentSearch>(&search)) return f(*small);
    if (auto* large = std::get_if<LargeSearch>(&search)) return f(*large);
    return f(*std::get_if<BranchAndBound>(&search));
  }
  // The instance that is searched: without the pairs that are left out.
  [[nodiscard]] const Instance& searched() const { return relaxed_ ? *relaxed_ : instance_; }
  void makeSearch();
  // Puts in what the selection breaks; false when it breaks nothing.
  bool addBroken(const Selection& selection);

  const Instance& instance_;
  Order order_;
  std::optional<Instance> relaxed_;
  std::vector<std::uint8_t> is_in_;  // by exclusion of the whole
  std::variant<std::monostate, BranchAndBound, AssignmentSearch, LargeSearch> search_;
  std::int32_t most_moves_ = 0;
  std::size_t pivots_before_ = 0;  // of searches that were made anew
};

}  // namespace cadre::propose
