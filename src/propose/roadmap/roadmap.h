// A roadmap: the best moves of several rounds in a row, with a bound for each part.
//
// The rounds follow the last one of a scenario, the first of them one step after it (after the
// plan's date where there is no round), and their moves are chosen together: each official moves at
// most once in all of them, caps hold in every round, rules are asked at the date of each round.
// What counts, strictly in this order and summed over the rounds: shortfall, vacant open posts
// left, posts that change hands, cost; each as for one round.
//
// The start is a roadmap made round by round. Then each part (a district, where nothing ties it to
// others) is solved exactly over all rounds at once (roadmap_instance.h). Where these together
// break the cap of a round, parts are solved again one after the other within what the others
// leave, and the bound stays the sum of what each could do alone. A part that is too large for that
// keeps the moves made round by round.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "model/plan.h"
#include "propose/model/objective.h"
#include "propose/model/question.h"
#include "propose/proposal.h"
#include "text/strings.h"

namespace cadre::propose {

struct RoadmapQuestion {
  std::size_t rounds = 4;
  std::int32_t every = 6;  // months
  std::string within;      // as Question::within
  // The language of the names that the new rounds get.
  text::Language language = text::Language::kVietnamese;
};

// One round of it, with what it comes to by itself.
struct RoadmapRound {
  Objective objective;
  std::vector<ProposedMove> moves;  // by official
};

struct RoadmapPart {
  UnitId unit;  // the smallest that holds all of it; none: there is no such unit
  Status status = Status::kFeasible;
  Objective objective;
  Objective bound;  // nothing is better
};

struct Roadmap {
  Status status = Status::kFeasible;
  Objective objective;
  Objective bound;
  bool is_capped = false;     // the cap of a round ties the parts together
  bool is_too_large = false;  // too many ways to move: nothing was searched
  std::vector<RoadmapRound> rounds;
  std::vector<RoadmapPart> parts;  // in the order of the plan
  std::size_t nodes = 0;
  std::size_t pivots = 0;
};

class RoadmapJob {
 public:
  // REQUIRES: the plan may have so many rounds more (limits::mostRounds).
  RoadmapJob(const Plan& plan, const Scenario& scenario, const RoadmapQuestion& question);
  RoadmapJob(const RoadmapJob&) = delete;
  RoadmapJob& operator=(const RoadmapJob&) = delete;
  ~RoadmapJob();

  // Works for about so many pivots of the simplex method; true when nothing is left to do.
  bool step(std::size_t pivots);
  [[nodiscard]] bool done() const;
  // From 0 to 1.
  [[nodiscard]] double progress() const;

  // The best roadmap so far: what was made round by round until the parts are solved.
  [[nodiscard]] Roadmap best() const;

 private:
  class Search;
  std::unique_ptr<Search> search_;
};

// The whole search at once.
[[nodiscard]] Roadmap roadmap(const Plan& plan, const Scenario& scenario,
                              const RoadmapQuestion& question);

// The scenario with the rounds of the question after its own, with no moves yet: keys that it does
// not have, names by month and year.
[[nodiscard]] Scenario withNewRounds(const Plan& plan, const Scenario& scenario,
                                     const RoadmapQuestion& question);

// The same with the moves of the roadmap.
[[nodiscard]] Scenario withRoadmap(const Plan& plan, const Scenario& scenario,
                                   const RoadmapQuestion& question, const Roadmap& roadmap);

}  // namespace cadre::propose
