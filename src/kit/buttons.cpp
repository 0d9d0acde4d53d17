#include "kit/buttons.h"

#include <algorithm>
#include <cmath>

#include "kit/focus.h"
#include "kit/id.h"
#include "kit/press_area.h"
#include "kit/text.h"

namespace cadre::kit {

namespace {

ImU32 textOf(const Frame& frame, ButtonLook look) {
  return look == ButtonLook::kPrimary ? frame.theme.on_accent : frame.theme.text;
}

}  // namespace

bool button(const Frame& frame, std::string_view icon, std::string_view text, ButtonLook look,
            bool enabled) {
  const ImFont* font = frame.fonts.body;
  const ImVec2 icon_size = icon.empty() ? ImVec2(0, 0) : measure(font, icon);
  const ImVec2 text_size = measure(font, text);
  const float gap = icon.empty() || text.empty() ? 0.0F : 6.0F;
  const ImVec2 padding = ImGui::GetStyle().FramePadding;
  const ImVec2 size = {icon_size.x + gap + text_size.x + padding.x * 2, kButtonHeight};
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::BeginDisabled(!enabled);
  const bool pressed = pressArea(Id(text).c(), size);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool hovered = ImGui::IsItemHovered();
  ImU32 surface = look == ButtonLook::kPrimary ? frame.theme.accent
                  : look == ButtonLook::kPlain ? frame.theme.raised
                                               : 0U;
  if (hovered && look != ButtonLook::kPrimary) surface = frame.theme.hover;
  const ImVec2 corner = {at.x + size.x, at.y + size.y};
  if (surface != 0) list.AddRectFilled(at, corner, surface, kRounding);
  if (look == ButtonLook::kPlain) list.AddRect(at, corner, frame.theme.separator, kRounding);
  const float alpha = ImGui::GetStyle().Alpha;
  const ImU32 color = withAlpha(textOf(frame, look), enabled ? alpha : 0.45F);
  const float y = at.y + (size.y - text_size.y) / 2;
  if (!icon.empty()) drawText(list, font, {at.x + padding.x, y}, color, icon);
  drawText(list, font, {at.x + padding.x + icon_size.x + gap, y}, color, text);
  ImGui::EndDisabled();
  frame.tree.addLastItem("button", text, enabled ? "" : "disabled");
  return pressed;
}

bool iconButton(const Frame& frame, std::string_view icon, std::string_view text, bool enabled) {
  return squareButton(frame, icon, text, {.font = frame.fonts.body, .enabled = enabled});
}

bool squareButton(const Frame& frame, std::string_view icon, std::string_view text,
                  const SquareLook& look) {
  const bool is_on = look.on == Has::kIs;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::BeginDisabled(!look.enabled);
  const bool pressed = pressArea(Id(text).c(), {look.side, look.side});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (is_on || ImGui::IsItemHovered()) {
    list.AddRectFilled(at, {at.x + look.side, at.y + look.side},
                       is_on ? frame.theme.selected : frame.theme.hover, kRounding);
  }
  const ImVec2 size = measure(look.font, icon);
  drawText(list, look.font, {at.x + (look.side - size.x) / 2, at.y + (look.side - size.y) / 2},
           withAlpha(frame.theme.text, look.enabled ? 1.0F : 0.35F), icon);
  ImGui::EndDisabled();
  tooltip(frame, text);
  if (look.on == Has::kNever) {
    frame.tree.addLastItem("button", text, look.enabled ? "" : "disabled");
  } else {
    frame.tree.addLastItem("checkbox", text, is_on ? "checked" : "");
  }
  return pressed;
}

namespace {

constexpr float kSegmentPadding = 9.0F;
constexpr float kSegmentGap = 2.0F;

// As wide as the bold text, so that a segment keeps its width when it is selected.
float segmentWidth(const Frame& frame, std::string_view choice) {
  return measure(frame.fonts.small_bold, choice).x + kSegmentPadding * 2;
}

}  // namespace

float segmentedWidth(const Frame& frame, std::initializer_list<std::string_view> choices) {
  float width = 0;
  for (const std::string_view choice : choices) width += segmentWidth(frame, choice) + kSegmentGap;
  return width - kSegmentGap;
}

namespace {

// `widths` receives the width of each segment.
template <class Width>
int segments(const Frame& frame, std::string_view name, std::span<const std::string_view> choices,
             int chosen, SegmentsAs as, Width&& width_of) {
  constexpr float kHeight = kSegmentHeight;
  const WidgetTree::Scope group(frame.tree, as == SegmentsAs::kViews ? "tablist" : "radiogroup",
                                name);
  ImGui::PushID(Id(name).c());
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 start = ImGui::GetCursorScreenPos();
  float x = start.x;
  int result = chosen;
  int index = 0;
  const bool has_focus = std::any_of(choices.begin(), choices.end(), [](std::string_view choice) {
    return hasFocus(Id(choice).c());
  });
  for (const std::string_view choice : choices) {
    const bool is_chosen = index == chosen;
    const TabStop stop(is_chosen && !has_focus);
    const ImFont* font = is_chosen ? frame.fonts.small_bold : frame.fonts.small;
    const ImVec2 text = measure(font, choice);
    const float width = width_of(choice);
    ImGui::SetCursorScreenPos({x, start.y});
    if (pressArea(Id(choice).c(), {width, kHeight})) result = index;
    const ImVec2 min = {x, start.y};
    const ImVec2 max = {x + width, start.y + kHeight};
    const ImU32 surface = is_chosen                ? frame.theme.selected
                          : ImGui::IsItemHovered() ? frame.theme.hover
                                                   : frame.theme.raised;
    list.AddRectFilled(min, max, surface, kRounding);
    // The surfaces are too similar to be told apart on their own.
    if (is_chosen) {
      list.AddRectFilled({min.x + 6, max.y - 3}, {max.x - 6, max.y - 1}, frame.theme.accent, 1.0F);
    }
    const float left = std::max(4.0F, (width - text.x) / 2);
    const bool was_cut =
        drawTextFitted(list, font, {x + left, start.y + (kHeight - text.y) / 2}, width - left,
                       is_chosen ? frame.theme.text : frame.theme.muted, choice);
    if (was_cut) tooltip(frame, choice);
    frame.tree.addLastItem("tab", choice, is_chosen ? "selected" : "");
    x += width + kSegmentGap;
    ++index;
  }
  x -= kSegmentGap;
  list.AddRect(start, {x, start.y + kHeight}, frame.theme.separator, kRounding);
  ImGui::SetCursorScreenPos(start);
  ImGui::Dummy({x - start.x, kHeight});
  ImGui::PopID();
  return result;
}

}  // namespace

int segmented(const Frame& frame, std::string_view name, std::span<const std::string_view> choices,
              int chosen, SegmentsAs as) {
  return segments(frame, name, choices, chosen, as,
                  [&](std::string_view choice) { return segmentWidth(frame, choice); });
}

int segmented(const Frame& frame, std::string_view name,
              std::initializer_list<std::string_view> choices, int chosen, SegmentsAs as) {
  return segmented(frame, name, std::span(choices.begin(), choices.size()), chosen, as);
}

int segmented(const Frame& frame, std::string_view name, std::span<const std::string_view> choices,
              int chosen, float width, SegmentsAs as) {
  const auto count = static_cast<float>(choices.size());
  const float each = std::floor((width - kSegmentGap * (count - 1)) / count);
  return segments(frame, name, choices, chosen, as,
                  [&](std::string_view /*choice*/) { return each; });
}

}  // namespace cadre::kit
