// A round as a proposal finds it: what stands already, who may move, which posts may change hands.
//
// What stands: pinned moves; facts, which are departures that somebody ordered or asked for
// (relief, dismissal, resignation); and moves elsewhere, which touch no post that the question is
// about. All other moves of the round are open to the proposal.
//
// Whom a fact takes out of office counts as gone: their posts are vacant from the start and nobody
// has to follow there, but somebody may. A fact that leads to a post is a pinned move there. A fact
// that cannot happen stays in the round and says nothing.
//
// Refers to the plan, the scenario and the timeline that it was made from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/plan.h"
#include "model/seating.h"
#include "propose/model/question.h"
#include "rules/rule.h"
#include "simulate/timeline.h"

namespace cadre::propose {

// A move that the proposal has to make.
struct Pin {
  std::size_t move;      // place in the round's list
  bool is_fact = false;  // leads from outside: the post left is vacant already
};

class RoundStart {
 public:
  // `round` is a place in the scenario's list of rounds. REQUIRES: the timeline is the scenario's.
  RoundStart(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
             std::size_t round, const Question& question);

  [[nodiscard]] const Plan& plan() const { return plan_; }
  [[nodiscard]] const Round& round() const { return round_; }
  [[nodiscard]] const Question& question() const { return question_; }
  // Just before the round, as the simulation has it: what rules look at.
  [[nodiscard]] const Seating& before() const { return before_; }
  // Who sits where once facts and moves elsewhere have happened.
  [[nodiscard]] const Seating& seating() const { return seating_; }

  // A pinned move that no plan can keep (its place in the round's list).
  [[nodiscard]] std::optional<std::size_t> brokenPin() const { return broken_pin_; }
  [[nodiscard]] const std::vector<Pin>& pins() const { return pins_; }
  // Places of moves that stay although they are not pinned: moves elsewhere, and facts.
  [[nodiscard]] const std::vector<std::size_t>& kept() const { return kept_; }
  // Places of the moves that have happened in seating(): facts, and moves elsewhere.
  [[nodiscard]] const std::vector<std::size_t>& done() const { return done_; }
  // Posts that moves elsewhere lead into: they count for the caps.
  [[nodiscard]] const std::vector<PostId>& keptInto() const { return kept_into_; }

  [[nodiscard]] bool isInScope(PostId post) const { return post && in_scope_[post.index()] != 0; }
  // Whether the official has a move already, and makes no other.
  [[nodiscard]] bool isTaken(CadreId cadre) const { return is_taken_[cadre.index()] != 0; }
  // Whether a proposal may ask the official to move, as far as is known without the destination:
  // one without a post, or the unlocked only one of whose post no hard rule about leaving speaks.
  [[nodiscard]] bool mayMove(CadreId cadre) const { return may_move_[cadre.index()] != 0; }
  [[nodiscard]] bool isPinned(CadreId cadre) const { return is_pinned_[cadre.index()] != 0; }
  // In scope, unlocked, and vacant or its holder may move or has to.
  [[nodiscard]] bool mayChange(PostId post) const;

 private:
  static constexpr std::uint8_t kByPin = 1;
  static constexpr std::uint8_t kByFact = 2;

  [[nodiscard]] bool holdsOne(CadreId cadre) const;
  [[nodiscard]] bool touchesScope(const Move& move) const;
  [[nodiscard]] bool leadsElsewhere(const Move& move) const;
  using Rules = std::vector<rules::ActiveRule>;
  [[nodiscard]] bool mayLeaveAtAll(CadreId cadre, const Rules& about_leaving) const;
  void findScope();
  void findDone();
  void findMovers();
  void findPins();
  void checkPins();
  void breakPin(std::size_t place);

  const Plan& plan_;
  const Round& round_;
  const Seating& before_;
  const Question& question_;
  Seating seating_;
  std::vector<std::uint8_t> in_scope_;   // by post
  std::vector<std::uint8_t> is_fact_;    // by move of the round: it happens and is in scope
  std::vector<std::uint8_t> is_taken_;   // by cadre
  std::vector<std::uint8_t> is_pinned_;  // by cadre: 0, kByPin or kByFact
  std::vector<std::uint8_t> may_move_;   // by cadre
  std::vector<Pin> pins_;
  std::vector<std::size_t> kept_;
  std::vector<std::size_t> done_;
  std::vector<PostId> kept_into_;
  std::optional<std::size_t> broken_pin_;
};

}  // namespace cadre::propose
