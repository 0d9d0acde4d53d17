// State of the board: its filter, and its cached rows with their key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "core/id.h"
#include "core/memo.h"

namespace cadre::ui {

enum class BoardFilter : std::uint8_t { kAll, kLocal, kNonLocal, kVacant, kChanged };

// One row of the board: a unit, or the n-th seats of its titles if it has several.
struct BoardRow {
  UnitId unit;
  bool is_heading = false;    // a district above its communes
  bool names_unit = true;     // the first row of a unit
  std::vector<PostId> seats;  // by title; none where the unit has no such post
};

struct BoardMemory {
  std::string search;
  BoardFilter filter = BoardFilter::kAll;
  bool whole_plan = false;
  PostId reveal;  // scroll to this post in the next frame
  // Key: revision, scenario, entry, top unit, filter and query.
  Memo<std::vector<BoardRow>,
       std::tuple<std::uint64_t, std::string, std::size_t, UnitId, BoardFilter, std::string>>
      rows;
};

}  // namespace cadre::ui
