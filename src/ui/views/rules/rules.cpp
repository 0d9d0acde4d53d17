#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/fields.h"
#include "kit/layout.h"
#include "kit/menus.h"
#include "kit/press_area.h"
#include "kit/text.h"
#include "model/limits.h"
#include "rules/rule.h"
#include "ui/actions.h"
#include "ui/fields.h"
#include "ui/marks/signs.h"
#include "ui/rule_edit.h"
#include "ui/seat.h"
#include "ui/view_memory.h"
#include "ui/views/board/board_memory.h"
#include "ui/views/board/inspector_memory.h"
#include "ui/views/view.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using rules::Parameter;
using rules::RuleInfo;
using text::Str;

constexpr float kLimitWidth = 210.0F;
constexpr float kColumnGap = 16.0F;

// The findings of each rule in the scenario, by index in the registry.
std::vector<FindingCounts> countFindings(const Timeline& timeline) {
  const auto registry = rules::registry();
  std::vector<FindingCounts> out(registry.size());
  for (const RoundState& state : timeline.rounds) {
    for (const Finding& finding : state.findings) {
      const RuleInfo* rule = rules::findRule(finding.rule);
      const auto place = std::find(registry.begin(), registry.end(), rule);
      if (place == registry.end()) continue;
      out[static_cast<std::size_t>(place - registry.begin())].add(finding);
    }
  }
  return out;
}

std::string nameOf(const Context& context, Str what, const RuleInfo& rule) {
  return context.tr(Message{Str::rules_of, {{"what", what}, {"rule", rule.name}}});
}

// Enough for every existing regulation; extended if a plan's setting is larger.
int mostOnTrack(Parameter parameter, std::int32_t limit) {
  constexpr int kMonths = 180;
  constexpr int kTerms = 6;
  return std::max(limit, parameter == Parameter::kMonths ? kMonths : kTerms);
}

void drawGrade(const Context& context, const RuleInfo& rule, SetRule setting) {
  if (!beginDropdown(context, "limit", limitText(context, rule, setting.limit),
                     nameOf(context, Str::rules_limit, rule))) {
    return;
  }
  for (std::int32_t grade = static_cast<std::int32_t>(EvaluationGrade::kExcellent); grade >= 0;
       --grade) {
    if (menuItem(context, "", limitText(context, rule, grade), grade == setting.limit) &&
        grade != setting.limit) {
      setting.limit = grade;
      context.run(setting);
    }
  }
  endDropdown();
}

void drawLimit(const Context& context, const RuleInfo& rule, SetRule setting) {
  if (rule.parameter == Parameter::kNone) return;
  if (rule.parameter == Parameter::kAtLeast) return drawGrade(context, rule, std::move(setting));
  const std::optional<int> changed =
      slider(context, nameOf(context, Str::rules_limit, rule), setting.limit, 0,
             mostOnTrack(rule.parameter, setting.limit), limitText(context, rule, setting.limit),
             kLimitWidth);
  if (!changed) return;
  setting.limit = *changed;
  context.amend(ImGui::GetItemID(), setting);
}

std::string countsText(const Context& context, const FindingCounts& counts) {
  return context.tr(Message{Str::rules_counts,
                            {{"hard", std::int64_t{counts.hard}},
                             {"soft", std::int64_t{counts.soft}},
                             {"waived", std::int64_t{counts.waived}}}});
}

// Symbols and counts, ending at `right`; returns where they begin.
float drawCounts(const Context& context, const FindingCounts& counts, float right, float y) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto words = [&](const ImFont* font, ImU32 color, const std::string& text) {
    right -= measure(font, text).x;
    drawText(list, font, {right, y + 1}, color, text);
  };
  if (counts.hard + counts.soft + counts.waived == 0) {
    words(context.fonts.small, context.theme.muted,
          std::string(context.tr(Str::rules_no_findings)));
  }
  if (counts.waived > 0) {
    words(context.fonts.small, context.theme.muted,
          context.tr(Message{Str::rules_waived, {{"count", std::int64_t{counts.waived}}}}));
    right -= 10;
  }
  for (const auto& [severity, count] :
       {std::pair(Severity::kSoft, counts.soft), std::pair(Severity::kHard, counts.hard)}) {
    if (count == 0) continue;
    words(context.fonts.small_bold, context.theme.text, context.count(count));
    right -= 22;
    drawSeverity(list, context, severity, false, {right, y});
    right -= 10;
  }
  return right;
}

