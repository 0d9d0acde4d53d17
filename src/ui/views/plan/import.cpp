#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/dialog.h"
#include "kit/layout.h"
#include "kit/list_lines.h"
#include "kit/menus.h"
#include "kit/text.h"
#include "ui/actions.h"
#include "ui/import_state.h"
#include "ui/marks/signs.h"
#include "ui/outside.h"
#include "ui/view_memory.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr const char* kPopup = "import";
constexpr float kColumnsWidth = 330.0F;
constexpr float kRowHeight = 26.0F;
constexpr float kFooter = 44.0F;
constexpr float kErrorsHeight = 118.0F;

Str labelOf(roster::RowOutcome outcome) {
  switch (outcome) {
    case roster::RowOutcome::kNew:
      return Str::import_new;
    case roster::RowOutcome::kChanged:
      return Str::import_changed;
    case roster::RowOutcome::kError:
      return Str::import_error;
    case roster::RowOutcome::kUnchanged:
      break;
  }
  return Str::import_unchanged;
}

std::string problemText(const Context& context, const ImportState& state,
                        const roster::Problem& problem) {
  const auto line = static_cast<std::int64_t>(state.table()->line(problem.row));
  const std::string what = context.tr(problem.message);
  if (problem.column >= state.mapping().columns.size()) {
    return context.tr(Message{Str::import_at_row, {{"line", line}, {"what", what}}});
  }
  return context.tr(
      Message{Str::import_at_cell,
              {{"line", line}, {"column", state.columnName(problem.column)}, {"what", what}}});
}

// What the row changes, or why it is skipped.
std::string detailOf(const Context& context, const ImportState& state, const roster::Row& row) {
  if (row.outcome == roster::RowOutcome::kError) {
    const roster::Problem* problem = state.problemOf(row.row);
    return problem == nullptr ? "" : context.tr(problem->message);
  }
  if (row.outcome != roster::RowOutcome::kChanged) return "";
  std::string out;
  for (const roster::Field field : row.changed) {
    if (!out.empty()) out += ", ";
    out += context.tr(roster::labelOf(field));
  }
  return out;
}

// Changes of the state take effect after the frame, like those of the plan.
void change(const Context& context, std::function<void(ImportState&)> how) {
  context.later([&context, how = std::move(how)] {
    if (context.memory.of<ImportMemory>().state) how(*context.memory.of<ImportMemory>().state);
  });
}

void cancel(const Context& context) {
  ImGui::CloseCurrentPopup();
  context.later([&context] { context.memory.of<ImportMemory>() = {}; });
}

void confirm(const Context& context, const roster::Reading& reading) {
  const std::uint64_t before = context.session->revision();
  std::string done = context.tr(Message{Str::import_done,
                                        {{"added", static_cast<std::int64_t>(reading.added)},
                                         {"changed", static_cast<std::int64_t>(reading.changed)},
                                         {"gone", static_cast<std::int64_t>(reading.left)}}});
  context.run(MergeRoster{reading.merge});
  context.later([&context, before, done] {
    // If the plan refuses the merge, it has said why; the preview stays.
    if (context.session->revision() == before) return;
    context.memory.of<ImportMemory>() = {};
    notify(context, done);
  });
}

// Instructions while there is no table, and the reason for that.
void drawEmpty(const Context& context, const ImportState& state) {
  if (state.error()) {
    const std::string text = context.tr(Message{Str::failure_title, {{"file", state.name()}}}) +
                             ": " + text::render(*state.error(), context.preferences.language);
    errorLine(context, context.fonts.body, text);
    ImGui::Dummy({0, 8});
  }
  paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::import_empty));
  ImGui::Dummy({0, 8});
  if (button(context, icons::kIconFolderOpen, context.tr(Str::import_choose),
             ButtonLook::kPrimary)) {
    context.host.pickFile();
  }
  ImGui::SameLine();
  if (button(context, icons::kIconX, context.tr(Str::import_cancel))) cancel(context);
}

