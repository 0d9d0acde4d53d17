#include "model/scenario.h"

#include <algorithm>

namespace cadre {

bool waives(const Move& move, std::string_view rule) {
  return std::any_of(move.waivers.begin(), move.waivers.end(),
                     [rule](const Waiver& waiver) { return waiver.rule == rule; });
}

Move newMove(CadreId cadre, PostId from, PostId to) {
  Move move;
  move.cadre = cadre;
  move.to = to;
  move.type = usualType(from);
  return move;
}

Move proposedMove(CadreId cadre, PostId from, PostId to) {
  Move move = newMove(cadre, from, to);
  move.type = proposedType(from, to);
  return move;
}

const Move* Round::moveOf(CadreId cadre) const {
  const auto found = std::find_if(moves.begin(), moves.end(),
                                  [&](const Move& move) { return move.cadre == cadre; });
  return found == moves.end() ? nullptr : &*found;
}

Move* Round::moveOf(CadreId cadre) {
  const auto found = std::find_if(moves.begin(), moves.end(),
                                  [&](const Move& move) { return move.cadre == cadre; });
  return found == moves.end() ? nullptr : &*found;
}

}  // namespace cadre
