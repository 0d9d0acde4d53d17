// Runs of the monkey, each in a process of its own, so that a crash ends one run and is reported.
#pragma once

#include <string>
#include <vector>

#include "record.h"

namespace cadre::monkey {

struct Run {
  unsigned seed = 1;
  std::string plan;       // empty: chosen by the seed
  std::vector<int> acts;  // by number, ascending; all others are left out
};

// The result: empty if all went well, else the failure. The run's report is in the record.
[[nodiscard]] std::string perform(const Run& run, Record& record);

// The smallest set of the run's acts that still fails.
[[nodiscard]] Run shortened(Run run, Record& record);

}  // namespace cadre::monkey
