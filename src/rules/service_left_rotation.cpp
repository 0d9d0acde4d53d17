#include "rules/service_left_rotation.h"

namespace cadre::rules {

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

}  // namespace cadre::rules
