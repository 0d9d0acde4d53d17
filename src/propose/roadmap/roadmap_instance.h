// The choices of a roadmap in one part, over all its rounds at once.
//
// An official moves at most once in a roadmap, so until then everybody is where they would be if
// nobody moved. Which posts an official may take in which round, and at what cost, therefore
// follows from simulating the rounds without moves. Only two things depend on earlier moves: who
// holds a post (below), and whether a relative sits in the unit (Kinship). A post taken by somebody
// becomes vacant again only when that official's service ends within the roadmap.
//
// Everything is an index into the part's own vectors. Parts that share no move, quota cell or
// candidate are separate; a cap over all parts is handled outside.
#pragma once

#include <cstdint>
#include <vector>

#include "model/plan.h"
#include "propose/model/instance.h"

namespace cadre::propose {

struct RoadmapPost {
  PostId post;
  std::int32_t holder = -1;   // index of the official, before the first round; -1: vacant
  std::int32_t unit = -1;     // index of the head unit, if continuity applies; -1: none
  std::int32_t district = 0;  // index of the district, for its cap
  // By round: whether the incumbent may leave, or the post is empty, if nobody has moved before.
  std::vector<std::uint8_t> is_open;
};

struct RoadmapOfficial {
  CadreId cadre;
  std::int32_t from = -1;  // index of the post; -1: a candidate without a post
  std::int32_t ends = 0;   // the first round after the end of service; the number of rounds: none
};

struct RoadmapArc {
  std::int32_t official;
  std::int32_t post;
  std::int32_t round;
  std::int32_t cost;
};

// A post whose holder leaves for no post.
struct RoadmapLeave {
  std::int32_t post;
  std::int32_t round;
};

// What one quota cell counts, by round.
struct RoadmapCell {
  struct Counted {
    std::int32_t what;   // an arc or a post
    std::int32_t until;  // counts in rounds before this one
  };
  std::vector<std::int32_t> missing;  // needed − attained if nobody moves
  std::vector<Counted> arcs;          // from the round of the arc on
  std::vector<Counted> holders;       // posts whose holder counts as long as they stay
};

// The official of the arc and a relative must not serve in the same unit (or it costs): the arc
// breaks the rule if the relative is in another post of the unit after the round. When both arrive
// in the same round, only one of them has the conflict.
struct Kinship {
  std::int32_t arc;
  bool is_there = false;               // unless one of `out` is taken
  std::vector<std::int32_t> out_arcs;  // in rounds up to that of the arc
  std::vector<std::int32_t> out_leaves;
  std::vector<std::int32_t> in_arcs;  // in rounds up to then, into another post of the unit
};

struct RoadmapInstance {
  UnitId unit;  // the smallest unit containing all posts; none: there is none
  std::int32_t rounds = 0;
  std::vector<RoadmapPost> posts;
  std::vector<RoadmapOfficial> officials;
  std::vector<RoadmapArc> arcs;
  std::vector<RoadmapLeave> leaves;
  std::vector<RoadmapCell> cells;
  std::vector<Kinship> kinships;
  bool kinship_is_hard = false;
  std::int32_t kinship_cost = 0;
  std::size_t head_units = 0;
  bool continuity_is_hard = false;
  std::int32_t continuity_cost = 0;  // 0: off
  std::int32_t leave_cost = 0;
  std::vector<std::int32_t> district_cap;  // in each round; INT32_MAX: any number
  std::vector<CappedPosts> group_caps;     // in each round
};

// The choice: indices of arcs and leaves, in any order.
struct RoadmapChoice {
  std::vector<std::int32_t> arcs;
  std::vector<std::int32_t> leaves;
};

}  // namespace cadre::propose
