// For whom nothing waits: a job in one go instead of in slices.
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
