// Random numbers for tests: the same seed gives the same ones on every machine, since the standard
// specifies std::mt19937 exactly (but not its distributions).
#pragma once

#include <concepts>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace cadre::test {

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}

  // From 0 to count - 1. REQUIRES: 0 < count < 2^32.
  template <std::integral T>
  T below(T count) {
    return static_cast<T>(engine_() % static_cast<std::uint32_t>(count));
  }
  template <std::integral T>
  bool oneIn(T count) {
    return below(count) == 0;
  }
  // REQUIRES: not empty.
  template <class T>
  const T& of(const std::vector<T>& items) {
    return items[below(items.size())];
  }
  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::mt19937 engine_;
};

}  // namespace cadre::test
