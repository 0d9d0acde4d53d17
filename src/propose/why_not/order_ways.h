// In which order the ways out of a shortfall are read, and which of the whole is one of a district.
#pragma once

#include <vector>

#include "propose/why_not/why_not.h"

namespace cadre::propose {

// From the least intrusive kind of change, within it by size, and the larger gain first.
void sortWays(std::vector<Way>& ways);

// Adds the ways of the whole that no district has by itself: moves across districts.
void addMissing(std::vector<Way>& ways, const std::vector<Way>& of_whole);

// Moves across districts that were not computed for the whole were not for a district either.
void addNotComputed(std::vector<Reason>& reasons, const Reason& total);

}  // namespace cadre::propose
