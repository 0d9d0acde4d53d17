// A choice of an instance's moves, and what it is worth: counted from the instance and not from a
// solver.
#pragma once

#include <cstdint>
#include <vector>

#include "propose/model/instance.h"
#include "propose/model/objective.h"

namespace cadre::propose {

struct Selection {
  Objective objective;
  std::vector<std::int32_t> arcs;    // chosen, in the instance's order
  std::vector<std::int32_t> leaves;  // posts whose holder leaves for no post
};

[[nodiscard]] Objective objectiveOf(const Instance& instance, const std::vector<std::int32_t>& arcs,
                                    const std::vector<std::int32_t>& leaves);

// By post: 1 where it changes hands.
using Changes = std::vector<std::uint8_t>;

// What continuity costs where it is soft.
[[nodiscard]] std::int64_t continuityCost(const Instance& instance, const Changes& changes);

// Whether the pair sits together. `is_taken`: by arc.
[[nodiscard]] bool isBroken(const Exclusion& exclusion, const std::vector<std::uint8_t>& is_taken,
                            const Changes& changes);

// What it costs that relatives sit together where that is soft. `is_taken`: by arc.
[[nodiscard]] std::int64_t exclusionCost(const Instance& instance,
                                         const std::vector<std::uint8_t>& is_taken,
                                         const Changes& changes);

// Whether the caps are kept and, where it is hard, continuity.
[[nodiscard]] bool isWithinLimits(const Instance& instance, const Changes& changes);

// Whether nobody sits together who may not, where that is hard. `is_taken`: by arc.
[[nodiscard]] bool keepsApart(const Instance& instance, const std::vector<std::uint8_t>& is_taken,
                              const Changes& changes);

// Whether the move alone changes more head posts of a unit than may change.
[[nodiscard]] bool breaksContinuity(const Instance& instance, const Arc& arc);

}  // namespace cadre::propose
