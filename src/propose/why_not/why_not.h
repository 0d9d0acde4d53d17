// Explains why a shortfall remains: which single change of rules, caps, locks, pins or candidates
// gains how much, from exact solutions of the changed plan, and what is proven about the plan as it
// is.
//
// If districts are independent, there is one reason for each district that falls short, and one for
// the whole. Districts depend on each other when officials move across the city, a quota spans
// several districts, a pinned move joins them, or the round's cap binds. In these cases, and when
// no plan exists, there is only one reason, for the whole.
//
// Ways are listed from the least intrusive: a rule's limit relaxed (months to a multiple of half a
// year), a cap raised, a hard rule made soft, a pin removed, a lock removed, one more candidate,
// moves across districts; within each kind by the size of the change relative to the present value,
// then by larger gain. For a limit or a cap, the smallest change with any gain and the smallest
// with the greatest gain are listed. A way is listed only when its gain is proven. A way of a
// district assumes that the other districts, as proposed, use their part of the round's cap.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "model/plan.h"
#include "propose/model/question.h"
#include "propose/why_not/plan_change.h"
#include "simulate/timeline.h"

namespace cadre::propose {

struct Way {
  Change change;
  std::int64_t gain = 0;       // reduction of the shortfall; where no plan exists: 0
  std::int64_t shortfall = 0;  // what remains then
};

struct Reason {
  UnitId unit;  // a district; none: the whole
  // Whether a plan exists at all; if not, every way makes one possible.
  bool is_possible = true;
  std::int64_t shortfall = 0;  // the least possible, proven
  // The fewest posts that must change hands for it, proven; empty when it was not computed.
  std::optional<std::int64_t> moves;
  bool is_capped = false;  // a higher cap would gain something
  std::vector<Way> ways;   // from the least intrusive
  // Changes of which it is not known what they gain: they were not tried, or were not proven in
  // time. Nothing is claimed of them.
  std::vector<Change> not_computed;
};

class WhyNotJob {
 public:
  // `round` is an index in the scenario's list of rounds. REQUIRES: the timeline belongs to the
  // scenario.
  WhyNotJob(const Plan& plan, const Scenario& scenario, const Timeline& timeline, std::size_t round,
            const Question& question);
  WhyNotJob(const WhyNotJob&) = delete;
  WhyNotJob& operator=(const WhyNotJob&) = delete;
  ~WhyNotJob();

  // Performs about that many simplex pivots; returns true when the search is complete.
  bool step(std::size_t pivots);
  [[nodiscard]] bool done() const;
  // From 0 to 1.
  [[nodiscard]] double progress() const;

  // Results so far: the whole first if there are several districts, then districts in plan order.
  // Districts without shortfall where nothing has to move are left out.
  [[nodiscard]] std::vector<Reason> reasons() const;

 private:
  class Search;
  std::unique_ptr<Search> search_;
};

// Runs everything at once.
[[nodiscard]] std::vector<Reason> whyNot(const Plan& plan, const Scenario& scenario,
                                         const Timeline& timeline, std::size_t round,
                                         const Question& question);

}  // namespace cadre::propose
