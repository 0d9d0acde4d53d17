#include "ui/kit/draw.h"

#include <algorithm>
#include <cmath>
#include <string>

#include <imgui_internal.h>

#include "icons/icons.h"
#include "ui/kit/focus.h"
#include "ui/view_memory.h"

namespace cadre::ui {
namespace {

constexpr float kPi = 3.14159265F;

// ImGui's identifiers are zero-terminated; views give string_views.
struct Id {
  explicit Id(std::string_view text) : text_(text) {}
  [[nodiscard]] const char* c() const { return text_.c_str(); }

 private:
  std::string text_;
};

const char* end(std::string_view text) { return text.data() + text.size(); }

ImU32 textOf(const Context& context, ButtonLook look) {
  return look == ButtonLook::kPrimary ? context.theme.on_accent : context.theme.text;
}

}  // namespace

void drawText(ImDrawList& list, const ImFont* font, ImVec2 at, ImU32 color, std::string_view text) {
  if (text.empty()) return;
  list.AddText(font, sizeOf(font), at, color, text.data(), end(text));
}

bool drawTextFitted(ImDrawList& list, const ImFont* font, ImVec2 at, float width, ImU32 color,
                    std::string_view text) {
  if (width <= 0) return !text.empty();
  const ImVec2 size = measure(font, text);
  if (size.x <= width) {
    drawText(list, font, at, color, text);
    return false;
  }
  constexpr std::string_view kEllipsis = "…";
  const float room = width - measure(font, kEllipsis).x;
  const char* cut = nullptr;
  font->CalcTextSizeA(sizeOf(font), std::max(room, 1.0F), 0.0F, text.data(), end(text), &cut);
  std::string shown(text.data(), cut);
  while (!shown.empty() && shown.back() == ' ') shown.pop_back();
  shown += kEllipsis;
  drawText(list, font, at, color, shown);
  return true;
}

void label(const Context& context, const ImFont* font, ImU32 color, std::string_view text) {
  const ImVec2 size = measure(font, text);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::Dummy(size);
  drawText(*ImGui::GetWindowDrawList(), font, at, color, text);
  context.tree.addText("text", text);
}

void paragraph(const Context& context, const ImFont* font, ImU32 color, std::string_view text) {
  ImGui::PushFont(const_cast<ImFont*>(font));
  ImGui::PushStyleColor(ImGuiCol_Text, color);
  ImGui::PushTextWrapPos(0.0F);
  ImGui::TextUnformatted(text.data(), end(text));
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
  ImGui::PopFont();
  context.tree.addText("text", text);
}

void heading(const Context& context, std::string_view text) {
  label(context, context.fonts.small_bold, context.theme.muted, text);
  context.tree.addText("subheading", text);
}

void tooltip(const Context& context, std::string_view text) {
  if (text.empty() || !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(10, 7));
  if (ImGui::BeginTooltip()) {
    ImGui::PushTextWrapPos(360.0F);
    ImGui::PushFont(context.fonts.small);
    ImGui::TextUnformatted(text.data(), end(text));
    ImGui::PopFont();
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
  }
  ImGui::PopStyleVar();
}

void drawSeatSign(ImDrawList& list, const Context& context, SeatSign sign, ImVec2 center,
                  float radius) {
  switch (sign) {
    case SeatSign::kLocal:
      list.AddCircleFilled(center, radius, context.theme.local, 20);
      break;
    case SeatSign::kNonLocal: {
      const float r = radius * 1.2F;
      list.AddQuadFilled({center.x, center.y - r}, {center.x + r, center.y},
                         {center.x, center.y + r}, {center.x - r, center.y},
                         context.theme.non_local);
      break;
    }
    case SeatSign::kUnknown: {
      const ImVec2 size = measure(context.fonts.body_bold, "?");
      drawText(list, context.fonts.body_bold, {center.x - size.x / 2, center.y - size.y / 2},
               context.theme.muted, "?");
      break;
    }
    case SeatSign::kVacant: {
      constexpr int kDashes = 8;
      for (int i = 0; i < kDashes; ++i) {
        const float from = 2 * kPi * static_cast<float>(i) / kDashes;
        list.PathArcTo(center, radius, from, from + kPi / kDashes, 4);
        list.PathStroke(context.theme.muted, 0, 1.5F);
      }
      break;
    }
  }
}

void drawSeverity(ImDrawList& list, const Context& context, Severity severity, bool waived,
                  ImVec2 at, const ImFont* font) {
  const ImU32 color = waived                        ? context.theme.muted
                      : severity == Severity::kHard ? context.theme.hard
                                                    : context.theme.soft;
  drawText(list, font == nullptr ? context.fonts.body : font, at, color,
           waived                        ? icons::kIconHandshake
           : severity == Severity::kHard ? icons::kIconOctagonAlert
                                         : icons::kIconTriangleAlert);
}

void drawDashes(ImDrawList& list, ImVec2 from, float to_x, float dash, float gap, ImU32 color,
                float thickness) {
  for (float x = from.x; x < to_x; x += dash + gap) {
    list.AddLine({x, from.y}, {std::min(x + dash, to_x), from.y}, color, thickness);
  }
}

void errorLine(const Context& context, const ImFont* font, std::string_view text,
               Severity severity) {
  constexpr float kSignWidth = 24.0F;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  drawSeverity(*ImGui::GetWindowDrawList(), context, severity, false, at);
  ImGui::SetCursorScreenPos({at.x + kSignWidth, at.y});
  ImGui::BeginGroup();
  paragraph(context, font, context.theme.text, text);
  ImGui::EndGroup();
  context.tree.addLastItem("error", text);
}

void drawAttainmentBar(ImDrawList& list, const Context& context, const Cell& cell, ImVec2 min,
                       ImVec2 max) {
  const float width = max.x - min.x;
  const float rounding = std::min(3.0F, (max.y - min.y) / 2);
  list.AddRectFilled(min, max, context.theme.raised, rounding);
  if (cell.posts > 0) {
    const float part = static_cast<float>(cell.attained) / static_cast<float>(cell.posts);
    if (part > 0) {
      const float end = min.x + width * std::min(part, 1.0F);
      list.AddRectFilled(min, {end, max.y}, attainmentColor(cell.attained, cell.needed), rounding);
      // Where a pale bar ends must be seen too.
      if (part < 1.0F) list.AddLine({end, min.y}, {end, max.y - 1}, context.theme.outline);
    }
    const float target = static_cast<float>(cell.needed) / static_cast<float>(cell.posts);
    const float x = min.x + width * std::min(target, 1.0F);
    list.AddRectFilled({x - 1.0F, min.y - 3.0F}, {x + 1.0F, max.y + 3.0F}, context.theme.text);
  }
  list.AddRect(min, max, context.theme.separator, rounding);
}

std::string ratioText(const Context& context, const Cell& cell) {
  return context.ratio(cell.attained, cell.posts);
}

std::string balanceText(const Cell& cell) {
  if (cell.shortfall() > 0) return text::formatSigned(-cell.shortfall());
  return "✓";
}

std::string reachedWords(const Context& context, const Cell& cell) {
  if (cell.shortfall() == 0) return std::string(context.tr(text::Str::cell_reached));
  return context.tr(Message{text::Str::cell_short, {{"count", std::int64_t{cell.shortfall()}}}});
}

std::string balanceWords(const Context& context, const Cell& cell) {
  if (cell.surplus() == 0) return reachedWords(context, cell);
  return context.tr(Message{text::Str::cell_over, {{"count", std::int64_t{cell.surplus()}}}});
}

bool button(const Context& context, std::string_view icon, std::string_view text, ButtonLook look,
            bool enabled) {
  const ImFont* font = context.fonts.body;
  const ImVec2 icon_size = icon.empty() ? ImVec2(0, 0) : measure(font, icon);
  const ImVec2 text_size = measure(font, text);
  const float gap = icon.empty() || text.empty() ? 0.0F : 6.0F;
  const ImVec2 padding = ImGui::GetStyle().FramePadding;
  const ImVec2 size = {icon_size.x + gap + text_size.x + padding.x * 2, kButtonHeight};
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::BeginDisabled(!enabled);
  const bool pressed = ImGui::InvisibleButton(Id(text).c(), size);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool hovered = ImGui::IsItemHovered();
  ImU32 surface = look == ButtonLook::kPrimary ? context.theme.accent
                  : look == ButtonLook::kPlain ? context.theme.raised
                                               : 0U;
  if (hovered && look != ButtonLook::kPrimary) surface = context.theme.hover;
  const ImVec2 corner = {at.x + size.x, at.y + size.y};
  if (surface != 0) list.AddRectFilled(at, corner, surface, kRounding);
  if (look == ButtonLook::kPlain) list.AddRect(at, corner, context.theme.separator, kRounding);
  const float alpha = ImGui::GetStyle().Alpha;
  const ImU32 color = withAlpha(textOf(context, look), enabled ? alpha : 0.45F);
  const float y = at.y + (size.y - text_size.y) / 2;
  if (!icon.empty()) drawText(list, font, {at.x + padding.x, y}, color, icon);
  drawText(list, font, {at.x + padding.x + icon_size.x + gap, y}, color, text);
  ImGui::EndDisabled();
  context.tree.addLastItem("button", text, enabled ? "" : "disabled");
  return pressed;
}

bool iconButton(const Context& context, std::string_view icon, std::string_view text,
                bool enabled) {
  return squareButton(context, icon, text, {.font = context.fonts.body, .enabled = enabled});
}

bool squareButton(const Context& context, std::string_view icon, std::string_view text,
                  const SquareLook& look) {
  const bool is_on = look.on == Has::kIs;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::BeginDisabled(!look.enabled);
  const bool pressed = ImGui::InvisibleButton(Id(text).c(), {look.side, look.side});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (is_on || ImGui::IsItemHovered()) {
    list.AddRectFilled(at, {at.x + look.side, at.y + look.side},
                       is_on ? context.theme.selected : context.theme.hover, kRounding);
  }
  const ImVec2 size = measure(look.font, icon);
  drawText(list, look.font, {at.x + (look.side - size.x) / 2, at.y + (look.side - size.y) / 2},
           withAlpha(context.theme.text, look.enabled ? 1.0F : 0.35F), icon);
  ImGui::EndDisabled();
  tooltip(context, text);
  if (look.on == Has::kNever) {
    context.tree.addLastItem("button", text, look.enabled ? "" : "disabled");
  } else {
    context.tree.addLastItem("checkbox", text, is_on ? "checked" : "");
  }
  return pressed;
}

namespace {

constexpr float kSegmentPadding = 9.0F;
constexpr float kSegmentGap = 2.0F;

// As wide as the bold text, so that a choice does not grow when it is chosen.
float segmentWidth(const Context& context, std::string_view choice) {
  return measure(context.fonts.small_bold, choice).x + kSegmentPadding * 2;
}

}  // namespace

float segmentedWidth(const Context& context, std::initializer_list<std::string_view> choices) {
  float width = 0;
  for (const std::string_view choice : choices)
    width += segmentWidth(context, choice) + kSegmentGap;
  return width - kSegmentGap;
}

namespace {

// `widths` gives the width of each choice.
template <class Width>
int segments(const Context& context, std::string_view name,
             std::span<const std::string_view> choices, int chosen, SegmentsAs as,
             Width&& width_of) {
  constexpr float kHeight = kSegmentHeight;
  const WidgetTree::Scope group(context.tree, as == SegmentsAs::kViews ? "tablist" : "radiogroup",
                                name);
  ImGui::PushID(Id(name).c());
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 start = ImGui::GetCursorScreenPos();
  float x = start.x;
  int result = chosen;
  int place = 0;
  const bool has_focus = std::any_of(choices.begin(), choices.end(), [](std::string_view choice) {
    return hasFocus(Id(choice).c());
  });
  for (const std::string_view choice : choices) {
    const bool is_chosen = place == chosen;
    const TabStop stop(is_chosen && !has_focus);
    const ImFont* font = is_chosen ? context.fonts.small_bold : context.fonts.small;
    const ImVec2 text = measure(font, choice);
    const float width = width_of(choice);
    ImGui::SetCursorScreenPos({x, start.y});
    if (ImGui::InvisibleButton(Id(choice).c(), {width, kHeight})) result = place;
    const ImVec2 min = {x, start.y};
    const ImVec2 max = {x + width, start.y + kHeight};
    const ImU32 surface = is_chosen                ? context.theme.selected
                          : ImGui::IsItemHovered() ? context.theme.hover
                                                   : context.theme.raised;
    list.AddRectFilled(min, max, surface, kRounding);
    // The surfaces are too much alike to tell by themselves.
    if (is_chosen) {
      list.AddRectFilled({min.x + 6, max.y - 3}, {max.x - 6, max.y - 1}, context.theme.accent,
                         1.0F);
    }
    const float left = std::max(4.0F, (width - text.x) / 2);
    const bool was_cut =
        drawTextFitted(list, font, {x + left, start.y + (kHeight - text.y) / 2}, width - left,
                       is_chosen ? context.theme.text : context.theme.muted, choice);
    if (was_cut) tooltip(context, choice);
    context.tree.addLastItem("tab", choice, is_chosen ? "selected" : "");
    x += width + kSegmentGap;
    ++place;
  }
  x -= kSegmentGap;
  list.AddRect(start, {x, start.y + kHeight}, context.theme.separator, kRounding);
  ImGui::SetCursorScreenPos(start);
  ImGui::Dummy({x - start.x, kHeight});
  ImGui::PopID();
  return result;
}

}  // namespace

int segmented(const Context& context, std::string_view name,
              std::initializer_list<std::string_view> choices, int chosen, SegmentsAs as) {
  return segments(context, name, std::span(choices.begin(), choices.size()), chosen, as,
                  [&](std::string_view choice) { return segmentWidth(context, choice); });
}

int segmented(const Context& context, std::string_view name,
              std::span<const std::string_view> choices, int chosen, float width, SegmentsAs as) {
  const auto count = static_cast<float>(choices.size());
  const float each = std::floor((width - kSegmentGap * (count - 1)) / count);
  return segments(context, name, choices, chosen, as,
                  [&](std::string_view /*choice*/) { return each; });
}

std::optional<int> slider(const Context& context, std::string_view name, int value, int least,
                          int most, std::string_view shown, float width) {
  constexpr float kHeight = 28.0F;
  constexpr float kKnob = 8.0F;
  const float figures = measure(context.fonts.body_bold, shown).x;
  const float track = std::max(40.0F, width - std::max(figures, 48.0F) - 12.0F);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::InvisibleButton(Id(name).c(), {track, kHeight});
  const ImGuiID id = ImGui::GetItemID();
  const ImVec2 corner = ImGui::GetItemRectMax();
  const float span = track - 2 * kKnob;
  const float range = static_cast<float>(std::max(1, most - least));
  std::optional<int> changed;
  if (ImGui::IsItemActivated()) context.beginGesture(id);
  if (ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    // The mouse stands on whole pixels: half of one on either side.
    // A finger that has left is nowhere, and far left of everything.
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
      context.beginGesture(id);
      changed = wanted;
    }
  }
  if (const std::optional<int> wish = context.tree.takeWish(id)) {
    const int wanted = std::clamp(*wish, least, most);
    context.beginGesture(id);
    if (wanted != value) changed = wanted;
  }
  const int now = changed.value_or(std::clamp(value, least, most));
  const float x = at.x + kKnob + span * static_cast<float>(now - least) / range;
  const float y = at.y + kHeight / 2;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled({at.x + kKnob, y - 2}, {corner.x - kKnob, y + 2}, context.theme.outline, 2);
  list.AddRectFilled({at.x + kKnob, y - 2}, {x, y + 2}, context.theme.accent, 2);
  list.AddCircleFilled({x, y}, kKnob, context.theme.accent, 24);
  if (ImGui::IsItemHovered() || ImGui::IsItemActive()) {
    list.AddCircle({x, y}, kKnob + 3, context.theme.accent, 24, 1.5F);
  }
  const ImVec2 size = measure(context.fonts.body_bold, shown);
  drawText(list, context.fonts.body_bold, {at.x + width - size.x, y - size.y / 2},
           context.theme.text, shown);
  context.tree.addLastItem("slider", name, shown).range = {least, most, now};
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

bool textField(const Context& context, std::string_view name, std::string_view hint,
               std::string& text, float width, FieldKind kind) {
  ImGui::SetNextItemWidth(width);
  const bool changed = ImGui::InputTextWithHint(
      ("##" + std::string(name)).c_str(), Id(hint).c(), text.data(), text.capacity() + 1,
      ImGuiInputTextFlags_CallbackResize, growString, &text);
  ImGui::GetWindowDrawList()->AddRect(
      ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
      ImGui::IsItemActive() ? context.theme.accent : context.theme.outline, kRounding);
  if (ImGui::IsItemActive()) context.memory.keyboard.field_kind = static_cast<int>(kind);
  context.tree.addLastItem("textbox", name, text);
  return changed;
}

bool passwordField(const Context& context, std::string_view name, std::string& text, float width,
                   bool shown) {
  ImGui::SetNextItemWidth(width);
  const ImGuiInputTextFlags flags =
      ImGuiInputTextFlags_CallbackResize | (shown ? 0 : ImGuiInputTextFlags_Password);
  const bool changed = ImGui::InputText(("##" + std::string(name)).c_str(), text.data(),
                                        text.capacity() + 1, flags, growString, &text);
  ImGui::GetWindowDrawList()->AddRect(
      ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
      ImGui::IsItemActive() ? context.theme.accent : context.theme.outline, kRounding);
  context.tree.addLastItem("textbox", name);
  return changed;
}

bool menuItem(const Context& context, std::string_view icon, std::string_view text, bool chosen,
              bool enabled) {
  constexpr float kIconWidth = 26.0F;
  constexpr float kHeight = 30.0F;
  const float width = std::max(ImGui::GetContentRegionAvail().x,
                               measure(context.fonts.body, text).x + kIconWidth + 24.0F);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::BeginDisabled(!enabled);
  // By its place, too: names may be the same, or empty.
  ImGui::PushID(static_cast<int>(ImGui::GetCursorPosY()));
  const bool pressed = ImGui::InvisibleButton(Id(text).c(), {width, kHeight});
  ImGui::PopID();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered() || chosen) {
    list.AddRectFilled(at, {at.x + width, at.y + kHeight},
                       ImGui::IsItemHovered() ? context.theme.hover : context.theme.selected,
                       kRounding);
  }
  const float y = at.y + (kHeight - sizeOf(context.fonts.body)) / 2 - 1;
  const ImU32 color = withAlpha(context.theme.text, enabled ? 1.0F : 0.4F);
  drawText(list, context.fonts.body, {at.x + 6, y}, color, chosen ? icons::kIconCheck : icon);
  drawText(list, context.fonts.body, {at.x + 6 + kIconWidth, y}, color, text);
  ImGui::EndDisabled();
  context.tree.addLastItem("menuitem", text, chosen ? "selected" : "");
  if (pressed) ImGui::CloseCurrentPopup();
  return pressed;
}

