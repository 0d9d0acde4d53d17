#include "propose/branch_and_bound.h"

#include <algorithm>
#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "random_instance.h"

namespace cadre::propose {
namespace {

constexpr std::int32_t kAnyNumber = 1000;

// Every choice there is, one post after the other.
class Enumeration {
 public:
  Enumeration(const Instance& instance, std::int32_t most_moves)
      : instance_(instance), most_moves_(most_moves), taken_(instance.officials.size(), 0) {}

  // Nothing when the pinned moves cannot all be kept.
  std::optional<Objective> best() {
    fill(0);
    return best_;
  }

 private:
  void fill(std::size_t post) {
    if (post == instance_.posts.size()) {
      judge();
      return;
    }
    fill(post + 1);
    for (std::size_t a = 0; a < instance_.arcs.size(); ++a) {
      const Arc& arc = instance_.arcs[a];
      const auto official = static_cast<std::size_t>(arc.official);
      if (arc.post != static_cast<std::int32_t>(post) || taken_[official] != 0) continue;
      taken_[official] = 1;
      arcs_.push_back(static_cast<std::int32_t>(a));
      fill(post + 1);
      arcs_.pop_back();
      taken_[official] = 0;
    }
  }

  void judge() {
    std::vector<std::uint8_t> changes(instance_.posts.size(), 0);
    for (const std::int32_t arc : arcs_) {
      changes[static_cast<std::size_t>(instance_.arcs[static_cast<std::size_t>(arc)].post)] = 1;
    }
    std::vector<std::int32_t> leaves;
    std::vector<std::int32_t> in_unit(instance_.head_units, 0);
    std::vector<std::int32_t> in_district(instance_.district_cap.size(), 0);
    for (std::size_t p = 0; p < instance_.posts.size(); ++p) {
      const OpenPost& post = instance_.posts[p];
      if (post.unit >= 0) in_unit[static_cast<std::size_t>(post.unit)] += changes[p];
      in_district[static_cast<std::size_t>(post.district)] += changes[p];
      if (post.holder < 0) continue;
      const bool goes = taken_[static_cast<std::size_t>(post.holder)] != 0;
      if (goes && changes[p] == 0) return;  // a filled post would fall vacant
      if (!goes && changes[p] != 0) leaves.push_back(static_cast<std::int32_t>(p));
    }
    if (static_cast<std::int32_t>(arcs_.size()) > most_moves_) return;
    if (instance_.continuity_is_hard) {
      for (std::size_t u = 0; u < instance_.head_units; ++u) {
        if (in_unit[u] > 1) return;
      }
    }
    for (std::size_t d = 0; d < in_district.size(); ++d) {
      if (in_district[d] > instance_.district_cap[d]) return;
    }
    const auto has = [](const std::vector<std::int32_t>& all, std::int32_t one) {
      return std::find(all.begin(), all.end(), one) != all.end();
    };
    for (const std::int32_t arc : instance_.pinned_arcs) {
      if (!has(arcs_, arc)) return;
    }
    for (const std::int32_t post : instance_.pinned_leaves) {
      if (!has(leaves, post)) return;
    }
    const Objective found = objectiveOf(instance_, arcs_, leaves);
    if (!best_ || found < *best_) best_ = found;
  }