void drawColumn(const Context& context, ImportState& state, std::size_t column) {
  const roster::Field now = state.mapping().columns[column];
  const float width = ImGui::GetContentRegionAvail().x;
  const std::string name = state.columnName(column);
  ImGui::PushID(static_cast<int>(column));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::Dummy({width * 0.46F, kDropdownHeight});
  const bool cut = drawTextFitted(
      *ImGui::GetWindowDrawList(), context.fonts.small, {at.x, at.y + 8}, width * 0.46F - 8,
      now == roster::Field::kIgnore ? context.theme.muted : context.theme.text, name);
  if (cut) tooltip(context, name);
  ImGui::SameLine(0, 0);
  if (beginDropdown(context, "field", context.tr(roster::labelOf(now)), name)) {
    for (std::size_t i = 0; i < roster::kFieldCount; ++i) {
      const auto field = static_cast<roster::Field>(i);
      const bool elsewhere =
          field != now && field != roster::Field::kIgnore && state.mapping().has(field);
      std::string text(context.tr(roster::labelOf(field)));
      if (elsewhere) text += " ← " + state.columnName(state.mapping().columnOf(field));
      if (menuItem(context, "", text, field == now)) {
        change(context, [column, field](ImportState& s) { s.assign(column, field); });
      }
    }
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ImGui::CloseCurrentPopup();
    endDropdown();
  }
  ImGui::PopID();
}

void drawColumns(const Context& context, ImportState& state) {
  heading(context, context.tr(Str::import_columns));
  ImGui::BeginChild("columns", ImGui::GetContentRegionAvail(), 0, ImGuiWindowFlags_NavFlattened);
  for (std::size_t i = 0; i < state.mapping().columns.size(); ++i) drawColumn(context, state, i);
  endChild();
}

// Figures that do not filter the rows.
void drawOtherCounts(const Context& context, const roster::Reading& reading) {
  const auto status = [&](Str name, std::size_t number, std::string_view more) {
    if (number == 0) return;
    const std::string count = context.count(static_cast<std::int64_t>(number));
    ImGui::SameLine(0, 14);
    const std::string text = std::string(context.tr(name)) + ": " + count;
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + 5);
    label(context, context.fonts.small, context.theme.muted, text);
    tooltip(context, more);
    context.tree.addLastItem("status", context.tr(name), count);
  };
  constexpr std::size_t kShown = 12;
  std::string gone;
  for (std::size_t i = 0; i < std::min(kShown, reading.gone.size()); ++i) {
    gone += (i == 0 ? "" : ", ") + context.session->plan().cadre(reading.gone[i]).name;
  }
  std::string repairs;
  for (std::size_t i = 0; i < std::min(kShown, reading.repairs.size()); ++i) {
    const roster::Repair& repair = reading.repairs[i];
    repairs +=
        (i == 0 ? "" : "; ") +
        context.tr(Message{Str::import_repair, {{"found", repair.found}, {"taken", repair.taken}}});
  }
  status(Str::import_gone, reading.gone.size(), gone + (reading.gone.size() > kShown ? "…" : ""));
  status(Str::import_repaired, reading.repairs.size(),
         repairs + (reading.repairs.size() > kShown ? "…" : ""));
}

void drawCounts(const Context& context, ImportState& state, const roster::Reading& reading) {
  const auto counted = [&](Str name, std::size_t number) {
    return std::string(context.tr(name)) + " " + context.count(static_cast<std::int64_t>(number));
  };
  const std::string all = counted(Str::filter_all, reading.rows.size());
  const std::string added = counted(Str::import_new, reading.added);
  const std::string changed = counted(Str::import_changed, reading.changed);
  const std::string unchanged = counted(Str::import_unchanged, reading.unchanged);
  const std::string failed = counted(Str::import_error, reading.failed);
  const int chosen =
      segmented(context, context.tr(Str::a11y_filter), {all, added, changed, unchanged, failed},
                static_cast<int>(state.filter));
  state.filter = static_cast<ImportFilter>(chosen);
  drawOtherCounts(context, reading);
}

struct RowLayout {
  float line, key, name, outcome, detail;
};

