// What importing a table of officials would change in a plan's roster: reads, matches and checks
// the table without changing the plan.
//
// Each row is one official. A field without a column is left alone; an empty cell clears the field.
// A value equal to the plan's keeps it unchanged, including its unknown fields.
//
// Matching: by id (exactly, or if the id only lost its leading zeros and one official fits); an id
// unknown to the plan is a new official. Without an id: by exact name among the officials whose ids
// do not occur in the table. One such official is a match; several are an error; if there is none,
// the row is a new official and gets the first unused id ("c0001", …).
//
// A row with a mistake is skipped entirely, together with rows that depend on it: nobody takes the
// post of someone whose own row is skipped or missing. So the merge always fits the plan.
//
// Posts: the column kPost lists them by id or by name; if it is missing or its cell is empty, kUnit
// and kTitle together specify one. Among several equal seats, each official keeps the present one;
// the others are assigned in row order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/plan.h"
#include "roster/mapping.h"
#include "roster/merge.h"
#include "roster/table.h"

namespace cadre::roster {

struct Options {
  // Officials of the plan who are not in the table have left: they lose their posts, and their
  // service ends on the plan's as_of date unless it ended before.
  bool gone_leave = false;
};

enum class RowOutcome : std::uint8_t { kNew, kChanged, kUnchanged, kError };

struct Row {
  std::size_t row = 0;  // of the table
  RowOutcome outcome = RowOutcome::kUnchanged;
  CadreId cadre;     // none for a new official, or if the row is unclear
  std::string key;   // empty if the row is unclear
  std::string name;  // the name after the import
  std::vector<Field> changed;
};

struct Problem {
  static constexpr std::size_t kWholeRow = static_cast<std::size_t>(-1);

  std::size_t row = 0;
  std::size_t column = kWholeRow;
  Message message;
};

// An id whose leading zeros were restored.
struct Repair {
  std::size_t row = 0;
  std::size_t column = 0;
  std::string found;
  std::string taken;
};

inline constexpr std::size_t kMaxRosterProblems = 1000;

struct Reading {
  std::vector<Row> rows;          // by row of the table
  std::vector<Problem> problems;  // of rows, in their order; the first kMaxRosterProblems
  std::size_t problem_count = 0;
  std::vector<Repair> repairs;
  std::vector<Message> notes;  // about the mapping
  std::vector<CadreId> gone;   // officials of the plan still in service who are not in the table
  Merge merge;

  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
  std::size_t failed = 0;  // rows in error
  std::size_t left = 0;    // members of `gone` whom the merge removes
};

// REQUIRES: the mapping has as many columns as the table.
[[nodiscard]] Reading readRoster(const Plan& plan, const Table& table, const Mapping& mapping,
                                 const Options& options);

}  // namespace cadre::roster
