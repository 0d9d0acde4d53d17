// Reads the cells of one official's row into the official. Internal to the roster import.
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

// Everybody whom a row may name: the plan's officials and, with the ids that follow theirs, the new
// ones of the table.
struct People {
  plan_io::KeyMap<CadreId> keys;
  std::vector<std::string_view> names;  // by id, as the table gives them
};

// The words of a closed list: names of files and labels for people, without accents and case.
template <class E>
class Words {
 public:
  Words();
  // Another way to say the value, folded.
  void add(std::string_view folded, E value) { folded_.emplace(folded, value); }
  [[nodiscard]] Parsed<E> read(std::string_view text);

 private:
  std::unordered_map<std::string, E> folded_;
  std::unordered_map<std::string, E> seen_;  // as they stood in cells: there are few
};

class Cells {
 public:
  Cells(const Plan& plan, Lookup& lookup, const People& people);

  // Sets the field to what the cell says; true when that changes it. REQUIRES: a field of the
  // official alone (not the id, nor a post, unit or title).
  [[nodiscard]] Parsed<bool> read(Field field, std::string_view cell, Cadre& cadre);

  // The posts that a cell lists.
  [[nodiscard]] Parsed<std::vector<PostId>> posts(std::string_view cell);
  [[nodiscard]] Parsed<UnitId> unit(std::string_view cell);

  // Ids that got their leading zeros back since the last call: what was found, what was taken.
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
  std::array<std::string, 2> nowhere_;  // the word for it, folded, in both languages
  std::vector<std::pair<std::string, std::string>> repairs_;
};

}  // namespace cadre::roster