void drawRule(const Context& context, const RuleInfo& rule, const FindingCounts& counts) {
  constexpr float kNameHeight = 24.0F;
  constexpr float kHeight = 66.0F;
  const SetRule setting = settingOf(context.session->plan(), rule);
  const std::string name(context.tr(rule.name));
  const WidgetTree::Scope group(context.tree, "group", name);
  ImGui::PushID(name.c_str());
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float counts_x = drawCounts(context, counts, at.x + width, at.y);
  ImGui::Dummy({width, kNameHeight});
  const bool off = setting.severity == Severity::kOff;
  if (drawTextFitted(list, context.fonts.body_bold, at, counts_x - at.x - kColumnGap,
                     off ? context.theme.muted : context.theme.text, name)) {
    tooltip(context, name);
  }
  context.tree.add("rule", name,
                   std::string(context.tr(labelOf(setting.severity))) + "; " +
                       limitText(context, rule, setting.limit) + "; " + countsText(context, counts),
                   at, {at.x + width, at.y + kHeight});

  float x = at.x;
  const float y = at.y + kNameHeight;
  ImGui::SetCursorScreenPos({x, y + 2});
  chooseSeverity(context, setting);
  x += severityWidth(context) + kColumnGap;
  ImGui::SetCursorScreenPos({x, y + (rule.parameter == Parameter::kAtLeast ? 0.0F : 2.0F)});
  drawLimit(context, rule, setting);
  x += kLimitWidth + kColumnGap;
  ImGui::SetCursorScreenPos({x, y + 2 + (kSegmentHeight - ImGui::GetFrameHeight()) / 2});
  if (std::optional<std::string> source = editField(
          context, nameOf(context, Str::rules_source, rule), context.tr(rule.default_source),
          setting.source, std::max(80.0F, at.x + width - x - 2))) {
    SetRule changed = setting;
    changed.source = std::move(*source);
    context.run(std::move(changed));
  }
  list.AddLine({at.x, at.y + kHeight}, {at.x + width, at.y + kHeight}, context.theme.separator);
  ImGui::SetCursorScreenPos({at.x, at.y + kHeight + 8});
  ImGui::PopID();
}

struct TypedCap {
  bool can_be = false;
  std::optional<std::int32_t> cap;  // empty text means no cap
};

TypedCap readCap(std::string_view typed) {
  if (typed.empty()) return {.can_be = true, .cap = std::nullopt};
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
  const bool can_be = error == std::errc() && end == typed.data() + typed.size() && value >= 0 &&
                      value <= limits::kCap;
  return {.can_be = can_be, .cap = value};
}

void drawCap(const Context& context, Str name, std::optional<std::int32_t> SetCaps::* cap,
             const SetCaps& now) {
  constexpr float kNameWidth = 210.0F;
  constexpr float kFieldWidth = 130.0F;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  drawText(*ImGui::GetWindowDrawList(), context.fonts.body, {at.x, at.y + 5}, context.theme.text,
           context.tr(name));
  ImGui::SetCursorScreenPos({at.x + kNameWidth, at.y});
  const std::string shown = now.*cap ? std::to_string(*(now.*cap)) : "";
  const std::optional<std::string> typed =
      editField(context, context.tr(name), context.tr(Str::rules_cap_none), shown, kFieldWidth,
                FieldKind::kNumber);
  ImGui::SetCursorScreenPos({at.x, at.y + kRowHeight + 4});
  if (!typed) return;
  if (const TypedCap read = readCap(*typed); read.can_be) {
    SetCaps changed = now;
    changed.*cap = read.cap;
    context.run(changed);
  } else {
    notify(context, std::string(context.tr(Str::error_value_does_not_fit)));
  }
}

void drawCaps(const Context& context) {
  const SetCaps now = capsOf(context.session->plan());
  heading(context, context.tr(Str::rules_caps));
  ImGui::Dummy({1, 2});
  drawCap(context, Str::rules_cap_district, &SetCaps::moves_per_district_per_round, now);
  drawCap(context, Str::rules_cap_round, &SetCaps::moves_per_round, now);
}

