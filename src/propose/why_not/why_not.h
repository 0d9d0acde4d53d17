// Why a shortfall stays: which single change of rules, caps, locks, pins or candidates gains how
// much, from exact solutions of the changed plan; and what is proven of the plan as it is.
//
// Where districts do not depend on each other there is one reason for each that is short, and one
// for the whole. They depend on each other across the city, where a quota spans several of them,
// where a pinned move joins them, and where the cap of the round binds; then, and where there is no
// plan at all, there is one reason for the whole.
//
// Ways are listed from the least intrusive: a limit of a rule relaxed (months to a whole number of
// half years), a cap raised, a hard rule made soft, a pin taken back, a lock taken back, one more
// candidate, moves across districts; within each by the size of the change relative to what it was,
// and the larger gain first where that is the same. Of a limit or a cap the smallest change that
// gains anything is listed, and the smallest that gains the most. A way is listed only when its
// gain is proven. A way of a district counts on what the other districts, as they are proposed,
// leave of the cap of the round.
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
  std::int64_t gain = 0;       // so much less shortfall; where there was no plan: 0
  std::int64_t shortfall = 0;  // that is left then
};

struct Reason {
  UnitId unit;  // a district; none: the whole
  // Whether there is a plan at all; without one every way makes one possible.
  bool is_possible = true;
  std::int64_t shortfall = 0;  // the least there can be, proven
  // The fewest posts that have to change hands for it, proven; nothing where it was not computed.
  std::optional<std::int64_t> moves;
  bool is_capped = false;  // a higher cap would gain something
  std::vector<Way> ways;   // from the least intrusive
  // Changes of which it is not known what they gain: they were not tried, or were not proven in
  // time. Nothing is claimed of them.
  std::vector<Change> not_computed;
};

class WhyNotJob {
 public:
  // `round` is a place in the scenario's list of rounds. REQUIRES: the timeline is the scenario's.
  WhyNotJob(const Plan& plan, const Scenario& scenario, const Timeline& timeline, std::size_t round,
            const Question& question);
  WhyNotJob(const WhyNotJob&) = delete;
  WhyNotJob& operator=(const WhyNotJob&) = delete;
  ~WhyNotJob();

  // Works for about so many pivots of the simplex method; true when nothing is left to do.
  bool step(std::size_t pivots);
  [[nodiscard]] bool done() const;
  // From 0 to 1.
  [[nodiscard]] double progress() const;

  // What is known so far: the whole first where there are several districts, then districts in the
  // order of the plan. Districts where nothing is missing and nothing has to move are left out.
  [[nodiscard]] std::vector<Reason> reasons() const;

 private:
  class Search;
  std::unique_ptr<Search> search_;
};

// All at once.
[[nodiscard]] std::vector<Reason> whyNot(const Plan& plan, const Scenario& scenario,
                                         const Timeline& timeline, std::size_t round,
                                         const Question& question);

}  // namespace cadre::propose
