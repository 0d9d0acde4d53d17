// Months in post before a move (thời gian giữ chức vụ): at least `months` completed in the present
// post. Default 36, Quy định 65-QĐ/TW 2022, Điều 8. Does not apply to a relief, dismissal or
// resignation, nor to an official without a post or with an unknown start.
#include <algorithm>
#include <vector>

#include "rules/rule.h"

namespace cadre::rules {
namespace {

// The shortest tenure among the posts that the move leaves; empty when none is known.
std::optional<Date> latestOfLeft(const MoveFacts& facts) {
  std::optional<Date> out;
  const std::vector<PostId>& kept = facts.move.keep;
  for (PostId post = facts.from(); post; post = facts.before.nextPost(post)) {
    if (std::find(kept.begin(), kept.end(), post) != kept.end()) continue;
    const std::optional<Date> since = facts.before.since(post);
    if (since && (!out || *since > *out)) out = since;
  }
  return out;
}

std::optional<Message> checkMonthsInPost(const MoveFacts& facts, const RuleSetting& setting) {
  if (isForcedDeparture(facts.move.type)) return std::nullopt;
  const std::optional<Date> since = latestOfLeft(facts);
  if (!since) return std::nullopt;
  const int months = monthsBetween(*since, facts.date);
  if (months >= setting.limit) return std::nullopt;
  return Message{text::Str::rule_months_in_post_finding,
                 {{"months", std::int64_t{months}},
                  {"limit", std::int64_t{setting.limit}},
                  {"source", sourceOf(setting)}}};
}

}  // namespace

constinit const RuleInfo kMonthsInPost = {.id = "months_in_post",
                                          .name = text::Str::rule_months_in_post_name,
                                          .parameter = Parameter::kMonths,
                                          .default_limit = 36,
                                          .default_source = text::Str::rule_months_in_post_source,
                                          .about_leaving = true,
                                          .in_proposal = InProposal::kMoves,
                                          .check_move = checkMonthsInPost};

}  // namespace cadre::rules
