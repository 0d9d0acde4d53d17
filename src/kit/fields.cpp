#include "kit/fields.h"

#include <algorithm>
#include <cmath>

#include "kit/focus.h"
#include "kit/id.h"
#include "kit/press_area.h"
#include "kit/text.h"

namespace cadre::kit {

std::optional<int> slider(const Frame& frame, std::string_view name, int value, int least, int most,
                          std::string_view shown, float width) {
  constexpr float kHeight = 28.0F;
  constexpr float kKnob = 8.0F;
  const float figures = measure(frame.fonts.body_bold, shown).x;
  const float track = std::max(40.0F, width - std::max(figures, 48.0F) - 12.0F);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  pressArea(Id(name).c(), {track, kHeight});
  const ImGuiID id = ImGui::GetItemID();
  const ImVec2 corner = ImGui::GetItemRectMax();
  const float span = track - 2 * kKnob;
  const float range = static_cast<float>(std::max(1, most - least));
  std::optional<int> changed;
  if (ImGui::IsItemActivated()) frame.beginGesture(id);
  if (ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    // The mouse position is in whole pixels, so half a pixel is added on either side. A finger that
    // has left has no position; it counts as far left of everything.
    const float share =
        std::clamp((ImGui::GetIO().MousePos.x + 0.5F - at.x - kKnob) / span, 0.0F, 1.0F);
    const int wanted =
        std::clamp(least + static_cast<int>(std::lround(share * range)), least, most);
    if (wanted != value) changed = wanted;
  } else if (ImGui::IsItemFocused()) {
    const int step = (ImGui::IsKeyPressed(ImGuiKey_RightArrow) ? 1 : 0) -
                     (ImGui::IsKeyPressed(ImGuiKey_LeftArrow) ? 1 : 0);
    const int wanted = std::clamp(value + step, least, most);
    if (step != 0) takeArrowKey();
    if (step != 0 && wanted != value) {
      frame.beginGesture(id);
      changed = wanted;
    }
  }
  if (const std::optional<int> wish = frame.tree.takeWish(id)) {
    const int wanted = std::clamp(*wish, least, most);
    frame.beginGesture(id);
    if (wanted != value) changed = wanted;
  }
  const int now = changed.value_or(std::clamp(value, least, most));
  const float x = at.x + kKnob + span * static_cast<float>(now - least) / range;
  const float y = at.y + kHeight / 2;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled({at.x + kKnob, y - 2}, {corner.x - kKnob, y + 2}, frame.theme.outline, 2);
  list.AddRectFilled({at.x + kKnob, y - 2}, {x, y + 2}, frame.theme.accent, 2);
  list.AddCircleFilled({x, y}, kKnob, frame.theme.accent, 24);
  if (ImGui::IsItemHovered() || ImGui::IsItemActive()) {
    list.AddCircle({x, y}, kKnob + 3, frame.theme.accent, 24, 1.5F);
  }
  const ImVec2 size = measure(frame.fonts.body_bold, shown);
  drawText(list, frame.fonts.body_bold, {at.x + width - size.x, y - size.y / 2}, frame.theme.text,
           shown);
  frame.tree.addLastItem("slider", name, shown).range = {least, most, now};
  return changed;
}

namespace {

int growString(ImGuiInputTextCallbackData* data) {
  if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    auto* text = static_cast<std::string*>(data->UserData);
    text->resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = text->data();
  }
  return 0;
}

}  // namespace

bool textField(const Frame& frame, std::string_view name, std::string_view hint, std::string& text,
               float width, FieldKind kind) {
  ImGui::SetNextItemWidth(width);
  const bool changed = ImGui::InputTextWithHint(
      ("##" + std::string(name)).c_str(), Id(hint).c(), text.data(), text.capacity() + 1,
      ImGuiInputTextFlags_CallbackResize, growString, &text);
  ImGui::GetWindowDrawList()->AddRect(
      ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
      ImGui::IsItemActive() ? frame.theme.accent : frame.theme.outline, kRounding);
  if (ImGui::IsItemActive()) frame.focus.field_kind = static_cast<int>(kind);
  frame.tree.addLastItem("textbox", name, text);
  return changed;
}

bool passwordField(const Frame& frame, std::string_view name, std::string& text, float width,
                   bool shown) {
  ImGui::SetNextItemWidth(width);
  const ImGuiInputTextFlags flags =
      ImGuiInputTextFlags_CallbackResize | (shown ? 0 : ImGuiInputTextFlags_Password);
  const bool changed = ImGui::InputText(("##" + std::string(name)).c_str(), text.data(),
                                        text.capacity() + 1, flags, growString, &text);
  ImGui::GetWindowDrawList()->AddRect(
      ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
      ImGui::IsItemActive() ? frame.theme.accent : frame.theme.outline, kRounding);
  frame.tree.addLastItem("textbox", name);
  return changed;
}

}  // namespace cadre::kit
