#include "rules/in_pool.h"

#include <algorithm>
#include <vector>

namespace cadre::rules {

std::optional<Message> checkInPool(const MoveFacts& facts, const RuleSetting& setting) {
  if (!facts.takesPost()) return std::nullopt;
  const Post& to = facts.plan.post(facts.move.to);
  const std::vector<TitleId>& pool = facts.cadre().pool;
  if (std::find(pool.begin(), pool.end(), to.title) != pool.end()) return std::nullopt;
  return Message{
      pool.empty() ? text::Str::rule_in_pool_finding_none : text::Str::rule_in_pool_finding,
      {{"post", nameOfPost(facts.plan, facts.move.to)}, {"source", sourceOf(setting)}}};
}

}  // namespace cadre::rules
