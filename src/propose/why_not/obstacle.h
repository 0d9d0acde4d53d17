// Why nothing can move in a round, if that is the case.
#pragma once

#include <cstddef>
#include <cstdint>

#include "model/plan.h"
#include "propose/model/question.h"
#include "simulate/timeline.h"

namespace cadre::propose {

enum class Obstacle : std::uint8_t {
  kNone,
  kNoPosts,      // none in scope
  kNoQuota,      // no quota to reach
  kCap,          // caps allow no move
  kNothingOpen,  // every post is locked, or its incumbent may not leave
  kNobody,       // no official qualifies for an open post
};

// `round` is an index in the scenario's list of rounds. REQUIRES: the timeline belongs to the
// scenario.
[[nodiscard]] Obstacle obstacleOf(const Plan& plan, const Scenario& scenario,
                                  const Timeline& timeline, std::size_t round,
                                  const Question& question);

}  // namespace cadre::propose
