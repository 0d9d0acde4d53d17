// Made-up names: combinations of common family, middle and given names.
//
// The lists omit given names that could form the name of a well-known person; no name is taken from
// any list of real people.
#pragma once

#include <string>
#include <unordered_set>

#include "model/vocabulary.h"
#include "samples/random.h"

namespace cadre::samples {

class Names {
 public:
  // A name not used before, as long as there are any.
  std::string make(Gender gender, Random& random);

 private:
  std::unordered_set<std::string> given_;
};

}  // namespace cadre::samples
