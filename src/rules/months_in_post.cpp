#include "rules/months_in_post.h"

namespace cadre::rules {

std::optional<Message> checkMonthsInPost(const MoveFacts& facts, const RuleSetting& setting) {
  if (!facts.from() || isForcedDeparture(facts.move.type)) return std::nullopt;
  const std::optional<Date> since = facts.before.since(facts.move.cadre);
  if (!since) return std::nullopt;
  const int months = monthsBetween(*since, facts.date);
  if (months >= setting.limit) return std::nullopt;
  return Message{text::Str::rule_months_in_post_finding,
                 {{"months", std::int64_t{months}},
                  {"limit", std::int64_t{setting.limit}},
                  {"source", sourceOf(setting)}}};
}

}  // namespace cadre::rules
