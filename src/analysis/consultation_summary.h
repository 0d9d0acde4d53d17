// Consultation (gặp mặt, trao đổi) of a scenario: who said what of its moves, and who is not asked
// yet: the list for the meeting.
//
// Each move is asked of the official, of the origin and of the destination. A relief or dismissal
// is ordered and a resignation asked for: nobody's view of it is waited for. Nor is there an origin
// of one who holds no post, or a destination of a move to no post. A view that is recorded all the
// same counts. Moves that do not happen are asked about like the others.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/plan.h"
#include "simulate/timeline.h"

namespace cadre {

struct Unasked {
  std::size_t move = 0;  // place in the round's list
  Party party{};
  friend bool operator==(const Unasked&, const Unasked&) = default;
};

struct RoundConsultation {
  // How many of each view, by Party and View; unasked only where a view is waited for.
  std::array<std::array<std::int32_t, 4>, kParties.size()> views{};
  std::vector<Unasked> unasked;  // in list order, then by party
  // Places in the register of what was said about moves that the round does not have (any more).
  // Not among the views that are counted.
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

// Whether the party is asked about the move. `before` is the seating just before its round.
[[nodiscard]] bool isAsked(const Move& move, Party party, const Seating& before);

// By round. REQUIRES: the timeline is the simulation of the scenario.
[[nodiscard]] std::vector<RoundConsultation> consultationOf(const Scenario& scenario,
                                                            const Timeline& timeline);

}  // namespace cadre