void drawRow(const Context& context, const ImportState& state, const roster::Row& row,
             const RowLayout& at, ImVec2 min, float width) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool failed = row.outcome == roster::RowOutcome::kError;
  const std::string line = std::to_string(state.table()->line(row.row));
  const float y = min.y + 4;
  const ImFont* font = context.fonts.small;
  drawText(list, font, {min.x + at.key - 12 - measure(font, line).x, y}, context.theme.muted, line);
  drawTextFitted(list, font, {min.x + at.key, y}, at.name - at.key - 8, context.theme.muted,
                 row.key);
  drawTextFitted(list, font, {min.x + at.name, y}, at.outcome - at.name - 8, context.theme.text,
                 row.name);
  const float sign_y = min.y + 2;
  if (failed) {
    drawSeverity(list, context, Severity::kHard, false, {min.x + at.outcome, sign_y});
  } else if (row.outcome == roster::RowOutcome::kNew) {
    drawText(list, context.fonts.body, {min.x + at.outcome, sign_y}, context.theme.accent,
             icons::kIconPlus);
  } else if (row.outcome == roster::RowOutcome::kChanged) {
    drawText(list, context.fonts.body, {min.x + at.outcome, sign_y}, context.theme.accent,
             icons::kIconPencil);
  }
  const bool quiet = row.outcome == roster::RowOutcome::kUnchanged;
  const std::string_view outcome = context.tr(labelOf(row.outcome));
  drawTextFitted(list, font, {min.x + at.outcome + 22, y}, at.detail - at.outcome - 30,
                 quiet ? context.theme.muted : context.theme.text, outcome);
  const std::string detail = detailOf(context, state, row);
  const bool cut = drawTextFitted(list, font, {min.x + at.detail, y}, width - at.detail - 6,
                                  failed ? context.theme.hard : context.theme.muted, detail);
  list.AddLine({min.x, min.y + kRowHeight - 0.5F}, {min.x + width, min.y + kRowHeight - 0.5F},
               context.theme.separator);
  ImGui::SetCursorScreenPos(min);
  ImGui::Dummy({width, kRowHeight});
  if (cut) tooltip(context, detail);
  context.tree.addLastItem("row", row.name.empty() ? std::string_view(row.key) : row.name, outcome);
}

void drawRows(const Context& context, ImportState& state, const roster::Reading& reading,
              float height) {
  const float width = ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ScrollbarSize;
  const RowLayout at{0, 56, 150, 150 + width * 0.24F, 150 + width * 0.24F + 124};
  const ImVec2 head = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto title = [&](float x, Str text) {
    drawText(list, context.fonts.small_bold, {head.x + x, head.y + 3}, context.theme.muted,
             context.tr(text));
  };
  title(at.line, Str::import_line);
  title(at.key, Str::roster_id);
  title(at.name, Str::roster_name);
  title(at.outcome, Str::import_becomes);
  title(at.detail, Str::import_detail);
  ImGui::Dummy({width, 24});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  ImGui::BeginChild("rows", {0, std::max(60.0F, height - 28)}, 0, ImGuiWindowFlags_NavFlattened);
  const std::vector<std::size_t>& rows = state.rowsOf(state.filter);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const WidgetTree::Scope lines(context.tree, "list", {}, static_cast<int>(rows.size()));
  listLines(context, rows.size(), kRowHeight, [&](std::size_t i) {
    drawRow(context, state, reading.rows[rows[i]], at,
            {origin.x, origin.y + static_cast<float>(i) * kRowHeight}, width);
  });
  endChild();
  ImGui::PopStyleVar();
}

// Notes about the mapping, then every problem with its location.
void drawErrors(const Context& context, const ImportState& state, const roster::Reading& reading) {
  heading(context, context.tr(Str::import_errors));
  ImGui::PushStyleColor(ImGuiCol_ChildBg, context.theme.raised);
  ImGui::BeginChild("errors", ImGui::GetContentRegionAvail(),
                    ImGuiChildFlags_AlwaysUseWindowPadding);
  const ImFont* font = context.fonts.small;
  for (const Message& note : reading.notes) {
    errorLine(context, font, context.tr(note), Severity::kSoft);
  }
  // As many as anybody would read; the rows show their own problems.
  constexpr std::size_t kShown = 100;
  const std::size_t shown = std::min(kShown, reading.problems.size());
  for (std::size_t i = 0; i < shown; ++i) {
    errorLine(context, font, problemText(context, state, reading.problems[i]));
  }
  if (reading.problem_count > shown) {
    label(
        context, font, context.theme.muted,
        context.tr(Message{Str::import_more_errors,
                           {{"count", static_cast<std::int64_t>(reading.problem_count - shown)}}}));
  }
  endChild();
  ImGui::PopStyleColor();
}

void drawGone(const Context& context, ImportState& state, const roster::Reading& reading,
              Row& row) {
  if (reading.gone.empty()) return;
  const std::string text = context.tr(
      Message{Str::import_gone_label, {{"count", static_cast<std::int64_t>(reading.gone.size())}}});
  row.next(sizeOf(context.fonts.small) + 4);
  label(context, context.fonts.small, context.theme.text, text);
  row.next(kSegmentHeight, 8);
  const int chosen = segmented(
      context, text, {context.tr(Str::import_gone_keep), context.tr(Str::import_gone_leave)},
      state.goneLeave() ? 1 : 0);
  if ((chosen == 1) != state.goneLeave()) {
    change(context, [leave = chosen == 1](ImportState& s) { s.setGoneLeave(leave); });
  }
}

