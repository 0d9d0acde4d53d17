// The table of all commands of the interface, invoked by name or by key.
//
// The keyboard, the command palette, the list of shortcuts, menus and tooltips all read it, and so
// does the page, which leaves every other key to the browser: shortcuts are defined nowhere else. A
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
  // Key with modifiers (ImGuiMod_Ctrl | ImGuiKey_S); none: only available in the palette. Cmd
  // counts as Ctrl.
  ImGuiKeyChord shortcut = ImGuiKey_None;
  ImGuiKeyChord also = ImGuiKey_None;
  // Also works while a text field is being edited and over dialogs.
  bool always = false;
  bool repeats = false;  // while its key is held down
};

// All commands, in display order.
[[nodiscard]] std::span<const UiCommand> commands();
// REQUIRES: the command exists.
[[nodiscard]] const UiCommand& commandNamed(std::string_view id);
[[nodiscard]] text::Str labelOf(CommandGroup group);

// Runs the commands whose keys were pressed. Call before the views of the frame are drawn.
void handleShortcuts(const Context& context);

// "Ctrl+Shift+Z"; empty if there is no key.
[[nodiscard]] std::string shortcutText(ImGuiKeyChord chord);
// "Hoàn tác (Ctrl+Z)": for tooltips of buttons that run a command.
[[nodiscard]] std::string withShortcut(std::string_view text, std::string_view command_id);

// The shortcuts that the page must not leave to the browser: lines of "Ctrl+Shift+KeyZ", using key
// names of KeyboardEvent.code.
[[nodiscard]] std::string shortcutsForPage();

}  // namespace cadre::ui
