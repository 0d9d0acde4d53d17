#include "propose/search/part_search.h"

#include <cstdint>

#include <gtest/gtest.h>

#include "enumeration.h"
#include "random_instance.h"

namespace cadre::propose {
namespace {

constexpr std::int32_t kAnyNumber = INT32_MAX;

std::optional<Solution> solve(PartSearch& search) {
  search.start(kAnyNumber);
  while (!search.step(7)) {
  }
  return search.solution();
}

// The same pairs many times over, which only has the effect that they are omitted at first.
Instance withManyPairs(std::uint32_t seed) {
  constexpr int kTimes = 120;
  Instance out = test::randomInstance(seed, 7);
  const std::vector<Exclusion> once = out.exclusions;
  for (int i = 1; i < kTimes; ++i) {
    out.exclusions.insert(out.exclusions.end(), once.begin(), once.end());
  }
  return out;
}

TEST(PartSearch, PairsThatAreLeftOutAtFirstAreKeptApartInTheEnd) {
  std::uint32_t judged = 0;
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    const Instance instance = withManyPairs(seed);
    if (instance.exclusions.empty()) continue;
    PartSearch search(instance, Order::kProposal);
    const std::optional<Solution> found = solve(search);
    test::Enumeration every(instance, kAnyNumber);
    ASSERT_EQ(test::words(test::objectiveIn(found)), test::words(every.best())) << seed;
    if (!found) continue;
    EXPECT_TRUE(found->is_optimal) << seed;
    EXPECT_EQ(found->bound, found->best.objective) << seed;
    ++judged;
  }
  EXPECT_GT(judged, 100U);
}

}  // namespace
}  // namespace cadre::propose
