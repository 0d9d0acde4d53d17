// Service left for a non-local placement (thời gian công tác còn lại): at least `months` from the
// round's date to the end of service when the official is not a local person at the destination, by
// the plan's definition of local. Default 60, one term, Nghị định 138/2020/NĐ-CP, Điều 55–56.
// Applies to every type of move that takes a post, but not to forced departures or moves to no
// post. An unknown locality or end of service is no breach.
#include "model/locality.h"
#include "rules/rule.h"

namespace cadre::rules {
namespace {

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

}  // namespace

constinit const RuleInfo kServiceLeft = {.id = "service_left",
                                         .name = text::Str::rule_service_left_name,
                                         .parameter = Parameter::kMonths,
                                         .default_limit = 60,
                                         .default_source = text::Str::rule_service_left_source,
                                         .in_proposal = InProposal::kMoves,
                                         .check_move = checkServiceLeft};

}  // namespace cadre::rules
