#include "rules/service_left.h"

#include "model/locality.h"

namespace cadre::rules {

std::optional<Message> checkServiceLeft(const MoveFacts& facts, const RuleSetting& setting) {
  if (!facts.takesPost()) return std::nullopt;
  const Cadre& cadre = facts.cadre();
  if (!cadre.service_ends) return std::nullopt;
  const UnitId unit = facts.plan.post(facts.move.to).unit;
  const LocalityDefinition& definition = facts.plan.quota_set->locality;
  if (localityOf(cadre, unit, *facts.plan.structure, definition) != Locality::kNonLocal) {
    return std::nullopt;
  }
  const int months = monthsBetween(facts.date, *cadre.service_ends);
  if (months >= setting.limit) return std::nullopt;
  return Message{text::Str::rule_service_left_finding,
                 {{"months", std::int64_t{months}},
                  {"date", *cadre.service_ends},
                  {"limit", std::int64_t{setting.limit}},
                  {"unit", facts.plan.unit(unit).name},
                  {"source", sourceOf(setting)}}};
}

}  // namespace cadre::rules
