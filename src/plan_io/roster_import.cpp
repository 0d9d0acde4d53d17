#include "plan_io/roster_import.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/stable_sort.h"
#include "plan_io/roster_cells.h"
#include "plan_io/roster_drafts.h"
#include "plan_io/roster_lookup.h"

namespace cadre::plan_io {
namespace {

using text::Str;

// Fields that a cell sets in the official alone.
constexpr bool isOwnField(RosterField field) {
  return field != RosterField::kIgnore && field != RosterField::kId &&
         field != RosterField::kPost && field != RosterField::kUnit && field != RosterField::kTitle;
}

class Reader {
 public:
  Reader(const Plan& plan, const Table& table, const RosterMapping& mapping,
         const RosterOptions& options)
      : plan_(plan),
        table_(table),
        mapping_(mapping),
        options_(options),
        lookup_(plan),
        held_(postsByCadre(plan)),
        drafts_{table, mapping, {}, {}, 0},
        presence_{std::vector<std::size_t>(size(), Presence::kNoDraft),
                  std::vector<bool>(size(), false)} {}

  RosterReading read() {
    const bool has_id = mapping_.has(RosterField::kId);
    if (!has_id && !mapping_.has(RosterField::kName)) {
      out_.notes.push_back({Str::import_problem_no_key, {}});
      return std::move(out_);
    }
    const bool half = mapping_.has(RosterField::kUnit) != mapping_.has(RosterField::kTitle);
    if (half && !mapping_.has(RosterField::kPost)) {
      out_.notes.push_back({Str::import_problem_half_post, {}});
    }
    makeDrafts();
    matchById();
    matchByName();
    nameNewOnes();
    People people = everybody();
    RosterCells cells(plan_, lookup_, people);
    for (Draft& draft : drafts_.rows) {
      if (!draft.bad) readRow(draft, cells);
    }
    settleDrafts(plan_, held_, presence_, options_, drafts_);
    merge();
    report();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::size_t size() const { return plan_.roster->cadres.size(); }

  // As it is in the plan's terms: without the guard against formulas.
  [[nodiscard]] std::string_view cell(const Draft& draft, RosterField field) const {
    return withoutGuard(table_.cell(draft.row, mapping_.columnOf(field)));
  }

  void fail(Draft& draft, RosterField field, Message message) {
    drafts_.fail(draft, mapping_.columnOf(field), std::move(message));
  }

  void makeDrafts() {
    const std::size_t width = table_.cellCount(mapping_.header);
    drafts_.rows.reserve(table_.rowCount());
    for (std::size_t row = mapping_.header + 1; row < table_.rowCount(); ++row) {
      Draft& draft = drafts_.rows.emplace_back();
      draft.row = row;
      const std::size_t cells = table_.cellCount(row);
      if (cells <= width) continue;
      drafts_.fail(draft, RosterProblem::kWholeRow,
                   {Str::import_problem_wide,
                    {{"found", static_cast<std::int64_t>(cells)},
                     {"most", static_cast<std::int64_t>(width)}}});
    }
  }

  void meets(Draft& draft, CadreId cadre) {
    draft.existing = cadre;
    draft.id = cadre;
    draft.key = plan_.cadre(cadre).key;
    draft.cadre = plan_.cadre(cadre);
    presence_.mentioned[cadre.index()] = true;
    presence_.draft_of[cadre.index()] = static_cast<std::size_t>(&draft - drafts_.rows.data());
  }

  // Rows with an id. A row of another shape still tells who is not gone.
  void matchById() {
    std::unordered_map<std::string, Draft*> rows;
    for (Draft& draft : drafts_.rows) {
      const std::string_view text = cell(draft, RosterField::kId);
      const std::string_view bare = trimmed(text);
      if (bare.empty()) continue;
      const Parsed<Found<CadreId>> found = lookup_.cadre(text);
      if (!found) {
        fail(draft, RosterField::kId, found.error());
        continue;
      }
      if (found->id) {
        meets(draft, found->id);
        if (found->repaired) noteRepair(draft, RosterField::kId, bare, draft.key);
      } else {
        draft.key = bare;
      }
      const auto [other, is_first] = rows.emplace(draft.key, &draft);
      if (is_first) continue;
      sameId(draft, *other->second);
      sameId(*other->second, draft);
    }
  }

  void sameId(Draft& draft, const Draft& other) {
    fail(draft, RosterField::kId,
         {Str::import_problem_same_id,
          {{"found", shown(draft.key)}, {"line", drafts_.lineOf(other)}}});
  }

  void noteRepair(const Draft& draft, RosterField field, std::string_view found,
                  const std::string& taken) {
    if (out_.repairs.size() >= kMaxRosterProblems) return;
    out_.repairs.push_back({draft.row, mapping_.columnOf(field), std::string(found), taken});
  }

  // Rows without an id.
  void matchByName() {
    std::unordered_map<std::uint32_t, Draft*> rows;  // by official
    for (Draft& draft : drafts_.rows) {
      if (draft.bad || !draft.key.empty()) continue;
      const std::string name(trimmed(cell(draft, RosterField::kName)));
      if (name.empty()) {
        fail(draft, RosterField::kName, {Str::import_problem_name, {}});
        continue;
      }
      std::vector<CadreId> named;
      for (const CadreId cadre : lookup_.cadresNamed(name)) {
        const std::size_t at = presence_.draft_of[cadre.index()];
        const bool by_id = at != Presence::kNoDraft && !rows.contains(cadre.value);
        if (!by_id) named.push_back(cadre);
      }
      if (named.empty()) continue;
      for (const CadreId cadre : named) presence_.mentioned[cadre.index()] = true;
      if (named.size() > 1) {
        fail(draft, RosterField::kName,
             {Str::import_problem_many_people,
              {{"found", shown(name)},
               {"count", static_cast<std::int64_t>(named.size())},
               {"id", shown(plan_.cadre(named.front()).key)}}});
        continue;
      }
      const auto [other, is_first] = rows.emplace(named.front().value, &draft);
      if (is_first) {
        meets(draft, named.front());
        continue;
      }
      sameName(draft, *other->second, name);
      sameName(*other->second, draft, name);
    }
  }

  void sameName(Draft& draft, const Draft& other, const std::string& name) {
    fail(
        draft, RosterField::kName,
        {Str::import_problem_same_name, {{"found", shown(name)}, {"line", drafts_.lineOf(other)}}});
  }

  // Gives new officials their ids, both kinds.
  void nameNewOnes() {
    std::unordered_set<std::string_view> in_use;
    for (const Cadre& cadre : plan_.roster->cadres) in_use.insert(cadre.key);
    for (const Draft& draft : drafts_.rows) in_use.insert(draft.key);
    std::size_t number = 0;
    std::size_t next = size();
    for (Draft& draft : drafts_.rows) {
      if (draft.existing || (draft.key.empty() && draft.bad)) continue;
      while (draft.key.empty()) {
        std::string digits = std::to_string(++number);
        digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
        if (!in_use.contains("c" + digits)) draft.key = "c" + digits;
      }
      draft.cadre.key = draft.key;
      draft.id = CadreId{next++};
    }
    all_ = next;
  }

  People everybody() {
    People out{lookup_.keys().cadres, std::vector<std::string_view>(all_)};
    for (std::size_t i = 0; i < size(); ++i) out.names[i] = plan_.roster->cadres[i].name;
    for (const Draft& draft : drafts_.rows) {
      if (!draft.id) continue;
      if (!draft.existing) out.keys.emplace(draft.key, draft.id);
      if (mapping_.has(RosterField::kName)) {
        out.names[draft.id.index()] = cell(draft, RosterField::kName);
      }
    }
    return out;
  }

  void readRow(Draft& draft, RosterCells& cells) {
    for (std::size_t column = 0; column < mapping_.columns.size(); ++column) {
      const RosterField field = mapping_.columns[column];
      if (!isOwnField(field) || mapping_.columnOf(field) != column) continue;
      const Parsed<bool> changed = cells.read(field, cell(draft, field), draft.cadre);
      takeRepairs(draft, field, cells);
      if (!changed) {
        fail(draft, field, changed.error());
      } else if (*changed) {
        draft.changed.push_back(field);
      }
    }
    if (!draft.existing && draft.cadre.name.empty() && !draft.bad) {
      fail(draft, RosterField::kName, {Str::import_problem_name, {}});
    }
    readPosts(draft, cells);
  }

  void takeRepairs(const Draft& draft, RosterField field, RosterCells& cells) {
    for (const auto& [found, taken] : cells.takeRepairs()) {
      noteRepair(draft, field, found, taken);
    }
  }

  void readPosts(Draft& draft, RosterCells& cells) {
    const bool lists = mapping_.has(RosterField::kPost);
    if (lists && !trimmed(cell(draft, RosterField::kPost)).empty()) {
      draft.says_posts = true;
      Parsed<std::vector<PostId>> posts = cells.posts(cell(draft, RosterField::kPost));
      if (posts) {
        draft.posts = std::move(*posts);
      } else {
        fail(draft, RosterField::kPost, posts.error());
      }
      return;
    }
    const bool names_seat = mapping_.has(RosterField::kUnit) && mapping_.has(RosterField::kTitle);
    draft.says_posts = lists || names_seat;
    if (!names_seat) return;
    const std::string_view unit = trimmed(cell(draft, RosterField::kUnit));
    const std::string_view title = trimmed(cell(draft, RosterField::kTitle));
    if (unit.empty() && title.empty()) return;
    if (unit.empty() || title.empty()) {
      fail(draft, unit.empty() ? RosterField::kUnit : RosterField::kTitle,
           {Str::import_problem_unit_and_title, {}});
      return;
    }
    const Parsed<UnitId> in = cells.unit(cell(draft, RosterField::kUnit));
    takeRepairs(draft, RosterField::kUnit, cells);
    const Parsed<TitleId> as = lookup_.title(cell(draft, RosterField::kTitle));
    if (!in) fail(draft, RosterField::kUnit, in.error());
    if (!as) fail(draft, RosterField::kTitle, as.error());
    if (!in || !as) return;
    draft.seat_unit = *in;
    draft.seat_title = *as;
  }

  [[nodiscard]] bool isStillHere(CadreId cadre) const {
    const std::optional<Date>& ends = plan_.cadre(cadre).service_ends;
    return !ends || *ends > plan_.header->as_of || !held_[cadre.index()].empty();
  }

  void merge() {
    std::vector<CadreId> final_ids(all_);  // of officials by the ids they had while reading
    for (std::size_t i = 0; i < size(); ++i) final_ids[i] = CadreId{i};
    std::size_t next = size();
    for (const Draft& draft : drafts_.rows) {
      if (!draft.bad && !draft.existing) final_ids[draft.id.index()] = CadreId{next++};
    }
    const std::vector<Post>& posts = plan_.structure->posts;
    std::vector<CadreId> holders(posts.size());
    for (std::size_t i = 0; i < posts.size(); ++i) holders[i] = posts[i].incumbent;
    const auto stands_up = [&](CadreId cadre) {
      for (const PostId post : held_[cadre.index()]) holders[post.index()] = CadreId{};
    };
    for (const Draft& draft : drafts_.rows) {
      if (!draft.bad && draft.existing && draft.says_posts) stands_up(draft.existing);
    }
    for (std::size_t i = 0; i < size(); ++i) {
      const CadreId cadre{i};
      if (presence_.mentioned[i] || !isStillHere(cadre)) continue;
      out_.gone.push_back(cadre);
      if (options_.gone_leave) stands_up(cadre);
    }
    for (Draft& draft : drafts_.rows) {
      if (draft.bad) continue;
      for (const PostId post : draft.posts) holders[post.index()] = final_ids[draft.id.index()];
      notePosts(draft);
      for (CadreId& relative : draft.cadre.relatives) relative = final_ids[relative.index()];
      const bool only_posts = draft.changed.size() == 1 && draft.changed[0] == RosterField::kPost;
      if (!draft.existing || (!draft.changed.empty() && !only_posts)) {
        out_.merge.cadres.push_back(draft.cadre);
      }
    }
    if (options_.gone_leave) sendAway();
    for (std::size_t i = 0; i < posts.size(); ++i) {
      if (holders[i] != posts[i].incumbent)
        out_.merge.incumbents.emplace_back(PostId{i}, holders[i]);
    }
  }

  void notePosts(Draft& draft) const {
    if (!draft.says_posts) return;
    std::vector<PostId> now = draft.posts;
    std::sort(now.begin(), now.end());
    const bool same = draft.existing ? now == held_[draft.existing.index()] : now.empty();
    if (!same) draft.changed.push_back(RosterField::kPost);
  }

  void sendAway() {
    const Date as_of = plan_.header->as_of;
    for (const CadreId cadre : out_.gone) {
      ++out_.left;
      const std::optional<Date>& ends = plan_.cadre(cadre).service_ends;
      if (ends && *ends <= as_of) continue;
      Cadre& left = out_.merge.cadres.emplace_back(plan_.cadre(cadre));
      left.service_ends = as_of;
    }
  }

  void report() {
    for (Draft& draft : drafts_.rows) {
      RosterRow row;
      row.row = draft.row;
      row.cadre = draft.existing;
      row.key = draft.key;
      row.name = draft.cadre.name;
      if (row.name.empty()) row.name = trimmed(cell(draft, RosterField::kName));
      if (draft.bad) {
        row.outcome = RowOutcome::kError;
        ++out_.failed;
      } else if (!draft.existing) {
        row.outcome = RowOutcome::kNew;
        ++out_.added;
      } else if (draft.changed.empty()) {
        ++out_.unchanged;
      } else {
        row.outcome = RowOutcome::kChanged;
        ++out_.changed;
      }
      if (!draft.bad) row.changed = std::move(draft.changed);
      out_.rows.push_back(std::move(row));
    }
    out_.problems = std::move(drafts_.problems);
    stableSort(out_.problems,
               [](const RosterProblem& a, const RosterProblem& b) { return a.row < b.row; });
    if (out_.problems.size() > kMaxRosterProblems) out_.problems.resize(kMaxRosterProblems);
    out_.problem_count = drafts_.problem_count;
  }

  const Plan& plan_;
  const Table& table_;
  const RosterMapping& mapping_;
  const RosterOptions& options_;
  RosterLookup lookup_;
  std::vector<std::vector<PostId>> held_;
  Drafts drafts_;
  Presence presence_;
  std::size_t all_ = 0;  // officials of the plan and new ones
  RosterReading out_;
};

}  // namespace

RosterReading readRoster(const Plan& plan, const Table& table, const RosterMapping& mapping,
                         const RosterOptions& options) {
  return Reader(plan, table, mapping, options).read();
}

}  // namespace cadre::plan_io
