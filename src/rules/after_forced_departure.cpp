// An official who was relieved, dismissed or resigned takes no head post until `months` have passed
// since then (practice; default 12). The departure is either in an earlier round of the scenario or
// recorded in the roster; a second move in the same round does not happen anyway. Does not apply to
// forced departures, whatever their destination, or to posts that are not head posts.
#include "rules/rule.h"

namespace cadre::rules {
namespace {

std::optional<Message> checkAfterForcedDeparture(const MoveFacts& facts,
                                                 const RuleSetting& setting) {
  if (!facts.takesPost()) return std::nullopt;
  const Structure& structure = *facts.plan.structure;
  if (!structure.title(facts.plan.post(facts.move.to).title).head) return std::nullopt;
  const std::optional<Date> out = facts.before.forcedOut(facts.move.cadre);
  if (!out || *out > facts.date) return std::nullopt;
  const int months = monthsBetween(*out, facts.date);
  if (months >= setting.limit) return std::nullopt;
  return Message{text::Str::rule_after_forced_departure_finding,
                 {{"on", *out},
                  {"months", std::int64_t{months}},
                  {"limit", std::int64_t{setting.limit}},
                  {"until", addMonths(*out, setting.limit)},
                  {"source", sourceOf(setting)}}};
}

}  // namespace

constinit const RuleInfo kAfterForcedDeparture = {
    .id = "after_forced_departure",
    .name = text::Str::rule_after_forced_departure_name,
    .parameter = Parameter::kMonths,
    .default_limit = 12,
    .default_source = text::Str::rule_after_forced_departure_source,
    .in_proposal = InProposal::kMoves,
    .format_version = 2,
    .check_move = checkAfterForcedDeparture};

}  // namespace cadre::rules
