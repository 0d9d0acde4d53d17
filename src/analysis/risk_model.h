// What may happen in a round, made ready for counting: who counts where, by which sets happen.
//
// A person's seats depend on the one set that holds their move, or on none; so people come in
// parts, one for each set and one for each person outside of them, and parts are independent of
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
using Person = std::vector<Stake>;  // each cell once

// Those who count somewhere if a set does not happen (0) and if it does (1). Of a person outside of
// the sets only 0 has somebody.
struct Part {
  std::int32_t set = MoveSets::kNone;
  std::array<std::vector<Person>, 2> people;
};

// The same seen from one cell: the seats of each person.
struct CellPart {
  std::int32_t set = MoveSets::kNone;  // kNone: all people outside of the sets
  std::array<std::vector<std::int32_t>, 2> seats;
};

struct ModelCell {
  std::int32_t needed = 0;
  std::size_t date = 0;  // place in Model::stays
  std::vector<CellPart> parts;
};

struct Model {
  MoveSets sets;
  // By set: the probabilities that are multiplied, as ten-thousandths.
  std::vector<std::vector<std::int32_t>> views;
  std::vector<std::int64_t> stays;  // by date, the earliest first: of stayingFor
  std::vector<ModelCell> cells;     // as in the timeline
  std::vector<Part> parts;          // those of sets first, by set
};

[[nodiscard]] Model makeModel(const Plan& plan, const Round& round, const RoundState& state);

}  // namespace cadre::risk
