// The rows of a roster table while they are being read, and the step that decides who sits where.
// Internal to the roster import.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/plan.h"
#include "roster/import.h"

namespace cadre::roster {

// One row on its way to the merge.
struct Draft {
  std::size_t row = 0;
  bool bad = false;  // a problem leaves it out
  CadreId existing;  // none: a new official
  CadreId id;        // `existing`, or one beyond the roster's end
  std::string key;
  Cadre cadre;
  std::vector<Field> changed;

  bool says_posts = false;    // else the official's posts stay as they are
  std::vector<PostId> posts;  // all that the official holds afterwards
  UnitId seat_unit;           // one more, of that title in that unit, still to be found
  TitleId seat_title;
};

// All rows and what is wrong with them.
struct Drafts {
  const Table& table;
  const Mapping& mapping;
  std::vector<Draft> rows;
  std::vector<Problem> problems;
  std::size_t problem_count = 0;

  void fail(Draft& draft, std::size_t column, Message message);
  [[nodiscard]] std::int64_t lineOf(const Draft& draft) const {
    return static_cast<std::int64_t>(table.line(draft.row));
  }
};

// Where the officials of the plan are in the table.
struct Presence {
  std::vector<std::size_t> draft_of;  // by official; kNoDraft
  std::vector<bool> mentioned;        // by official: some row means them, perhaps with a mistake

  static constexpr std::size_t kNoDraft = static_cast<std::size_t>(-1);
};

// The posts of each official in the plan.
[[nodiscard]] std::vector<std::vector<PostId>> postsByCadre(const Plan& plan);

// Finds a seat for every draft that asks for one by unit and title; then leaves out drafts until
// those that are left can all happen: no post has two holders, nobody is put into the post of
// someone who stays, and nobody is a relative of a new official who is left out.
void settleDrafts(const Plan& plan, const std::vector<std::vector<PostId>>& held,
                  const Presence& presence, const Options& options, Drafts& drafts);

}  // namespace cadre::roster