  const Instance& instance_;
  std::int32_t most_moves_;
  std::vector<std::uint8_t> taken_;
  std::vector<std::int32_t> arcs_;
  std::optional<Objective> best_;
};

std::string words(const std::optional<Objective>& o) {
  if (!o) return "none";
  return std::to_string(o->shortfall) + " " + std::to_string(o->vacant) + " " +
         std::to_string(o->moves) + " " + std::to_string(o->cost);
}

std::optional<Objective> objectiveIn(const std::optional<Solution>& solution) {
  return solution ? std::optional(solution->best.objective) : std::nullopt;
}

TEST(BranchAndBound, FindsTheOptimumOfEverySmallInstance) {
  constexpr std::uint32_t kInstances = 2000;
  std::size_t impossible = 0;
  for (std::uint32_t seed = 0; seed < kInstances; ++seed) {
    const Instance instance = test::randomInstance(seed);
    const std::optional<Objective> expected = Enumeration(instance, kAnyNumber).best();
    const std::optional<Solution> found = BranchAndBound(instance).solve(kAnyNumber);
    ASSERT_EQ(words(objectiveIn(found)), words(expected)) << seed;
    if (!found) {
      ++impossible;
      continue;
    }
    ASSERT_TRUE(found->is_optimal) << seed;
    ASSERT_EQ(found->bound, *expected) << seed;
    ASSERT_EQ(objectiveOf(instance, found->best.arcs, found->best.leaves), *expected) << seed;
  }
  EXPECT_GT(impossible, 50U);
  EXPECT_LT(impossible, kInstances / 2);
}

TEST(BranchAndBound, KeepsToTheNumberOfMoves) {
  constexpr std::uint32_t kInstances = 300;
  for (std::uint32_t seed = 0; seed < kInstances; ++seed) {
    const Instance instance = test::randomInstance(seed);
    BranchAndBound search(instance);
    for (std::int32_t most = 4; most >= 0; --most) {
      ASSERT_EQ(words(objectiveIn(search.solve(most))), words(Enumeration(instance, most).best()))
          << seed << " with at most " << most;
    }
  }
}

TEST(BranchAndBound, OfNothingIsNothing) {
  const Instance instance;
  const std::optional<Solution> found = BranchAndBound(instance).solve(kAnyNumber);
  ASSERT_TRUE(found.has_value());
  EXPECT_TRUE(found->is_optimal);
  EXPECT_EQ(found->best.objective, Objective{});
}

TEST(BranchAndBound, TheSameInstanceGivesTheSamePlan) {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    const Instance instance = test::randomInstance(seed);
    const std::optional<Solution> once = BranchAndBound(instance).solve(kAnyNumber);
    const std::optional<Solution> again = BranchAndBound(instance).solve(kAnyNumber);
    ASSERT_EQ(once.has_value(), again.has_value());
    if (once) {
      EXPECT_EQ(once->best.arcs, again->best.arcs);
    }
  }
}

TEST(BranchAndBound, TheLinearProgrammeDoesNotHalveTheCostOfBrokenContinuity) {
  Instance instance;  // two vacant head posts of one unit and a candidate for each
  instance.head_units = 1;
  instance.continuity_cost = 20;
  instance.district_cap = {INT32_MAX};
  for (std::int32_t i = 0; i < 2; ++i) {
    OpenPost post{};
    post.unit = 0;
    instance.posts.push_back(post);
    instance.officials.push_back({});
    instance.arcs.push_back({i, i, 10});
  }
  BranchAndBound search(instance);
  EXPECT_EQ(search.bound(kAnyNumber), (Objective{0, 0, 2, 40}));
}

TEST(BranchAndBound, NothingThatTakesAMoveFurtherAwayIsBetterThanIsSaid) {
  std::uint32_t judged = 0;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const Instance instance = test::randomInstance(seed);
    if (!instance.pinned_arcs.empty() || !instance.pinned_leaves.empty()) continue;
    BranchAndBound search(instance);
    const Objective stay = objectiveOf(instance, {}, {});
    if (!search.bound(kAnyNumber)) continue;
    const BranchAndBound::Nearest nearest = search.nearestArcs(4, stay);
    EXPECT_LE(nearest.beyond, stay);
    for (std::int32_t a = 0; a < static_cast<std::int32_t>(instance.arcs.size()); ++a) {
      if (std::ranges::find(nearest.arcs, a) != nearest.arcs.end()) continue;
      Instance with = instance;
      with.pinned_arcs = {a};
      const std::optional<Objective> best = Enumeration(with, kAnyNumber).best();
      if (best) {
        EXPECT_GE(*best, nearest.beyond) << "seed " << seed << ", move " << a;
      }
      ++judged;
    }
  }
  EXPECT_GT(judged, 100U);
}

}  // namespace
}  // namespace cadre::propose
