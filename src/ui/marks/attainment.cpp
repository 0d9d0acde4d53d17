#include "ui/marks/attainment.h"

#include <algorithm>

namespace cadre::ui {

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
      // The end of a pale bar must be visible, too.
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

}  // namespace cadre::ui
