// Counts the quota cells of a seating.
//
// Built once for a plan (which posts belong to which cells), then asked once for each moment.
#pragma once

#include <cstdint>
#include <vector>

#include "model/plan.h"
#include "model/seating.h"
#include "simulate/timeline.h"

namespace cadre {

class QuotaCells {
 public:
  // Keeps a reference to the plan, which must outlive this.
  explicit QuotaCells(const Plan& plan);

  // Every cell of every quota for that seating on that date, by quota, then unit, in file order.
  [[nodiscard]] std::vector<Cell> count(const Seating& seating, Date date) const;

 private:
  const Plan& plan_;
  std::vector<Cell> empty_cells_;           // posts and needed filled in
  std::vector<std::uint32_t> first_;        // by post: where its cells begin in cell_of_
  std::vector<std::uint32_t> cell_of_;      // cells of each post, one after the other
};

// Whether a holder counts for a quota in a post of that unit; kUnknown when the data do not tell.
enum class Counted : std::uint8_t { kNo, kYes, kUnknown };

[[nodiscard]] Counted countsFor(const Quota& quota, const Cadre& cadre, UnitId unit,
                                const Plan& plan, Date date);

}  // namespace cadre
