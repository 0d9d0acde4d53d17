// Runs a job to the end at once instead of in slices, for callers without a user waiting.
#pragma once

#include <cstddef>

namespace cadre::propose {

template <class Job>
void runToEnd(Job& job) {
  constexpr std::size_t kSlice = 1'000'000;
  while (!job.step(kSlice)) {
  }
}

}  // namespace cadre::propose
