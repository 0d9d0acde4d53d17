#include "plan_io/roster_import.h"
#include "promises.h"
#include "require.h"
#include "small_plan.h"
#include "targets.h"

namespace cadre::fuzz {

void table(std::string_view bytes) {
  const bool gone_leave = !bytes.empty() && (bytes.front() & 1) != 0;
  if (!bytes.empty()) bytes.remove_prefix(1);
  const Expected<plan_io::Table> table = plan_io::parseTable(bytes);
  if (!table) return;
  const Plan& plan = smallPlan();
  const plan_io::RosterMapping mapping = plan_io::guessMapping(*table, plan);
  const plan_io::RosterReading reading =
      plan_io::readRoster(plan, *table, mapping, {.gone_leave = gone_leave});
  const Expected<Plan> merged = plan_io::applyMerge(plan, reading.merge);
  require(merged.has_value() || merged.error().code == ErrorCode::kTooLarge,
          "the merge fits the plan");
  if (merged) requireOpensAgain(*merged);
}

}  // namespace cadre::fuzz
