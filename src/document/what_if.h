// "And if we did this?": the command for a gesture, and what it would change, before it is done.
//
// Pure: a what-if is a simulation of the plan with the command applied, so what it foretells is
// what the board shows after the click.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/command.h"
#include "model/plan.h"
#include "simulate/timeline.h"

namespace cadre {

// What happens to whoever sits in the post that an official is moved onto.
enum class Onto : std::uint8_t {
  kSwap,   // they change places
  kChain,  // they stay until they are moved on: a chain left open
};

// Where a gesture happens: entry 0 of the timeline is the baseline, entry r + 1 is round r.
struct Stage {
  const Plan& plan;
  const Scenario& scenario;
  const Timeline& timeline;
  std::size_t entry = 0;
  text::Language language = text::Language::kVietnamese;  // for names that a gesture makes
};

// The command that puts the official into the post in the stage's round; in the baseline, in the
// first round, which is made when there is none. An error when there is nothing to do.
[[nodiscard]] Expected<Command> moveOnto(const Stage& stage, CadreId cadre, PostId to, Onto onto);

// The command by which the official leaves the roster's posts.
[[nodiscard]] Expected<Command> moveOut(const Stage& stage, CadreId cadre, MoveType type);

// A round after all others of the scenario, with a free key, a name such as "Đợt 2/2023" in the
// given language, and the first day of the next quarter as its date.
[[nodiscard]] Round nextRound(const Plan& plan, const Scenario& scenario, text::Language language);

// A key that no scenario of the plan has, and the number in it, for a name: "s3" and 3.
struct FreeKey {
  std::string key;
  std::int64_t number = 0;
};
[[nodiscard]] FreeKey freeScenarioKey(const Plan& plan);

// The timeline entry at which a command made by moveOnto or moveOut takes effect.
[[nodiscard]] std::size_t entryOf(const Stage& stage);

struct CellChange {
  Cell before;
  Cell after;
};

struct Effect {
  std::vector<CellChange> cells;  // only those that change, of every quota
  std::vector<Finding> findings;  // of the round, that the plan does not have without the command
  std::int32_t vacancies = 0;     // change in the number of vacant posts
  std::int32_t resolved = 0;      // findings of the round that go away
};

// What there is at `now` that was not at `then`.
[[nodiscard]] Effect changeBetween(const RoundState& then, const RoundState& now);
// The same when `now` was played by playChangedRound from `then`.
[[nodiscard]] Effect changeBetween(const RoundState& then, const RoundState& now,
                                   const std::vector<std::uint8_t>& is_same);

// What the command changes in the timeline at entryOf(stage). An error when it cannot be applied.
[[nodiscard]] Expected<Effect> effectOf(const Stage& stage, const Command& command);

// The command that puts a move of another scenario into this one: into the round of the same key
// or else of the same date, or else into a new round like the one it comes from. What was said
// about the official goes with it.
[[nodiscard]] Expected<Command> copyMove(const Scenario& into, const Round& from, const Move& move);
// The same for all moves of a round.
[[nodiscard]] Expected<Command> copyRound(const Scenario& into, const Round& from);

}  // namespace cadre
