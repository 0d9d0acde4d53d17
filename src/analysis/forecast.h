// What time alone does to a scenario: who leaves and whose term runs out, and what is left of each
// quota when nobody is replaced.
//
// Pure. Between rounds the forecast follows the timeline, round by round; after the last round
// nobody comes. On the date of an entry its cells are those of the timeline, and on any later day
// they are what a simulation with one more empty round on that day would count.
//
// Terms (nhiệm kỳ) are of posts whose title is a head's: one runs out every 60 months after the
// holder came. It does not open the post by itself, for the holder may be appointed again, unless
// the plan's rule head_terms is on and its count is then reached; terms counted in the roster
// include the running one. An unknown start has no term, an unknown count reaches no limit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/date.h"
#include "core/id.h"
#include "model/plan.h"
#include "simulate/timeline.h"

namespace cadre {

inline constexpr std::int32_t kTermMonths = 60;

enum class LeaveKind : std::uint8_t {
  kServiceEnds,  // the post falls vacant
  kTermEnds,     // may be appointed again
  kLastTermEnds  // may not: the limit of consecutive terms as head there is reached
};

// Something that opens a post, or may.
struct Leave {
  Date date;
  LeaveKind kind{};
  CadreId cadre;
  PostId post;
  UnitId district;         // of the post; none where there is none
  std::size_t entry = 0;   // of the timeline: the last one before it, by whose seating it comes
  std::int32_t terms = 0;  // served there in a row when the term ends; 0: unknown or no term
};

// A quota cell from a day on, until its next step.
struct CellStep {
  Date date;
  std::int32_t attained = 0;
  std::int32_t vacant = 0;
  std::int32_t unknown = 0;
  friend bool operator==(const CellStep&, const CellStep&) = default;
};

struct CellForecast {
  QuotaId quota;
  UnitId unit;
  std::int32_t posts = 0;
  std::int32_t needed = 0;
  std::vector<CellStep> steps;  // by date, each another than the one before; the first is as_of

  // The cell as it is on a day. REQUIRES: not before as_of.
  [[nodiscard]] Cell on(Date date) const;
  // The first day after `from` on which a cell that is reached on that day no longer is; nullopt
  // where it is not reached or never falls.
  [[nodiscard]] std::optional<Date> fallsBelow(Date from) const;
};

// A quota on the day that it is due, or on the roster's date when that day has passed.
struct Deadline {
  QuotaId quota;
  Date by;
  std::int32_t units = 0;
  std::int32_t reached = 0;
  std::int64_t posts = 0;
  std::int64_t attained = 0;
  std::int64_t needed = 0;
  std::int64_t shortfall = 0;       // summed over units; 0: reached everywhere
  std::vector<std::size_t> missed;  // places in Forecast::cells
};

struct LeaveCount {
  UnitId district;  // none: posts outside any district
  std::int32_t year = 0;
  std::int32_t service = 0;
  std::int32_t terms = 0;  // all that run out, the last ones among them
  std::int32_t last_terms = 0;
  friend bool operator==(const LeaveCount&, const LeaveCount&) = default;
};

struct Forecast {
  Date from;                        // the timeline's first date, the plan's as_of
  Date last_round;                  // its last: from here on nobody is replaced
  Date horizon;                     // as asked for, never before the last round
  std::vector<Leave> leaves;        // by date, then post
  std::vector<CellForecast> cells;  // as in the timeline
  std::vector<Deadline> deadlines;  // of quotas due until the horizon, in file order
  std::vector<LeaveCount> counts;   // by district, then year; years without leaves are left out
};

struct ForecastOptions {
  // After the last round, one whose last term has run out counts as gone from the post. Off, only
  // service that ends opens a post, as in a simulation.
  bool last_terms_open_posts = false;
};

// REQUIRES: the timeline is a simulation of this plan.
[[nodiscard]] Forecast forecast(const Plan& plan, const Timeline& timeline, Date horizon,
                                const ForecastOptions& options = {});

}  // namespace cadre
