#include "ui/views/board/board_rows.h"

#include <algorithm>
#include <string>

#include "text/fold.h"
#include "ui/marks/signs.h"
#include "ui/seat.h"
#include "ui/view_memory.h"
#include "ui/views/board/board_memory.h"

namespace cadre::ui {
namespace {

bool passes(const Session& session, PostId post, BoardFilter filter) {
  if (filter == BoardFilter::kAll) return true;
  const Seat seat = seatOf(session, post);
  switch (filter) {
    case BoardFilter::kLocal:
      return seat.sign == SeatSign::kLocal;
    case BoardFilter::kNonLocal:
      return seat.sign == SeatSign::kNonLocal;
    case BoardFilter::kVacant:
      return !seat.holder;
    case BoardFilter::kChanged:
      return seat.changed;
    case BoardFilter::kAll:
      break;
  }
  return true;
}

bool matches(const Session& session, const BoardRow& row, const std::string& query) {
  if (query.empty()) return true;
  const Plan& plan = session.plan();
  std::string haystack = plan.unit(row.unit).name + " " + plan.unit(row.unit).key;
  for (const PostId post : row.seats) {
    const CadreId holder = post ? session.state().after.holder(post) : CadreId{};
    if (holder) haystack += " " + plan.cadre(holder).name + " " + plan.cadre(holder).key;
  }
  return text::matchesFolded(text::fold(haystack), query);
}

// The rows of one unit: as many as the largest number of seats for one title.
void addUnit(const Session& session, UnitId unit, const std::vector<TitleId>& titles,
             const BoardMemory& memory, const std::string& query, std::vector<BoardRow>& rows) {
  const Structure& structure = *session.plan().structure;
  std::vector<std::vector<PostId>> by_title(titles.size());
  std::size_t lines = 0;
  for (const PostId post : structure.posts_in[unit.index()]) {
    const auto at = std::find(titles.begin(), titles.end(), structure.post(post).title);
    auto& seats = by_title[static_cast<std::size_t>(at - titles.begin())];
    seats.push_back(post);
    lines = std::max(lines, seats.size());
  }
  bool first = true;
  for (std::size_t line = 0; line < lines; ++line) {
    BoardRow row;
    row.unit = unit;
    bool any = false;
    for (const std::vector<PostId>& seats : by_title) {
      const PostId post = line < seats.size() ? seats[line] : PostId{};
      row.seats.push_back(post);
      any = any || (post && passes(session, post, memory.filter));
    }
    if (!any || !matches(session, row, query)) continue;
    row.names_unit = first;
    first = false;
    rows.push_back(std::move(row));
  }
}

void addTree(const Session& session, UnitId top, const std::vector<TitleId>& titles,
             const BoardMemory& memory, const std::string& query, bool with_heading,
             std::vector<BoardRow>& rows) {
  const Structure& structure = *session.plan().structure;
  const std::size_t heading_at = rows.size();
  addUnit(session, top, titles, memory, query, rows);
  for (const UnitId child : structure.children[top.index()]) {
    addTree(session, child, titles, memory, query, with_heading, rows);
  }
  const bool has_parts = !structure.children[top.index()].empty();
  if (with_heading && has_parts && rows.size() > heading_at && structure.unit(top).parent) {
    BoardRow heading;
    heading.unit = top;
    heading.is_heading = true;
    rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(heading_at), std::move(heading));
  }
}

}  // namespace

std::vector<TitleId> boardTitles(const Plan& plan) {
  std::vector<std::uint8_t> used(plan.structure->titles.size(), 0);
  for (const Post& post : plan.structure->posts) used[post.title.index()] = 1;
  std::vector<TitleId> out;
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (used[i] != 0) out.emplace_back(i);
  }
  return out;
}

const std::vector<BoardRow>& boardRows(const Context& context) {
  const Session& session = *context.session;
  BoardMemory& memory = context.memory.of<BoardMemory>();
  const std::string query = text::fold(memory.search);
  const UnitId top = memory.whole_plan ? UnitId{} : session.selection().unit;
  const auto make = [&] {
    std::vector<BoardRow> out;
    const std::vector<TitleId> titles = boardTitles(session.plan());
    if (top) {
      addTree(session, top, titles, memory, query, false, out);
    } else {
      for (const UnitId root : session.plan().structure->roots) {
        addTree(session, root, titles, memory, query, true, out);
      }
    }
    return out;
  };
  return memory.rows.of({session.revision(), session.selection().scenario, session.entry(), top,
                         memory.filter, query},
                        make);
}

}  // namespace cadre::ui
