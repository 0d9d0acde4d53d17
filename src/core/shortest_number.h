// Writes a number with the fewest digits that convert back to it exactly, like std::to_chars. That
// function brings tables of 110 KB, which the page would have to download; this one needs none.
#pragma once

#include <string>

namespace cadre {

// For finite values; with or without an exponent, whichever is shorter.
std::string shortestNumber(double value);

}  // namespace cadre
