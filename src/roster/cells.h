// Reads the cells of one row into an official. Internal to the roster import.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/plan.h"
#include "roster/cell_text.h"
#include "roster/lookup.h"

namespace cadre::roster {

// Everybody a row may refer to: the plan's officials and the new ones of the table, whose ids
// follow.
struct People {
  plan_io::KeyMap<CadreId> keys;
  std::vector<std::string_view> names;  // by id, as given in the table
};

// The words of a closed list: names used in files and labels, without accents and case.
template <class E>
class Words {
 public:
  Words();
  // An alternative name for the value, folded.
  void add(std::string_view folded, E value) { folded_.emplace(folded, value); }
  [[nodiscard]] Parsed<E> read(std::string_view text);

 private:
  std::unordered_map<std::string, E> folded_;
  std::unordered_map<std::string, E> seen_;  // by cell text: there are only a few
};

class Cells {
 public:
  Cells(const Plan& plan, Lookup& lookup, const People& people);

  // Sets the field to the cell's value; returns true when that changes it. REQUIRES: a field of the
  // official alone (not the id, nor a post, unit or title).
  [[nodiscard]] Parsed<bool> read(Field field, std::string_view cell, Cadre& cadre);

  // The posts listed in a cell.
  [[nodiscard]] Parsed<std::vector<PostId>> posts(std::string_view cell);
  [[nodiscard]] Parsed<UnitId> unit(std::string_view cell);

  // Ids whose leading zeros were restored since the last call: as found, and as interpreted.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> takeRepairs() {
    return std::exchange(repairs_, {});
  }

 private:
  [[nodiscard]] Parsed<bool> readName(std::string_view cell, Cadre& cadre);
  [[nodiscard]] Parsed<bool> readUnit(std::string_view cell, UnitId& field);
  [[nodiscard]] Parsed<bool> readGender(std::string_view cell, Cadre& cadre);
  [[nodiscard]] Parsed<bool> readResidence(std::string_view cell, Cadre& cadre);
  [[nodiscard]] Parsed<bool> readFields(std::string_view cell, Cadre& cadre) const;
  [[nodiscard]] Parsed<bool> readPool(std::string_view cell, Cadre& cadre);
  [[nodiscard]] Parsed<bool> readGrades(std::string_view cell, Cadre& cadre);
  [[nodiscard]] Parsed<bool> readDiscipline(std::string_view cell, Cadre& cadre);
  [[nodiscard]] Parsed<bool> readRelatives(std::string_view cell, Cadre& cadre);
  [[nodiscard]] Parsed<bool> readPreferences(std::string_view cell, Cadre& cadre);
  [[nodiscard]] Parsed<CadreId> person(std::string_view text);

  const Plan& plan_;
  Lookup& lookup_;
  const People& people_;
  Words<Gender> genders_;
  Words<EvaluationGrade> grades_;
  Words<DisciplineKind> disciplines_;
  std::array<std::string, 2> nowhere_;  // the word for "nowhere", folded, in both languages
  std::vector<std::pair<std::string, std::string>> repairs_;
};

}  // namespace cadre::roster
