#include "simulate/quota_cells.h"

#include <cstddef>
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
  const Structure& structure = *plan.structure;
  const std::size_t posts = structure.posts.size();
  std::vector<std::vector<std::uint32_t>> cells_of(posts);
  for (std::size_t q = 0; q < plan.quota_set->quotas.size(); ++q) {
    const Quota& quota = plan.quota_set->quotas[q];
    const LevelId level = structure.findLevel(quota.group_level);
    const std::size_t first_cell = empty_cells_.size();
    std::vector<std::uint32_t> cell_at(structure.units.size(), UINT32_MAX);
    for (const UnitId unit : structure.unitsOfLevel(level)) {
      cell_at[unit.index()] = static_cast<std::uint32_t>(empty_cells_.size());
      empty_cells_.push_back(Cell{.quota = QuotaId{q}, .unit = unit});
    }
    std::vector<std::uint8_t> counted_title(structure.titles.size(), 0);
    for (const TitleId title : quota.titles) counted_title[title.index()] = 1;
    for (std::size_t p = 0; p < posts; ++p) {
      if (counted_title[structure.posts[p].title.index()] == 0) continue;
      for (UnitId at = structure.posts[p].unit; at; at = structure.unit(at).parent) {
        const std::uint32_t cell = cell_at[at.index()];
        if (cell == UINT32_MAX) continue;
        cells_of[p].push_back(cell);
        ++empty_cells_[cell].posts;
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
  first_.reserve(posts + 1);
  for (const std::vector<std::uint32_t>& cells : cells_of) {
    first_.push_back(static_cast<std::uint32_t>(cell_of_.size()));
    cell_of_.insert(cell_of_.end(), cells.begin(), cells.end());
  }
  first_.push_back(static_cast<std::uint32_t>(cell_of_.size()));
}

std::vector<Cell> QuotaCells::count(const Seating& seating, Date date) const {
  std::vector<Cell> cells = empty_cells_;
  for (std::size_t p = 0; p + 1 < first_.size(); ++p) {
    if (first_[p] == first_[p + 1]) continue;
    const CadreId holder = seating.holder(PostId{p});
    // Cells of one post stand quota by quota: the answer is computed once for each quota.
    QuotaId asked;
    Counted answer = Counted::kUnknown;
    for (std::uint32_t k = first_[p]; k < first_[p + 1]; ++k) {
      Cell& cell = cells[cell_of_[k]];
      if (!holder) {
        ++cell.vacant;
        continue;
      }
      if (cell.quota != asked) {
        asked = cell.quota;
        answer = countsFor(plan_.quota_set->quotas[asked.index()], plan_.cadre(holder),
                           plan_.structure->posts[p].unit, plan_, date);
      }
      if (answer == Counted::kYes) ++cell.attained;
      if (answer == Counted::kUnknown) ++cell.unknown;
    }
  }
  return cells;
}

}  // namespace cadre
