// In the succession pool (quy hoạch) for the title of the post taken, in its unit. Quy định
// 377-QĐ/TW. An absent or empty pool counts as not in the pool: succession planning is complete
// everywhere, so what is not recorded was not decided. Also for a title that the official holds
// already in another unit. Does not hold up a forced departure or a move to no post.
#include "rules/rule.h"

namespace cadre::rules {
namespace {

std::optional<Message> checkInPool(const MoveFacts& facts, const RuleSetting& setting) {
  if (!facts.takesPost()) return std::nullopt;
  const Post& to = facts.plan.post(facts.move.to);
  if (facts.cadre().isInPool(to, *facts.plan.structure)) return std::nullopt;
  return Message{facts.cadre().pool.empty() ? text::Str::rule_in_pool_finding_none
                                            : text::Str::rule_in_pool_finding,
                 {{"post", nameOfPost(facts.plan, facts.move.to)}, {"source", sourceOf(setting)}}};
}

}  // namespace

constinit const RuleInfo kInPool = {.id = "in_pool",
                                    .name = text::Str::rule_in_pool_name,
                                    .default_severity = Severity::kSoft,
                                    .default_source = text::Str::rule_in_pool_source,
                                    .in_proposal = InProposal::kMoves,
                                    .check_move = checkInPool};

}  // namespace cadre::rules
