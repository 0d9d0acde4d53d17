// Small instances at random, the same on every machine.
#pragma once

#include <cstdint>
#include <random>

#include "propose/instance.h"

namespace cadre::propose::test {

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

// Up to `most_posts` posts in up to `most_districts` districts.
[[nodiscard]] Instance randomInstance(std::uint32_t seed, std::int32_t most_posts = 5,
                                      std::int32_t most_districts = 2);

}  // namespace cadre::propose::test
