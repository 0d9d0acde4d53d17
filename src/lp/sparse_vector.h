// A sparse vector: dense values plus the positions of those that are not 0.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre::lp {

struct SparseVector {
  std::vector<double> values;
  std::vector<std::int32_t> places;  // ascending positions of all nonzero values

  explicit SparseVector(std::size_t size = 0) : values(size, 0.0) { places.reserve(size); }

  void clear() {
    for (const std::int32_t i : places) values[static_cast<std::size_t>(i)] = 0.0;
    places.clear();
  }

  [[nodiscard]] double square() const {
    double sum = 0.0;
    for (const std::int32_t i : places) {
      sum += values[static_cast<std::size_t>(i)] * values[static_cast<std::size_t>(i)];
    }
    return sum;
  }

  // Recomputes the positions after values were changed; rounding noise becomes 0.
  void collect() {
    constexpr double kTiny = 1e-13;
    places.resize(values.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const bool counts = std::abs(values[i]) >= kTiny;
      values[i] = counts ? values[i] : 0.0;
      places[count] = static_cast<std::int32_t>(i);  // kept only if the value is not noise
      count += counts ? 1U : 0U;
    }
    places.resize(count);
  }
};

}  // namespace cadre::lp
