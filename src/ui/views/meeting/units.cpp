#include <algorithm>
#include <string>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/text.h"
#include "kit/touch.h"
#include "ui/marks/attainment.h"
#include "ui/view_memory.h"
#include "ui/views/meeting/meeting_memory.h"
#include "ui/views/meeting/parts.h"
#include "ui/views/pieces.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kCardHeight = 176.0F;  // least height of one of several cards
constexpr float kCardGap = 18.0F;
constexpr float kPadding = 18.0F;
constexpr std::size_t kInOneColumn = 3;

// "+1", "−3", or a tick.
std::string signedBalance(const Cell& cell) {
  if (cell.posts == 0) return "";
  if (cell.surplus() > 0) return text::formatSigned(cell.surplus());
  return balanceText(cell);
}

std::string neededText(const Context& context, const Cell& cell) {
  return context.tr(Message{Str::meeting_needed, {{"needed", std::int64_t{cell.needed}}}});
}

ImU32 balanceColor(const Context& context, const Cell& cell) {
  return cell.shortfall() > 0 ? context.theme.hard : context.theme.good;
}

// The figures of an item that has been laid out.
void report(const Context& context, std::string_view name, const Cell& cell) {
  context.tree.addLastItem("status", name,
                           ratioText(context, cell) + " = " +
                               context.percent(cell.attained, cell.posts) + "; " +
                               neededText(context, cell) + ", " + balanceWords(context, cell));
}

// The bar with its target, thicker than in tables.
void drawBar(const Context& context, const Cell& cell, ImVec2 min, ImVec2 max, float unit) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  drawAttainmentBar(list, context, cell, min, max);
  if (cell.posts <= 0) return;
  const float target = static_cast<float>(cell.needed) / static_cast<float>(cell.posts);
  const float x = min.x + (max.x - min.x) * std::min(target, 1.0F);
  const float half = std::max(1.5F, 3.0F * unit);
  list.AddRectFilled({x - half, min.y - 6 * unit}, {x + half, max.y + 6 * unit},
                     context.theme.text);
}

// A single district: as large as possible.
void drawLargest(const Context& context, UnitId unit_id, ImVec2 min, ImVec2 max, float unit) {
  const Cell cell = meetingCell(*context.session, unit_id);
  const std::string& name = context.session->plan().unit(unit_id).name;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Fonts& fonts = context.fonts;
  const float width = max.x - min.x;
  ImGui::SetCursorScreenPos(min);
  ImGui::Dummy({width, max.y - min.y});
  report(context, name, cell);
  drawTextFitted(list, fonts.large_bold, {min.x, min.y}, width, context.theme.text, name);
  float y = min.y + sizeOf(fonts.large_bold) * 1.3F;
  const std::string ratio = ratioText(context, cell);
  const std::string share = context.percent(cell.attained, cell.posts);
  const float share_width = measure(fonts.large_figure, share).x;
  // Four digits ("1.158") are too wide for the largest type.
  const ImFont* font = measure(fonts.largest_figure, ratio).x + share_width + 40 * unit <= width
                           ? fonts.largest_figure
                           : fonts.large_figure;
  const float line = sizeOf(font);
  drawText(list, font, {min.x, y - line * 0.18F}, context.theme.text, ratio);
  const float right = min.x + measure(font, ratio).x + 40 * unit;
  if (font == fonts.largest_figure) {
    drawText(list, fonts.large_figure, {right, y}, context.theme.text, share);
    const std::string balance = signedBalance(cell);
    const bool is_figure = cell.shortfall() > 0 || cell.surplus() > 0;
    drawText(list, is_figure ? fonts.large_figure : fonts.large_bold,
             {right, y + sizeOf(fonts.large_figure) * 1.05F}, balanceColor(context, cell), balance);
    y += line * 1.08F;
  } else {
    drawText(list, fonts.large_figure, {right, y - line * 0.18F}, context.theme.text, share);
    y += line * 1.3F;
  }
  const float bar = 56.0F * unit;
  drawBar(context, cell, {min.x, y}, {max.x, y + bar}, unit);
  y += bar + 22 * unit;
  const std::string needed = neededText(context, cell);
  drawText(list, fonts.large, {min.x, y}, context.theme.text, needed);
  const std::string words = balanceWords(context, cell);
  drawTextFitted(list, fonts.large_bold, {min.x + measure(fonts.large, needed).x + 40 * unit, y},
                 width - measure(fonts.large, needed).x - 40 * unit, balanceColor(context, cell),
                 words);
}

