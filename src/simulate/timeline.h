// The result of a simulation: holders of posts after each round, quota cells, findings.
//
// Entry 0 is the baseline on the plan's as_of date; entry r + 1 is the state right after round r. A
// timeline holds no references: its ids belong to the plan that it was computed from.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/date.h"
#include "core/id.h"
#include "model/seating.h"
#include "rules/finding.h"

namespace cadre {

// One quota in one unit of its group level, at one moment.
struct Cell {
  QuotaId quota;
  UnitId unit;
  std::int32_t posts = 0;     // seats with one of the quota's titles in or under the unit
  std::int32_t attained = 0;  // seats whose holder counts
  std::int32_t needed = 0;    // ceil(target × posts)
  std::int32_t vacant = 0;    // counted as not attained
  std::int32_t unknown = 0;   // data do not tell whether the holder counts: not attained

  [[nodiscard]] std::int32_t shortfall() const { return std::max(0, needed - attained); }
  [[nodiscard]] std::int32_t surplus() const { return std::max(0, attained - needed); }
  friend bool operator==(const Cell&, const Cell&) = default;
};

// An official whose service ended, leaving the post vacant.
struct Departure {
  CadreId cadre;
  PostId post;
  Date on;  // the day service ended
};

struct RoundState {
  Date date;
  Seating before;  // after departures, before any move
  Seating after;
  std::vector<Cell> cells;            // by quota, then unit, in file order
  std::vector<Departure> departures;  // since the entry before
  std::vector<Finding> findings;
  std::vector<std::uint8_t> happened;  // by index in the round's list of moves; 1: it happened
  std::int32_t moves = 0;              // how many happened
};

struct Timeline {
  std::vector<RoundState> rounds;  // never empty

  // Sum of shortfalls over one quota's cells in one entry.
  [[nodiscard]] std::int32_t shortfall(std::size_t entry, QuotaId quota) const;
  // The cell of a quota and unit; null when the quota has no cell there.
  [[nodiscard]] const Cell* find(std::size_t entry, QuotaId quota, UnitId unit) const;
  // Over all entries.
  [[nodiscard]] FindingCounts findingCounts() const;
  // Findings that break the plan: hard and not waived.
  [[nodiscard]] std::size_t hardFindings() const;
};

}  // namespace cadre
