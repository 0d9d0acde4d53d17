#include "lp/price_search.h"

#include <algorithm>
#include <array>
#include <vector>

#include <gtest/gtest.h>

#include "support/random.h"

namespace cadre::lp {
namespace {

using test::Random;

struct Plane {
  std::int64_t value;
  std::array<std::int32_t, 2> slopes;
  std::int64_t at(const PriceSearch::Prices& prices) const {
    return value + slopes[0] * prices[0] + slopes[1] * prices[1];
  }
};

std::int64_t heightAt(const std::vector<Plane>& planes, const PriceSearch::Prices& prices) {
  std::int64_t out = planes.front().at(prices);
  for (const Plane& plane : planes) out = std::min(out, plane.at(prices));
  return out;
}

// Queries until the maximum is found, like its callers: each time the plane that is lowest.
std::int64_t search(const std::vector<Plane>& planes, std::size_t count, std::int64_t highest) {
  PriceSearch search(count, highest);
  PriceSearch::Prices prices{};
  std::int64_t best = INT64_MIN;
  for (std::size_t k = 0; k < 40; ++k) {
    const auto lowest = std::min_element(
        planes.begin(), planes.end(),
        [&](const Plane& a, const Plane& b) { return a.at(prices) < b.at(prices); });
    best = std::max(best, lowest->at(prices));
    search.add(lowest->value, lowest->slopes);
    const PriceSearch::Peak peak = search.peak();
    if (peak.height < static_cast<double>(best) + 1.0) break;
    prices = peak.prices;
  }
  return best;
}

std::int64_t highestOfAll(const std::vector<Plane>& planes, std::size_t count,
                          std::int64_t highest) {
  std::int64_t best = INT64_MIN;
  for (std::int64_t x = 0; x <= highest; ++x) {
    for (std::int64_t y = 0; y <= (count > 1 ? highest : 0); ++y) {
      best = std::max(best, heightAt(planes, {x, y}));
    }
  }
  return best;
}

std::vector<Plane> randomPlanes(Random& random, std::size_t count) {
  std::vector<Plane> out(static_cast<std::size_t>(1 + random.below(8)));
  for (Plane& plane : out) {
    plane = {random.below(200), {random.below(9) - 4, count > 1 ? random.below(9) - 4 : 0}};
  }
  return out;
}

TEST(PriceSearch, FindsTheHighestPointButForRounding) {
  constexpr std::int64_t kHighest = 60;
  for (const std::size_t count : {1U, 2U}) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
      Random random(seed);
      const std::vector<Plane> planes = randomPlanes(random, count);
      const std::int64_t found = search(planes, count, kHighest);
      const std::int64_t best = highestOfAll(planes, count, kHighest);
      EXPECT_LE(found, best) << seed;
      EXPECT_GE(found, best - 4) << seed << ": a price rounded by a half, twice, and its slope";
    }
  }
}

TEST(PriceSearch, ThePeakOfItsPlanesIsNeverBelowTheFunction) {
  constexpr std::int64_t kHighest = 60;
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    Random random(seed);
    const std::vector<Plane> planes = randomPlanes(random, 2);
    PriceSearch search(2, kHighest);
    PriceSearch::Prices prices{};
    for (std::size_t k = 0; k < 6; ++k) {
      const auto lowest = std::min_element(
          planes.begin(), planes.end(),
          [&](const Plane& a, const Plane& b) { return a.at(prices) < b.at(prices); });
      search.add(lowest->value, lowest->slopes);
      const PriceSearch::Peak peak = search.peak();
      EXPECT_GE(peak.height + 1e-6, static_cast<double>(highestOfAll(planes, 2, kHighest))) << seed;
      prices = peak.prices;
    }
  }
}

TEST(PriceSearch, WithoutPricesThereIsOnlyOnePoint) {
  PriceSearch search(0, 100);
  search.add(7, {3, 3});
  EXPECT_EQ(search.peak().prices, (PriceSearch::Prices{0, 0}));
  EXPECT_EQ(search.peak().height, 7.0);
}

}  // namespace
}  // namespace cadre::lp
