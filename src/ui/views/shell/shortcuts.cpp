#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/focus.h"
#include "kit/layout.h"
#include "kit/text.h"
#include "ui/commands.h"
#include "ui/keyboard_memory.h"
#include "ui/view_memory.h"
#include "ui/views/shell/palette.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kLineHeight = 27.0F;
constexpr float kKeyHeight = 22.0F;

// The text on the right, key by key.
float drawKey(const Context& context, std::string_view key, ImVec2 right) {
  const ImVec2 size = measure(context.fonts.small_bold, key);
  const float width = std::max(size.x + 14, kKeyHeight);
  const ImVec2 min = {right.x - width, right.y};
  const ImVec2 max = {right.x, right.y + kKeyHeight};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(min, max, context.theme.raised, 4.0F);
  list.AddRect(min, max, context.theme.separator, 4.0F);
  drawText(list, context.fonts.small_bold,
           {min.x + (width - size.x) / 2, min.y + (kKeyHeight - size.y) / 2 - 1},
           context.theme.text, key);
  return width;
}

// "Undo                Ctrl+Z"; alternatives are separated by a gap.
void drawLine(const Context& context, std::string_view what,
              std::initializer_list<std::string_view> ways) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImGui::Dummy({width, kLineHeight});
  float right = at.x + width;
  std::string said;
  for (auto way = std::rbegin(ways); way != std::rend(ways); ++way) {
    if (way->empty()) continue;
    right -= drawKey(context, *way, {right, at.y + 2}) + 6;
    said = std::string(*way) + (said.empty() ? "" : ", " + said);
  }
  if (drawTextFitted(*ImGui::GetWindowDrawList(), context.fonts.body, {at.x, at.y + 3},
                     right - at.x - 8, context.theme.text, what)) {
    tooltip(context, what);
  }
  context.tree.addLastItem("fact", what, said);
}

void drawGroup(const Context& context, CommandGroup group) {
  heading(context, context.tr(labelOf(group)));
  for (const UiCommand& command : commands()) {
    if (command.group != group || command.shortcut == ImGuiKey_None) continue;
    drawLine(context, context.tr(command.label),
             {shortcutText(command.shortcut), shortcutText(command.also)});
  }
  ImGui::Dummy({0, 6});
}

// Keys that are not commands: those of Dear ImGui and of the controls.
void drawMoving(const Context& context) {
  heading(context, context.tr(Str::command_group_keys));
  const std::string_view arrows = context.tr(Str::keys_arrows);
  drawLine(context, context.tr(Str::keys_tab), {"Tab", "Shift+Tab"});
  drawLine(context, context.tr(Str::keys_within), {arrows});
  drawLine(context, context.tr(Str::keys_ends), {"Home", "End", "PgUp", "PgDn"});
  drawLine(context, context.tr(Str::keys_activate), {"Enter", context.tr(Str::keys_space)});
  drawLine(context, context.tr(Str::keys_adjust), {"←", "→"});
  drawLine(context, context.tr(Str::keys_escape), {"Esc"});
  drawLine(context, context.tr(Str::keys_chain), {"Shift"});
  ImGui::Dummy({0, 4});
  paragraph(context, context.fonts.small, context.theme.muted,
            std::string(context.tr(Str::keys_paste)) + ": Ctrl+V");
  paragraph(context, context.fonts.small, context.theme.muted, context.tr(Str::keys_no_drag));
  paragraph(context, context.fonts.small, context.theme.muted, context.tr(Str::keys_browser));
}

void drawContent(const Context& context, float height) {
  const float width = ImGui::GetContentRegionAvail().x;
  Row row(kIconButtonSide);
  row.next(sizeOf(context.fonts.heading) + 6);
  label(context, context.fonts.heading, context.theme.text, context.tr(Str::command_shortcuts));
  row.jumpTo(ImGui::GetWindowContentRegionMax().x - kIconButtonSide);
  row.next(kIconButtonSide);
  if (iconButton(context, icons::kIconX, context.tr(Str::keys_close))) {
    context.memory.of<KeyboardMemory>().shortcuts_open = false;
  }
  row.end();
  ImGui::Dummy({0, 4});
  const ImVec2 start = ImGui::GetCursorScreenPos();
  constexpr float kGap = 32.0F;
  const float column = (width - kGap) / 2;
  const float room = height - (start.y - ImGui::GetWindowPos().y) - 18;
  ImGui::BeginChild("commands", {column, room}, 0, ImGuiWindowFlags_NavFlattened);
  for (const CommandGroup group : {CommandGroup::kEdit, CommandGroup::kGo}) {
    drawGroup(context, group);
  }
  scrollStop("end");
  endChild();
  ImGui::SetCursorScreenPos({start.x + column + kGap, start.y});
  ImGui::BeginChild("moving", {column, room}, 0, ImGuiWindowFlags_NavFlattened);
  for (const CommandGroup group : {CommandGroup::kPlan, CommandGroup::kShow}) {
    drawGroup(context, group);
  }
  drawMoving(context);
  scrollStop("end");
  endChild();
}

}  // namespace

void drawShortcuts(const Context& context) {
  constexpr const char* kPopup = "shortcuts";
  KeyboardMemory& keyboard = context.memory.of<KeyboardMemory>();
  if (keyboard.shortcuts_open && !keyboard.shortcuts_shown) {
    ImGui::OpenPopup(kPopup);
    keyboard.shortcuts_shown = true;
  }
  if (!keyboard.shortcuts_shown) return;
  const ImGuiViewport& screen = *ImGui::GetMainViewport();
  const ImVec2 size = {std::min(920.0F, screen.Size.x - 48), std::min(680.0F, screen.Size.y - 48)};
  ImGui::SetNextWindowPos({std::floor(screen.Pos.x + (screen.Size.x - size.x) / 2),
                           std::floor(screen.Pos.y + (screen.Size.y - size.y) / 2)});
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(22, 18));
  const bool begun = ImGui::BeginPopup(kPopup, ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize);
  ImGui::PopStyleVar();
  if (begun) {
    context.tree.namePopup(context.tr(Str::command_shortcuts));
    context.tree.addLastItem("dialog", context.tr(Str::command_shortcuts));
    drawContent(context, size.y);
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) keyboard.shortcuts_open = false;
    if (!keyboard.shortcuts_open) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
  } else {
    keyboard.shortcuts_open = false;
  }
  if (!keyboard.shortcuts_open) keyboard.shortcuts_shown = false;
}

}  // namespace cadre::ui
