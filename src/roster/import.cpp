#include "roster/import.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/stable_sort.h"
#include "roster/cells.h"
#include "roster/drafts.h"
#include "roster/lookup.h"

namespace cadre::roster {
namespace {

using text::Str;

// Fields for which a cell only affects the official.
constexpr bool isOwnField(Field field) {
  return field != Field::kIgnore && field != Field::kId && field != Field::kPost &&
         field != Field::kUnit && field != Field::kTitle;
}

class Reader {
 public:
  Reader(const Plan& plan, const Table& table, const Mapping& mapping, const Options& options)
      : plan_(plan),
        table_(table),
        mapping_(mapping),
        options_(options),
        lookup_(plan),
        held_(postsByCadre(plan)),
        drafts_{table, mapping, {}, {}, 0},
        presence_{std::vector<std::size_t>(size(), Presence::kNoDraft),
                  std::vector<bool>(size(), false)} {}

  Reading read() {
    const bool has_id = mapping_.has(Field::kId);
    if (!has_id && !mapping_.has(Field::kName)) {
      out_.notes.push_back({Str::import_problem_no_key, {}});
      return std::move(out_);
    }
    const bool half = mapping_.has(Field::kUnit) != mapping_.has(Field::kTitle);
    if (half && !mapping_.has(Field::kPost)) {
      out_.notes.push_back({Str::import_problem_half_post, {}});
    }
    makeDrafts();
    matchById();
    matchByName();
    nameNewOnes();
    People people = everybody();
    Cells cells(plan_, lookup_, people);
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

  // The cell in the plan's terms: without the guard against formulas.
  [[nodiscard]] std::string_view cell(const Draft& draft, Field field) const {
    return withoutGuard(table_.cell(draft.row, mapping_.columnOf(field)));
  }

  void fail(Draft& draft, Field field, Message message) {
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
      drafts_.fail(draft, Problem::kWholeRow,
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

  // Rows with an id. A row with another problem still shows who has not left.
  void matchById() {
    std::unordered_map<std::string, Draft*> rows;
    for (Draft& draft : drafts_.rows) {
      const std::string_view text = cell(draft, Field::kId);
      const std::string_view bare = trimmed(text);
      if (bare.empty()) continue;
      const Parsed<Found<CadreId>> found = lookup_.cadre(text);
      if (!found) {
        fail(draft, Field::kId, found.error());
        continue;
      }
      if (found->id) {
        meets(draft, found->id);
        if (found->repaired) noteRepair(draft, Field::kId, bare, draft.key);
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
    fail(draft, Field::kId,
         {Str::import_problem_same_id,
          {{"found", shown(draft.key)}, {"line", drafts_.lineOf(other)}}});
  }

  void noteRepair(const Draft& draft, Field field, std::string_view found,
                  const std::string& taken) {
    if (out_.repairs.size() >= kMaxRosterProblems) return;
    out_.repairs.push_back({draft.row, mapping_.columnOf(field), std::string(found), taken});
  }

  // Rows without an id.
  void matchByName() {
    std::unordered_map<std::uint32_t, Draft*> rows;  // by official
    for (Draft& draft : drafts_.rows) {
      if (draft.bad || !draft.key.empty()) continue;
      const std::string name(trimmed(cell(draft, Field::kName)));
      if (name.empty()) {
        fail(draft, Field::kName, {Str::import_problem_name, {}});
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
        fail(draft, Field::kName,
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
        draft, Field::kName,
        {Str::import_problem_same_name, {{"found", shown(name)}, {"line", drafts_.lineOf(other)}}});
  }

  // Assigns ids to new officials, with and without an id in the table.
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
      if (mapping_.has(Field::kName)) {
        out.names[draft.id.index()] = cell(draft, Field::kName);
      }
    }
    return out;
  }

  void readRow(Draft& draft, Cells& cells) {
    for (std::size_t column = 0; column < mapping_.columns.size(); ++column) {
      const Field field = mapping_.columns[column];
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
      fail(draft, Field::kName, {Str::import_problem_name, {}});
    }
    readPosts(draft, cells);
  }

  void takeRepairs(const Draft& draft, Field field, Cells& cells) {
    for (const auto& [found, taken] : cells.takeRepairs()) {
      noteRepair(draft, field, found, taken);
    }
  }

  void readPosts(Draft& draft, Cells& cells) {
    const bool lists = mapping_.has(Field::kPost);
    if (lists && !trimmed(cell(draft, Field::kPost)).empty()) {
      draft.says_posts = true;
      Parsed<std::vector<PostId>> posts = cells.posts(cell(draft, Field::kPost));
      if (posts) {
        draft.posts = std::move(*posts);
      } else {
        fail(draft, Field::kPost, posts.error());
      }
      return;
    }
    const bool names_seat = mapping_.has(Field::kUnit) && mapping_.has(Field::kTitle);
    draft.says_posts = lists || names_seat;
    if (!names_seat) return;
    const std::string_view unit = trimmed(cell(draft, Field::kUnit));
    const std::string_view title = trimmed(cell(draft, Field::kTitle));
    if (unit.empty() && title.empty()) return;
    if (unit.empty() || title.empty()) {
      fail(draft, unit.empty() ? Field::kUnit : Field::kTitle,
           {Str::import_problem_unit_and_title, {}});
      return;
    }
    const Parsed<UnitId> in = cells.unit(cell(draft, Field::kUnit));
    takeRepairs(draft, Field::kUnit, cells);
    const Parsed<TitleId> as = lookup_.title(cell(draft, Field::kTitle));
    if (!in) fail(draft, Field::kUnit, in.error());
    if (!as) fail(draft, Field::kTitle, as.error());
    if (!in || !as) return;
    draft.seat_unit = *in;
    draft.seat_title = *as;
  }

  [[nodiscard]] bool isStillHere(CadreId cadre) const {
    const std::optional<Date>& ends = plan_.cadre(cadre).service_ends;
    return !ends || *ends > plan_.header->as_of || !held_[cadre.index()].empty();
  }

  void merge() {
    std::vector<CadreId> final_ids(all_);  // by the ids used while reading
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
      const bool only_posts = draft.changed.size() == 1 && draft.changed[0] == Field::kPost;
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
    if (!same) draft.changed.push_back(Field::kPost);
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
      Row row;
      row.row = draft.row;
      row.cadre = draft.existing;
      row.key = draft.key;
      row.name = draft.cadre.name;
      if (row.name.empty()) row.name = trimmed(cell(draft, Field::kName));
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
    stableSort(out_.problems, [](const Problem& a, const Problem& b) { return a.row < b.row; });
    if (out_.problems.size() > kMaxRosterProblems) out_.problems.resize(kMaxRosterProblems);
    out_.problem_count = drafts_.problem_count;
  }

  const Plan& plan_;
  const Table& table_;
  const Mapping& mapping_;
  const Options& options_;
  Lookup lookup_;
  std::vector<std::vector<PostId>> held_;
  Drafts drafts_;
  Presence presence_;
  std::size_t all_ = 0;  // officials of the plan plus new ones
  Reading out_;
};

}  // namespace

Reading readRoster(const Plan& plan, const Table& table, const Mapping& mapping,
                   const Options& options) {
  return Reader(plan, table, mapping, options).read();
}

}  // namespace cadre::roster
