#include "rules/discipline.h"

#include <cstddef>
#include <limits>
#include <utility>

#include "rules/rule.h"

namespace cadre::rules {
namespace {

constexpr std::int32_t kForGood = std::numeric_limits<std::int32_t>::max();

std::int32_t higherPostMonths(DisciplineKind kind) {
  switch (kind) {
    case DisciplineKind::kReprimand:
      return 24;
    case DisciplineKind::kWarning:
      return 36;
    case DisciplineKind::kDismissal:
      return 60;
    case DisciplineKind::kExpulsion:
      break;
  }
  return kForGood;
}

// The name of the measure, for use within a sentence.
text::Str wordFor(DisciplineKind kind) {
  switch (kind) {
    case DisciplineKind::kReprimand:
      return text::Str::rule_discipline_reprimand;
    case DisciplineKind::kWarning:
      return text::Str::rule_discipline_warning;
    case DisciplineKind::kDismissal:
      return text::Str::rule_discipline_dismissal;
    case DisciplineKind::kExpulsion:
      break;
  }
  return text::Str::rule_discipline_expulsion;
}

bool isHigher(const MoveFacts& facts) {
  const Structure& structure = *facts.plan.structure;
  const Post& to = facts.plan.post(facts.move.to);
  if (!structure.title(to.title).head) return false;
  bool holds_head_post = false;
  bool above_all = true;
  for (PostId post = facts.from(); post; post = facts.before.nextPost(post)) {
    const Post& held = facts.plan.post(post);
    holds_head_post = holds_head_post || structure.title(held.title).head;
    above_all = above_all && held.unit != to.unit && structure.contains(to.unit, held.unit);
  }
  return !holds_head_post || above_all;
}

// What one decision blocks, and for how many months.
struct Block {
  const Discipline* entry = nullptr;
  std::int32_t months = 0;
  bool higher_post = false;

  [[nodiscard]] Date until() const { return addMonths(entry->on, months); }
};

void keepLast(std::optional<Block>& last, const Block& block) {
  if (!last || block.until() > last->until()) last = block;
}

Message findingOf(const Block& block, Date date, const RuleSetting& setting) {
  Message out;
  out.args = {{"kind", wordFor(block.entry->kind)}, {"on", block.entry->on}};
  if (block.months == kForGood) {
    out.key = text::Str::rule_discipline_finding_for_good;
  } else {
    out.key = block.higher_post ? text::Str::rule_discipline_finding_higher
                                : text::Str::rule_discipline_finding;
    out.args.push_back({"months", std::int64_t{monthsBetween(block.entry->on, date)}});
    out.args.push_back({"limit", std::int64_t{block.months}});
    out.args.push_back({"until", block.until()});
  }
  out.args.push_back({"source", sourceOf(setting)});
  return out;
}

}  // namespace

std::int32_t monthsInForce(const Plan& plan) {
  const RuleSetting* setting = plan.rule_set->find(kDiscipline.id);
  return setting != nullptr ? setting->limit : kDiscipline.default_limit;
}

MessageValue sourceOfDiscipline(const Plan& plan) {
  const RuleSetting* setting = plan.rule_set->find(kDiscipline.id);
  return setting != nullptr ? sourceOf(*setting) : kDiscipline.default_source;
}

DisciplineStanding standingOf(const Discipline& entry, std::int32_t months, Date date) {
  DisciplineStanding out;
  out.until = addMonths(entry.on, months);
  out.state = entry.on > date    ? DisciplineState::kNotYet
              : out.until > date ? DisciplineState::kInForce
                                 : DisciplineState::kOutOfForce;
  return out;
}

namespace {

std::optional<Message> checkDiscipline(const MoveFacts& facts, const RuleSetting& setting) {
  if (!facts.takesPost()) return std::nullopt;
  std::optional<Block> last;
  const bool higher = isHigher(facts);
  for (const Discipline& entry : facts.cadre().discipline) {
    if (entry.on > facts.date) continue;
    const int months = monthsBetween(entry.on, facts.date);
    if (months < setting.limit) keepLast(last, {&entry, setting.limit, false});
    const std::int32_t bar = higherPostMonths(entry.kind);
    if (higher && months < bar) keepLast(last, {&entry, bar, true});
  }
  if (!last) return std::nullopt;
  return findingOf(*last, facts.date, setting);
}

}  // namespace

constinit const RuleInfo kDiscipline = {.id = "discipline",
                                        .name = text::Str::rule_discipline_name,
                                        .parameter = Parameter::kMonths,
                                        .default_limit = 12,
                                        .default_source = text::Str::rule_discipline_source,
                                        .in_proposal = InProposal::kMoves,
                                        .check_move = checkDiscipline};

}  // namespace cadre::rules
