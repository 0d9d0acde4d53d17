#include "ui/table_copy.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <imgui_internal.h>

#include "icons/icons.h"
#include "kit/dialog.h"
#include "kit/focus.h"
#include "kit/menus.h"
#include "kit/text.h"
#include "roster/cell_text.h"
#include "roster/table.h"
#include "ui/actions.h"
#include "ui/keyboard_memory.h"
#include "ui/view_memory.h"

namespace cadre::ui {

using text::Str;

void TableText::heading(const Context& context, std::initializer_list<Str> columns) {
  for (const Str column : columns) cell(context.tr(column));
  endRow();
}

void TableText::separate() {
  if (row_begun_) out_ += '\t';
  row_begun_ = true;
}

void TableText::cell(std::string_view text) {
  separate();
  roster::appendCell(out_, text, "\t");
}

void TableText::number(std::int64_t value) {
  separate();
  out_ += std::to_string(value);
}

void TableText::endRow() {
  out_ += "\r\n";
  row_begun_ = false;
  ++lines_;
}

void offerTable(const Context& context, std::string_view name, ImVec2 min, ImVec2 max,
                std::function<void(TableText&)> fill) {
  context.memory.of<KeyboardMemory>().tables.push_back(
      {std::string(name), min, max, std::move(fill)});
}

void offerTable(const Context& context, std::string_view name,
                std::function<void(TableText&)> fill) {
  const ImVec2 min = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  offerTable(context, name, min, {min.x + size.x, min.y + size.y}, std::move(fill));
}

namespace {

bool contains(const TableOffer& table, ImVec2 at) {
  return at.x >= table.min.x && at.x < table.max.x && at.y >= table.min.y && at.y < table.max.y;
}

// The innermost table: nested tables are offered after those around them.
const TableOffer* tableAt(const std::vector<TableOffer>& tables, ImVec2 at) {
  const auto found = std::find_if(tables.rbegin(), tables.rend(),
                                  [at](const TableOffer& table) { return contains(table, at); });
  return found == tables.rend() ? nullptr : &*found;
}

const TableOffer* tableInFocus(const std::vector<TableOffer>& tables) {
  if (const std::optional<FocusRect> focus = focusRect()) {
    const ImVec2 middle = {(focus->min.x + focus->max.x) / 2, (focus->min.y + focus->max.y) / 2};
    return tableAt(tables, middle);
  }
  return tableAt(tables, ImGui::GetMousePos());
}

void copy(const Context& context, const std::string& name,
          const std::function<void(TableText&)>& fill) {
  TableText table;
  fill(table);
  ImGui::SetClipboardText(table.text().c_str());
  notify(context,
         context.tr(Message{Str::copy_table_done,
                            {{"rows", static_cast<std::int64_t>(table.rows())}, {"name", name}}}));
}

void serveCopy(const Context& context) {
  KeyboardMemory& keyboard = context.memory.of<KeyboardMemory>();
  if (!std::exchange(keyboard.copy_wanted, false)) return;
  const std::string name = std::exchange(keyboard.copy_name, {});
  const TableOffer* table = nullptr;
  if (name.empty()) {
    table = tableInFocus(keyboard.tables);
  } else {
    const auto found = std::find_if(keyboard.tables.begin(), keyboard.tables.end(),
                                    [&](const TableOffer& offer) { return offer.name == name; });
    if (found != keyboard.tables.end()) table = &*found;
  }
  if (table == nullptr) {
    notify(context, std::string(context.tr(Str::copy_no_table)));
  } else {
    copy(context, table->name, table->fill);
  }
}

// A menu entry above this one was activated in this frame; the menu's position is no longer known.
bool menuHasClosed() {
  const ImGuiContext& gui = *ImGui::GetCurrentContext();
  return gui.OpenPopupStack.Size < gui.BeginPopupStack.Size;
}

// The context menu of a table whose rows have no menus of their own.
void drawMenu(const Context& context) {
  constexpr const char* kMenu = "table-menu";
  const bool asked = ImGui::IsMouseReleased(ImGuiMouseButton_Right) &&
                     ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows) && !anyPopupOpen();
  if (asked &&
      tableAt(context.memory.of<KeyboardMemory>().tables, ImGui::GetMousePos()) != nullptr) {
    ImGui::OpenPopup(kMenu);
  }
  if (!ImGui::BeginPopup(kMenu)) return;
  copyMenuItem(context);
  ImGui::EndPopup();
}

}  // namespace

void copyTableInFocus(const Context& context) {
  context.memory.of<KeyboardMemory>().copy_wanted = true;
  context.memory.of<KeyboardMemory>().copy_name.clear();
}

void copyTableNamed(const Context& context, std::string name) {
  context.memory.of<KeyboardMemory>().copy_wanted = true;
  context.memory.of<KeyboardMemory>().copy_name = std::move(name);
}

void copyMenuItem(const Context& context) {
  if (menuHasClosed()) return;
  const TableOffer* table = tableAt(context.memory.of<KeyboardMemory>().tables,
                                    ImGui::GetMousePosOnOpeningCurrentPopup());
  if (table == nullptr) return;
  if (menuItem(context, icons::kIconCopy,
               context.tr(Message{Str::command_copy_named, {{"name", table->name}}}))) {
    copyTableNamed(context, table->name);
  }
}

void copyRoster(const Context& context) {
  const Plan& plan = context.session->plan();
  copy(context, std::string(context.tr(Str::csv_roster)), [&](TableText& table) {
    const roster::CellText roster(plan, context.preferences.language);
    for (const roster::Field field : roster::exportedFields()) {
      table.cell(context.tr(roster::labelOf(field)));
    }
    table.endRow();
    for (std::size_t i = 0; i < plan.roster->cadres.size(); ++i) {
      for (const roster::Field field : roster::exportedFields()) {
        table.cell(roster.cell(CadreId{i}, field));
      }
      table.endRow();
    }
  });
}

void serveTableCopies(const Context& context) {
  drawMenu(context);
  serveCopy(context);
}

}  // namespace cadre::ui