bool isNeeded(const RoundState& state, std::size_t move, const Waiver& waiver) {
  return std::any_of(state.findings.begin(), state.findings.end(), [&](const Finding& finding) {
    return finding.move == static_cast<std::int32_t>(move) && finding.rule == waiver.rule;
  });
}

void jumpTo(const Context& context, std::size_t entry, CadreId cadre, PostId post) {
  context.later([&context, entry, cadre, post] {
    Session& session = *context.session;
    session.chooseEntry(entry);
    if (post) {
      if (const UnitId group = session.groupOf(post)) session.chooseUnit(group);
      context.memory.of<BoardMemory>().reveal = post;
    }
    session.chooseCadre(cadre);
    context.preferences.inspector_open = true;
    context.memory.of<InspectorMemory>().choosing = Choosing::kNothing;
    context.memory.of<ShownViews>().work = &kBoardView;
  });
}

void drawWaiver(const Context& context, std::size_t entry, std::size_t index,
                const Waiver& waiver) {
  constexpr float kHeight = 42.0F;
  const Session& session = *context.session;
  const Round& round = session.scenario().rounds[entry - 1];
  const Move& move = round.moves[index];
  const RuleInfo* rule = rules::findRule(waiver.rule);
  const std::string who = session.plan().cadre(move.cadre).name + " · " +
                          (rule == nullptr ? waiver.rule : std::string(context.tr(rule->name)));
  std::string why = round.name + " · " + waiver.reason;
  if (!isNeeded(session.timeline().rounds[entry], index, waiver)) {
    why += " · " + std::string(context.tr(Str::report_nothing_to_waive));
  }
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImGui::PushID(static_cast<int>(entry));
  ImGui::PushID(static_cast<int>(index));
  const bool pressed = pressArea(("waiver " + waiver.rule).c_str(), {width, kHeight});
  ImGui::PopID();
  ImGui::PopID();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) {
    list.AddRectFilled(at, {at.x + width, at.y + kHeight}, context.theme.hover, kRounding);
  }
  drawTextFitted(list, context.fonts.body, {at.x + 6, at.y + 2}, width - 12, context.theme.text,
                 who);
  if (drawTextFitted(list, context.fonts.small, {at.x + 6, at.y + 22}, width - 12,
                     context.theme.muted, why)) {
    tooltip(context, why);
  }
  context.tree.addLastItem("waiver", who, why);
  if (pressed) jumpTo(context, entry, move.cadre, move.to);
}

void drawWaivers(const Context& context) {
  heading(context, context.tr(Str::rules_waivers));
  const std::vector<Round>& rounds = context.session->scenario().rounds;
  bool any = false;
  for (std::size_t entry = 1; entry <= rounds.size(); ++entry) {
    const std::vector<Move>& moves = rounds[entry - 1].moves;
    for (std::size_t i = 0; i < moves.size(); ++i) {
      for (const Waiver& waiver : moves[i].waivers) {
        drawWaiver(context, entry, i, waiver);
        any = true;
      }
    }
  }
  if (!any) {
    paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::report_no_waivers));
  }
}

void drawRules(const Context& context, ImVec2 min, ImVec2 max) {
  beginPanel(context, "rules", min, max);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild("all", ImGui::GetContentRegionAvail(), 0, ImGuiWindowFlags_NavFlattened);
  ImGui::PopStyleVar();
  heading(context, context.tr(Str::rules_pack));
  ImGui::Dummy({1, 2});
  const std::vector<FindingCounts> counts = countFindings(context.session->timeline());
  const auto registry = rules::registry();
  for (std::size_t i = 0; i < registry.size(); ++i) drawRule(context, *registry[i], counts[i]);
  ImGui::Dummy({1, 6});
  drawCaps(context);
  ImGui::Dummy({1, 6});
  drawWaivers(context);
  endChild();
  endPanel();
}

}  // namespace

const ViewInfo kRulesView = {.command = "go.rules",
                             .title = text::Str::work_rules,
                             .icon = icons::kIconScale,
                             .draw = drawRules};

}  // namespace cadre::ui
