#include "ui/views/pieces.h"

#include "ui/kit/draw.h"
#include "ui/view_memory.h"

namespace cadre::ui {

std::string monthOf(Date date) { return text::formatDate(date).substr(3); }

void showPost(const Context& context, PostId post) {
  context.later([&context, post] {
    Session& session = *context.session;
    if (const UnitId group = session.groupOf(post)) session.chooseUnit(group);
    session.choosePost(post);
    context.memory.board.reveal = post;
    context.memory.work = Work::kBoard;
    context.memory.inspector.choosing = Choosing::kNothing;
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
  out.pressed = ImGui::InvisibleButton("line", {out.width, height});
  ImGui::PopID();
  out.hovered = ImGui::IsItemHovered();
  if (chosen || out.hovered) {
    ImGui::GetWindowDrawList()->AddRectFilled(out.at, {out.at.x + out.width, out.at.y + height},
                                              chosen ? context.theme.selected : context.theme.hover,
                                              kRounding);
  }
  return out;
}

void drawRight(const ImFont* font, float right, float y, ImU32 color, std::string_view text) {
  drawText(*ImGui::GetWindowDrawList(), font, {right - measure(font, text).x, y}, color, text);
}

void beginList(std::string_view id, ImVec2 size) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild(std::string(id).c_str(), size);
  ImGui::PopStyleVar();
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
}

void endList() {
  ImGui::PopStyleVar();
  ImGui::EndChild();
}

}  // namespace cadre::ui
