// Decimal fractions with a fixed number of places.
#include "core/decimal.h"

#include <gtest/gtest.h>

namespace cadre {
namespace {

using Number = Decimal<4>;  // 36 decimals

TEST(DecimalTest, SumsAndDifferencesCarry) {
  Number value = Number::fraction(9'999'999'999, 10);
  value += Number::fraction(1, 10);
  EXPECT_EQ(value.limb(0), 1U);
  EXPECT_EQ(value.limb(1), 0U);
  value -= Number::fraction(1, 18);
  EXPECT_EQ(value.limb(0), 0U);
  EXPECT_EQ(value.limb(1), 999'999'999U);
  EXPECT_EQ(value.limb(2), 999'999'999U);
  EXPECT_TRUE(value.isExact());
}

TEST(DecimalTest, ProductsAreExactWhileTheyFit) {
  const Number half = power(Number::fraction(5, 1), 13);  // 0.0001220703125
  EXPECT_EQ(half.limb(1), 122'070U);
  EXPECT_EQ(half.limb(2), 312'500'000U);
  EXPECT_TRUE(half.isExact());
  const Number whole = Number::fraction(12, 0) * Number::fraction(25, 2);
  EXPECT_EQ(whole.limb(0), 3U);
  EXPECT_EQ(whole.limb(1), 0U);
}

TEST(DecimalTest, ACutOffProductSaysSo) {
  EXPECT_TRUE(power(Number::fraction(9, 1), 36).isExact());
  Number cut = power(Number::fraction(9, 1), 37);
  EXPECT_FALSE(cut.isExact());
  cut += Number::fraction(1, 0);
  EXPECT_FALSE(cut.isExact());
}

TEST(DecimalTest, Compares) {
  EXPECT_TRUE(Number::fraction(1, 18) <= Number::fraction(1, 17));
  EXPECT_TRUE(Number::fraction(1, 1) <= Number::fraction(10, 2));
  EXPECT_FALSE(Number::fraction(1, 0) <= Number::fraction(999, 3));
  EXPECT_TRUE(Number::fraction(0, 0).isZero());
}

}  // namespace
}  // namespace cadre
