#include "rules/head_terms.h"

namespace cadre::rules {

std::optional<Message> checkHeadTerms(const MoveFacts& facts, const RuleSetting& setting) {
  const PostId from = facts.from();
  const PostId to = facts.move.to;
  if (!from || !to || isForcedDeparture(facts.move.type)) return std::nullopt;
  const UnitId unit = facts.plan.post(to).unit;
  if (!facts.plan.structure->title(facts.plan.post(to).title).head) return std::nullopt;
  if (facts.plan.post(from).unit != unit) return std::nullopt;
  const std::optional<std::int32_t> terms = facts.before.termsAsHead(facts.move.cadre);
  if (!terms || *terms < setting.limit) return std::nullopt;
  return Message{text::Str::rule_head_terms_finding,
                 {{"terms", std::int64_t{*terms}},
                  {"unit", facts.plan.unit(unit).name},
                  {"limit", std::int64_t{setting.limit}},
                  {"source", sourceOf(setting)}}};
}

}  // namespace cadre::rules
