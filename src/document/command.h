// Everything that a person can do to a plan, as values.
//
// A command names what it touches by the keys of the plan file, so that it can be written to the
// journal and applied again after the tab was closed. Applying is pure: it makes a new Plan that
// shares all that the command did not change, or says why it cannot be applied. A command is added
// here, in apply_command.cpp, command_label.cpp and command_io.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/error.h"
#include "core/ratio.h"
#include "model/plan.h"
#include "plan_io/key_index.h"
#include "roster/merge.h"

namespace cadre {

// Names one round of one scenario.
struct RoundRef {
  std::string scenario;
  std::string round;
  friend bool operator==(const RoundRef&, const RoundRef&) = default;
};

struct RenamePlan {
  std::string title;
};

// A copy of scenario `from` (empty: of the baseline, no rounds) under a new key, after it in the
// list.
struct BranchScenario {
  std::string from;
  std::string key;
  std::string name;
};
struct RenameScenario {
  std::string scenario;
  std::string name;
};
// Scenarios based on the deleted one become based on what it was based on.
struct DeleteScenario {
  std::string scenario;
};

// Rounds stay in the order of their dates; a new round comes after others of its date.
struct AddRound {
  std::string scenario;
  Round round;
};
struct RenameRound {
  RoundRef round;
  std::string name;
};
struct SetRoundDate {
  RoundRef round;
  Date date;
};
struct DeleteRound {
  RoundRef round;
};

// Moves of one gesture (a swap is two), at the end of the round's list. A move of a cadre who moves
// in the round already takes the place of that earlier move; those in `without` stay where they are
// before the round: their moves are taken out.
struct AddMoves {
  RoundRef round;
  std::vector<Move> moves;
  std::vector<CadreId> without;
};
// What is accepted of a proposal: does what AddMoves does.
struct AcceptProposal : AddMoves {};
struct RemoveMove {
  RoundRef round;
  std::size_t index = 0;
};
// Takes the move at `from` out and puts it back at `to`.
struct ReorderMove {
  RoundRef round;
  std::size_t from = 0;
  std::size_t to = 0;
};
// Another type, reason, pin, consent or waivers for the move at `index`.
struct ReplaceMove {
  RoundRef round;
  std::size_t index = 0;
  Move move;
};

// Giữ nguyên.
struct SetLock {
  PostId post;
  bool locked = false;
};

struct SetLocality {
  LocalityDefinition locality;
};
// The target of a quota, or of one unit of it; for a unit, nullopt returns to the quota's own.
struct SetTarget {
  std::string quota;
  UnitId unit;  // none: the quota itself
  std::optional<Share> target;
};

// Another severity, parameter or source for a rule; one that the plan lacks is added.
struct SetRule {
  std::string rule;  // id
  Severity severity = Severity::kOff;
  std::int32_t limit = 0;  // as RuleSetting::limit
  std::string source;
};
// Unknown fields of the plan's caps stay.
struct SetCaps {
  std::optional<std::int32_t> moves_per_district_per_round;
  std::optional<std::int32_t> moves_per_round;
};

// A whole scenario, at place `at` of the list (at most its end): one that was deleted comes back.
struct AddScenario {
  Scenario scenario;
  std::size_t at = 0;
};

// What an imported roster changes. The only command that adds officials: its relatives and
// incumbents may name those that it adds.
struct MergeRoster {
  roster::Merge merge;
};

using Command = std::variant<RenamePlan, BranchScenario, RenameScenario, DeleteScenario, AddRound,
                             RenameRound, SetRoundDate, DeleteRound, AddMoves, RemoveMove,
                             ReorderMove, ReplaceMove, SetLock, SetLocality, SetTarget, SetRule,
                             SetCaps, AddScenario, MergeRoster, AcceptProposal>;

// The plan after the command; an error of code kUsage when it does not fit the plan.
[[nodiscard]] Expected<Plan> applyCommand(const Plan& plan, const Command& command);

// What the command does, for the undo and redo buttons: "Điều chuyển Nguyễn Văn An".
[[nodiscard]] Message labelOf(const Command& command, const Plan& before);

// One line of JSON for the journal, and back. The plan is the one that the command is applied to.
[[nodiscard]] std::string writeCommand(const Command& command, const Plan& before);
[[nodiscard]] Expected<Command> readCommand(std::string_view json, const Plan& before);
// The same for many commands in a row. REQUIRES: `keys` are those of `before` or of a plan that
// commands made it from (none changes an id, but a MergeRoster adds some: then `keys` must be new)
// and that is still there.
[[nodiscard]] Expected<Command> readCommand(std::string_view json, const Plan& before,
                                            const plan_io::KeyIndex& keys);

}  // namespace cadre
