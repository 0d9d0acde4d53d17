#include <algorithm>
#include <array>

#include "acts.h"
#include "text/fold.h"
#include "ui/commands.h"

namespace cadre::monkey {
namespace {

constexpr auto kKeys = std::to_array<ImGuiKey>(
    {ImGuiKey_Tab,       ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow,
     ImGuiKey_DownArrow, ImGuiKey_Enter,     ImGuiKey_Space,      ImGuiKey_Escape,
     ImGuiKey_Home,      ImGuiKey_End,       ImGuiKey_PageUp,     ImGuiKey_PageDown,
     ImGuiKey_Delete,    ImGuiKey_Backspace, ImGuiKey_A,          ImGuiKey_Z,
     ImGuiKey_Insert,    ImGuiKey_F1,        ImGuiKey_F2,         ImGuiKey_KeypadEnter});

std::string keyName(ImGuiKey key, ImGuiKeyChord modifiers) {
  std::string out;
  if ((modifiers & ImGuiMod_Ctrl) != 0) out += "Ctrl+";
  if ((modifiers & ImGuiMod_Shift) != 0) out += "Shift+";
  if ((modifiers & ImGuiMod_Alt) != 0) out += "Alt+";
  return out + ImGui::GetKeyName(key);
}

void pressKeys(Monkey& monkey) {
  const int count = 1 + monkey.below(4);
  for (int i = 0; i < count; ++i) {
    const ImGuiKey key = monkey.pick(kKeys);
    ImGuiKeyChord modifiers = 0;
    if (monkey.oneIn(6)) modifiers |= ImGuiMod_Shift;
    if (monkey.oneIn(8)) modifiers |= ImGuiMod_Ctrl;
    if (monkey.oneIn(30)) modifiers |= ImGuiMod_Alt;
    monkey.say("press " + keyName(key, modifiers));
    monkey.key(key, modifiers);
  }
}

void useShortcut(Monkey& monkey) {
  const ui::UiCommand& command = monkey.pick(ui::commands());
  const ImGuiKeyChord chord =
      command.also != ImGuiKey_None && monkey.oneIn(2) ? command.also : command.shortcut;
  if (chord == ImGuiKey_None) return;
  constexpr ImGuiKeyChord kModifiers = ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiMod_Alt;
  const auto key = static_cast<ImGuiKey>(chord & ~kModifiers);
  monkey.say("press " + keyName(key, chord & kModifiers) + " for " + std::string(command.id));
  monkey.key(key, chord & kModifiers);
}

void undoOrRedo(Monkey& monkey) {
  const bool undoes = monkey.oneIn(2);
  const int times = 1 + monkey.below(monkey.oneIn(5) ? 20 : 3);
  monkey.say((undoes ? "undo " : "redo ") + std::to_string(times) + " times");
  for (int i = 0; i < times; ++i) monkey.key(undoes ? ImGuiKey_Z : ImGuiKey_Y, ImGuiMod_Ctrl);
}

void usePalette(Monkey& monkey) {
  std::string query;
  if (monkey.oneIn(2)) {
    const ui::UiCommand& command = monkey.pick(ui::commands());
    query = text::fold(text::get(command.label, text::Language::kVietnamese));
  } else {
    query = monkey.words();
    if (monkey.oneIn(3)) query.resize(std::min<std::size_t>(query.size(), 3));
  }
  monkey.say("open the palette");
  monkey.key(ImGuiKey_K, ImGuiMod_Ctrl);
  monkey.say("ask the palette for \"" + query + "\"");
  monkey.type(query);
  const int down = monkey.oneIn(2) ? 0 : monkey.below(12);
  for (int i = 0; i < down; ++i) monkey.key(ImGuiKey_DownArrow);
  if (monkey.oneIn(8)) return;
  monkey.say("choose the result " + std::to_string(down) + " below the first");
  monkey.key(monkey.oneIn(10) ? ImGuiKey_Escape : ImGuiKey_Enter);
}

void typeBlindly(Monkey& monkey) {
  const std::string words = monkey.words();
  monkey.say("type \"" + words + "\"");
  monkey.type(words);
}

void copy(Monkey& monkey) {
  monkey.say("copy");
  monkey.key(ImGuiKey_C, ImGuiMod_Ctrl);
}

void paste(Monkey& monkey) {
  monkey.say("paste what was copied");
  monkey.key(ImGuiKey_V, ImGuiMod_Ctrl);
}

void enterMeeting(Monkey& monkey) {
  monkey.say("begin a meeting");
  monkey.key(ImGuiKey_Enter, ImGuiMod_Ctrl);
  const int steps = monkey.below(6);
  for (int i = 0; i < steps; ++i) {
    monkey.key(monkey.pick(std::array{ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow,
                                      ImGuiKey_DownArrow, ImGuiKey_PageDown}));
  }
  if (!monkey.oneIn(6)) {
    monkey.say("end the meeting");
    monkey.key(ImGuiKey_Escape);
  }
}

void escape(Monkey& monkey) {
  monkey.say("press Escape");
  monkey.key(ImGuiKey_Escape);
}

constexpr auto kActs = std::to_array<ActKind>({
    {"keys", 60, pressKeys},
    {"shortcut", 40, useShortcut},
    {"undo or redo", 25, undoOrRedo},
    {"palette", 60, usePalette},
    {"type", 15, typeBlindly},
    {"copy", 12, copy},
    {"paste", 12, paste},
    {"meeting", 6, enterMeeting},
    {"escape", 40, escape},
});

}  // namespace

std::span<const ActKind> keyActs() { return kActs; }

}  // namespace cadre::monkey
