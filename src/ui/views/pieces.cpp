#include "ui/views/pieces.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/focus.h"
#include "kit/layout.h"
#include "kit/press_area.h"
#include "kit/text.h"
#include "ui/view_memory.h"
#include "ui/views/board/board_memory.h"
#include "ui/views/board/inspector_memory.h"
#include "ui/views/view.h"

namespace cadre::ui {

std::string monthOf(Date date) { return text::formatDate(date).substr(3); }

std::string momentText(std::string_view time) {
  constexpr std::size_t kDay = 10;
  constexpr std::size_t kWhole = 16;
  if (time.size() < kWhole) return "";
  const std::optional<Date> day = parseIsoDate(time.substr(0, kDay));
  return day ? text::formatDate(*day) + " " + std::string(time.substr(kDay + 1, 5)) : "";
}

double percentOf(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

Permille permilleOf(double percent) {
  return {static_cast<std::int32_t>(std::lround(percent * 10))};
}

std::string percentText(const Context& context, double percent) {
  return text::formatPermille(permilleOf(percent).value, context.preferences.language);
}

void showPost(const Context& context, PostId post) {
  context.later([&context, post] {
    Session& session = *context.session;
    if (const UnitId group = session.groupOf(post)) session.chooseUnit(group);
    session.choosePost(post);
    context.memory.of<BoardMemory>().reveal = post;
    context.memory.of<ShownViews>().work = &kBoardView;
    context.memory.of<InspectorMemory>().choosing = Choosing::kNothing;
    context.preferences.inspector_open = true;
  });
}

void drawFigure(const Context& context, std::string_view figure, std::string_view text,
                float width) {
  constexpr float kHeight = 40.0F;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size = measure(context.fonts.heading, figure);
  ImGui::Dummy({width, kHeight});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawText(list, context.fonts.heading, {at.x, at.y - 2}, context.theme.text, figure);
  drawTextFitted(list, context.fonts.small, {at.x, at.y + size.y - 3}, width - 8,
                 context.theme.muted, text);
  tooltip(context, text);
  context.tree.addLastItem("status", text, figure);
}

Line beginLine(const Context& context, int id, float height, bool chosen) {
  Line out;
  out.at = ImGui::GetCursorScreenPos();
  out.width = ImGui::GetContentRegionAvail().x;
  ImGui::PushID(id);
  {
    const TabStop stop(stopsInList(chosen));
    out.pressed = pressArea("line", {out.width, height});
  }
  ImGui::PopID();
  out.hovered = ImGui::IsItemHovered();
  if (chosen || out.hovered) {
    ImGui::GetWindowDrawList()->AddRectFilled(out.at, {out.at.x + out.width, out.at.y + height},
                                              chosen ? context.theme.selected : context.theme.hover,
                                              kRounding);
  }
  return out;
}

namespace {

void drawTick(const Context& context, ImVec2 at, bool on, bool hovered) {
  constexpr float kBox = 16.0F;
  constexpr float kInset = (kTickSide - kBox) / 2;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 min = {at.x + kInset, at.y + kInset};
  const ImVec2 max = {min.x + kBox, min.y + kBox};
  const float alpha = ImGui::GetStyle().Alpha;
  if (on) list.AddRectFilled(min, max, withAlpha(context.theme.accent, alpha), 3.0F);
  list.AddRect(min, max,
               withAlpha(on || hovered ? context.theme.accent : context.theme.muted, alpha), 3.0F,
               0, 1.5F);
  if (!on) return;
  const ImVec2 size = measure(context.fonts.small, icons::kIconCheck);
  drawText(list, context.fonts.small, {min.x + (kBox - size.x) / 2, min.y + (kBox - size.y) / 2},
           withAlpha(context.theme.on_accent, alpha), icons::kIconCheck);
}

}  // namespace

bool tickBox(const Context& context, std::string_view name, bool on, bool enabled) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::BeginDisabled(!enabled);
  const bool pressed = pressArea("tick", {kTickSide, kTickSide});
  drawTick(context, at, on, ImGui::IsItemHovered());
  ImGui::EndDisabled();
  context.tree.addLastItem("checkbox", name, on ? "checked" : "");
  return pressed;
}

bool tickLine(const Context& context, std::string_view name, bool on) {
  constexpr float kGap = 4.0F;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 text = measure(context.fonts.small, name);
  // Identified also by its index: names may be equal.
  ImGui::PushID(static_cast<int>(ImGui::GetCursorPosY()));
  ImGui::PushID(std::string(name).c_str());
  const bool pressed = pressArea("line", {kTickSide + kGap + text.x + kGap, kSegmentHeight});
  ImGui::PopID();
  ImGui::PopID();
  drawTick(context, {at.x, at.y + (kSegmentHeight - kTickSide) / 2}, on, ImGui::IsItemHovered());
  drawText(*ImGui::GetWindowDrawList(), context.fonts.small,
           {at.x + kTickSide + kGap, at.y + (kSegmentHeight - text.y) / 2}, context.theme.text,
           name);
  context.tree.addLastItem("checkbox", name, on ? "checked" : "");
  return pressed;
}

std::string_view shortName(std::string_view name) {
  constexpr std::array<std::string_view, 6> kKinds = {"Thành phố ", "Thị xã ", "Quận ",
                                                      "Huyện ",     "Tỉnh ",   "District "};
  for (const std::string_view kind : kKinds) {
    if (name.starts_with(kind) && name.size() > kind.size()) return name.substr(kind.size());
  }
  return name;
}

void drawRight(const ImFont* font, float right, float y, ImU32 color, std::string_view text) {
  drawText(*ImGui::GetWindowDrawList(), font, {right - measure(font, text).x, y}, color, text);
}

void beginList(std::string_view id, ImVec2 size) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild(std::string(id).c_str(), size, 0, ImGuiWindowFlags_NavFlattened);
  ImGui::PopStyleVar();
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  // Buttons in its rows are reached with the arrow keys.
  ImGui::PushTabStop(false);
}

void endList() {
  ImGui::PopTabStop();
  ImGui::PopStyleVar();
  endChild();
}

}  // namespace cadre::ui
