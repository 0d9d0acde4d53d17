#include "rules/grade.h"

#include <algorithm>

namespace cadre::rules {

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

}  // namespace cadre::rules
