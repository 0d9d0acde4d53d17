// Finds moves for the rounds of a sample: swaps, chains and appointments that break no rule.
//
// Works on one scenario, round by round. A set of moves is accepted only if it adds no findings to
// the simulation.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/plan.h"
#include "samples/random.h"
#include "simulate/timeline.h"

namespace cadre::samples {

class MoveFinder {
 public:
  // References must outlive this object.
  MoveFinder(const Plan& plan, Random& random) : plan_(plan), random_(random) {}

  // Begins a round; later calls fill it.
  void beginRound(std::string key, std::string name, Date date);

  // Officials of the district exchange posts of one title in a circle of `length` (2: a swap); all
  // are local where they serve and non-local where they go. Returns false if there are none.
  bool addCircle(UnitId district, std::size_t length, const std::string& reason);
  // Fills a vacant post of the district with a non-local official without a post.
  bool addAppointment(UnitId district, const std::string& reason);
  // An official of the district moves to a vacant post, and a candidate to theirs.
  bool addChain(UnitId district, const std::string& reason);
  // Adds moves regardless of the rules, and what was said about them.
  void add(Move move, Views views = {});

  // The movable heads with that title in the district at this moment, in random order; nobody twice
  // in a scenario.
  [[nodiscard]] std::vector<PostId> seats(UnitId district, TitleId title) const;
  [[nodiscard]] CadreId holder(PostId post) const { return before_.before.holder(post); }

  [[nodiscard]] const Timeline& timeline() const { return timeline_; }
  [[nodiscard]] Scenario& scenario() { return scenario_; }

 private:
  [[nodiscard]] bool isLocal(CadreId cadre, PostId post) const;
  [[nodiscard]] bool fits(const Move& move) const;
  bool tryMoves(std::vector<Move> moves);
  void say(const Move& move, Views views);
  bool extend(std::vector<PostId>& circle, std::span<const PostId> from, std::size_t length,
              const std::string& reason);
  [[nodiscard]] std::vector<PostId> vacancies(UnitId district) const;
  [[nodiscard]] std::vector<CadreId> candidates(UnitId district) const;
  void play();

  const Plan& plan_;
  Random& random_;
  Scenario scenario_;
  Timeline timeline_;
  RoundState before_;  // of the round, without its moves
};

}  // namespace cadre::samples
