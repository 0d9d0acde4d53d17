#include <algorithm>
#include <optional>
#include <string>

#include "kit/fields.h"
#include "kit/menus.h"
#include "kit/text.h"
#include "rules/rule.h"
#include "ui/rule_edit.h"
#include "ui/view_memory.h"
#include "ui/views/proposal/parts.h"
#include "ui/views/proposal/proposal_memory.h"

namespace cadre::ui {
namespace {

using rules::Parameter;
using rules::RuleInfo;
using text::Str;

float wide() { return ImGui::GetContentRegionAvail().x - 4; }

// The target that applies to the scope: the unit's own if it has one.
void drawTarget(const Context& context) {
  const Session& session = *context.session;
  const Quota* quota = session.quota();
  if (quota == nullptr) return;
  const UnitId unit = session.selection().unit;
  const bool has_own = context.memory.of<ProposalMemory>().scope == ProposalScope::kUnit &&
                       std::any_of(quota->overrides.begin(), quota->overrides.end(),
                                   [unit](const auto& entry) { return entry.first == unit; });
  const UnitId of = has_own ? unit : UnitId{};
  const Share now = has_own ? quota->targetOf(unit) : quota->target;
  constexpr int kPercent = Share::kOne / 100;
  const std::string& name = quota->name.in(context.preferences.language);
  label(context, context.fonts.small, context.theme.muted,
        std::string(context.tr(Str::propose_target_of)) + ": " +
            (has_own ? session.plan().unit(unit).name : name));
  const std::optional<int> changed = slider(
      context, context.tr(Str::propose_target_of), (now.ten_thousandths + kPercent / 2) / kPercent,
      0, 100, text::formatShare(now, context.preferences.language), wide());
  if (changed) {
    context.amend(ImGui::GetItemID(), SetTarget{quota->key, of, Share{*changed * kPercent}});
  }
}

// The far end of the track means no cap.
void drawCap(const Context& context, Str name, std::optional<std::int32_t> SetCaps::* cap,
             std::int32_t usual) {
  SetCaps now = capsOf(context.session->plan());
  const std::int32_t end = std::max(usual, (now.*cap).value_or(0) + 1);
  const std::int32_t value = (now.*cap).value_or(end);
  label(context, context.fonts.small, context.theme.muted, context.tr(name));
  const std::string shown =
      now.*cap ? context.count(value) : std::string(context.tr(Str::rules_cap_none));
  const std::optional<int> changed =
      slider(context, context.tr(name), value, 0, end, shown, wide());
  if (!changed) return;
  now.*cap = *changed >= end ? std::nullopt : std::optional<std::int32_t>(*changed);
  context.amend(ImGui::GetItemID(), now);
}

bool hasTrack(const RuleInfo& rule) {
  return rule.parameter == Parameter::kMonths || rule.parameter == Parameter::kTerms;
}

const RuleInfo& chosenRule(const ProposalMemory& memory) {
  const RuleInfo* named = memory.rule.empty() ? nullptr : rules::findRule(memory.rule);
  if (named != nullptr) return *named;
  const auto registry = rules::registry();
  return **std::find_if(registry.begin(), registry.end(),
                        [](const RuleInfo* rule) { return hasTrack(*rule); });
}

void drawRule(const Context& context) {
  ProposalMemory& memory = context.memory.of<ProposalMemory>();
  const RuleInfo& rule = chosenRule(memory);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() - 8);
  if (beginDropdown(context, "rule", context.tr(rule.name), context.tr(Str::propose_rule))) {
    for (const RuleInfo* other : rules::registry()) {
      if (menuItem(context, "", context.tr(other->name), other->id == rule.id)) {
        memory.rule = std::string(other->id);
      }
    }
    endDropdown();
  }
  SetRule now = settingOf(context.session->plan(), rule);
  chooseSeverity(context, now);
  if (!hasTrack(rule)) return;
  const bool is_months = rule.parameter == Parameter::kMonths;
  const std::int32_t most = std::max(now.limit, is_months ? 120 : 6);
  const std::optional<int> limit = slider(context, context.tr(Str::rules_limit), now.limit, 0, most,
                                          limitText(context, rule, now.limit), wide());
  if (!limit) return;
  now.limit = *limit;
  context.amend(ImGui::GetItemID(), now);
}

}  // namespace

void drawConditions(const Context& context) {
  constexpr std::int32_t kUsualOfDistrict = 30;
  constexpr std::int32_t kUsualOfRound = 200;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(8, 1));
  drawTarget(context);
  drawCap(context, Str::propose_cap_district, &SetCaps::moves_per_district_per_round,
          kUsualOfDistrict);
  drawCap(context, Str::propose_cap_round, &SetCaps::moves_per_round, kUsualOfRound);
  drawRule(context);
  ImGui::PopStyleVar();
}

}  // namespace cadre::ui
