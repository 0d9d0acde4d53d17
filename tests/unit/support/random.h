// Chance for tests: the same for a seed on every machine.
#pragma once

#include <cstdint>
#include <random>

namespace cadre::test {

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  std::int32_t below(std::int32_t count) {
    return static_cast<std::int32_t>(engine_() % static_cast<std::uint32_t>(count));
  }
  bool oneIn(std::int32_t count) { return below(count) == 0; }

 private:
  std::mt19937 engine_;
};

}  // namespace cadre::test
