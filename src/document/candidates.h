// Who could take a post, or where an official could go: every choice with its effect, best first.
//
// A choice is a move that moveOnto (what_if.h) would make, tried in the round of the stage, so its
// predicted effect is what a new simulation shows after the move. The search is a job: step() tries
// some choices and returns, so the page stays responsive even with a country's worth of posts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "document/round_trial.h"
#include "document/what_if.h"

namespace cadre {

struct Candidate {
  CadreId cadre;
  PostId from;  // the official's post at the stage; none when there is none
  PostId to;
  Effect effect;
  std::int32_t shortfall = 0;  // change in total shortfall over all quota cells
  std::int32_t hard = 0;       // new hard findings, waived ones not counted
  std::int32_t soft = 0;       // new soft findings
  std::int32_t cost = 0;       // see propose/model/move_cost.h

  // Breaks a hard rule or cannot happen.
  [[nodiscard]] bool isRuledOut() const { return hard > 0; }
};

// The sum of the changes in shortfall.
[[nodiscard]] std::int32_t shortfallChange(const Effect& effect);

// A choice with the fields that its effect determines; the cost is left at 0.
[[nodiscard]] Candidate candidateOf(CadreId cadre, PostId from, PostId to, Effect effect);

// Orders two choices: those that break no hard rule first, then by least shortfall, fewest
// vacancies, fewest hard and soft findings, least cost, and finally plan order, so that the same
// plan gives the same ranking everywhere.
[[nodiscard]] bool isBetter(const Candidate& a, const Candidate& b);

class CandidateSearch {
 public:
  // All officials for a post, or all posts for an official. The stage must outlive the search.
  CandidateSearch(const Stage& stage, PostId post, Onto onto);
  CandidateSearch(const Stage& stage, CadreId cadre, Onto onto);

  // Tries at most `count` more choices; returns true when all have been tried.
  bool step(std::size_t count);
  [[nodiscard]] bool done() const { return next_ == choices_.size(); }
  // From 0 to 1.
  [[nodiscard]] double progress() const;

  // The choices tried so far, best first (sorted again after each step).
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
