// The order in which ways out of a shortfall are listed, and which ways of the whole plan apply to
// a district.
#pragma once

#include <vector>

#include "propose/why_not/why_not.h"

namespace cadre::propose {

// By kind of change, least intrusive first, then by size, then by larger gain.
void sortWays(std::vector<Way>& ways);

// Adds the ways of the whole plan that no district has on its own: moves between districts.
void addMissing(std::vector<Way>& ways, const std::vector<Way>& of_whole);

// Moves across districts that were not computed for the whole were not for a district either.
void addNotComputed(std::vector<Reason>& reasons, const Reason& total);

}  // namespace cadre::propose
