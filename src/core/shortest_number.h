// A number in as few digits as give it back exactly, written as std::to_chars writes it. That
// function brings tables of 110 KB with it, which the page would have to download; this one needs
// nothing.
#pragma once

#include <string>

namespace cadre {

// Of a finite value; plain or with an exponent, whichever is shorter.
std::string shortestNumber(double value);

}  // namespace cadre
