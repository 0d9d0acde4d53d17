#include "plan_io/plan_io.h"
#include "promises.h"
#include "require.h"
#include "targets.h"

namespace cadre::fuzz {

void plan(std::string_view bytes) {
  const auto plan = plan_io::loadPlan(bytes);
  if (!plan) {
    require(!plan.error().empty() && plan.error().size() <= kMaxErrors, "a refusal says why");
    return;
  }
  requireOpensAgain(*plan);
  requireSimulates(*plan);
}

}  // namespace cadre::fuzz
