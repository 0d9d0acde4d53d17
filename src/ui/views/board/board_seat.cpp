#include "ui/views/board/board_seat.h"

#include <string>

#include "icons/icons.h"
#include "kit/focus.h"
#include "kit/layout.h"
#include "kit/press_area.h"
#include "kit/text.h"
#include "ui/marks/signs.h"
#include "ui/seat.h"
#include "ui/views/board/board_drag.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using text::Str;

// The right end of a seat: lock, clock, severity; returns the width used.
float drawMarks(const Context& context, const Seat& seat, ImVec2 min, ImVec2 max) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float x = max.x - 6;
  const float y = min.y + (max.y - min.y - sizeOf(context.fonts.small)) / 2 - 0.5F;
  const auto put = [&](const ImFont* font, ImU32 color, std::string_view text) {
    x -= measure(font, text).x;
    drawText(list, font, {x, y}, color, text);
    x -= 6;
  };
  if (seat.locked) put(context.fonts.small, context.theme.muted, icons::kIconLock);
  if (seat.months) {
    put(context.fonts.small, context.theme.muted,
        context.tr(Message{Str::board_months, {{"months", std::int64_t{*seat.months}}}}));
  }
  if (seat.leaves) put(context.fonts.small, context.theme.soft, icons::kIconClock);
  if (seat.severity) {
    x -= 16;
    drawSeverity(list, context, *seat.severity, false, {x, y - 1});
    x -= 6;
  }
  return max.x - x;
}

void seatTooltip(const Context& context, const Seat& seat) {
  if (!ImGui::IsItemHovered() || ImGui::GetDragDropPayload() != nullptr) return;
  if (!ImGui::BeginTooltip()) return;
  label(context, context.fonts.body_bold, context.theme.text, holderName(context, seat.post));
  label(context, context.fonts.small, context.theme.muted, postName(context, seat.post));
  label(context, context.fonts.small, context.theme.muted, context.tr(labelOf(seat.sign)));
  if (seat.leaves) {
    label(context, context.fonts.small, context.theme.soft,
          context.tr(Message{Str::seat_leaves, {{"date", *seat.leaves}}}));
  }
  if (seat.locked) {
    label(context, context.fonts.small, context.theme.muted, context.tr(Str::seat_locked));
  }
  if (seat.holder) {
    for (const Finding& finding : context.session->state().findings) {
      if (finding.cadre != seat.holder) continue;
      ImGui::PushTextWrapPos(380.0F);
      paragraph(context, context.fonts.small,
                finding.severity == Severity::kHard ? context.theme.hard : context.theme.soft,
                context.tr(finding.message));
      ImGui::PopTextWrapPos();
    }
  }
  ImGui::EndTooltip();
}

}  // namespace

void drawSeat(const Context& context, PostId post, ImVec2 min, ImVec2 max) {
  Session& session = *context.session;
  const Seat seat = seatOf(session, post);
  ImGui::SetCursorScreenPos(min);
  ImGui::PushID(static_cast<int>(post.value));
  const bool chosen = session.selection().post == post;
  const TabStop stop(stopsInList(chosen));
  const bool clicked = pressArea("seat", {max.x - min.x, max.y - min.y});
  const bool hovered = ImGui::IsItemHovered();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (chosen || hovered) {
    list.AddRectFilled(min, max, chosen ? context.theme.selected : context.theme.hover, kRounding);
  }
  if (seat.changed) {
    list.AddRectFilled({min.x, min.y + 4}, {min.x + 3, max.y - 4}, context.theme.accent, 1.5F);
  }
  const float middle = (min.y + max.y) / 2;
  drawSeatSign(list, context, seat.sign, {min.x + 16, middle}, 5.0F);
  const float taken = drawMarks(context, seat, min, max);
  const ImFont* font = seat.changed ? context.fonts.body_bold : context.fonts.body;
  drawTextFitted(list, font, {min.x + 30, middle - sizeOf(font) / 2 - 2},
                 max.x - min.x - 30 - taken, seat.holder ? context.theme.text : context.theme.muted,
                 holderName(context, post));
  if (clicked) context.later([&session, post] { session.choosePost(post); });
  dragAndDrop(context, seat);
  seatTooltip(context, seat);
  Widget& widget = context.tree.addLastItem(
      "post", session.plan().post(post).key,
      seat.holder ? session.plan().cadre(seat.holder).name : std::string());
  widget.name = spokenSeat(context, seat);
  widget.selected = has(chosen);
  drawSeatMenu(context, post);
  ImGui::PopID();
}

}  // namespace cadre::ui
