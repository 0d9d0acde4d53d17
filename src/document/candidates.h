// Who could go there, where could they go: every choice with what it does, best first.
//
// A choice is a move that moveOnto (what_if.h) would make, tried in the round of the stage, so what
// is foretold is what a fresh simulation shows after the move. The search is a job: step() tries
// some choices and returns, so that the page stays at full speed in a country of posts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "document/round_trial.h"
#include "document/what_if.h"

namespace cadre {

struct Candidate {
  CadreId cadre;
  PostId from;  // where the official sits at the stage; none: holds no post
  PostId to;
  Effect effect;
  std::int32_t shortfall = 0;  // change in the sum of shortfalls over all quota cells
  std::int32_t hard = 0;       // new hard findings, waived ones not counted
  std::int32_t soft = 0;       // new soft findings
  std::int32_t cost = 0;       // as in propose/model/move_cost.h

  // Breaks a hard rule, or cannot happen.
  [[nodiscard]] bool isRuledOut() const { return hard > 0; }
};

// The sum of the changes of shortfalls.
[[nodiscard]] std::int32_t shortfallChange(const Effect& effect);

// A choice with what its effect says of it; the cost is left at 0.
[[nodiscard]] Candidate candidateOf(CadreId cadre, PostId from, PostId to, Effect effect);

// Which of two choices is better: those that break no hard rule before the others, then the least
// shortfall, fewest vacancies, fewest hard and soft findings, least cost, and the order of the
// plan, so that the same plan gives the same ranking everywhere.
[[nodiscard]] bool isBetter(const Candidate& a, const Candidate& b);

class CandidateSearch {
 public:
  // All officials for a post, or all posts for an official. The stage must outlive the search.
  CandidateSearch(const Stage& stage, PostId post, Onto onto);
  CandidateSearch(const Stage& stage, CadreId cadre, Onto onto);

  // Tries at most `count` more choices; true when all are tried.
  bool step(std::size_t count);
  [[nodiscard]] bool done() const { return next_ == choices_.size(); }
  // From 0 to 1.
  [[nodiscard]] double progress() const;

  // Those tried so far, best first (sorted anew after each step).
  [[nodiscard]] const std::vector<Candidate>& ranked() const { return ranked_; }

 private:
  struct Choice {
    CadreId cadre;
    PostId to;
  };
  void tryOne(const Choice& choice);

  const Stage& stage_;
  RoundTrial trial_;
  Onto onto_;
  std::vector<Choice> choices_;
  std::size_t next_ = 0;
  std::vector<Candidate> ranked_;
};

}  // namespace cadre
