// Service left for a developmental rotation (luân chuyển): at least `months` from the round's date
// to the end of service for a move of type rotation. Default 120, Quy định 65-QĐ/TW, Điều 5. It is
// a condition of the rotation, not of the post, so it also applies to a rotation outside the
// roster's posts (`to` null). An unknown end of service is no breach.
#include "rules/rule.h"

namespace cadre::rules {
namespace {

std::optional<Message> checkServiceLeftRotation(const MoveFacts& facts,
                                                const RuleSetting& setting) {
  if (facts.move.type != MoveType::kRotation) return std::nullopt;
  const std::optional<Date> ends = facts.cadre().service_ends;
  if (!ends) return std::nullopt;
  const int months = monthsBetween(facts.date, *ends);
  if (months >= setting.limit) return std::nullopt;
  return Message{text::Str::rule_service_left_rotation_finding,
                 {{"months", std::int64_t{months}},
                  {"date", *ends},
                  {"limit", std::int64_t{setting.limit}},
                  {"source", sourceOf(setting)}}};
}

}  // namespace

constinit const RuleInfo kServiceLeftRotation = {
    .id = "service_left_rotation",
    .name = text::Str::rule_service_left_rotation_name,
    .parameter = Parameter::kMonths,
    .default_limit = 120,
    .default_source = text::Str::rule_service_left_rotation_source,
    .in_proposal = InProposal::kMoves,
    .check_move = checkServiceLeftRotation};

}  // namespace cadre::rules
