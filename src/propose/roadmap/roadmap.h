// A roadmap: the best moves for several consecutive rounds, with a bound for each part.
//
// The rounds follow the last one of a scenario, starting one interval after it (or after the plan's
// date if there is no round), and their moves are chosen together: each official moves at most
// once, caps hold in every round, and rules are checked at the date of each round. The objective,
// strictly in this order and summed over the rounds: shortfall, open posts left vacant, posts that
// change hands, cost; each as for one round.
//
// The starting point is a roadmap found round by round. Then each part (a district, unless
// something ties it to others) is solved exactly over all rounds at once (roadmap_instance.h). If
// together they break the cap of a round, parts are solved again one after the other within what
// the others leave, and the bound remains the sum of what each could do alone. A part that is too
// large for that keeps the moves found round by round.
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
  std::string within;      // see Question::within
  // The language for the names of the new rounds.
  text::Language language = text::Language::kVietnamese;
};

// One round of the roadmap, with its own objective.
struct RoadmapRound {
  Objective objective;
  std::vector<ProposedMove> moves;  // by official
};

struct RoadmapPart {
  UnitId unit;  // the smallest unit containing all of it; none: there is none
  Status status = Status::kFeasible;
  Objective objective;
  Objective bound;  // proven: nothing is better
};

struct Roadmap {
  Status status = Status::kFeasible;
  Objective objective;
  Objective bound;
  bool is_capped = false;     // the cap of a round ties the parts together
  bool is_too_large = false;  // too many possible moves: nothing was searched
  std::vector<RoadmapRound> rounds;
  std::vector<RoadmapPart> parts;  // in plan order
  std::size_t nodes = 0;
  std::size_t pivots = 0;
};

class RoadmapJob {
 public:
  // REQUIRES: the plan may have that many more rounds (limits::mostRounds).
  RoadmapJob(const Plan& plan, const Scenario& scenario, const RoadmapQuestion& question);
  RoadmapJob(const RoadmapJob&) = delete;
  RoadmapJob& operator=(const RoadmapJob&) = delete;
  ~RoadmapJob();

  // Performs about that many simplex pivots; returns true when the search is complete.
  bool step(std::size_t pivots);
  [[nodiscard]] bool done() const;
  // From 0 to 1.
  [[nodiscard]] double progress() const;

  // The best roadmap so far: the one found round by round, until the parts are solved.
  [[nodiscard]] Roadmap best() const;

 private:
  class Search;
  std::unique_ptr<Search> search_;
};

// Runs the whole search at once.
[[nodiscard]] Roadmap roadmap(const Plan& plan, const Scenario& scenario,
                              const RoadmapQuestion& question);

// The scenario followed by the question's rounds, still without moves: with unused keys and names
// made from month and year.
[[nodiscard]] Scenario withNewRounds(const Plan& plan, const Scenario& scenario,
                                     const RoadmapQuestion& question);

// The same with the moves of the roadmap.
[[nodiscard]] Scenario withRoadmap(const Plan& plan, const Scenario& scenario,
                                   const RoadmapQuestion& question, const Roadmap& roadmap);

}  // namespace cadre::propose
