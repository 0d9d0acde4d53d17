#include "analysis/consultation_summary.h"

#include "model/consultation.h"
#include "rules/rule.h"

namespace cadre {

bool isAsked(const Move& move, Party party, const Seating& before) {
  if (rules::isForcedDeparture(move.type)) return false;
  switch (party) {
    case Party::kOrigin:
      return bool{before.firstPost(move.cadre)};
    case Party::kDestination:
      return bool{move.to};
    case Party::kCadre:
      break;
  }
  return true;
}

std::vector<RoundConsultation> consultationOf(const Scenario& scenario, const Timeline& timeline) {
  std::vector<RoundConsultation> out;
  for (std::size_t r = 0; r < scenario.rounds.size(); ++r) {
    RoundConsultation& round = out.emplace_back();
    const Seating& before = timeline.rounds[r + 1].before;
    const std::vector<Move>& moves = scenario.rounds[r].moves;
    const ConsultationIndex index(scenario.rounds[r].consultations);
    round.without_move = withoutMove(scenario.rounds[r]);
    for (std::size_t m = 0; m < moves.size(); ++m) {
      const Views views = index.viewsOf(moves[m].cadre, moves[m].to);
      for (const Party party : kParties) {
        const View view = views.of(party);
        if (view == View::kUnasked && !isAsked(moves[m], party, before)) continue;
        ++round.views.at(static_cast<std::size_t>(party)).at(static_cast<std::size_t>(view));
        if (view == View::kUnasked) round.unasked.push_back({m, party});
      }
    }
  }
  return out;
}

}  // namespace cadre
