#include "ui/marks/signs.h"

#include "icons/icons.h"
#include "kit/text.h"

namespace cadre::ui {
namespace {

constexpr float kPi = 3.14159265F;

}  // namespace

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

}  // namespace cadre::ui
