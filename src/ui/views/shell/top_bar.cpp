#include <string>
#include <variant>
#include <vector>

#include "document/what_if.h"
#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/fields.h"
#include "kit/layout.h"
#include "kit/menus.h"
#include "kit/text.h"
#include "ui/actions.h"
#include "ui/commands.h"
#include "ui/import_state.h"
#include "ui/outside.h"
#include "ui/view_memory.h"
#include "ui/views/meeting/parts.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

struct RenameMemory {
  std::string rename_text;  // of a scenario or the plan, while its popup is open
};

using text::Str;

void drawCsvMenu(const Context& context) {
  ImGui::Separator();
  heading(context, context.tr(Str::csv_menu));
  const auto entry = [&](Str name, CsvTable table) {
    if (menuItem(context, icons::kIconTable, context.tr(name))) exportCsv(context, table);
  };
  entry(Str::csv_roster, CsvTable::kRoster);
  entry(Str::csv_moves, CsvTable::kMoves);
  entry(Str::csv_quotas, CsvTable::kQuotas);
  entry(Str::csv_findings, CsvTable::kFindings);
}

void drawPlanMenu(const Context& context) {
  const Session& session = *context.session;
  const std::string& title = session.plan().header->title;
  if (!beginDropdown(context, "plan", title, context.tr(Str::plan_menu))) return;
  std::string& name = context.memory.of<RenameMemory>().rename_text;
  if (ImGui::IsWindowAppearing()) name = title;
  textField(context, context.tr(Str::plan_title), context.tr(Str::plan_title), name, 260.0F);
  if (ImGui::IsItemDeactivatedAfterEdit() && name != title && !name.empty()) {
    context.run(RenamePlan{name});
  }
  if (menuItem(context, icons::kIconSave, context.tr(Str::plan_save))) savePlanFile(context);
  if (menuItem(context, icons::kIconLock, context.tr(Str::plan_save_password))) {
    context.later([&context] { savePlanWithPassword(context); });
  }
  if (menuItem(context, icons::kIconFolderOpen, context.tr(Str::plan_open))) {
    context.host.pickFile();
  }
  if (menuItem(context, icons::kIconPrinter, context.tr(Str::plan_report_print))) {
    printReport(context);
  }
  if (menuItem(context, icons::kIconDownload, context.tr(Str::plan_report_save))) {
    downloadReport(context);
  }
  if (menuItem(context, icons::kIconUpload, context.tr(Str::import_menu))) {
    context.later([&context] { context.memory.of<ImportMemory>() = {true, nullptr}; });
  }
  if (menuItem(context, icons::kIconLayoutGrid, context.tr(Str::plan_other))) {
    context.host.listStored();
    context.outside.start_open = true;
  }
  if (menuItem(context, icons::kIconHistory, context.tr(Str::restore_menu))) {
    context.later([&context] { openRestorePoints(context); });
  }
  drawCsvMenu(context);
  ImGui::Separator();
  const UiCommand& about = commandNamed("about");
  if (menuItem(context, about.icon, context.tr(about.label))) {
    context.later([&context, &about] { about.run(context); });
  }
  endDropdown();
}

// Scenarios deleted since the plan was opened and not restored, in their last state.
std::vector<AddScenario> deletedScenarios(const Document& document) {
  std::vector<AddScenario> out;
  for (std::size_t i = 0; i < document.position(); ++i) {
    const auto* deleted = std::get_if<DeleteScenario>(&document.steps()[i].command);
    if (deleted == nullptr || document.plan().findScenario(deleted->scenario)) continue;
    const Plan& before = i == 0 ? document.base() : document.steps()[i - 1].after;
    const std::optional<std::size_t> at = before.findScenario(deleted->scenario);
    if (!at) continue;
    AddScenario back{*(*before.scenarios)[*at], *at};
    if (!document.plan().findScenario(back.scenario.based_on)) back.scenario.based_on.clear();
    std::erase_if(
        out, [&](const AddScenario& other) { return other.scenario.key == back.scenario.key; });
    out.push_back(std::move(back));
  }
  return out;
}

