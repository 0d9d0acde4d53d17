#include "lp/price_search.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cadre::lp {

PriceSearch::PriceSearch(std::size_t count, std::int64_t highest) {
  for (std::size_t i = 0; i < count; ++i) highest_[i] = static_cast<double>(highest);
}

void PriceSearch::add(std::int64_t value, const std::array<std::int32_t, kMostPrices>& slopes) {
  planes_.push_back({static_cast<double>(value),
                     {static_cast<double>(slopes[0]), static_cast<double>(slopes[1])}});
}

PriceSearch::Peak PriceSearch::peak() const {
  constexpr double kRounding = 1e-3;  // for a price, which becomes an integer in the end
  double best = -std::numeric_limits<double>::infinity();
  double best_x = 0.0;
  double best_y = 0.0;
  const auto look = [&](double x, double y) {
    const bool is_inside = x >= -kRounding && x <= highest_[0] + kRounding && y >= -kRounding &&
                           y <= highest_[1] + kRounding;
    if (!is_inside) return;
    double height = std::numeric_limits<double>::infinity();
    for (const Plane& plane : planes_) {
      height = std::min(height, plane.at(x, y));
      if (height <= best) return;
    }
    best = height;
    best_x = x;
    best_y = y;
  };
  // The points where a·x + b·y = c meets the edges.
  const auto lookAtEdges = [&](double a, double b, double c) {
    if (b != 0.0) {
      look(0.0, c / b);
      look(highest_[0], (c - a * highest_[0]) / b);
    }
    if (a != 0.0) {
      look(c / a, 0.0);
      look((c - b * highest_[1]) / a, highest_[1]);
    }
  };
  for (const double x : {0.0, highest_[0]}) {
    for (const double y : {0.0, highest_[1]}) look(x, y);
  }
  // The previous highest point was above the newest plane, so the new one lies on that plane.
  const Plane& newest = planes_.back();
  for (std::size_t i = 0; i + 1 < planes_.size(); ++i) {
    const double a = newest.slopes[0] - planes_[i].slopes[0];
    const double b = newest.slopes[1] - planes_[i].slopes[1];
    const double c = planes_[i].value - newest.value;
    lookAtEdges(a, b, c);
    for (std::size_t k = i + 1; k + 1 < planes_.size(); ++k) {
      const double d = newest.slopes[0] - planes_[k].slopes[0];
      const double e = newest.slopes[1] - planes_[k].slopes[1];
      const double f = planes_[k].value - newest.value;
      const double determinant = a * e - b * d;
      if (determinant != 0.0) {
        look((c * e - b * f) / determinant, (a * f - c * d) / determinant);
      }
    }
  }
  return {{std::llround(std::clamp(best_x, 0.0, highest_[0])),
           std::llround(std::clamp(best_y, 0.0, highest_[1]))},
          best};
}

}  // namespace cadre::lp
