// A rule: a name, at most one parameter, and a pure check of a move or a round.
//
// A rule is added in one file of this folder, which defines its RuleInfo, and one line of
// rules.def. Simulation, candidates, proposals and views all use it from there, and none refers to
// it by name. Rules only read facts: they change nothing and never read a clock. Texts are keys of
// the string tables: "rule.<id>.name", "rule.<id>.source" and "rule.<id>.finding". Missing data is
// not held against an official, except where a rule's header comment says so.
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

// Moves out of office that an authority orders or the official asks for. The rules that protect a
// planned rotation do not apply to them (Đông Anh, Hoàng Mai in the domain notes).
[[nodiscard]] constexpr bool isForcedDeparture(MoveType type) {
  return type == MoveType::kRelief || type == MoveType::kDismissal ||
         type == MoveType::kResignation;
}

// The facts available to a rule about one move.
//
// For a candidate move that is not part of a simulated round, `after` may be the same seating as
// `before`. A rule must then not expect to find the cadre in the destination or its old holder
// gone.
struct MoveFacts {
  const Plan& plan;
  Date date;              // of the round
  const Seating& before;  // just before the round, after departures
  const Seating& after;   // after all moves of the round
  const Move& move;
  Views views;  // on the move, from the round's register (model/consultation.h)

  [[nodiscard]] const Cadre& cadre() const { return plan.cadre(move.cadre); }
  // The first post that the cadre held before; none for a cadre without a post.
  [[nodiscard]] PostId from() const { return before.firstPost(move.cadre); }
  // Whether the move takes a post not held before. False for a move with no destination and for a
  // forced departure, even one that names a post: rules about taking a post do not apply to either.
  [[nodiscard]] bool takesPost() const {
    return move.to && !isForcedDeparture(move.type) && before.holder(move.to) != move.cadre;
  }
};

// The facts available to a rule about a whole round. `moves` are those that happened.
struct RoundFacts {
  const Plan& plan;
  Date date;
  const Seating& before;
  const Seating& after;
  std::span<const Move* const> moves;
};

// A finding of a round's check, before severity and waivers are applied. Waivers are looked up in
// the move of `cadre`; without a cadre the finding cannot be waived.
struct RoundBreach {
  PostId post;
  CadreId cadre;
  Message message;
};

enum class Parameter : std::uint8_t { kNone, kMonths, kTerms, kAtLeast };

// How the model of a proposal (propose/model, propose/roadmap) represents a rule. Every shape other
// than kMoves belongs to at most one rule.
enum class InProposal : std::uint8_t {
  kMoves,        // each move alone: the check runs per move and may not look at `after`
  kKinship,      // moves against each other: at most one of two officials sits in a unit
  kHeadsOfUnit,  // a unit after the round: limits how many head posts change hands
};

// Must be given: a rule that does not declare its shape for proposals does not compile.
struct Declared {
  InProposal shape;
  Declared() = delete;
  constexpr Declared(InProposal its) : shape(its) {}  // NOLINT(google-explicit-constructor)
  friend constexpr bool operator==(const Declared&, const Declared&) = default;
};

// How many head posts of a unit may change hands under a kHeadsOfUnit rule.
inline constexpr std::int32_t kMostHeadChanges = 1;

struct RuleInfo {
  std::string_view id;
  text::Str name;
  Parameter parameter = Parameter::kNone;
  // The parameter when a plan switches the rule on; for kAtLeast, the value of an EvaluationGrade.
  Severity default_severity = Severity::kHard;
  std::int32_t default_limit = 0;
  text::Str default_source;
  // The answer depends only on the cadre, the post left and the date, not on the destination, so it
  // can be computed once per incumbent.
  bool about_leaving = false;
  // The answer depends on other moves of the round (on `after`), so it must be recomputed when they
  // change.
  bool looks_at_others = false;
  Declared in_proposal;
  int format_version = 1;  // the first version of the plan format that knows the rule
  // The breach caused by the move, if any. Null for a rule about rounds.
  std::optional<Message> (*check_move)(const MoveFacts&, const RuleSetting&) = nullptr;
  // Reports every breach of the round. Null for a rule about moves.
  void (*check_round)(const RoundFacts&, const RuleSetting&,
                      const std::function<void(RoundBreach)>&) = nullptr;
};

// The parameter's field name in a plan file ("months", "terms", "at_least"); empty if none.
[[nodiscard]] std::string_view fieldName(Parameter parameter);

// All rules, in the order in which findings are reported.
[[nodiscard]] std::span<const RuleInfo* const> registry();

#define RULE(name) extern const RuleInfo k##name;
#include "rules/rules.def"
#undef RULE

// Null when no rule has that id.
[[nodiscard]] const RuleInfo* findRule(std::string_view id);

// A rule that is on in a plan, with its setting; refers to the plan.
struct ActiveRule {
  const RuleInfo* rule;
  const RuleSetting* setting;
};

// The rules that are on, in the order in which findings are reported.
[[nodiscard]] std::vector<ActiveRule> activeRules(const Plan& plan);

// The setting of the rule with that shape in proposals; null when there is none or it is off.
[[nodiscard]] const RuleSetting* settingSeenAs(const RuleSet& rules, InProposal shape);
[[nodiscard]] bool isSeenAs(std::string_view id, InProposal shape);

// The {source} shown in a finding: the plan's own or, if the plan gives none, the rule's default.
[[nodiscard]] MessageValue sourceOf(const RuleSetting& setting);

}  // namespace cadre::rules
