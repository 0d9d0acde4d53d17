#include "promises.h"
#include "require.h"
#include "roster/import.h"
#include "small_plan.h"
#include "targets.h"

namespace cadre::fuzz {

void table(std::string_view bytes) {
  const bool gone_leave = !bytes.empty() && (bytes.front() & 1) != 0;
  if (!bytes.empty()) bytes.remove_prefix(1);
  const Expected<roster::Table> table = roster::parseTable(bytes);
  if (!table) return;
  const Plan& plan = smallPlan();
  const roster::Mapping mapping = roster::guessMapping(*table, plan);
  const roster::Reading reading =
      roster::readRoster(plan, *table, mapping, {.gone_leave = gone_leave});
  const Expected<Plan> merged = roster::applyMerge(plan, reading.merge);
  require(merged.has_value() || merged.error().code == ErrorCode::kTooLarge,
          "the merge fits the plan");
  if (merged) requireOpensAgain(*merged);
}

}  // namespace cadre::fuzz
