#include "propose/search/fewest_moves.h"

#include <algorithm>
#include <optional>

namespace cadre::propose {

bool FewestMoves::step(std::size_t& pivots) {
  while (enough_ - too_few_ > 1) {
    const std::int64_t middle = (too_few_ + enough_) / 2;
    if (!is_started_) search_.start(static_cast<std::int32_t>(middle));
    is_started_ = true;
    const std::size_t before = search_.pivots();
    const bool is_over = search_.step(pivots);
    pivots -= std::min(pivots, search_.pivots() - before + 1);
    if (!is_over) return false;
    is_started_ = false;
    const std::optional<Solution> found = search_.solution();
    if (found && found->best.objective.shortfall == shortfall_) {
      enough_ = std::min(middle, found->best.objective.moves);
    } else {
      too_few_ = middle;
    }
    if (pivots == 0) return enough_ - too_few_ <= 1;
  }
  return true;
}

}  // namespace cadre::propose