void drawDeleted(const Context& context) {
  Session& session = *context.session;
  const std::vector<AddScenario> deleted = deletedScenarios(session.document());
  if (deleted.empty()) return;
  ImGui::Separator();
  heading(context, context.tr(Str::scenario_deleted));
  for (const AddScenario& back : deleted) {
    ImGui::PushID(back.scenario.key.c_str());
    if (menuItem(context, icons::kIconHistory,
                 context.tr(Message{Str::scenario_restore, {{"name", back.scenario.name}}}))) {
      context.run(back);
      context.later([&session, key = back.scenario.key] { session.chooseScenario(key); });
    }
    ImGui::PopID();
  }
}

void drawScenarioMenu(const Context& context) {
  Session& session = *context.session;
  const Scenario& now = session.scenario();
  const std::string shown =
      session.plan().scenarios->empty() ? std::string(context.tr(Str::scenario_none)) : now.name;
  if (!beginDropdown(context, "scenario", shown, context.tr(Str::thing_scenario))) return;
  std::string& name = context.memory.of<RenameMemory>().rename_text;
  if (ImGui::IsWindowAppearing()) name = now.name;
  if (!session.plan().scenarios->empty()) {
    textField(context, context.tr(Str::scenario_name), context.tr(Str::scenario_name), name,
              260.0F);
    if (ImGui::IsItemDeactivatedAfterEdit() && name != now.name && !name.empty()) {
      context.run(RenameScenario{now.key, name});
    }
  }
  for (const auto& scenario : *session.plan().scenarios) {
    ImGui::PushID(scenario->key.c_str());
    if (menuItem(context, "", scenario->name, scenario->key == now.key)) {
      context.later([&session, key = scenario->key] { session.chooseScenario(key); });
    }
    ImGui::PopID();
  }
  ImGui::Separator();
  if (session.plan().scenarios->size() > 1 &&
      menuItem(context, icons::kIconTrash2, context.tr(Str::scenario_delete))) {
    context.run(DeleteScenario{now.key});
  }
  drawDeleted(context);
  endDropdown();
}

void drawBranch(const Context& context) {
  if (button(context, icons::kIconGitBranch, context.tr(Str::scenario_branch),
             ButtonLook::kQuiet)) {
    branchScenario(context);
  }
}

void drawHistory(const Context& context, Row& row) {
  const Document& document = context.session->document();
  const auto named = [&](Str verb, const Document::Step* step) {
    std::string text(context.tr(verb));
    if (step != nullptr) text += ": " + context.tr(step->label);
    return text;
  };
  const std::string undo_text =
      named(Str::edit_undo, document.canUndo() ? &document.undoStep() : nullptr);
  const std::string redo_text =
      named(Str::edit_redo, document.canRedo() ? &document.redoStep() : nullptr);
  row.next(kIconButtonSide, 16);
  if (iconButton(context, icons::kIconUndo, undo_text, document.canUndo())) undo(context);
  row.next(kIconButtonSide, 2);
  if (iconButton(context, icons::kIconRedo, redo_text, document.canRedo())) redo(context);
  const std::string place =
      std::to_string(document.position()) + "/" + std::to_string(document.steps().size());
  row.next(sizeOf(context.fonts.small) + 4, 6);
  label(context, context.fonts.small, context.theme.muted, place);
  tooltip(context, context.tr(Str::edit_place));
  context.tree.addLastItem("status", context.tr(Str::edit_place), place);
}

std::string storageText(const Context& context) {
  const Outside& outside = context.outside;
  if (!outside.storage_known) return "";
  switch (outside.storage) {
    case platform::StorageState::kSaved:
      return outside.storage_time.empty()
                 ? ""
                 : context.tr(Message{Str::storage_saved, {{"time", outside.storage_time}}});
    case platform::StorageState::kUnavailable:
      return std::string(context.tr(Str::storage_unavailable));
    case platform::StorageState::kFailed:
      return std::string(context.tr(Str::storage_failed));
    case platform::StorageState::kFull:
      return std::string(context.tr(Str::storage_full));
  }
  return "";
}

