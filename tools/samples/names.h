// Made-up names: common family, middle and given names put together.
//
// The lists leave out given names that together with a family and a middle name on them would be
// the name of a well-known person; no name is taken from any list of real people.
#pragma once

#include <string>
#include <unordered_set>

#include "model/vocabulary.h"
#include "samples/random.h"

namespace cadre::samples {

class Names {
 public:
  // A name that was not given before, while there are any.
  std::string make(Gender gender, Random& random);

 private:
  std::unordered_set<std::string> given_;
};

}  // namespace cadre::samples
