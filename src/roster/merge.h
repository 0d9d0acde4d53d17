// The changes to a plan by an imported roster, as one value: officials replaced or added, and who
// holds which post afterwards.
#pragma once

#include <utility>
#include <vector>

#include "core/error.h"
#include "model/plan.h"

namespace cadre::roster {

// Officials are matched by key: an existing one is replaced in its position, any other is added at
// the end, in list order. So the ids of the plan never change, and added officials get the ids
// after the plan's last. Relatives and incumbents may refer to both.
struct Merge {
  std::vector<Cadre> cadres;
  std::vector<std::pair<PostId, CadreId>> incumbents;  // none: the post becomes vacant

  [[nodiscard]] bool empty() const { return cadres.empty() && incumbents.empty(); }
};

// The plan with the merge's officials in its roster, and its posts unchanged. REQUIRES: nothing;
// references of the officials are not checked.
[[nodiscard]] Plan withCadres(const Plan& plan, const Merge& merge);

// The plan after the merge; an error of code kUsage or kTooLarge when it does not fit the plan, so
// that every result can be saved and opened again.
[[nodiscard]] Expected<Plan> applyMerge(const Plan& plan, const Merge& merge);

}  // namespace cadre::roster
