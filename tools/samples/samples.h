// The sample plans that are shipped with the page, and larger ones for tests and benchmarks.
//
// All people are made up, from a fixed seed: each call gives the same plan on every machine.
#pragma once

#include <span>
#include <string_view>

#include "model/plan.h"
#include "samples/hanoi_structure.h"

namespace cadre::samples {

// All districts at the end of July 2023, with a scenario that begins to close the gaps.
[[nodiscard]] Plan haNoi(std::span<const DistrictFacts> districts);
// 12 of 16 secretaries and 5 of 16 chairmen are not local; an empty round to experiment with.
[[nodiscard]] Plan thanhTri(std::span<const DistrictFacts> districts);
// From 6 of 42 in November 2021 to 21 of 42 in March 2023.
[[nodiscard]] Plan phucTho(std::span<const DistrictFacts> districts);

// A made-up country: 63 provinces, 700 districts, 10,600 communes, 21,200 posts.
[[nodiscard]] Plan country();

// The plan with one scenario, "rounds", of that many rounds with about that many moves each: swaps
// between communes of one district, regardless of the rules.
[[nodiscard]] Plan withRounds(const Plan& plan, int rounds, int moves);

struct SampleFile {
  std::string_view name;
  Plan (*make)(std::span<const DistrictFacts>);
};

[[nodiscard]] std::span<const SampleFile> sampleFiles();

}  // namespace cadre::samples
