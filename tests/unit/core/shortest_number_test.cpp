#include "core/shortest_number.h"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace cadre {
namespace {

std::string standard(double value) {
  std::array<char, 64> text{};
  const auto written = std::to_chars(text.data(), text.data() + text.size(), value);
  return {text.data(), written.ptr};
}

TEST(ShortestNumber, IsWhatTheStandardLibraryWritesForAnyBits) {
  std::mt19937_64 random(11);
  for (int i = 0; i < 100'000; ++i) {
    const auto value = std::bit_cast<double>(static_cast<std::uint64_t>(random()));
    if (std::isfinite(value)) {
      ASSERT_EQ(shortestNumber(value), standard(value));
    }
  }
}

TEST(ShortestNumber, IsWhatTheStandardLibraryWritesForNumbersOfEverySize) {
  std::mt19937_64 random(12);
  for (int exponent = -30; exponent <= 30; ++exponent) {
    for (int i = 0; i < 500; ++i) {
      const double value = static_cast<double>(random() % 100'000'000) * std::pow(10.0, exponent);
      ASSERT_EQ(shortestNumber(value), standard(value));
      ASSERT_EQ(shortestNumber(-value / 7), standard(-value / 7));
    }
  }
}

TEST(ShortestNumber, KnowsTheEndsOfTheRange) {
  using Limits = std::numeric_limits<double>;
  for (const double value :
       {0.0, -0.0, 0.1, 1.0, 1e15, 1e16, 1e21, 1e22, 1e23, 123456789012345678.0, Limits::max(),
        Limits::min(), Limits::denorm_min(), 9007199254740993.0}) {
    EXPECT_EQ(shortestNumber(value), standard(value));
  }
}

}  // namespace
}  // namespace cadre
