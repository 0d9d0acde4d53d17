// The effect of time alone on a scenario: who leaves, whose term ends, and what remains of each
// quota if nobody is replaced.
//
// Pure. Between rounds the forecast follows the timeline, round by round; after the last round
// nobody is appointed. On the date of an entry, its cells are those of the timeline; on any later
// day they equal those of a simulation with one more empty round on that day.
//
// Terms (nhiệm kỳ) apply to head posts: one ends every 60 months after the holder took the post.
// That alone does not vacate the post, because the holder may be reappointed, unless the plan's
// rule head_terms is on and its limit is reached. The terms counted in the roster include the
// current one. With an unknown start there are no terms; an unknown count reaches no limit.
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
  kServiceEnds,  // the post becomes vacant
  kTermEnds,     // may be reappointed
  kLastTermEnds  // may not: the limit of consecutive terms as head there is reached
};

// An event that vacates a post, or may do so.
struct Leave {
  Date date;
  LeaveKind kind{};
  CadreId cadre;
  PostId post;
  UnitId district;         // of the post; none if there is none
  std::size_t entry = 0;   // of the timeline: the last one before it
  std::int32_t terms = 0;  // consecutive terms there at the end of the term; 0: unknown or no term
};

// The state of a quota cell from a day on, until its next step.
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
  std::vector<CellStep> steps;  // by date; consecutive steps differ; the first is as_of

  // The cell on that day. REQUIRES: not before as_of.
  [[nodiscard]] Cell on(Date date) const;
  // The first day after `from` on which the target is no longer reached; nullopt when it is not
  // reached on `from` or never missed afterwards.
  [[nodiscard]] std::optional<Date> fallsBelow(Date from) const;
};

// A quota on its deadline, or on the roster's date when the deadline has passed.
struct Deadline {
  QuotaId quota;
  Date by;
  std::int32_t units = 0;
  std::int32_t reached = 0;
  std::int64_t posts = 0;
  std::int64_t attained = 0;
  std::int64_t needed = 0;
  std::int64_t shortfall = 0;       // summed over units; 0: reached everywhere
  std::vector<std::size_t> missed;  // indices in Forecast::cells
};

struct LeaveCount {
  UnitId district;  // none: posts outside any district
  std::int32_t year = 0;
  std::int32_t service = 0;
  std::int32_t terms = 0;  // all that end, including last terms
  std::int32_t last_terms = 0;
  friend bool operator==(const LeaveCount&, const LeaveCount&) = default;
};

struct Forecast {
  Date from;                        // the timeline's first date, the plan's as_of
  Date last_round;                  // its last date: from here on nobody is replaced
  Date horizon;                     // as requested, but never before the last round
  std::vector<Leave> leaves;        // by date, then post
  std::vector<CellForecast> cells;  // as in the timeline
  std::vector<Deadline> deadlines;  // of quotas due by the horizon, in file order
  std::vector<LeaveCount> counts;   // by district, then year; years without leaves are omitted
};

struct ForecastOptions {
  // If on, a holder whose last term ends after the last round counts as having left the post. If
  // off, only the end of service vacates a post, as in a simulation.
  bool last_terms_open_posts = false;
};

// REQUIRES: the timeline is a simulation of this plan.
[[nodiscard]] Forecast forecast(const Plan& plan, const Timeline& timeline, Date horizon,
                                const ForecastOptions& options = {});

}  // namespace cadre
