// Who is related to whom, both ways, whichever of two officials names the other.
#pragma once

#include <span>
#include <vector>

#include "core/id.h"
#include "model/plan.h"

namespace cadre::propose {

class Kin {
 public:
  explicit Kin(const Roster& roster);

  // Each once, in the order of the roster; never the official.
  [[nodiscard]] std::span<const CadreId> of(CadreId cadre) const { return all_[cadre.index()]; }

 private:
  std::vector<std::vector<CadreId>> all_;  // by cadre
};

}  // namespace cadre::propose