void drawCard(const Context& context, UnitId unit_id, ImVec2 min, ImVec2 max, float unit) {
  const Cell cell = meetingCell(*context.session, unit_id);
  const std::string& name = context.session->plan().unit(unit_id).name;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Fonts& fonts = context.fonts;
  const float pad = kPadding * unit;
  ImGui::SetCursorScreenPos(min);
  ImGui::Dummy({max.x - min.x, max.y - min.y});
  report(context, name, cell);
  list.AddRectFilled(min, max, context.theme.raised, kRounding);
  const float left = min.x + pad;
  const float right = max.x - pad;
  drawTextFitted(list, fonts.large, {left, min.y + pad * 0.3F}, right - left, context.theme.text,
                 shortName(name));
  const std::string ratio = ratioText(context, cell);
  const float figure_y = min.y + pad * 0.3F + sizeOf(fonts.large) * 1.12F;
  drawText(list, fonts.large_figure, {left, figure_y}, context.theme.text, ratio);
  const float drop = (sizeOf(fonts.large_figure) - sizeOf(fonts.large_bold)) * 0.9F;
  const std::string balance = signedBalance(cell);
  const float balance_width = measure(fonts.large_bold, balance).x;
  drawText(list, fonts.large_bold, {right - balance_width, figure_y + drop},
           balanceColor(context, cell), balance);
  const std::string needed = neededText(context, cell);
  const float from = left + measure(fonts.large_figure, ratio).x + pad;
  if (from + measure(fonts.large, needed).x + pad <= right - balance_width) {
    drawText(list, fonts.large,
             {from, figure_y + drop + (sizeOf(fonts.large_bold) - sizeOf(fonts.large)) * 0.9F},
             context.theme.muted, needed);
  }
  drawBar(context, cell, {left, max.y - 36 * unit}, {right, max.y - 14 * unit}, unit);
}

// Width of the page buttons.
float pagerSide(float unit) { return std::max(52.0F * unit, kLeastTarget); }

// "‹ Trang 1/3 ›" at the lower edge.
void drawPages(const Context& context, int pages, ImVec2 min, float unit) {
  int& page = context.memory.of<MeetingMemory>().page;
  const float side = pagerSide(unit);
  const auto look = [&](bool enabled) {
    return SquareLook{.font = context.fonts.large, .side = side, .enabled = enabled};
  };
  ImGui::SetCursorScreenPos(min);
  if (squareButton(context, icons::kIconChevronLeft, context.tr(Str::meeting_previous_page),
                   look(page > 0))) {
    --page;
  }
  const std::string text = context.tr(Message{
      Str::meeting_page, {{"page", std::int64_t{page} + 1}, {"pages", std::int64_t{pages}}}});
  const ImVec2 size = measure(context.fonts.large, text);
  ImGui::SetCursorScreenPos({min.x + side + 8, min.y + (side - size.y) / 2});
  label(context, context.fonts.large, context.theme.muted, text);
  context.tree.addLastItem("status", text);
  ImGui::SetCursorScreenPos({min.x + side + 16 + size.x, min.y});
  if (squareButton(context, icons::kIconChevronRight, context.tr(Str::meeting_next_page),
                   look(page + 1 < pages))) {
    ++page;
  }
}

void drawWords(const Context& context, ImVec2 at, Str words) {
  ImGui::SetCursorScreenPos(at);
  label(context, context.fonts.large, context.theme.muted, context.tr(words));
  context.tree.addLastItem("status", context.tr(words));
}

}  // namespace

void drawMeetingUnits(const Context& context, ImVec2 min, ImVec2 max, float unit) {
  const std::vector<UnitId> units = meetingUnits(context);
  if (units.empty()) {
    const bool none_short = context.preferences.meeting.scope == MeetingScope::kShort;
    drawWords(context, min,
              context.session->quota() == nullptr ? Str::districts_empty
              : none_short                        ? Str::meeting_none_short
                                                  : Str::meeting_no_units);
    return;
  }
  if (units.size() == 1) {
    drawLargest(context, units.front(), min, max, unit);
    return;
  }
  const float gap = kCardGap * unit;
  const std::size_t columns = units.size() <= kInOneColumn ? 1 : 2;
  const auto rows_of = [&](float height) {
    return static_cast<std::size_t>(std::max(1.0F, (height + gap) / (kCardHeight * unit + gap)));
  };
  const float pager = pagerSide(unit) + gap;
  const bool has_pages = units.size() > columns * rows_of(max.y - min.y);
  const float bottom = has_pages ? max.y - pager : max.y;
  const std::size_t rows =
      std::min(rows_of(bottom - min.y), (units.size() + columns - 1) / columns);
  const std::size_t per_page = rows * columns;
  const int pages = static_cast<int>((units.size() + per_page - 1) / per_page);
  int& page = context.memory.of<MeetingMemory>().page;
  page = std::clamp(page, 0, pages - 1);
  if (has_pages) drawPages(context, pages, {min.x, max.y - pager + gap}, unit);
  const float width = (max.x - min.x + gap) / static_cast<float>(columns) - gap;
  const float height = (bottom - min.y + gap) / static_cast<float>(rows) - gap;
  const std::size_t first = static_cast<std::size_t>(page) * per_page;
  for (std::size_t i = first; i < std::min(units.size(), first + per_page); ++i) {
    const std::size_t place = i - first;
    // Column by column, in reading order of a list.
    const float x = min.x + static_cast<float>(place / rows) * (width + gap);
    const float y = min.y + static_cast<float>(place % rows) * (height + gap);
    const float most = 260.0F * unit;
    drawCard(context, units[i], {x, y}, {x + width, y + std::min(height, most)}, unit);
  }
}

}  // namespace cadre::ui
