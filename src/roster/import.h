// What a table of officials would make of a plan's roster: read, matched and checked, but not done.
//
// Each row is one official. A column that the table lacks leaves that field alone; an empty cell of
// a column that it has clears the field. A value that says what the plan says leaves it as it is,
// with its unknown fields.
//
// Whose row it is: by id (exactly, or when the id only lost its leading zeros and one official
// fits); an id that the plan does not know is a new official. Without an id, by exact name among
// those whom no id of the table names: one such official is meant; several are an error; with none
// the row is a new official, who gets the first free id ("c0001", …).
//
// A mistake in a row leaves out that row, whole, and rows that depend on it: nobody takes the post
// of someone whose own row is left out or missing. So the merge always fits the plan.
//
// Posts: the column kPost lists them by id or by name; where it is missing or its cell is empty,
// kUnit and kTitle together name one. Of several seats alike each official keeps the one held; the
// others are given in the order of the rows.
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
  CadreId cadre;     // of the plan; none for a new one, or where the row does not tell
  std::string key;   // empty where the row does not tell
  std::string name;  // as it will be
  std::vector<Field> changed;
};

struct Problem {
  static constexpr std::size_t kWholeRow = static_cast<std::size_t>(-1);

  std::size_t row = 0;
  std::size_t column = kWholeRow;
  Message message;
};

// An id that got its leading zeros back.
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
  std::vector<CadreId> gone;   // in the plan and still serving, not in the table
  Merge merge;

  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
  std::size_t failed = 0;  // rows in error
  std::size_t left = 0;    // of `gone`, made to leave by the merge
};

// REQUIRES: the mapping has as many columns as the table.
[[nodiscard]] Reading readRoster(const Plan& plan, const Table& table, const Mapping& mapping,
                                 const Options& options);

}  // namespace cadre::roster
