// The moves that a proposal may choose from in a round, with what each costs.
//
// A way is there when every hard rule that looks at a move alone lets it pass, as a move of the
// type that a proposal makes; pinned moves are there whatever rules say. Rules that look at two
// officials or at a unit after the round are not asked here (kinship.h, instance.h), but that a
// hard rule about relatives rules out ways to those who sit where nothing changes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "propose/model/kin.h"
#include "propose/model/move_cost.h"
#include "propose/model/round_start.h"

namespace cadre::propose {

// One way to take a post.
struct PossibleMove {
  CadreId cadre;
  PostId to;
  std::int32_t cost;
  bool is_pinned = false;
};

struct PossibleMoves {
  std::vector<PossibleMove> arcs;
  std::vector<std::uint8_t> may_leave;  // by cadre: for no post
  std::vector<std::uint8_t> is_open;    // by post: may change hands
};

// Nothing where there are more ways than `most`.
[[nodiscard]] std::optional<PossibleMoves> findPossibleMoves(const RoundStart& start,
                                                             const Kin& kin, std::size_t most);

}  // namespace cadre::propose