bool beginDropdown(const Context& context, std::string_view id, std::string_view text,
                   std::string_view role_label) {
  ImGui::PushID(Id(id).c());
  const ImFont* font = context.fonts.body_bold;
  const ImVec2 size = measure(font, text);
  constexpr float kHeight = kDropdownHeight;
  constexpr float kMostWidth = 300.0F;
  constexpr float kLeastWidth = 40.0F;
  constexpr float kAround = 40.0F;  // room beside the text, and the arrow
  constexpr float kBlank = 16.0F;   // of that may lie over the edge
  const float room = std::max(kLeastWidth, ImGui::GetContentRegionAvail().x - kAround + kBlank);
  const float width = std::min({size.x, kMostWidth, room});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 whole = {width + kAround, kHeight};
  const bool pressed = ImGui::InvisibleButton("open", whole);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) {
    list.AddRectFilled(at, {at.x + whole.x, at.y + whole.y}, context.theme.hover, kRounding);
  }
  drawTextFitted(list, font, {at.x + 8, at.y + (kHeight - size.y) / 2}, width + 1,
                 context.theme.text, text);
  drawText(list, context.fonts.small, {at.x + width + 16, at.y + 9}, context.theme.muted,
           icons::kIconChevronDown);
  context.tree.addLastItem("combobox", role_label, text).expanded =
      has(ImGui::IsPopupOpen("popup"));
  if (pressed) ImGui::OpenPopup("popup");
  // Upwards where a long list would not fit below; it scrolls where it fits nowhere.
  constexpr float kEdge = 8.0F;
  constexpr float kEnough = 320.0F;
  const ImGuiViewport& screen = *ImGui::GetMainViewport();
  const float below = screen.Pos.y + screen.Size.y - (at.y + kHeight + 4) - kEdge;
  const float above = at.y - 4 - screen.Pos.y - kEdge;
  const bool up = below < kEnough && above > below;
  ImGui::SetNextWindowPos({at.x, up ? at.y - 4 : at.y + kHeight + 4}, ImGuiCond_Always,
                          {0, up ? 1.0F : 0.0F});
  ImGui::SetNextWindowSizeConstraints({0, 0}, {screen.Size.x, std::max(up ? above : below, 80.0F)});
  if (ImGui::BeginPopup("popup")) {
    context.tree.namePopup(role_label);
    return true;
  }
  ImGui::PopID();
  return false;
}

