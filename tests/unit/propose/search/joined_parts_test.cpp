#include "propose/search/joined_parts.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "random_instance.h"

namespace cadre::propose {
namespace {

Objective missing(std::int64_t shortfall, std::int64_t cost) { return {shortfall, 0, 0, 0, cost}; }

Curve curve(std::vector<std::optional<Objective>> points) {
  Curve out;
  for (const auto& point : points) out.points.push_back({point, true});
  return out;
}

// The best of all ways to distribute `most` posts.
std::optional<Objective> tryAll(const std::vector<Curve>& curves, std::size_t part,
                                std::size_t most) {
  if (part == curves.size()) return Objective{};
  std::optional<Objective> best;
  const auto& points = curves[part].points;
  for (std::size_t k = 0; k < points.size() && k <= most; ++k) {
    if (!points[k].objective) continue;
    const std::optional<Objective> rest = tryAll(curves, part + 1, most - k);
    if (!rest) continue;
    const Objective sum = *points[k].objective + *rest;
    if (!best || sum < *best) best = sum;
  }
  return best;
}

TEST(JoinedParts, GivesThePostsWhereTheyHelpMost) {
  const std::vector<Curve> curves = {curve({missing(3, 0), missing(2, 5)}),
                                     curve({missing(4, 0), missing(4, 0), missing(1, 9)})};
  const JoinedParts joined(curves, 3);
  EXPECT_EQ(joined.best(0), missing(7, 0));
  EXPECT_EQ(joined.best(1), missing(6, 5));
  EXPECT_EQ(joined.best(2), missing(4, 9));
  EXPECT_EQ(joined.shares(2), (std::vector<std::size_t>{0, 2}));
  EXPECT_EQ(joined.best(3), missing(3, 14));
}

TEST(JoinedParts, WhatPinnedMovesNeedIsImpossibleWithLess) {
  const std::vector<Curve> curves = {curve({std::nullopt, std::nullopt, missing(1, 0)}),
                                     curve({missing(2, 0)})};
  const JoinedParts joined(curves, 2);
  EXPECT_FALSE(joined.best(1).has_value());
  EXPECT_EQ(joined.best(2), missing(3, 0));
}

TEST(JoinedParts, IsAsGoodAsTryingAllWays) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    test::Random random(seed);
    std::vector<Curve> curves;
    for (std::int32_t i = 1 + random.below(3); i > 0; --i) {
      std::vector<std::optional<Objective>> points;
      const std::int32_t impossible = random.oneIn(4) ? random.below(3) : 0;
      Objective at = missing(random.below(5), random.below(3));
      for (std::int32_t k = 0; k < 5; ++k) {
        if (k < impossible) {
          points.emplace_back();
          continue;
        }
        points.emplace_back(at);
        if (random.oneIn(2)) at = std::min(at, missing(at.shortfall - random.below(2), 5));
      }
      curves.push_back(curve(std::move(points)));
    }
    const JoinedParts joined(curves, 8);
    for (std::size_t most = 0; most <= 8; ++most) {
      ASSERT_EQ(joined.best(most), tryAll(curves, 0, most)) << "seed " << seed << ", " << most;
      if (!joined.best(most)) continue;
      const std::vector<std::size_t> shares = joined.shares(most);
      Objective sum;
      std::size_t used = 0;
      for (std::size_t i = 0; i < shares.size(); ++i) {
        sum = sum + *curves[i].points[shares[i]].objective;
        used += shares[i];
      }
      EXPECT_EQ(sum, joined.best(most)) << "seed " << seed;
      EXPECT_LE(used, most);
    }
  }
}

}  // namespace
}  // namespace cadre::propose
