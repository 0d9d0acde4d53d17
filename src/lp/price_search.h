// Maximises a concave function of one or two prices, each between 0 and a maximum, that is known
// only by its values and slopes at queried points: by cutting planes (Kelley 1960, "The
// cutting-plane method for solving convex programs").
//
// Each point's plane is nowhere below the function, so the maximum of the lower envelope of all
// planes is an upper bound on the function and the next point to query. With so few dimensions it
// is found by enumerating all corners on the newest plane.
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

  // Adds a plane that bounds the function from above: `value` at prices of 0, rising by `slopes`.
  void add(std::int64_t value, const std::array<std::int32_t, kMostPrices>& slopes);

  // The integer prices at which the lower envelope of the planes is highest, and its value there.
  // REQUIRES: add() was called.
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
