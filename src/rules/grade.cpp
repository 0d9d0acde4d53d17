// The last evaluation (mức xếp loại) is at least `at_least`; default "good". The last one is the
// one with the greatest period, compared as text ("2022" < "2022-06" < "2023"); for equal periods,
// the last listed. Checked only when a post is taken, since a forced departure or a move to no post
// may well follow from a poor grade. Having no evaluation is no breach.
#include <algorithm>

#include "rules/rule.h"

namespace cadre::rules {
namespace {

std::optional<Message> checkGrade(const MoveFacts& facts, const RuleSetting& setting) {
  if (!facts.takesPost()) return std::nullopt;
  const Evaluation* last = nullptr;
  for (const Evaluation& evaluation : facts.cadre().grades) {
    if (last == nullptr || evaluation.period >= last->period) last = &evaluation;
  }
  if (last == nullptr || static_cast<std::int32_t>(last->grade) >= setting.limit) {
    return std::nullopt;
  }
  const std::int32_t best = static_cast<std::int32_t>(EvaluationGrade::kExcellent);
  const auto needed = static_cast<EvaluationGrade>(std::min(setting.limit, best));
  return Message{text::Str::rule_grade_finding,
                 {{"grade", labelOf(last->grade)},
                  {"period", last->period},
                  {"limit", labelOf(needed)},
                  {"source", sourceOf(setting)}}};
}

}  // namespace

constinit const RuleInfo kGrade = {
    .id = "grade",
    .name = text::Str::rule_grade_name,
    .parameter = Parameter::kAtLeast,
    .default_severity = Severity::kSoft,
    .default_limit = static_cast<std::int32_t>(EvaluationGrade::kGood),
    .default_source = text::Str::rule_grade_source,
    .in_proposal = InProposal::kMoves,
    .check_move = checkGrade};

}  // namespace cadre::rules
