#include "simulate/quota_cells.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>

#include "model/locality.h"

namespace cadre {

Counted countsFor(const Quota& quota, const Cadre& cadre, UnitId unit, const Plan& plan,
                  Date date) {
  switch (quota.counts) {
    case Counts::kNonLocal:
      switch (localityOf(cadre, unit, *plan.structure, plan.quota_set->locality)) {
        case Locality::kUnknown:
          return Counted::kUnknown;
        case Locality::kLocal:
          return Counted::kNo;
        case Locality::kNonLocal:
          return Counted::kYes;
      }
      break;
    case Counts::kFemale:
      if (cadre.gender == Gender::kUnknown) return Counted::kUnknown;
      return cadre.gender == Gender::kFemale ? Counted::kYes : Counted::kNo;
    case Counts::kUnderAge:
      if (!cadre.birth) return Counted::kUnknown;
      return yearsBetween(*cadre.birth, date) < quota.age ? Counted::kYes : Counted::kNo;
  }
  return Counted::kUnknown;
}

QuotaCells::QuotaCells(const Plan& plan) : plan_(plan) {
  struct Place {
    std::size_t post;
    std::uint32_t cell;
  };
  const Structure& structure = *plan.structure;
  const std::size_t posts = structure.posts.size();
  std::vector<Place> places;  // quota by quota
  for (std::size_t q = 0; q < plan.quota_set->quotas.size(); ++q) {
    const Quota& quota = plan.quota_set->quotas[q];
    depends_on_date_ = depends_on_date_ || quota.counts == Counts::kUnderAge;
    const LevelId level = structure.findLevel(quota.group_level);
    const std::size_t first_cell = empty_cells_.size();
    std::vector<std::uint32_t> cell_at(structure.unitCount(), UINT32_MAX);
    const std::vector<UnitId> units = structure.unitsOfLevel(level);
    // A unit may lie under several units of a level, but in one group only.
    const bool is_of_tree = !units.empty() && structure.isInTree(units.front());
    for (const UnitId unit : units) {
      cell_at[unit.index()] = static_cast<std::uint32_t>(empty_cells_.size());
      empty_cells_.push_back(Cell{.quota = QuotaId{q}, .unit = unit});
    }
    std::vector<std::uint8_t> counted_title(structure.titles.size(), 0);
    for (const TitleId title : quota.titles) counted_title[title.index()] = 1;
    for (std::size_t p = 0; p < posts; ++p) {
      if (counted_title[structure.posts[p].title.index()] == 0) continue;
      const auto add_to = [&](UnitId unit) {
        const std::uint32_t cell = cell_at[unit.index()];
        if (cell == UINT32_MAX) return;
        places.push_back({p, cell});
        ++empty_cells_[cell].posts;
      };
      const UnitId own = structure.posts[p].unit;
      if (is_of_tree) {
        for (UnitId at = own; at; at = structure.unit(at).parent) add_to(at);
      } else if (const UnitId group = structure.groupOf(level, own)) {
        add_to(group);
      }
    }
    for (Cell& cell : std::span(empty_cells_).subspan(first_cell)) {
      cell.needed = neededCount(quota.target, cell.posts);
    }
    for (const auto& [unit, share] : quota.overrides) {
      const std::uint32_t at = cell_at[unit.index()];
      if (at == UINT32_MAX) continue;
      empty_cells_[at].needed = neededCount(share, empty_cells_[at].posts);
    }
  }
  // From quota by quota to post by post, keeping the order of quotas.
  first_.assign(posts + 1, 0);
  for (const Place& place : places) ++first_[place.post + 1];
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  cell_of_.resize(places.size());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (const Place& place : places) cell_of_[next[place.post]++] = place.cell;
}

void QuotaCells::add(std::vector<Cell>& cells, PostId post, CadreId holder, Date date,
                     int sign) const {
  // Cells of one post stand quota by quota, and quotas that count the same get the same answer.
  const Quota* asked = nullptr;
  Counted answer = Counted::kUnknown;
  for (std::uint32_t k = first_[post.index()]; k < first_[post.index() + 1]; ++k) {
    Cell& cell = cells[cell_of_[k]];
    if (!holder) {
      cell.vacant += sign;
      continue;
    }
    const Quota& quota = plan_.quota_set->quotas[cell.quota.index()];
    if (asked == nullptr || asked->counts != quota.counts || asked->age != quota.age) {
      asked = &quota;
      answer = countsFor(quota, plan_.cadre(holder), plan_.post(post).unit, plan_, date);
    }
    if (answer == Counted::kYes) cell.attained += sign;
    if (answer == Counted::kUnknown) cell.unknown += sign;
  }
}

void QuotaCells::change(std::vector<Cell>& cells, PostId post, const Seating& before,
                        const Seating& after, Date date) const {
  const CadreId left = before.holder(post);
  const CadreId came = after.holder(post);
  if (left == came) return;
  add(cells, post, left, date, -1);
  add(cells, post, came, date, +1);
}

std::vector<Cell> QuotaCells::count(const Seating& seating, Date date) const {
  std::vector<Cell> cells = empty_cells_;
  for (std::size_t p = 0; p + 1 < first_.size(); ++p) {
    add(cells, PostId{p}, seating.holder(PostId{p}), date, +1);
  }
  return cells;
}

std::vector<Cell> QuotaCells::recount(const std::vector<Cell>& cells, const Seating& before,
                                      const Seating& after, Date date) const {
  if (depends_on_date_) return count(after, date);
  std::vector<Cell> out = cells;
  for (std::size_t p = 0; p + 1 < first_.size(); ++p) {
    change(out, PostId{p}, before, after, date);
  }
  return out;
}

std::vector<Cell> QuotaCells::recount(const std::vector<Cell>& cells, const Seating& before,
                                      const Seating& after, Date date,
                                      std::vector<PostId> posts) const {
  if (depends_on_date_) return count(after, date);
  std::sort(posts.begin(), posts.end());
  posts.erase(std::unique(posts.begin(), posts.end()), posts.end());
  std::vector<Cell> out = cells;
  for (const PostId post : posts) change(out, post, before, after, date);
  return out;
}

}  // namespace cadre
