// Small instances, mostly random, the same on every machine.
#pragma once

#include <cstdint>

#include "propose/model/instance.h"
#include "support/random.h"

namespace cadre::propose::test {

using cadre::test::Random;

// Up to `most_posts` posts in up to `most_districts` districts.
[[nodiscard]] Instance randomInstance(std::uint32_t seed, std::int32_t most_posts = 5,
                                      std::int32_t most_districts = 2);

// Two vacant head posts of one unit, where continuity is soft, and a candidate for each.
[[nodiscard]] Instance twoVacantHeads();

}  // namespace cadre::propose::test
