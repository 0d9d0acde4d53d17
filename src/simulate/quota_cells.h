// Counts the quota cells of a seating.
//
// Built once for a plan (which posts belong to which cells), then asked once for each moment.
#pragma once

#include <cstdint>
#include <span>
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

  // Places of the cells that the post is a seat of.
  [[nodiscard]] std::span<const std::uint32_t> cellsOf(PostId post) const {
    return std::span(cell_of_).subspan(first_[post.index()],
                                       first_[post.index() + 1] - first_[post.index()]);
  }

  // The same as count(after, date), from the cells of another seating: only posts that changed
  // hands are counted anew.
  [[nodiscard]] std::vector<Cell> recount(const std::vector<Cell>& cells, const Seating& before,
                                          const Seating& after, Date date) const;

  // The same where only some posts may have changed hands; a post may be named more than once.
  [[nodiscard]] std::vector<Cell> recount(const std::vector<Cell>& cells, const Seating& before,
                                          const Seating& after, Date date,
                                          std::vector<PostId> posts) const;

 private:
  // Adds what the post counts with that holder, or takes it away with sign -1.
  void add(std::vector<Cell>& cells, PostId post, CadreId holder, Date date, int sign) const;
  // Counts the post anew if it changed hands.
  void change(std::vector<Cell>& cells, PostId post, const Seating& before, const Seating& after,
              Date date) const;

  const Plan& plan_;
  std::vector<Cell> empty_cells_;       // posts and needed filled in
  std::vector<std::uint32_t> first_;    // by post: where its cells begin in cell_of_
  std::vector<std::uint32_t> cell_of_;  // cells of each post, one after the other, quota by quota
  bool depends_on_date_ = false;        // some quota counts ages
};

// Whether a holder counts for a quota in a post of that unit; kUnknown when the data do not tell.
enum class Counted : std::uint8_t { kNo, kYes, kUnknown };

[[nodiscard]] Counted countsFor(const Quota& quota, const Cadre& cadre, UnitId unit,
                                const Plan& plan, Date date);

}  // namespace cadre
