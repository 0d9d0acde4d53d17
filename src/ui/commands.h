// Everything that a person can ask for by name or by key, in one table.
//
// The keyboard, the command palette, the list of shortcuts, menus and tooltips all read it, and so
// does the page, which leaves every other key to the browser: a shortcut stands nowhere else. A
// command is added with one line in commands.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <imgui.h>

#include "ui/context.h"

namespace cadre::ui {

enum class CommandGroup : std::uint8_t { kPlan, kEdit, kGo, kShow };

struct UiCommand {
  std::string_view id;  // never changes: "plan.save"
  text::Str label;
  CommandGroup group;
  const char* icon;
  void (*run)(const Context&);
  bool (*enabled)(const Context&);
  // Keys with their modifiers (ImGuiMod_Ctrl | ImGuiKey_S); none: only the palette has it. Cmd
  // counts as Ctrl.
  ImGuiKeyChord shortcut = ImGuiKey_None;
  ImGuiKeyChord also = ImGuiKey_None;
  // Works while a text field is typed in and over dialogs, too.
  bool always = false;
  bool repeats = false;  // while its key is held
};

// In the order in which they are listed.
[[nodiscard]] std::span<const UiCommand> commands();
// REQUIRES: there is such a command.
[[nodiscard]] const UiCommand& commandNamed(std::string_view id);
[[nodiscard]] text::Str labelOf(CommandGroup group);

// Runs the commands whose keys were pressed. Before the views of the frame are drawn.
void handleShortcuts(const Context& context);

// "Ctrl+Shift+Z"; empty for no key.
[[nodiscard]] std::string shortcutText(ImGuiKeyChord chord);
// "Hoàn tác (Ctrl+Z)": for tooltips of buttons that do what a command does.
[[nodiscard]] std::string withShortcut(std::string_view text, std::string_view command_id);

// What the page must not leave to the browser: lines of "Ctrl+Shift+KeyZ", by the names of keys in
// KeyboardEvent.code.
[[nodiscard]] std::string shortcutsForPage();

}  // namespace cadre::ui
