// What the views show about one seat, and about one move, at the selected moment.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "ui/context.h"
#include "ui/marks/signs.h"

namespace cadre::ui {

struct Seat {
  PostId post;
  CadreId holder;  // none: vacant
  SeatSign sign = SeatSign::kVacant;
  std::optional<int> months;         // in post, completed
  std::optional<Date> leaves;        // service ends within a year
  bool changed = false;              // the holder came, or someone left, in this round
  std::optional<Severity> severity;  // the worst finding about the holder in this round
  bool locked = false;
};

[[nodiscard]] Seat seatOf(const Session& session, PostId post);

// The symbol for an official in a unit, by the plan's definition of local.
[[nodiscard]] SeatSign signOf(const Plan& plan, CadreId cadre, UnitId unit);
[[nodiscard]] text::Str labelOf(SeatSign sign);

// "Bí thư Đảng ủy · Thị trấn Văn Điển".
[[nodiscard]] std::string postName(const Context& context, PostId post);
// The name of the holder, or "khuyết".
[[nodiscard]] std::string holderName(const Context& context, PostId post);

// The worst finding about a move of the round, waived or not; null when there is none.
[[nodiscard]] const Finding* worstOf(const RoundState& state, std::size_t move);
// "+1": the effect of the official's move alone on the selected quota; empty: none.
[[nodiscard]] std::string quotaChange(const Session& session, CadreId cadre, PostId from,
                                      PostId to);

// Spoken text with everything the board shows of a seat: "Bí thư Đảng ủy · Thị trấn Văn Điển:
// Nguyễn Văn A, không là người địa phương, 41 tháng ở vị trí".
[[nodiscard]] std::string spokenSeat(const Context& context, const Seat& seat);

// The effect of moving the official there, cached while the inputs stay the same.
[[nodiscard]] const Expected<Effect>& effectOfMove(const Context& context, CadreId cadre, PostId to,
                                                   Onto onto);
// Draws the effect as lines: the origin and destination units, every other cell that changes, then
// new findings.
void drawEffect(const Context& context, CadreId cadre, PostId to, const Expected<Effect>& effect);
// The same as text: "Huyện Thanh Trì 17→18; …".
[[nodiscard]] std::string effectText(const Context& context, CadreId cadre, PostId to,
                                     const Expected<Effect>& effect);
// Makes the move, and shows the round that it was added to.
void makeMove(const Context& context, CadreId cadre, PostId to, Onto onto);

}  // namespace cadre::ui
