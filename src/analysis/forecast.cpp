#include "analysis/forecast.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "core/stable_sort.h"
#include "rules/head_terms.h"
#include "simulate/quota_cells.h"

namespace cadre {
namespace {

constexpr std::int32_t kMostYears = 10'000;  // limits the ages that a file may give

// The period in which one entry's seating holds.
struct Stretch {
  std::size_t entry = 0;
  Date from;
  Date until;
  bool is_last = false;  // up to and including the horizon

  // A term may end on the day that an entry begins, but not on the day that the next one does: by
  // then the round has moved the holder or begun a new period.
  [[nodiscard]] bool hasTermEnd(Date date) const {
    return date >= from && (is_last ? date <= until : date < until);
  }
};

// Rounds of a file may be out of order; time never goes backwards for them.
std::vector<Stretch> stretchesOf(const Timeline& timeline, Date horizon) {
  std::vector<Stretch> out;
  Date now = timeline.rounds.front().date;
  for (std::size_t entry = 0; entry < timeline.rounds.size(); ++entry) {
    now = std::max(now, timeline.rounds[entry].date);
    if (!out.empty()) out.back().until = now;
    out.push_back({entry, now, now, false});
  }
  out.back().until = std::max(now, horizon);
  out.back().is_last = true;
  return out;
}

class Forecaster {
 public:
  Forecaster(const Plan& plan, const Timeline& timeline, Date horizon,
             const ForecastOptions& options)
      : plan_(plan),
        timeline_(timeline),
        options_(options),
        quota_cells_(plan),
        stretches_(stretchesOf(timeline, horizon)) {
    out_.from = timeline.rounds.front().date;
    out_.last_round = stretches_.back().from;
    out_.horizon = stretches_.back().until;
    term_limit_ = rules::mostTermsAsHead(plan);
    for (const Quota& quota : plan.quota_set->quotas) {
      const bool is_new = std::find(ages_.begin(), ages_.end(), quota.age) == ages_.end();
      if (quota.counts == Counts::kUnderAge && is_new) ages_.push_back(quota.age);
    }
  }

  Forecast run() {
    for (const Cell& cell : timeline_.rounds.front().cells) {
      out_.cells.push_back({cell.quota, cell.unit, cell.posts, cell.needed, {}});
    }
    for (const Stretch& stretch : stretches_) {
      addLeaves(stretch);
      addSteps(stretch);
    }
    stableSort(out_.leaves, [](const Leave& a, const Leave& b) {
      return std::tie(a.date, a.post) < std::tie(b.date, b.post);
    });
    addDeadlines();
    addCounts();
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Seating& seatingOf(const Stretch& stretch) const {
    return timeline_.rounds[stretch.entry].after;
  }

  void addLeave(const Stretch& stretch, LeaveKind kind, Date date, CadreId cadre, PostId post,
                std::int32_t terms = 0) {
    out_.leaves.push_back({.date = date,
                           .kind = kind,
                           .cadre = cadre,
                           .post = post,
                           .district = plan_.structure->districtOf(plan_.post(post).unit),
                           .entry = stretch.entry,
                           .terms = terms});
  }

  // All who leave, or whose term ends, during the period of this entry.
  void addLeaves(const Stretch& stretch) {
    const Seating& seating = seatingOf(stretch);
    if (stretch.entry == 0) {
      for (const Departure& gone : timeline_.rounds.front().departures) {
        if (gone.on >= out_.from) {
          addLeave(stretch, LeaveKind::kServiceEnds, gone.on, gone.cadre, gone.post);
        }
      }
    }
    for (std::size_t p = 0; p < seating.postCount(); ++p) {
      const PostId post{p};
      const CadreId holder = seating.holder(post);
      if (!holder) continue;
      const std::optional<Date> ends = plan_.cadre(holder).servesUntil();
      if (ends && *ends <= stretch.until) {
        addLeave(stretch, LeaveKind::kServiceEnds, *ends, holder, post);
      }
      if (plan_.structure->title(plan_.post(post).title).head) {
        addTermEnds(stretch, holder, post, ends);
      }
    }
  }

  void addTermEnds(const Stretch& stretch, CadreId holder, PostId post, std::optional<Date> ends) {
    const std::optional<Date> since = seatingOf(stretch).since(post);
    if (!since) return;
    const int first = std::max(1, monthsBetween(*since, stretch.from) / kTermMonths);
    for (int term = first;; ++term) {
      const Date date = addMonths(*since, term * kTermMonths);
      const bool beyond_calendar = monthsBetween(*since, date) < term * kTermMonths;
      if (beyond_calendar || date > stretch.until || (ends && *ends <= date)) return;
      if (!stretch.hasTermEnd(date)) continue;
      const std::int32_t served = termsServed(stretch, post, *since, term);
      const bool last = term_limit_ && served >= *term_limit_ && served > 0;
      addLeave(stretch, last ? LeaveKind::kLastTermEnds : LeaveKind::kTermEnds, date, holder, post,
               served);
    }
  }

  // Consecutive terms as head in the post's unit when the holder's `term`-th term ends; 0: unknown.
  [[nodiscard]] std::int32_t termsServed(const Stretch& stretch, PostId post, Date since,
                                         int term) const {
    const Seating& seating = seatingOf(stretch);
    const std::optional<std::int32_t> terms = seating.termsAsHead(post);
    if (!terms) return 0;
    // The roster's count includes the current term; a move of the scenario begins one that is not
    // counted.
    if (since > out_.from) return *terms + term;
    const int running = monthsBetween(since, out_.from) / kTermMonths + 1;
    return std::max(*terms, 1) + term - running;
  }

  // The events in the seating of this entry, day by day, and their effects on the cells.
  void addSteps(const Stretch& stretch) {
    std::vector<Cell> cells = timeline_.rounds[stretch.entry].cells;
    note(stretch.from, cells);
    Seating seating = seatingOf(stretch);
    for (const auto& [date, changes] : changesIn(stretch)) {
      Seating next = seating;
      for (const CadreId cadre : changes.gone) next.retire(cadre);
      for (const PostId post : changes.opened) next.vacate(post);
      cells = quota_cells_.recount(cells, seating, next, date);
      seating = std::move(next);
      note(date, cells);
    }
  }

  struct Changes {
    std::vector<CadreId> gone;
    std::vector<PostId> opened;
  };

  // By date. Events on the day of the next entry are already in that entry's cells.
  [[nodiscard]] std::map<Date, Changes> changesIn(const Stretch& stretch) const {
    std::map<Date, Changes> out;
    for (const Leave& leave : out_.leaves) {
      if (leave.entry != stretch.entry || leave.date <= stretch.from) continue;
      if (leave.kind == LeaveKind::kServiceEnds) out[leave.date].gone.push_back(leave.cadre);
      if (leave.kind == LeaveKind::kLastTermEnds && stretch.is_last &&
          options_.last_terms_open_posts) {
        out[leave.date].opened.push_back(leave.post);
      }
    }
    addBirthdays(stretch, out);
    if (!stretch.is_last) out.erase(out.lower_bound(stretch.until), out.end());
    return out;
  }

  // A holder who reaches the age limit no longer counts as under it: that day has a step but no
  // leave.
  void addBirthdays(const Stretch& stretch, std::map<Date, Changes>& out) const {
    const Seating& seating = seatingOf(stretch);
    for (std::size_t p = 0; p < seating.postCount() && !ages_.empty(); ++p) {
      const CadreId holder = seating.holder(PostId{p});
      if (!holder || !plan_.cadre(holder).birth) continue;
      for (const std::int32_t age : ages_) {
        const Date birthday = addMonths(*plan_.cadre(holder).birth, std::min(age, kMostYears) * 12);
        if (birthday > stretch.from && birthday <= stretch.until) out.try_emplace(birthday);
      }
    }
  }

  void note(Date date, const std::vector<Cell>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const CellStep step{date, cells[i].attained, cells[i].vacant, cells[i].unknown};
      std::vector<CellStep>& steps = out_.cells[i].steps;
      // Of several entries on the same day the last one applies.
      while (!steps.empty() && steps.back().date == date) steps.pop_back();
      const bool same = !steps.empty() && steps.back().attained == step.attained &&
                        steps.back().vacant == step.vacant && steps.back().unknown == step.unknown;
      if (!same) steps.push_back(step);
    }
  }

