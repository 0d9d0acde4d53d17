#include "app/page_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <emscripten/em_js.h>
#include <imgui.h>
#include <imgui_internal.h>

#include "shared/numbers.h"

// clang-format off
EM_JS(void, cadreJsTextField, (unsigned id, const char* text, std::size_t size, int selection_start,
                               int selection_end, float x, float y, float line_height,
                               int several_lines, int secret, int kind), {
  Module.host.textField(id, text, size, selection_start, selection_end, x, y, line_height,
                        several_lines, secret, kind);
})
// clang-format on

namespace cadre::app {
namespace {

namespace modifier_bits = shared::modifier_bits;

// Long or multi-line insertions are pasted, so that they are one undo step instead of one per
// character.
constexpr std::size_t kMostTyped = 16;

std::string toUtf8(const ImWchar* begin, const ImWchar* end) {
  std::string text(static_cast<std::size_t>(ImTextCountUtf8BytesFromStr(begin, end)) + 1, '\0');
  ImTextStrToUtf8(text.data(), static_cast<int>(text.size()), begin, end);
  text.pop_back();
  return text;
}

std::vector<ImWchar> toWide(std::string_view text) {
  std::vector<ImWchar> wide(text.size() + 1);
  const int size = ImTextStrFromUtf8(wide.data(), static_cast<int>(wide.size()), text.data(),
                                     text.data() + text.size());
  wide.resize(static_cast<std::size_t>(size));
  return wide;
}

void press(ImGuiKey key) {
  ImGui::GetIO().AddKeyEvent(key, true);
  ImGui::GetIO().AddKeyEvent(key, false);
}

}  // namespace

void sendModifiers(unsigned modifiers) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, (modifiers & modifier_bits::kCtrl) != 0);
  io.AddKeyEvent(ImGuiMod_Shift, (modifiers & modifier_bits::kShift) != 0);
  io.AddKeyEvent(ImGuiMod_Alt, (modifiers & modifier_bits::kAlt) != 0);
}

bool PageText::active() {
  const ImGuiContext& gui = *ImGui::GetCurrentContext();
  return gui.ActiveId != 0 && gui.ActiveId == gui.InputTextState.ID &&
         (gui.InputTextState.Flags & ImGuiInputTextFlags_ReadOnly) == 0;
}

PageText::Field PageText::current() {
  if (!active()) return {};
  const ImGuiContext& gui = *ImGui::GetCurrentContext();
  const ImGuiInputTextState& state = gui.InputTextState;
  const bool selected = state.HasSelection();
  const int from = selected ? state.Stb.select_start : state.Stb.cursor;
  const int to = selected ? state.Stb.select_end : state.Stb.cursor;
  return {
      .id = state.ID,
      .text = toUtf8(state.TextW.Data, state.TextW.Data + state.CurLenW),
      .selection_start = std::min(from, to),
      .selection_end = std::max(from, to),
      .x = gui.PlatformImeData.InputPos.x,
      .y = gui.PlatformImeData.InputPos.y,
      .line_height = gui.PlatformImeData.InputLineHeight,
      .several_lines = (state.Flags & ImGuiInputTextFlags_Multiline) != 0,
      .secret = (state.Flags & ImGuiInputTextFlags_Password) != 0,
  };
}

void PageText::report(const ui::Planner& planner) {
  Field now = current();
  if (now.id != 0) now.kind = planner.activeFieldKind();
  if (now == reported_) return;
  reported_ = std::move(now);
  cadreJsTextField(reported_.id, reported_.text.data(), reported_.text.size(),
                   reported_.selection_start, reported_.selection_end, reported_.x, reported_.y,
                   reported_.line_height, reported_.several_lines ? 1 : 0, reported_.secret ? 1 : 0,
                   reported_.kind);
}

void PageText::apply(std::string_view value, int selection_start, int selection_end,
                     unsigned modifiers, Stage& stage, ui::Planner& planner) {
  if (!active()) return;
  ImGuiInputTextState& state = ImGui::GetCurrentContext()->InputTextState;
  const std::vector<ImWchar> wanted = toWide(value);
  const int wanted_size = static_cast<int>(wanted.size());
  const ImWchar* const held = state.TextW.Data;
  const int held_size = state.CurLenW;
  selection_start = std::clamp(selection_start, 0, wanted_size);
  selection_end = std::clamp(selection_end, 0, wanted_size);

  // Typed text ends at the caret, which makes the result unique when "a" is typed inside "aa".
  const auto at = [&wanted](int index) { return wanted[static_cast<std::size_t>(index)]; };
  int same_after = 0;
  while (same_after < std::min(held_size, wanted_size - selection_end) &&
         held[held_size - 1 - same_after] == at(wanted_size - 1 - same_after)) {
    ++same_after;
  }
  int same_before = 0;
  while (same_before < std::min(held_size, wanted_size) - same_after &&
         held[same_before] == at(same_before)) {
    ++same_before;
  }

  if (same_before + same_after == held_size && held_size == wanted_size) {
    state.Stb.select_start = selection_start;
    state.Stb.select_end = state.Stb.cursor = selection_end;
  } else {
    state.Stb.select_start = same_before;
    state.Stb.select_end = state.Stb.cursor = held_size - same_after;
    const ImWchar* const typed = wanted.data() + same_before;
    const ImWchar* const typed_end = wanted.data() + (wanted_size - same_after);
    if (typed < typed_end) {
      insert(toUtf8(typed, typed_end), modifiers, stage, planner);
    } else {
      // Deletes the selection. With Shift held it would be a different command.
      sendModifiers(0);
      press(ImGuiKey_Backspace);
      sendModifiers(modifiers);
    }
  }
  state.CursorFollow = true;
  state.CursorAnimReset();
  stage.stepThroughInput(planner);

  // The field may have filtered the input; the page must then correct its copy.
  reported_.text.assign(value);
  reported_.selection_start = selection_start;
  reported_.selection_end = selection_end;
  report(planner);
}

void PageText::insert(const std::string& text, unsigned modifiers, Stage& stage,
                      ui::Planner& planner) {
  if (text.size() <= kMostTyped && text.find('\n') == std::string::npos) {
    // Dear ImGui ignores characters while Ctrl is down, which it is while pasting with Ctrl+V.
    sendModifiers(0);
    ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
  } else {
    std::string kept = std::exchange(clipboard_, text);
    sendModifiers(modifier_bits::kCtrl);
    press(ImGuiKey_V);
    stage.stepThroughInput(planner);
    clipboard_ = std::move(kept);
  }
  sendModifiers(modifiers);
}

}  // namespace cadre::app
