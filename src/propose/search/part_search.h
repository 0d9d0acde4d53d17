// Chooses the search for an instance: to proven optimality, or best effort for a large one.
//
// Of many pairs of relatives who must not serve together, few would ever do so. Pairs are therefore
// omitted at first; those that the best selection brings together are added, and the search is
// repeated. Omitting a constraint can only improve the objective, so bounds remain valid
// throughout, and a selection that keeps all pairs apart is optimal.
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

  // See BranchAndBound.
  void start(std::int32_t most_moves);
  bool step(std::size_t pivots);
  [[nodiscard]] std::optional<Solution> solution() const;
  [[nodiscard]] std::optional<Objective> bound(std::int32_t most_moves);
  [[nodiscard]] std::size_t pivots() const;
  // From 0 to 1; 0 when the search cannot tell.
  [[nodiscard]] double progress() const;

 private:
  // Calls the current search; `search` is search_, const or not.
  template <class V, class F>
  static auto ask(V& search, F&& f) {
    if (auto* small = std::get_if<AssignmentSearch>(&search)) return f(*small);
    if (auto* large = std::get_if<LargeSearch>(&search)) return f(*large);
    return f(*std::get_if<BranchAndBound>(&search));
  }
  // The instance being searched, without the omitted pairs.
  [[nodiscard]] const Instance& searched() const { return relaxed_ ? *relaxed_ : instance_; }
  void makeSearch();
  // Adds the pairs that the selection breaks; returns false if it breaks none.
  bool addBroken(const Selection& selection);

  const Instance& instance_;
  Order order_;
  std::optional<Instance> relaxed_;
  std::vector<std::uint8_t> is_in_;  // by exclusion of the whole
  std::variant<std::monostate, BranchAndBound, AssignmentSearch, LargeSearch> search_;
  std::int32_t most_moves_ = 0;
  std::size_t pivots_before_ = 0;  // of searches that were restarted
};

}  // namespace cadre::propose
