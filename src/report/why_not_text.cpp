#include "report/why_not_text.h"

#include "model/division.h"
#include "model/vocabulary.h"
#include "report/proposal_parts.h"
#include "rules/rule.h"
#include "text/format.h"

namespace cadre::report {
namespace {

using propose::Change;
using propose::ChangeKind;
using propose::Reason;
using propose::Way;
using text::Str;
using Layout = JsonWriter::Layout;

std::string_view nameOf(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::kRuleLimit:
      return "limit";
    case ChangeKind::kDistrictCap:
      return "district_cap";
    case ChangeKind::kGroupCap:
      return "group_cap";
    case ChangeKind::kRoundCap:
      return "round_cap";
    case ChangeKind::kSoftRule:
      return "soft";
    case ChangeKind::kUnpin:
      return "unpin";
    case ChangeKind::kUnlock:
      return "unlock";
    case ChangeKind::kCandidate:
      return "candidate";
    case ChangeKind::kAcrossCity:
      break;
  }
  return "across_city";
}

MessageValue ruleName(const Change& change) {
  const rules::RuleInfo* rule = rules::findRule(change.rule);
  if (rule == nullptr) return std::string(change.rule);
  return rule->name;
}

Message limitMessage(const Change& change) {
  const rules::RuleInfo* rule = rules::findRule(change.rule);
  const rules::Parameter parameter = rule == nullptr ? rules::Parameter::kMonths : rule->parameter;
  if (parameter == rules::Parameter::kAtLeast) {
    const auto grade = [](std::int32_t value) {
      return labelOf(static_cast<EvaluationGrade>(value));
    };
    return {Str::why_not_limit_grade,
            {{"rule", ruleName(change)}, {"from", grade(change.from)}, {"to", grade(change.to)}}};
  }
  const bool is_terms = parameter == rules::Parameter::kTerms;
  return {is_terms ? Str::why_not_limit_terms : Str::why_not_limit_months,
          {{"rule", ruleName(change)},
           {"from", std::int64_t{change.from}},
           {"to", std::int64_t{change.to}}}};
}

Message messageOf(const Plan& plan, const Round& round, const Change& change) {
  const std::vector<MessageArg> from_to = {{"from", std::int64_t{change.from}},
                                           {"to", std::int64_t{change.to}}};
  switch (change.kind) {
    case ChangeKind::kRuleLimit:
      return limitMessage(change);
    case ChangeKind::kDistrictCap:
      return {Str::why_not_district_cap, from_to};
    case ChangeKind::kGroupCap:
      return {Str::why_not_group_cap,
              {{"group", nameOfDivision(*plan.structure, plan.rule_set->caps->per_group->by)},
               {"from", std::int64_t{change.from}},
               {"to", std::int64_t{change.to}}}};
    case ChangeKind::kRoundCap:
      return {Str::why_not_round_cap, from_to};
    case ChangeKind::kSoftRule:
      return {Str::why_not_soft, {{"rule", ruleName(change)}}};
    case ChangeKind::kUnpin:
      // Kept as if pinned, it is a move that stands and would be dropped.
      return {round.moves[change.move].pinned ? Str::why_not_unpin : Str::why_not_drop,
              {{"name", plan.cadre(round.moves[change.move].cadre).name}}};
    case ChangeKind::kUnlock:
      return {Str::why_not_unlock, {{"post", nameOfPost(plan, change.post)}}};
    case ChangeKind::kCandidate: {
      const LocalName& title = plan.structure->title(change.title).name;
      return {Str::why_not_candidate, {{"title", BothLanguages{title.vi, title.en}}}};
    }
    case ChangeKind::kAcrossCity:
      break;
  }
  return {Str::why_not_across_city, {}};
}

void writeChange(JsonWriter& out, const Plan& plan, const Round& round, const Change& change,
                 bool with_values = true) {
  out.key("change").string(nameOf(change.kind));
  switch (change.kind) {
    case ChangeKind::kRuleLimit:
    case ChangeKind::kSoftRule:
      out.key("rule").string(change.rule);
      break;
    case ChangeKind::kUnpin:
      out.key("cadre").string(plan.cadre(round.moves[change.move].cadre).key);
      break;
    case ChangeKind::kUnlock:
      writePost(out, "post", plan, change.post);
      break;
    case ChangeKind::kCandidate:
      out.key("title").string(plan.structure->title(change.title).key);
      break;
    case ChangeKind::kDistrictCap:
    case ChangeKind::kGroupCap:
    case ChangeKind::kRoundCap:
    case ChangeKind::kAcrossCity:
      break;
  }
  if (!with_values) return;
  const rules::RuleInfo* rule = rules::findRule(change.rule);
  const bool is_grade = rule != nullptr && rule->parameter == rules::Parameter::kAtLeast;
  if (change.kind == ChangeKind::kRuleLimit && is_grade) {
    out.key("from").string(cadre::nameOf(static_cast<EvaluationGrade>(change.from)));
    out.key("to").string(cadre::nameOf(static_cast<EvaluationGrade>(change.to)));
  } else if (change.kind == ChangeKind::kRuleLimit || propose::isCap(change.kind)) {
    out.key("from").integer(change.from);
    out.key("to").integer(change.to);
  }
}

// What is changed, without from where and to where.
std::string nameOfChange(const Plan& plan, const Round& round, const Change& change,
                         text::Language language) {
  switch (change.kind) {
    case ChangeKind::kRuleLimit:
      return text::render(Message{Str::why_not_limit, {{"rule", ruleName(change)}}}, language);
    case ChangeKind::kDistrictCap:
    case ChangeKind::kGroupCap:
    case ChangeKind::kRoundCap:
      return std::string(text::get(Str::why_not_caps, language));
    default:
      return text::render(messageOf(plan, round, change), language);
  }
}

}  // namespace

