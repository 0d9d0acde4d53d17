// The rows of a roster table while they are being read, and the step that assigns posts. Internal
// to the roster import.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/plan.h"
#include "roster/import.h"

namespace cadre::roster {

// One row on its way into the merge.
struct Draft {
  std::size_t row = 0;
  bool bad = false;  // skipped because of a problem
  CadreId existing;  // none: a new official
  CadreId id;        // `existing`, or one beyond the roster's end
  std::string key;
  Cadre cadre;
  std::vector<Field> changed;

  bool says_posts = false;    // whether the row gives posts; else they stay as they are
  std::vector<PostId> posts;  // all that the official holds afterwards
  UnitId seat_unit;           // one more, with that title in that unit, still to be chosen
  TitleId seat_title;
};

// All rows and their problems.
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

// Where the plan's officials occur in the table.
struct Presence {
  std::vector<std::size_t> draft_of;  // by official; kNoDraft
  std::vector<bool> mentioned;        // by official: some row refers to them, perhaps wrongly

  static constexpr std::size_t kNoDraft = static_cast<std::size_t>(-1);
};

// The posts of each official in the plan.
[[nodiscard]] std::vector<std::vector<PostId>> postsByCadre(const Plan& plan);

// Chooses a seat for every draft that gives only unit and title; then drops drafts until the rest
// are consistent: no post has two holders, nobody takes the post of someone who stays, and nobody
// is a relative of a new official who was dropped.
void settleDrafts(const Plan& plan, const std::vector<std::vector<PostId>>& held,
                  const Presence& presence, const Options& options, Drafts& drafts);

}  // namespace cadre::roster
