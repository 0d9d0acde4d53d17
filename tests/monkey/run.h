// Runs of the monkey, each in a process of its own, so that a crash ends one run and is told.
#pragma once

#include <string>
#include <vector>

#include "record.h"

namespace cadre::monkey {

struct Run {
  unsigned seed = 1;
  std::string plan;       // empty: one that the seed chooses
  std::vector<int> acts;  // by number, ascending; those between are left out
};

// How it went: empty when all went well, else what was wrong. What it said is in the record.
[[nodiscard]] std::string perform(const Run& run, Record& record);

// As few acts of the run as still go wrong.
[[nodiscard]] Run shortened(Run run, Record& record);

}  // namespace cadre::monkey
