// Summary of the consultation (gặp mặt, trao đổi) of a scenario: who said what about its moves, and
// who has not been asked yet. This is the list for the meeting.
//
// For each move, the official, the origin and the destination are asked. A relief or dismissal is
// ordered and a resignation requested, so nobody has to be asked about them. An official without a
// post has no origin, and a move to no post has no destination. A view that is recorded
// nevertheless counts. Moves that do not happen are included.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/plan.h"
#include "simulate/timeline.h"

namespace cadre {

struct Unasked {
  std::size_t move = 0;  // index in the round's list
  Party party{};
  friend bool operator==(const Unasked&, const Unasked&) = default;
};

struct RoundConsultation {
  // Number of each view, by Party and View; unasked only where the party has to be asked.
  std::array<std::array<std::int32_t, 4>, kParties.size()> views{};
  std::vector<Unasked> unasked;  // in list order, then by party
  // Indices of register entries about moves that the round does not (or no longer) contain. They
  // are not included in the counts.
  std::vector<std::size_t> without_move;

  [[nodiscard]] std::int32_t count(Party party, View view) const {
    return views.at(static_cast<std::size_t>(party)).at(static_cast<std::size_t>(view));
  }
  // Over all three parties.
  [[nodiscard]] std::int32_t count(View view) const {
    std::int32_t sum = 0;
    for (const Party party : kParties) sum += count(party, view);
    return sum;
  }
};

// Whether the party has to be asked about the move. `before` is the seating just before its round.
[[nodiscard]] bool isAsked(const Move& move, Party party, const Seating& before);

// By round. REQUIRES: the timeline is the simulation of the scenario.
[[nodiscard]] std::vector<RoundConsultation> consultationOf(const Scenario& scenario,
                                                            const Timeline& timeline);

}  // namespace cadre
