#include "propose/why_not/dial.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace cadre::propose {
namespace {

// A dial whose value i leaves the shortfall shortfalls[i], for one district and for the whole;
// returns the values that a search tries.
std::vector<std::size_t> tried(Dial& dial, const Shortfalls& base,
                               const std::vector<std::int64_t>& shortfalls) {
  std::vector<std::size_t> out;
  dial.values.assign(shortfalls.size(), 0);
  dial.results.resize(shortfalls.size());
  while (const std::optional<std::size_t> next = dial.nextValue(base)) {
    out.push_back(*next);
    dial.results[*next] = Shortfalls{{shortfalls[*next]}, shortfalls[*next]};
  }
  return out;
}

TEST(Dial, WhereTheLastValueGainsNothingNoOtherIsTried) {
  Dial dial;
  EXPECT_EQ(tried(dial, {{5}, 5}, {5, 5, 5, 5}), std::vector<std::size_t>{3});
}

TEST(Dial, FindsTheMildestValueThatGainsAnythingAndTheMildestThatGainsMost) {
  const std::vector<std::int64_t> shortfalls = {5, 5, 5, 4, 4, 3, 2, 2, 2, 2, 2};
  const Shortfalls base{{5}, 5};
  Dial dial;
  const std::vector<std::size_t> values = tried(dial, base, shortfalls);
  EXPECT_EQ(dial.firstThatGains(base, 0, 1), 3U);
  EXPECT_EQ(dial.firstThatGains(base, kTotal, 3), 6U);
  EXPECT_LT(values.size(), shortfalls.size());
}

TEST(Dial, NoValueIsTriedTwice) {
  Dial dial;
  std::vector<std::size_t> values = tried(dial, {{9}, 9}, {9, 8, 7, 6, 5, 4, 3, 2, 1, 0});
  std::sort(values.begin(), values.end());
  EXPECT_EQ(std::adjacent_find(values.begin(), values.end()), values.end());
}

}  // namespace
}  // namespace cadre::propose
