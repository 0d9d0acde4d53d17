#include "samples/people.h"

#include <gtest/gtest.h>

#include "samples/random.h"

namespace cadre::samples {
namespace {

TEST(SampleRandom, IsSplitmix64) {
  Random random(1234567);
  EXPECT_EQ(random.next(), 6457827717110365317U);
  EXPECT_EQ(random.next(), 3203168211198807973U);
  EXPECT_EQ(random.next(), 9817491932198370423U);
}

TEST(SampleRandom, StaysInItsRange) {
  Random random(1);
  std::vector<int> seen(6, 0);
  for (int i = 0; i < 1000; ++i) ++seen.at(static_cast<std::size_t>(random.between(2, 7) - 2));
  for (const int count : seen) EXPECT_GT(count, 100);
}

// The steps of Nghị định 135/2020/NĐ-CP, at their ends and in between.
TEST(SamplePeople, RetirementByTheLaw) {
  EXPECT_EQ(retirement(date(1961, 1, 15), Gender::kMale), date(2021, 4, 30));    // 60 and 3 months
  EXPECT_EQ(retirement(date(1963, 1, 1), Gender::kMale), date(2023, 10, 31));    // 60 and 9
  EXPECT_EQ(retirement(date(1975, 4, 2), Gender::kMale), date(2037, 4, 30));     // 62
  EXPECT_EQ(retirement(date(1966, 1, 20), Gender::kFemale), date(2021, 5, 31));  // 55 and 4
  EXPECT_EQ(retirement(date(1980, 2, 10), Gender::kFemale), date(2040, 2, 29));  // 60
}

}  // namespace
}  // namespace cadre::samples
