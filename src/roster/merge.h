// What an imported roster changes in a plan, as one value: officials that are replaced or added,
// and who holds which post afterwards.
#pragma once

#include <utility>
#include <vector>

#include "core/error.h"
#include "model/plan.h"

namespace cadre::roster {

// Officials are matched by key: one that the plan has is replaced in its place, any other is added
// at the end, in the order of the list; so the ids of the plan never change, and the added ones
// have those that follow the plan's last. Relatives and incumbents may name both.
struct Merge {
  std::vector<Cadre> cadres;
  std::vector<std::pair<PostId, CadreId>> incumbents;  // none: the post falls vacant

  [[nodiscard]] bool empty() const { return cadres.empty() && incumbents.empty(); }
};

// The plan with the merge's officials in its roster, and its posts as they were. REQUIRES: nothing;
// references of the officials are not checked.
[[nodiscard]] Plan withCadres(const Plan& plan, const Merge& merge);

// The plan after the merge; an error of code kUsage or kTooLarge when it does not fit the plan, so
// that whatever comes out can be saved and opened again.
[[nodiscard]] Expected<Plan> applyMerge(const Plan& plan, const Merge& merge);

}  // namespace cadre::roster
