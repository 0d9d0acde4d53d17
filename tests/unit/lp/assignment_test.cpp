#include "lp/assignment.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "support/random.h"

namespace cadre::lp {
namespace {

using test::Random;

constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::max();

// By enumeration; kNone if every assignment uses a forbidden entry.
std::int64_t cheapest(Assignment& assignment) {
  std::vector<std::size_t> columns(assignment.size());
  std::iota(columns.begin(), columns.end(), std::size_t{0});
  std::int64_t best = kNone;
  do {
    std::int64_t sum = 0;
    for (std::size_t r = 0; r < columns.size() && sum != kNone; ++r) {
      const std::int64_t cost = assignment.costs(r)[columns[r]];
      sum = cost == Assignment::kForbidden ? kNone : sum + cost;
    }
    best = std::min(best, sum);
  } while (std::next_permutation(columns.begin(), columns.end()));
  return best;
}

void fillRow(Assignment& assignment, std::size_t row, Random& random) {
  for (std::size_t c = 0; c < assignment.size(); ++c) {
    assignment.costs(row)[c] = random.oneIn(3) ? Assignment::kForbidden : random.below(20) - 10;
  }
}

Assignment randomAssignment(Random& random) {
  Assignment out(static_cast<std::size_t>(1 + random.below(6)));
  for (std::size_t r = 0; r < out.size(); ++r) fillRow(out, r, random);
  return out;
}

void expectCheapest(Assignment& assignment, std::uint32_t seed) {
  const std::int64_t expected = cheapest(assignment);
  if (expected == kNone) {
    EXPECT_GT(assignment.cost(), Assignment::kForbidden / 2) << seed;
    return;
  }
  EXPECT_EQ(assignment.cost(), expected) << seed;
  std::int64_t sum = 0;
  std::vector<std::uint8_t> is_taken(assignment.size(), 0);
  for (std::size_t r = 0; r < assignment.size(); ++r) {
    const std::size_t column = assignment.columnOf(r);
    EXPECT_EQ(is_taken[column], 0) << seed;
    is_taken[column] = 1;
    sum += assignment.costs(r)[column];
    EXPECT_EQ(assignment.reducedCost(r, column), 0) << seed;
    for (std::size_t c = 0; c < assignment.size(); ++c) {
      EXPECT_GE(assignment.reducedCost(r, c), 0) << seed;
    }
  }
  EXPECT_EQ(sum, expected) << seed;
}

TEST(Assignment, IsTheCheapestOfAll) {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    Random random(seed);
    Assignment assignment = randomAssignment(random);
    assignment.solve();
    expectCheapest(assignment, seed);
  }
}

TEST(Assignment, IsTheCheapestAgainAfterCostsChanged) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    Random random(seed);
    Assignment assignment = randomAssignment(random);
    assignment.solve();
    for (int change = 0; change < 5; ++change) {
      for (std::size_t r = 0; r < assignment.size(); ++r) {
        if (random.oneIn(2)) fillRow(assignment, r, random);
      }
      assignment.solve();
      expectCheapest(assignment, seed);
    }
  }
}

TEST(Assignment, IsTheCheapestAgainAfterARowChanged) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    Random random(seed);
    Assignment assignment = randomAssignment(random);
    assignment.solve();
    for (int change = 0; change < 8; ++change) {
      const auto row =
          static_cast<std::size_t>(random.below(static_cast<std::int32_t>(assignment.size())));
      fillRow(assignment, row, random);
      assignment.solveAgain(row);
      expectCheapest(assignment, seed);
    }
  }
}

TEST(Assignment, OfNothingCostsNothing) {
  Assignment assignment(0);
  assignment.solve();
  EXPECT_EQ(assignment.cost(), 0);
}

}  // namespace
}  // namespace cadre::lp