std::string changeText(const Plan& plan, const Round& round, const Change& change,
                       text::Language language) {
  return text::render(messageOf(plan, round, change), language);
}

std::string wayText(const Plan& plan, const Round& round, const Reason& reason, const Way& way,
                    text::Language language) {
  Message out{Str::why_not_gain,
              {{"change", changeText(plan, round, way.change, language)}, {"gain", way.gain}}};
  if (!reason.is_possible) {
    out = {
        Str::why_not_makes_possible,
        {{"change", changeText(plan, round, way.change, language)}, {"shortfall", way.shortfall}}};
  }
  return text::render(out, language);
}

std::string proofText(const Plan& plan, const Reason& reason, text::Language language) {
  if (!reason.is_possible) return std::string(text::get(Str::proposal_infeasible, language));
  const std::int64_t moves = reason.moves.value_or(0);
  Str key = Str::why_not_proof_short;
  if (reason.shortfall == 0) {
    key = Str::why_not_proof_reached;
  } else if (reason.is_capped) {
    key = Str::why_not_proof_capped;
  } else if (moves > 0) {
    key = Str::why_not_proof_short_moves;
  }
  return text::render(Message{key,
                              {{"unit", nameOfUnit(plan, reason.unit)},
                               {"shortfall", reason.shortfall},
                               {"moves", moves}}},
                      language);
}

std::string noWayText(const Plan& plan, const Reason& reason, text::Language language) {
  if (!reason.ways.empty() || (reason.is_possible && reason.shortfall == 0)) return "";
  Str none = reason.is_possible ? Str::why_not_none : Str::why_not_none_possible;
  if (!reason.not_computed.empty()) {
    none = reason.is_possible ? Str::why_not_none_computed : Str::why_not_none_computed_possible;
  }
  return text::render(Message{none, {{"unit", nameOfUnit(plan, reason.unit)}}}, language);
}

std::string notComputedText(const Plan& plan, const Round& round, const Change& change,
                            text::Language language) {
  return text::render(
      Message{Str::why_not_not_computed, {{"change", nameOfChange(plan, round, change, language)}}},
      language);
}

std::string whyNotText(const Plan& plan, const Round& round, const std::vector<Reason>& reasons,
                       text::Language language) {
  if (reasons.empty()) return "";
  std::string out = std::string(text::get(Str::why_not_title, language)) + "\n";
  for (const Reason& reason : reasons) {
    out += "  " + proofText(plan, reason, language) + "\n";
    for (const Way& way : reason.ways) {
      out += "    " + wayText(plan, round, reason, way, language) + "\n";
    }
    if (const std::string none = noWayText(plan, reason, language); !none.empty()) {
      out += "    " + none + "\n";
    }
    for (const Change& change : reason.not_computed) {
      out += "    " + notComputedText(plan, round, change, language) + "\n";
    }
  }
  return out;
}

void writeReasons(JsonWriter& out, std::string_view name, const Plan& plan, const Round& round,
                  const std::vector<Reason>& reasons) {
  out.key(name).beginArray(Layout::kLines);
  for (const Reason& reason : reasons) {
    out.beginObject(Layout::kLines);
    writeUnit(out, "unit", plan, reason.unit);
    out.key("possible").boolean(reason.is_possible);
    if (reason.is_possible) out.key("shortfall").integer(reason.shortfall);
    out.key("moves");
    if (reason.moves) {
      out.integer(*reason.moves);
    } else {
      out.null();
    }
    out.key("ways").beginArray(Layout::kLines);
    for (const Way& way : reason.ways) {
      out.beginObject();
      writeChange(out, plan, round, way.change);
      out.key("gain").integer(way.gain);
      out.key("shortfall").integer(way.shortfall);
      out.endObject();
    }
    out.endArray();
    out.key("not_computed").beginArray();
    for (const Change& change : reason.not_computed) {
      out.beginObject();
      writeChange(out, plan, round, change, false);
      out.endObject();
    }
    out.endArray();
    out.endObject();
  }
  out.endArray();
}

}  // namespace cadre::report
