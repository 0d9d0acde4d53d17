#include "ui/commands.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include <imgui_internal.h>

#include "icons/icons.h"
#include "kit/dialog.h"
#include "kit/focus.h"
#include "ui/actions.h"
#include "ui/import_state.h"
#include "ui/key_codes.h"
#include "ui/keyboard_memory.h"
#include "ui/outside.h"
#include "ui/password.h"
#include "ui/table_copy.h"
#include "ui/view_memory.h"
#include "ui/views/board/board_memory.h"
#include "ui/views/board/inspector_memory.h"
#include "ui/views/meeting/meeting.h"
#include "ui/views/meeting/meeting_memory.h"
#include "ui/views/view.h"

namespace cadre::ui {

using text::Str;

namespace {

// --- when a command is available ---

bool ever(const Context& /*context*/) { return true; }
// Commands that could show names are not available over a meeting.
bool noMeeting(const Context& context) { return !context.memory.of<MeetingMemory>().open; }
bool hasPlan(const Context& context) { return context.session != nullptr; }
bool canUndo(const Context& context) {
  return hasPlan(context) && context.session->document().canUndo();
}
bool canRedo(const Context& context) {
  return hasPlan(context) && context.session->document().canRedo();
}
bool hasRound(const Context& context) {
  return hasPlan(context) && context.session->round() != nullptr;
}
bool hasRounds(const Context& context) {
  return hasPlan(context) && !context.session->scenario().rounds.empty();
}
bool hasScenarios(const Context& context) {
  return hasPlan(context) && context.session->plan().scenarios->size() > 1;
}
bool hasPost(const Context& context) {
  return hasPlan(context) && context.session->selection().post;
}
bool hasCadre(const Context& context) {
  return hasPlan(context) && context.session->selection().cadre;
}

// --- what commands do ---

void pickFile(const Context& context) { context.host.pickFile(); }

void importRoster(const Context& context) {
  context.later([&context] { context.memory.of<ImportMemory>() = {true, nullptr}; });
}

void showOtherPlans(const Context& context) {
  context.host.listStored();
  context.outside.start_open = true;
}

template <CsvTable kTable>
void exportTable(const Context& context) {
  exportCsv(context, kTable);
}

void openPalette(const Context& context) {
  PaletteMemory& palette = context.memory.of<KeyboardMemory>().palette;
  palette.is_open = !palette.is_open && ImGui::GetTopMostPopupModal() == nullptr;
  if (palette.is_shown) return;
  palette.query.clear();
  palette.is_searched = false;
}

void openShortcuts(const Context& context) {
  KeyboardMemory& keyboard = context.memory.of<KeyboardMemory>();
  keyboard.shortcuts_open = !keyboard.shortcuts_open && ImGui::GetTopMostPopupModal() == nullptr;
}

void deleteThisRound(const Context& context) {
  const Session& session = *context.session;
  context.run(DeleteRound{{session.scenario().key, session.round()->key}});
}

void deleteThisScenario(const Context& context) {
  context.run(DeleteScenario{context.session->scenario().key});
}

void toggleLock(const Context& context) {
  const PostId post = context.session->selection().post;
  context.run(SetLock{post, !context.session->plan().post(post).locked});
}

void chooseDestination(const Context& context) {
  context.memory.of<ShownViews>().work = &kBoardView;
  context.memory.of<InspectorMemory>().choosing = Choosing::kDestinations;
  context.memory.of<InspectorMemory>().search.clear();
  context.memory.of<KeyboardMemory>().wish = FocusWish::kCandidateSearch;
  context.preferences.inspector_open = true;
}

// Selects a view in the area where it lives: the middle or the lower corner.
using ViewPlace = const ViewInfo* ShownViews::*;

template <const ViewInfo* kView, ViewPlace kPlace>
void openView(const Context& context) {
  context.memory.of<ShownViews>().*kPlace = kView;
  context.outside.start_open = false;
}

// Wraps around: after the last comes the first.
int stepped(int index, int step, int count) { return (index + step + count) % count; }

template <int kStep>
void stepWork(const Context& context) {
  const std::span<const ViewInfo* const> views = workViews();
  const ViewInfo*& shown = context.memory.of<ShownViews>().work;
  const int next = stepped(placeOf(shown, views), kStep, static_cast<int>(views.size()));
  shown = views[static_cast<std::size_t>(next)];
}

template <int kStep>
void stepRound(const Context& context) {
  context.later([&session = *context.session] {
    const int entries = static_cast<int>(session.scenario().rounds.size()) + 1;
    session.chooseEntry(
        static_cast<std::size_t>(stepped(static_cast<int>(session.entry()), kStep, entries)));
  });
}

template <int kStep>
void stepScenario(const Context& context) {
  context.later([&session = *context.session] {
    const ScenarioList& all = *session.plan().scenarios;
    const int next =
        stepped(static_cast<int>(session.scenarioPlace()), kStep, static_cast<int>(all.size()));
    session.chooseScenario(all[static_cast<std::size_t>(next)]->key);
  });
}

template <int kStep>
void stepPanel(const Context& context) {
  context.memory.of<KeyboardMemory>().focus.panel_step = kStep;
}

void searchBoard(const Context& context) {
  openView<&kBoardView, &ShownViews::work>(context);
  context.memory.of<KeyboardMemory>().wish = FocusWish::kBoardSearch;
}

void toggleInspector(const Context& context) {
  context.preferences.inspector_open = !context.preferences.inspector_open;
}

void toggleMap(const Context& context) {
  context.preferences.districts_as_list = !context.preferences.districts_as_list;
}

void toggleScope(const Context& context) {
  context.memory.of<BoardMemory>().whole_plan = !context.memory.of<BoardMemory>().whole_plan;
}

void nextTheme(const Context& context) {
  constexpr int kThemes = static_cast<int>(ThemeKind::kHighContrast) + 1;
  context.preferences.theme =
      static_cast<ThemeKind>(stepped(static_cast<int>(context.preferences.theme), 1, kThemes));
}

void otherLanguage(const Context& context) {
  const bool english = context.preferences.language == text::Language::kEnglish;
  context.preferences.language = english ? text::Language::kVietnamese : text::Language::kEnglish;
}

constexpr ImGuiKeyChord ctrl(ImGuiKey key) { return ImGuiMod_Ctrl | key; }
constexpr ImGuiKeyChord ctrlShift(ImGuiKey key) { return ImGuiMod_Ctrl | ImGuiMod_Shift | key; }

// --- the table: one line per command; those that open a view come from the lists of views ---

constexpr auto kCommands = std::to_array<UiCommand>({
    {"palette", Str::command_palette, CommandGroup::kGo, icons::kIconSearch, openPalette, noMeeting,
     ctrl(ImGuiKey_K), ImGuiKey_None, true},
    {"shortcuts", Str::command_shortcuts, CommandGroup::kGo, icons::kIconCircleHelp, openShortcuts,
     noMeeting, ImGuiKey_F1, ImGuiKey_None, true},
    {"about", Str::about_command, CommandGroup::kGo, icons::kIconInfo, openAbout, noMeeting},

    {"plan.save", Str::plan_save, CommandGroup::kPlan, icons::kIconSave, savePlanFile, hasPlan,
     ctrl(ImGuiKey_S), ImGuiKey_None, true},
    {"plan.save_password", Str::plan_save_password, CommandGroup::kPlan, icons::kIconLock,
     savePlanWithPassword, hasPlan},
    {"plan.open", Str::plan_open, CommandGroup::kPlan, icons::kIconFolderOpen, pickFile, ever,
     ctrl(ImGuiKey_O), ImGuiKey_None, true},
    {"plan.other", Str::plan_other, CommandGroup::kPlan, icons::kIconLayoutGrid, showOtherPlans,
     hasPlan},
    {"plan.restore_points", Str::restore_menu, CommandGroup::kPlan, icons::kIconHistory,
     openRestorePoints, hasPlan},
    {"plan.report_print", Str::plan_report_print, CommandGroup::kPlan, icons::kIconPrinter,
     printReport, hasPlan},
    {"plan.report_save", Str::plan_report_save, CommandGroup::kPlan, icons::kIconDownload,
     downloadReport, hasPlan},
    {"plan.import", Str::import_menu, CommandGroup::kPlan, icons::kIconUpload, importRoster,
     hasPlan},
    {"csv.roster", Str::command_csv_roster, CommandGroup::kPlan, icons::kIconTable,
     exportTable<CsvTable::kRoster>, hasPlan},
    {"csv.moves", Str::command_csv_moves, CommandGroup::kPlan, icons::kIconTable,
     exportTable<CsvTable::kMoves>, hasPlan},
    {"csv.quotas", Str::command_csv_quotas, CommandGroup::kPlan, icons::kIconTable,
     exportTable<CsvTable::kQuotas>, hasPlan},
    {"csv.findings", Str::command_csv_findings, CommandGroup::kPlan, icons::kIconTable,
     exportTable<CsvTable::kFindings>, hasPlan},

    {"edit.undo", Str::edit_undo, CommandGroup::kEdit, icons::kIconUndo, undo, canUndo,
     ctrl(ImGuiKey_Z), ImGuiKey_None, false, true},
    {"edit.redo", Str::edit_redo, CommandGroup::kEdit, icons::kIconRedo, redo, canRedo,
     ctrlShift(ImGuiKey_Z), ctrl(ImGuiKey_Y), false, true},
    {"edit.copy_table", Str::command_copy_table, CommandGroup::kEdit, icons::kIconCopy,
     copyTableInFocus, hasPlan, ctrl(ImGuiKey_C)},
    {"edit.copy_roster", Str::command_copy_roster, CommandGroup::kEdit, icons::kIconCopy,
     copyRoster, hasPlan},
    {"edit.add_round", Str::round_add, CommandGroup::kEdit, icons::kIconPlus, addNextRound,
     hasPlan},
    {"edit.delete_round", Str::round_delete, CommandGroup::kEdit, icons::kIconTrash2,
     deleteThisRound, hasRound},
    {"edit.branch", Str::command_branch, CommandGroup::kEdit, icons::kIconGitBranch, branchScenario,
     hasPlan},
    {"edit.delete_scenario", Str::scenario_delete, CommandGroup::kEdit, icons::kIconTrash2,
     deleteThisScenario, hasScenarios},
    {"edit.move_chosen", Str::command_move_chosen, CommandGroup::kEdit, icons::kIconArrowRight,
     chooseDestination, hasCadre},
    {"edit.lock_chosen", Str::command_lock_chosen, CommandGroup::kEdit, icons::kIconLock,
     toggleLock, hasPost},

    {"go.next_panel", Str::command_next_panel, CommandGroup::kGo, icons::kIconArrowDown,
     stepPanel<1>, noMeeting, ctrl(ImGuiKey_DownArrow), ImGuiKey_None, true},
    {"go.previous_panel", Str::command_previous_panel, CommandGroup::kGo, icons::kIconArrowUp,
     stepPanel<-1>, noMeeting, ctrl(ImGuiKey_UpArrow), ImGuiKey_None, true},
    {"go.next_round", Str::command_next_round, CommandGroup::kGo, icons::kIconChevronRight,
     stepRound<1>, hasRounds, ctrl(ImGuiKey_RightArrow), ImGuiKey_None, false, true},
    {"go.previous_round", Str::command_previous_round, CommandGroup::kGo, icons::kIconChevronLeft,
     stepRound<-1>, hasRounds, ctrl(ImGuiKey_LeftArrow), ImGuiKey_None, false, true},
    {"go.next_scenario", Str::command_next_scenario, CommandGroup::kGo, icons::kIconChevronDown,
     stepScenario<1>, hasScenarios, ctrlShift(ImGuiKey_DownArrow)},
    {"go.previous_scenario", Str::command_previous_scenario, CommandGroup::kGo,
     icons::kIconChevronUp, stepScenario<-1>, hasScenarios, ctrlShift(ImGuiKey_UpArrow)},
    {"go.next_view", Str::command_next_view, CommandGroup::kGo, icons::kIconChevronRight,
     stepWork<1>, hasPlan, ctrlShift(ImGuiKey_RightArrow)},
    {"go.previous_view", Str::command_previous_view, CommandGroup::kGo, icons::kIconChevronLeft,
     stepWork<-1>, hasPlan, ctrlShift(ImGuiKey_LeftArrow)},
    {"go.search_board", Str::board_search, CommandGroup::kGo, icons::kIconFilter, searchBoard,
     hasPlan},
    {"show.map_or_list", Str::command_map_or_list, CommandGroup::kShow, icons::kIconMap, toggleMap,
     hasPlan},
    {"show.one_or_all", Str::command_one_or_all, CommandGroup::kShow, icons::kIconBuilding2,
     toggleScope, hasPlan},
    {"show.inspector", Str::inspector_toggle, CommandGroup::kShow, icons::kIconPanelRight,
     toggleInspector, hasPlan},
    {"show.meeting", Str::meeting_start, CommandGroup::kShow, icons::kIconMaximize, startMeeting,
     hasPlan, ctrl(ImGuiKey_Enter)},
    {"show.theme", Str::theme_next, CommandGroup::kShow, icons::kIconContrast, nextTheme, ever},
    {"show.language", Str::command_language, CommandGroup::kShow, icons::kIconLanguages,
     otherLanguage, ever},
});

template <const ViewInfo* kView, ViewPlace kPlace>
UiCommand opening() {
  return {kView->command,          kView->title, CommandGroup::kGo, kView->icon,
          openView<kView, kPlace>, hasPlan};
}

std::vector<UiCommand> allCommands() {
  std::vector<UiCommand> out(kCommands.begin(), kCommands.end());
#define VIEW(name) opening<&k##name##View, &ShownViews::work>(),
  const auto work = std::to_array<UiCommand>({
#include "ui/views/work_views.def"
  });
#undef VIEW
#define VIEW(name) opening<&k##name##View, &ShownViews::lower>(),
  const auto lower = std::to_array<UiCommand>({
#include "ui/views/lower_views.def"
  });
#undef VIEW
  const auto is_shown_later = [](const UiCommand& command) {
    return command.group == CommandGroup::kShow;
  };
  auto at = std::find_if(out.begin(), out.end(), is_shown_later);
  at = out.insert(at, work.begin(), work.end());
  out.insert(at + static_cast<std::ptrdiff_t>(work.size()), lower.begin(), lower.end());
  return out;
}

// --- keys ---

constexpr ImGuiKeyChord kModifiers = ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiMod_Alt | ImGuiMod_Super;

ImGuiKey keyOf(ImGuiKeyChord chord) { return static_cast<ImGuiKey>(chord & ~kModifiers); }

// The modifiers that are down; Cmd counts as Ctrl.
ImGuiKeyChord heldModifiers() {
  const ImGuiIO& io = ImGui::GetIO();
  ImGuiKeyChord held = 0;
  if (io.KeyCtrl || io.KeySuper) held |= ImGuiMod_Ctrl;
  if (io.KeyShift) held |= ImGuiMod_Shift;
  if (io.KeyAlt) held |= ImGuiMod_Alt;
  return held;
}

bool isPressed(ImGuiKeyChord chord, bool repeats) {
  return chord != ImGuiKey_None && heldModifiers() == (chord & kModifiers) &&
         ImGui::IsKeyPressed(keyOf(chord), repeats);
}

// As printed on the key.
std::string_view nameOf(ImGuiKey key) {
  switch (key) {
    case ImGuiKey_LeftArrow:
      return "←";
    case ImGuiKey_RightArrow:
      return "→";
    case ImGuiKey_UpArrow:
      return "↑";
    case ImGuiKey_DownArrow:
      return "↓";
    default:
      return ImGui::GetKeyName(key);
  }
}

std::string modifierText(ImGuiKeyChord chord) {
  std::string out;
  if ((chord & ImGuiMod_Ctrl) != 0) out += "Ctrl+";
  if ((chord & ImGuiMod_Shift) != 0) out += "Shift+";
  if ((chord & ImGuiMod_Alt) != 0) out += "Alt+";
  return out;
}

}  // namespace

std::span<const UiCommand> commands() {
  static const std::vector<UiCommand> kAll = allCommands();
  return kAll;
}

const UiCommand& commandNamed(std::string_view id) {
  for (const UiCommand& command : commands()) {
    if (command.id == id) return command;
  }
  return commands().front();
}

Str labelOf(CommandGroup group) {
  switch (group) {
    case CommandGroup::kPlan:
      return Str::command_group_plan;
    case CommandGroup::kEdit:
      return Str::command_group_edit;
    case CommandGroup::kGo:
      return Str::command_group_go;
    case CommandGroup::kShow:
      break;
  }
  return Str::command_group_show;
}

void handleShortcuts(const Context& context) {
  keepFocus(context);
  if (const UiCommand* command =
          std::exchange(context.memory.of<KeyboardMemory>().run_next, nullptr)) {
    if (command->enabled(context)) command->run(context);
  }
  // Over a text field or a dialog most keys have another meaning.
  const bool busy = ImGui::GetIO().WantTextInput || anyPopupOpen();
  for (const UiCommand& command : commands()) {
    if (busy && !command.always) continue;
    if (!isPressed(command.shortcut, command.repeats) && !isPressed(command.also, command.repeats))
      continue;
    takeArrowKey();
    if (command.enabled(context)) command.run(context);
    return;
  }
}

std::string shortcutText(ImGuiKeyChord chord) {
  if (chord == ImGuiKey_None) return "";
  return modifierText(chord) + std::string(nameOf(keyOf(chord)));
}

std::string withShortcut(std::string_view text, std::string_view command_id) {
  return std::string(text) + " (" + shortcutText(commandNamed(command_id).shortcut) + ")";
}

std::string shortcutsForPage() {
  std::string out;
  for (const UiCommand& command : commands()) {
    for (const ImGuiKeyChord chord : {command.shortcut, command.also}) {
      if (chord == ImGuiKey_None) continue;
      out += modifierText(chord) + codeOf(keyOf(chord)) + "\n";
    }
  }
  return out;
}

}  // namespace cadre::ui
