// The search that fits an instance: to proven optimality, or for a large one as far as it gets.
#pragma once

#include <optional>
#include <variant>

#include "propose/model/instance.h"
#include "propose/search/assignment_search.h"
#include "propose/search/branch_and_bound.h"
#include "propose/search/large_search.h"

namespace cadre::propose {

class PartSearch {
 private:
  // What the search at hand answers; `search` is search_, const or not.
  template <class V, class F>
  static auto ask(V& search, F&& f) {
    if (auto* small = std::get_if<AssignmentSearch>(&search)) return f(*small);
    if (auto* large = std::get_if<LargeSearch>(&search)) return f(*large);
    return f(*std::get_if<BranchAndBound>(&search));
  }

 public:
  // Keeps a reference to the instance.
  PartSearch(const Instance& instance, Order order) {
    if (instance.arcs.size() > kMostArcsAtOnce) {
      search_.emplace<LargeSearch>(instance, order);
    } else if (AssignmentSearch::fits(instance)) {
      search_.emplace<AssignmentSearch>(instance, order);
    } else {
      search_.emplace<BranchAndBound>(instance, order);
    }
  }

  // As those of BranchAndBound.
  void start(std::int32_t most_moves) {
    ask(search_, [&](auto& search) { search.start(most_moves); });
  }
  bool step(std::size_t pivots) {
    return ask(search_, [&](auto& search) { return search.step(pivots); });
  }
  [[nodiscard]] std::optional<Solution> solution() const {
    return ask(search_, [](const auto& search) { return search.solution(); });
  }
  [[nodiscard]] std::optional<Objective> bound(std::int32_t most_moves) {
    return ask(search_, [&](auto& search) { return search.bound(most_moves); });
  }
  [[nodiscard]] std::size_t pivots() const {
    return ask(search_, [](const auto& search) { return search.pivots(); });
  }
  // From 0 to 1; 0 where the search cannot tell.
  [[nodiscard]] double progress() const {
    const auto* large = std::get_if<LargeSearch>(&search_);
    return large != nullptr ? large->progress() : 0.0;
  }

 private:
  std::variant<std::monostate, BranchAndBound, AssignmentSearch, LargeSearch> search_;
};

}  // namespace cadre::propose