void drawFooter(const Context& context, ImportState& state, const roster::Reading& reading) {
  const auto people = static_cast<std::int64_t>(state.people());
  const auto failed = static_cast<std::int64_t>(reading.failed);
  const std::string text = people == 0 ? std::string(context.tr(Str::import_nothing))
                           : failed == 0
                               ? context.tr(Message{Str::import_confirm, {{"count", people}}})
                               : context.tr(Message{Str::import_confirm_without,
                                                    {{"count", people}, {"errors", failed}}});
  const std::string_view cancel_text = context.tr(Str::import_cancel);
  const std::string_view other_text = context.tr(Str::import_other);
  const float padding = ImGui::GetStyle().FramePadding.x * 2 + 26;
  const auto widthOf = [&](std::string_view of) {
    return measure(context.fonts.body, of).x + padding;
  };
  Row row(kFooter);
  drawGone(context, state, reading, row);
  row.jumpTo(ImGui::GetWindowContentRegionMax().x - widthOf(text) - widthOf(cancel_text) -
             widthOf(other_text) - 16);
  row.next(kButtonHeight);
  if (button(context, icons::kIconFolderOpen, other_text, ButtonLook::kQuiet)) {
    context.host.pickFile();
  }
  row.next(kButtonHeight, 8);
  if (button(context, icons::kIconX, cancel_text)) cancel(context);
  row.next(kButtonHeight, 8);
  if (button(context, icons::kIconCheck, text, ButtonLook::kPrimary, people > 0)) {
    confirm(context, reading);
  }
}

void drawPreview(const Context& context, ImportState& state) {
  const roster::Reading& reading =
      state.reading(context.session->plan(), context.session->revision());
  const std::string source =
      context.tr(Message{Str::import_source,
                         {{"name", state.name()},
                          {"rows", static_cast<std::int64_t>(reading.rows.size())},
                          {"columns", static_cast<std::int64_t>(state.table()->columnCount())}}});
  label(context, context.fonts.small, context.theme.text, source);
  context.tree.addLastItem("status", context.tr(Str::import_title), source);
  ImGui::SameLine(0, 14);
  label(context, context.fonts.small, context.theme.muted, context.tr(Str::import_kept));
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float height = room.y - kFooter - 6;
  ImGui::BeginChild("mapping", {kColumnsWidth, height}, 0, ImGuiWindowFlags_NavFlattened);
  drawColumns(context, state);
  endChild();
  ImGui::SameLine(0, 16);
  ImGui::BeginChild("result", {0, height}, 0, ImGuiWindowFlags_NavFlattened);
  heading(context, context.tr(Str::import_rows));
  drawCounts(context, state, reading);
  const bool has_errors = !reading.notes.empty() || reading.problem_count > 0;
  const float left = ImGui::GetContentRegionAvail().y - (has_errors ? kErrorsHeight + 10 : 0);
  drawRows(context, state, reading, left);
  if (has_errors) drawErrors(context, state, reading);
  endChild();
  drawFooter(context, state, reading);
}

}  // namespace

bool drawImport(const Context& context, ImVec2 min, ImVec2 max) {
  ImportMemory& memory = context.memory.of<ImportMemory>();
  // One modal at a time: the reason why a file did not open has priority.
  const bool shown = memory.open && context.session != nullptr;
  if (!shown || !context.outside.failure.lines.empty()) {
    // Closed from outside: another plan was opened, or the import is complete.
    if (!shown && ImGui::IsPopupOpen(kPopup) && ImGui::BeginPopupModal(kPopup)) {
      ImGui::CloseCurrentPopup();
      ImGui::EndPopup();
    }
    return false;
  }
  if (!memory.state) memory.state = std::make_shared<ImportState>();
  // Keeps the state alive through the frame, whatever a button does.
  const std::shared_ptr<ImportState> state = memory.state;
  const bool has_table = state->table() != nullptr;
  const ImVec2 size = {has_table ? 1240.0F : 620.0F, has_table        ? 800.0F
                                                     : state->error() ? 280.0F
                                                                      : 190.0F};
  if (!beginDialog(kPopup, min, max, size)) return true;
  dialogTitle(context, context.tr(Str::import_title), state->name());
  const bool on_top = ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows |
                                             ImGuiFocusedFlags_NoPopupHierarchy);
  if (has_table) {
    drawPreview(context, *state);
  } else {
    drawEmpty(context, *state);
  }
  // If a list of fields was open, Escape has already closed that before this frame.
  bool* const was_on_top = ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID("on-top"), on_top);
  const bool stays_on_top = std::exchange(*was_on_top, on_top) && on_top;
  if (stays_on_top && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) cancel(context);
  endDialog();
  return true;
}

}  // namespace cadre::ui