// The notice, or the state of saving, between the row's last item and `right`.
void drawStorage(const Context& context, Row& row, float right) {
  const double left_of_notice = context.outside.notice_until - ImGui::GetTime();
  const bool has_notice = !context.outside.notice.empty() && left_of_notice > 0;
  // Requested in every frame, because an earlier due frame replaces this one.
  if (has_notice) context.host.requestFrameIn(static_cast<int>(left_of_notice * 1000) + 50);
  const std::string text = has_notice ? context.outside.notice : storageText(context);
  if (text.empty()) return;
  const bool trouble = !has_notice && context.outside.storage != platform::StorageState::kSaved;
  const ImFont* font = trouble ? context.fonts.small_bold : context.fonts.small;
  const ImVec2 size = measure(font, text);
  const float left = ImGui::GetWindowContentRegionMax().x - row.room() + 16;
  const float width = std::min(size.x, right - left);
  if (width < 40) return;
  row.jumpTo(right - width);
  row.next(size.y);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::Dummy({width, size.y});
  drawTextFitted(*ImGui::GetWindowDrawList(), font, at, width + 1,
                 trouble ? context.theme.hard : context.theme.muted, text);
  tooltip(context, text);
  context.tree.addLastItem("status", context.tr(Str::storage_label), text);
}

void drawRight(const Context& context, Row& row) {
  const bool english = context.preferences.language == text::Language::kEnglish;
  const float languages = segmentedWidth(context, {"VI", "EN"});
  const float left =
      ImGui::GetWindowContentRegionMax().x - 16 - languages - 10 - 3 * (kIconButtonSide + 2);
  drawStorage(context, row, left - 12);
  row.jumpTo(left);
  row.next(kIconButtonSide);
  const char* const icon = context.preferences.theme == ThemeKind::kLight  ? icons::kIconSun
                           : context.preferences.theme == ThemeKind::kDark ? icons::kIconMoon
                                                                           : icons::kIconContrast;
  if (iconButton(context, icon, context.tr(Str::theme_next))) {
    context.preferences.theme =
        static_cast<ThemeKind>((static_cast<int>(context.preferences.theme) + 1) % 3);
  }
  row.next(kIconButtonSide, 2);
  drawMeetingMenu(context, true);
  row.next(kIconButtonSide, 2);
  if (iconButton(context, icons::kIconPanelRight, context.tr(Str::inspector_toggle),
                 context.session != nullptr)) {
    context.preferences.inspector_open = !context.preferences.inspector_open;
  }
  row.next(kSegmentHeight, 10);
  const int language =
      segmented(context, context.tr(Str::a11y_language), {"VI", "EN"}, english ? 1 : 0);
  context.preferences.language =
      language == 1 ? text::Language::kEnglish : text::Language::kVietnamese;
}

void drawSearch(const Context& context) {
  const UiCommand& palette = commandNamed("palette");
  if (iconButton(context, palette.icon, withShortcut(context.tr(palette.label), palette.id))) {
    palette.run(context);
  }
}

}  // namespace

void drawTopBar(const Context& context, ImVec2 min, ImVec2 max) {
  beginPanel(context, "top", min, max, 0.0F);
  ImGui::SetCursorPos({8, 0});
  Row row(kTopBarHeight);
  if (context.session != nullptr) {
    row.next(kDropdownHeight);
    drawPlanMenu(context);
    row.next(kDropdownHeight);
    drawScenarioMenu(context);
    row.next(kButtonHeight);
    drawBranch(context);
    drawHistory(context, row);
    row.next(kIconButtonSide, 16);
    if (iconButton(context, icons::kIconSave, context.tr(Str::plan_save))) savePlanFile(context);
    row.next(kIconButtonSide, 2);
    if (iconButton(context, icons::kIconFolderOpen, context.tr(Str::plan_open))) {
      context.host.pickFile();
    }
    row.next(kIconButtonSide, 2);
    drawSearch(context);
  } else {
    row.next(sizeOf(context.fonts.body_bold) + 4);
    ImGui::SetCursorPosX(16);
    label(context, context.fonts.body_bold, context.theme.text, context.tr(Str::app_name));
  }
  drawRight(context, row);
  endPanel();
}

}  // namespace cadre::ui
