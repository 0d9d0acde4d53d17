// Random numbers that are the same on every machine: splitmix64 and integer arithmetic, without the
// standard library's distributions (which differ between libraries).
//
// The evaluation order of function arguments depends on the compiler: draw two numbers in two
// statements (or in braces, which are evaluated in order).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace cadre::samples {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }

  // 0 to count - 1. REQUIRES: 0 < count < 2^31.
  int below(std::size_t count) { return static_cast<int>(((next() >> 32U) * count) >> 32U); }
  // Both bounds are included.
  int between(int least, int most) {
    return least + below(static_cast<std::size_t>(most - least + 1));
  }
  bool chance(int permille) { return below(1000) < permille; }

  // REQUIRES: not empty.
  template <class List>
  const auto& pick(const List& list) {
    return list[static_cast<std::size_t>(below(std::size(list)))];
  }

  // A random index, with a probability given by its weight. REQUIRES: the sum is positive.
  std::size_t weighted(std::span<const int> weights) {
    int sum = 0;
    for (const int weight : weights) sum += weight;
    int left = below(static_cast<std::size_t>(sum));
    std::size_t at = 0;
    while (left >= weights[at]) left -= weights[at++];
    return at;
  }

  template <class T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t i = list.size(); i > 1; --i) {
      std::swap(list[i - 1], list[static_cast<std::size_t>(below(i))]);
    }
  }

 private:
  std::uint64_t state_;
};

}  // namespace cadre::samples
