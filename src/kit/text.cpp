#include "kit/text.h"

#include <algorithm>
#include <string>

#include "kit/id.h"

namespace cadre::kit {

void drawText(ImDrawList& list, const ImFont* font, ImVec2 at, ImU32 color, std::string_view text) {
  if (text.empty()) return;
  list.AddText(font, sizeOf(font), at, color, text.data(), endOf(text));
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
  font->CalcTextSizeA(sizeOf(font), std::max(room, 1.0F), 0.0F, text.data(), endOf(text), &cut);
  std::string shown(text.data(), cut);
  while (!shown.empty() && shown.back() == ' ') shown.pop_back();
  shown += kEllipsis;
  drawText(list, font, at, color, shown);
  return true;
}

void label(const Frame& frame, const ImFont* font, ImU32 color, std::string_view text) {
  const ImVec2 size = measure(font, text);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::Dummy(size);
  drawText(*ImGui::GetWindowDrawList(), font, at, color, text);
  frame.tree.addText("text", text);
}

void paragraph(const Frame& frame, const ImFont* font, ImU32 color, std::string_view text) {
  ImGui::PushFont(const_cast<ImFont*>(font));
  ImGui::PushStyleColor(ImGuiCol_Text, color);
  ImGui::PushTextWrapPos(0.0F);
  ImGui::TextUnformatted(text.data(), endOf(text));
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
  ImGui::PopFont();
  frame.tree.addText("text", text);
}

void heading(const Frame& frame, std::string_view text) {
  label(frame, frame.fonts.small_bold, frame.theme.muted, text);
  frame.tree.addText("subheading", text);
}

void tooltip(const Frame& frame, std::string_view text) {
  if (text.empty() || !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(10, 7));
  if (ImGui::BeginTooltip()) {
    ImGui::PushTextWrapPos(360.0F);
    ImGui::PushFont(frame.fonts.small);
    ImGui::TextUnformatted(text.data(), endOf(text));
    ImGui::PopFont();
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
  }
  ImGui::PopStyleVar();
}

void drawDashes(ImDrawList& list, ImVec2 from, float to_x, float dash, float gap, ImU32 color,
                float thickness) {
  for (float x = from.x; x < to_x; x += dash + gap) {
    list.AddLine({x, from.y}, {std::min(x + dash, to_x), from.y}, color, thickness);
  }
}

}  // namespace cadre::kit
