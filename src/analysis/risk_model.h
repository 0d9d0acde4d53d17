// The possible outcomes of a round, prepared for counting: who counts where, depending on which
// sets happen.
//
// A person's seats depend on the one set that contains their move, or on none. People are therefore
// divided into parts, one per set and one per person outside the sets; parts are independent of
// each other. Internal to analysis.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/move_sets.h"
#include "model/plan.h"
#include "simulate/timeline.h"

namespace cadre::risk {

// Seats of one person that count for one cell.
struct Stake {
  std::uint32_t cell = 0;
  std::int32_t seats = 0;
};
using Person = std::vector<Stake>;  // no duplicate cells

// The people who count somewhere if the set does not happen (0) and if it does (1). For a person
// outside the sets only index 0 is used.
struct Part {
  std::int32_t set = MoveSets::kNone;
  std::array<std::vector<Person>, 2> people;
};

// The same from the perspective of one cell: the seats of each person.
struct CellPart {
  std::int32_t set = MoveSets::kNone;  // kNone: all people outside the sets
  std::array<std::vector<std::int32_t>, 2> seats;
};

struct ModelCell {
  std::int32_t needed = 0;
  std::size_t date = 0;  // index in Model::stays
  std::vector<CellPart> parts;
};

struct Model {
  MoveSets sets;
  // By set: the probabilities to multiply, as ten-thousandths.
  std::vector<std::vector<std::int32_t>> views;
  std::vector<std::int64_t> stays;  // by date, earliest first: see stayingFor
  std::vector<ModelCell> cells;     // as in the timeline
  std::vector<Part> parts;          // those of sets first, in set order
};

[[nodiscard]] Model makeModel(const Plan& plan, const Round& round, const RoundState& state);

}  // namespace cadre::risk