Row::Row(float height)
    : start_x_(ImGui::GetCursorPosX()), y_(ImGui::GetCursorPosY()), height_(height) {}

void Row::next(float item_height, float gap) {
  float x = start_x_;
  if (!first_ && !jumped_) x = ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x + gap;
  first_ = false;
  jumped_ = false;
  ImGui::SetCursorPos({x, y_ + (height_ - item_height) / 2});
}

void Row::jumpTo(float x) {
  start_x_ = x;
  jumped_ = true;
}

float Row::room() const {
  const float used =
      first_ || jumped_ ? start_x_ : ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x;
  return ImGui::GetWindowContentRegionMax().x - used;
}

void Row::end() { ImGui::SetCursorPos({ImGui::GetWindowContentRegionMin().x, y_ + height_}); }

void endDropdown() {
  ImGui::EndPopup();
  ImGui::PopID();
}

void beginPanel(const Context& context, std::string_view id, ImVec2 min, ImVec2 max,
                float padding) {
  ImGui::SetCursorScreenPos(min);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(padding, padding));
  ImGui::PushStyleColor(ImGuiCol_ChildBg, context.theme.panel);
  ImGui::BeginChild(Id(id).c(), {std::max(1.0F, max.x - min.x), std::max(1.0F, max.y - min.y)},
                    ImGuiChildFlags_AlwaysUseWindowPadding,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                        ImGuiWindowFlags_NavFlattened);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
  // Dear ImGui paints a child's background into its parent, below every other child; a drawer lies
  // over the board, so it paints its own.
  ImGui::GetWindowDrawList()->AddRectFilled(min, max, context.theme.panel, kRounding);
  noteFocusPanel(context);
}

void endPanel() { endChild(); }

void endChild() {
  ImGui::SetCursorPos(ImGui::GetCursorStartPos());
  ImGui::EndChild();
}

}  // namespace cadre::ui
