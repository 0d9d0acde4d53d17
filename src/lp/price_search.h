// The highest point of a concave function of one or two prices that is only known by its values and
// slopes at points asked for, within 0 and a highest price: by cutting planes (Kelley 1960, "The
// cutting-plane method for solving convex programs").
//
// Each point's plane lies nowhere below the function, so the highest point of all planes together
// says what the function cannot exceed, and where to ask next. With so few dimensions that point is
// found by looking at all corners on the newest plane.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre::lp {

class PriceSearch {
 public:
  static constexpr std::size_t kMostPrices = 2;
  using Prices = std::array<std::int64_t, kMostPrices>;

  // REQUIRES: count <= kMostPrices. Prices beyond the count are always 0.
  PriceSearch(std::size_t count, std::int64_t highest);

  // What the function has no more than at any prices: `value` at prices of 0, rising by `slopes`.
  void add(std::int64_t value, const std::array<std::int32_t, kMostPrices>& slopes);

  // Where all planes together are highest, in whole numbers, and how high that is. REQUIRES: add()
  // was called.
  struct Peak {
    Prices prices;
    double height;
  };
  [[nodiscard]] Peak peak() const;

 private:
  struct Plane {
    double value;
    std::array<double, kMostPrices> slopes;
    [[nodiscard]] double at(double x, double y) const {
      return value + slopes[0] * x + slopes[1] * y;
    }
  };

  std::array<double, kMostPrices> highest_{};
  std::vector<Plane> planes_;
};

}  // namespace cadre::lp
