// Ends the program when a guarantee is violated: a fuzzer keeps the input, a test fails.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace cadre::fuzz {

inline void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

}  // namespace cadre::fuzz
