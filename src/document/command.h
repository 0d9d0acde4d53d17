// Every edit that can be made to a plan, as a value.
//
// A command refers to parts of the plan by their keys in the plan file, so that it can be written
// to the journal and applied again after the tab was closed. Applying is pure: it makes a new Plan
// that shares everything the command did not change, or returns an error.
//
// To add a command, write a header and a source in commands/ (see commands/interface.h) and add its
// name to the list below; the rest follows from that list.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/error.h"
#include "document/commands/accept_proposal.h"
#include "document/commands/add_moves.h"
#include "document/commands/add_round.h"
#include "document/commands/add_scenario.h"
#include "document/commands/branch_scenario.h"
#include "document/commands/delete_round.h"
#include "document/commands/delete_scenario.h"
#include "document/commands/merge_roster.h"
#include "document/commands/remove_move.h"
#include "document/commands/rename_plan.h"
#include "document/commands/rename_round.h"
#include "document/commands/rename_scenario.h"
#include "document/commands/reorder_move.h"
#include "document/commands/replace_move.h"
#include "document/commands/set_caps.h"
#include "document/commands/set_locality.h"
#include "document/commands/set_lock.h"
#include "document/commands/set_round_date.h"
#include "document/commands/set_rule.h"
#include "document/commands/set_target.h"
#include "document/commands/set_views.h"
#include "model/plan.h"
#include "plan_io/key_index.h"
#include "shared/numbers.h"

namespace cadre {

// The order does not matter.
using Command =
    std::variant<RenamePlan,
                 // Scenarios.
                 BranchScenario, RenameScenario, DeleteScenario, AddScenario,
                 // Rounds.
                 AddRound, RenameRound, SetRoundDate, DeleteRound,
                 // Moves of a round.
                 AddMoves, AcceptProposal, RemoveMove, ReorderMove, ReplaceMove, SetViews,
                 // Settings that apply to all scenarios.
                 SetLock, SetLocality, SetTarget, SetRule, SetCaps, MergeRoster>;

// The plan after the command; an error of code kUsage when it does not fit the plan, or kTooLarge
// when the plan would exceed a limit.
[[nodiscard]] Expected<Plan> applyCommand(const Plan& plan, const Command& command);

// What the command does, for the undo and redo buttons: "Điều chuyển Nguyễn Văn An".
[[nodiscard]] Message labelOf(const Command& command, const Plan& before);

// Conversion to and from one line of the journal (JSON). `plan` is the one the command applies to.
[[nodiscard]] std::string writeCommand(const Command& command, const Plan& before);
[[nodiscard]] Expected<Command> readCommand(std::string_view json, const Plan& before);
// The same for many commands in a row. REQUIRES: `keys` belongs to `before`, or to a still existing
// plan from which `before` was made by commands, none of which added keys.
[[nodiscard]] Expected<Command> readCommand(std::string_view json, const Plan& before,
                                            const plan_io::KeyIndex& keys);
// Whether the command adds keys to the plan. Commands never change existing keys, so a key index
// stays valid until one of these.
[[nodiscard]] bool addsKeys(const Command& command);
// The kind of restore point under which the plan before the command is kept, so that one can return
// to it even after a long history; empty for most commands.
[[nodiscard]] std::optional<shared::RestoreKind> restorePointBefore(const Command& command);

}  // namespace cadre