  void addDeadlines() {
    for (std::size_t q = 0; q < plan_.quota_set->quotas.size(); ++q) {
      const std::optional<Date> by = plan_.quota_set->quotas[q].by;
      if (!by || *by > out_.horizon) continue;
      Deadline out{.quota = QuotaId{q}, .by = *by, .missed = {}};
      for (std::size_t i = 0; i < out_.cells.size(); ++i) {
        if (out_.cells[i].quota != out.quota) continue;
        const Cell cell = out_.cells[i].on(std::max(*by, out_.from));
        ++out.units;
        if (cell.shortfall() == 0) ++out.reached;
        if (cell.shortfall() > 0) out.missed.push_back(i);
        out.posts += cell.posts;
        out.attained += cell.attained;
        out.needed += cell.needed;
        out.shortfall += cell.shortfall();
      }
      out_.deadlines.push_back(std::move(out));
    }
  }

  void addCounts() {
    std::map<std::pair<UnitId, std::int32_t>, LeaveCount> counts;
    for (const Leave& leave : out_.leaves) {
      LeaveCount& count = counts[{leave.district, leave.date.year}];
      count.district = leave.district;
      count.year = leave.date.year;
      if (leave.kind == LeaveKind::kServiceEnds) ++count.service;
      if (leave.kind != LeaveKind::kServiceEnds) ++count.terms;
      if (leave.kind == LeaveKind::kLastTermEnds) ++count.last_terms;
    }
    for (const auto& [where, count] : counts) out_.counts.push_back(count);
  }

  const Plan& plan_;
  const Timeline& timeline_;
  const ForecastOptions& options_;
  QuotaCells quota_cells_;
  std::vector<Stretch> stretches_;
  std::optional<std::int32_t> term_limit_;
  std::vector<std::int32_t> ages_;  // age limits used by some quota
  Forecast out_;
};

}  // namespace

Cell CellForecast::on(Date date) const {
  const auto after =
      std::upper_bound(steps.begin(), steps.end(), date,
                       [](Date day, const CellStep& step) { return day < step.date; });
  Cell out{.quota = quota, .unit = unit, .posts = posts, .needed = needed};
  if (after == steps.begin()) return out;
  const CellStep& step = *std::prev(after);
  out.attained = step.attained;
  out.vacant = step.vacant;
  out.unknown = step.unknown;
  return out;
}

std::optional<Date> CellForecast::fallsBelow(Date from) const {
  if (on(from).shortfall() > 0) return std::nullopt;
  for (const CellStep& step : steps) {
    if (step.date > from && step.attained < needed) return step.date;
  }
  return std::nullopt;
}

Forecast forecast(const Plan& plan, const Timeline& timeline, Date horizon,
                  const ForecastOptions& options) {
  return Forecaster(plan, timeline, horizon, options).run();
}

}  // namespace cadre
