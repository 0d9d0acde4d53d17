// Consecutive terms as head in one place (nhiệm kỳ liên tiếp làm người đứng đầu): at most `terms`.
// Default 2, Quy định 65-QĐ/TW, Điều 4.
//
// Interpretation: "one place" is one unit, and a move into a head post begins a term. A move into a
// head post of the unit where the official already serves (another post, or the same again) is a
// breach when the terms counted there have reached the limit, because it would begin one more. A
// head post of another unit restarts the count, and a post that is not a head post ends it: no
// breach. Staying without a move is not checked. An official with posts in several units has terms
// in each; a kept post goes on counting. Forced departures are exempt; an unknown number of terms
// is no breach.
#include "rules/head_terms.h"

#include <algorithm>

#include "rules/rule.h"

namespace cadre::rules {
namespace {

std::optional<Message> checkHeadTerms(const MoveFacts& facts, const RuleSetting& setting) {
  const PostId to = facts.move.to;
  if (!to || isForcedDeparture(facts.move.type)) return std::nullopt;
  const UnitId unit = facts.plan.post(to).unit;
  if (!facts.plan.structure->title(facts.plan.post(to).title).head) return std::nullopt;
  std::optional<std::int32_t> terms;  // in that unit
  for (PostId post = facts.from(); post; post = facts.before.nextPost(post)) {
    if (facts.plan.post(post).unit != unit) continue;
    const std::optional<std::int32_t> served = facts.before.termsAsHead(post);
    if (served) terms = std::max(terms.value_or(0), *served);
  }
  if (!terms || *terms < setting.limit) return std::nullopt;
  return Message{text::Str::rule_head_terms_finding,
                 {{"terms", std::int64_t{*terms}},
                  {"unit", facts.plan.unit(unit).name},
                  {"limit", std::int64_t{setting.limit}},
                  {"source", sourceOf(setting)}}};
}

}  // namespace

constinit const RuleInfo kHeadTerms = {.id = "head_terms",
                                       .name = text::Str::rule_head_terms_name,
                                       .parameter = Parameter::kTerms,
                                       .default_limit = 2,
                                       .default_source = text::Str::rule_head_terms_source,
                                       .in_proposal = InProposal::kMoves,
                                       .check_move = checkHeadTerms};

std::optional<std::int32_t> mostTermsAsHead(const Plan& plan) {
  const RuleSetting* setting = plan.rule_set->find(kHeadTerms.id);
  return setting == nullptr ? std::nullopt : std::optional(setting->limit);
}

}  // namespace cadre::rules
