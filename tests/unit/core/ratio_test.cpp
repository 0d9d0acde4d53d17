#include "core/ratio.h"

#include <cstdint>

#include <gtest/gtest.h>

namespace cadre {
namespace {

std::int32_t tenThousandths(std::string_view number) {
  return parseShare(number).value_or(Share{-1}).ten_thousandths;
}

std::int32_t needed(std::string_view target, std::int32_t posts) {
  return neededCount(parseShare(target).value(), posts);
}

TEST(Share, ReadsNumbersFromZeroToOne) {
  EXPECT_EQ(tenThousandths("0"), 0);
  EXPECT_EQ(tenThousandths("0.5"), 5000);
  EXPECT_EQ(tenThousandths("0.55"), 5500);
  EXPECT_EQ(tenThousandths("0.0001"), 1);
  EXPECT_EQ(tenThousandths("0.9999"), 9999);
  EXPECT_EQ(tenThousandths("1"), 10000);
  EXPECT_EQ(tenThousandths("1.0"), 10000);
}

TEST(Share, ReadsExponents) {
  EXPECT_EQ(tenThousandths("5.5e-1"), 5500);
  EXPECT_EQ(tenThousandths("1E-4"), 1);
  EXPECT_EQ(tenThousandths("1e+0"), 10000);
  EXPECT_EQ(tenThousandths("10000e-4"), 10000);
  EXPECT_EQ(tenThousandths("0e99999999999"), 0);
}

TEST(Share, ZerosAtTheEndAreNotDecimals) { EXPECT_EQ(tenThousandths("0.500000000"), 5000); }

TEST(Share, RefusesWhatIsNoShare) {
  for (const char* number :
       {"", "-0.5", "1.0001", "2", "0.00001", "0.12345", "1e-5", "1e1", ".5", "0.", "0,5", "50%",
        "abc", "0.5 ", "--0", "1e", "99999999999999999999", "1e99999999999", "0.5e0x"}) {
    EXPECT_FALSE(parseShare(number).has_value()) << number;
  }
}

TEST(Share, IsWrittenInItsShortestForm) {
  for (const char* number : {"0", "0.5", "0.55", "0.0001", "0.105", "1"}) {
    EXPECT_EQ(decimal(parseShare(number).value()), number);
  }
}

TEST(Share, EveryOneSurvivesWritingAndReading) {
  for (std::int32_t i = 0; i <= Share::kOne; ++i)
    EXPECT_EQ(parseShare(decimal(Share{i})), Share{i});
}

TEST(NeededCount, IsExact) {
  EXPECT_EQ(needed("0.5", 42), 21);
  EXPECT_EQ(needed("0.55", 20), 11);
  EXPECT_EQ(needed("0.5", 32), 16);
  EXPECT_EQ(needed("0.5", 1158), 579);
}

TEST(NeededCount, RoundsUp) {
  EXPECT_EQ(needed("0.5", 21), 11);
  EXPECT_EQ(needed("0.0001", 1), 1);
  EXPECT_EQ(needed("0.5501", 20), 12);
}

TEST(NeededCount, OfNothingIsNothing) {
  EXPECT_EQ(needed("1", 0), 0);
  EXPECT_EQ(needed("0", 42), 0);
  EXPECT_EQ(needed("1", 42), 42);
}

TEST(NeededCount, HoldsForEveryCountOfPosts) { EXPECT_EQ(needed("1", INT32_MAX), INT32_MAX); }

TEST(Permille, IsRoundedHalfUp) {
  EXPECT_EQ(permille(17, 32), 531);
  EXPECT_EQ(permille(6, 42), 143);
  EXPECT_EQ(permille(21, 42), 500);
  EXPECT_EQ(permille(1, 2000), 1);
  EXPECT_EQ(permille(5, 16), 313);
}

TEST(Permille, OfNothingThereIsNone) { EXPECT_EQ(permille(0, 0), kNoPermille); }

}  // namespace
}  // namespace cadre
