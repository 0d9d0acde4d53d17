// What a rule is: a name, one parameter at most, and a pure check of a move or of a round.
//
// A rule is added in one file of this folder, which defines its RuleInfo, and one line of
// rules.def; simulation, candidates, proposals and views all use it from there, and none knows it
// by name. Rules look at facts and answer; they never change anything and never look at a clock.
// Texts are keys of the string tables: "rule.<id>.name", "rule.<id>.source" and
// "rule.<id>.finding". Data that a plan does not have is not held against an official, except where
// a rule's header comment says so.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "core/message.h"
#include "model/plan.h"
#include "model/seating.h"
#include "rules/finding.h"
#include "text/strings.h"

namespace cadre::rules {

// Moves that an authority orders or the official asks for, out of office: the rules that protect a
// planned rotation do not hold them up (Đông Anh, Hoàng Mai in the domain notes).
[[nodiscard]] constexpr bool isForcedDeparture(MoveType type) {
  return type == MoveType::kRelief || type == MoveType::kDismissal ||
         type == MoveType::kResignation;
}

// What a rule may know about one move.
//
// For a candidate move that no round plays, `after` may be the same seating as `before`: a rule
// must then not expect to find the cadre in the destination, nor its old holder gone.
struct MoveFacts {
  const Plan& plan;
  Date date;              // of the round
  const Seating& before;  // just before the round, departures done
  const Seating& after;   // after all moves of the round
  const Move& move;
  Views views;  // of the move, from the round's register (model/consultation.h)

  [[nodiscard]] const Cadre& cadre() const { return plan.cadre(move.cadre); }
  // The first post that the cadre held before; none for one without a post.
  [[nodiscard]] PostId from() const { return before.firstPost(move.cadre); }
  // Whether a post not held before is taken. False for a move with no destination and for a forced
  // departure, even one that names a post: rules about taking a post hold up neither.
  [[nodiscard]] bool takesPost() const {
    return move.to && !isForcedDeparture(move.type) && before.holder(move.to) != move.cadre;
  }
};

// What a rule may know about a whole round. `moves` are those that happened.
struct RoundFacts {
  const Plan& plan;
  Date date;
  const Seating& before;
  const Seating& after;
  std::span<const Move* const> moves;
};

// A finding of a round's check, before severity and waivers are known. A waiver is looked for in
// the move of `cadre`; without a cadre the finding cannot be waived.
struct RoundBreach {
  PostId post;
  CadreId cadre;
  Message message;
};

enum class Parameter : std::uint8_t { kNone, kMonths, kTerms, kAtLeast };

// What the model of a proposal (propose/model, propose/roadmap) makes of a rule. A shape that is
// not kMoves is that of one rule at most.
enum class InProposal : std::uint8_t {
  kMoves,        // a move alone: its check is asked for each, and may not look at `after`
  kKinship,      // a move against others: of two officials no more than one sits in a unit
  kHeadsOfUnit,  // a unit after the round: so many of its head posts may change hands
};

// A value that has to be given: a rule that does not say how proposals see it does not compile.
struct Declared {
  InProposal shape;
  Declared() = delete;
  constexpr Declared(InProposal its) : shape(its) {}  // NOLINT(google-explicit-constructor)
  friend constexpr bool operator==(const Declared&, const Declared&) = default;
};

// How many head posts of a unit may change hands where a rule is kHeadsOfUnit.
inline constexpr std::int32_t kMostHeadChanges = 1;

struct RuleInfo {
  std::string_view id;
  text::Str name;
  Parameter parameter = Parameter::kNone;
  // What a plan gets when the rule is switched on in it; kAtLeast: the value of an EvaluationGrade.
  Severity default_severity = Severity::kHard;
  std::int32_t default_limit = 0;
  text::Str default_source;
  // The answer depends on the cadre, the post left and the date alone: it is the same whatever the
  // destination, so that it can be asked once for each incumbent.
  bool about_leaving = false;
  // The answer depends on other moves of the round (on `after`), so that it has to be asked again
  // when they change.
  bool looks_at_others = false;
  Declared in_proposal;
  int format_version = 1;  // the first version of the plan format that knows the rule
  // The breach of the move, or nothing. Null for a rule about rounds.
  std::optional<Message> (*check_move)(const MoveFacts&, const RuleSetting&) = nullptr;
  // Reports every breach of the round. Null for a rule about moves.
  void (*check_round)(const RoundFacts&, const RuleSetting&,
                      const std::function<void(RoundBreach)>&) = nullptr;
};

// The field name of a parameter in a plan file ("months", "terms", "at_least"); empty for none.
[[nodiscard]] std::string_view fieldName(Parameter parameter);

// Every rule that there is, in the order in which findings are reported.
[[nodiscard]] std::span<const RuleInfo* const> registry();

#define RULE(name) extern const RuleInfo k##name;
#include "rules/rules.def"
#undef RULE

// Null when no rule has that id.
[[nodiscard]] const RuleInfo* findRule(std::string_view id);

// A rule that a plan has on, with its setting there; refers to the plan.
struct ActiveRule {
  const RuleInfo* rule;
  const RuleSetting* setting;
};

// Those that are on, in the order in which findings are reported.
[[nodiscard]] std::vector<ActiveRule> activeRules(const Plan& plan);

// The setting of the rule that proposals see so; null when there is none or it is off.
[[nodiscard]] const RuleSetting* settingSeenAs(const RuleSet& rules, InProposal shape);
[[nodiscard]] bool isSeenAs(std::string_view id, InProposal shape);

// What a finding names as its {source}: the plan's own or, where the plan is silent, the rule's.
[[nodiscard]] MessageValue sourceOf(const RuleSetting& setting);

}  // namespace cadre::rules
