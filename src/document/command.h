// Everything that a person can do to a plan, as values.
//
// A command names what it touches by the keys of the plan file, so that it can be written to the
// journal and applied again after the tab was closed. Applying is pure: it makes a new Plan that
// shares all that the command did not change, or says why it cannot be applied.
//
// A command is added with a header and a source in commands/ (commands/interface.h says what they
// hold) and its name in the list below, from which the rest follows.
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

// The order is of no matter.
using Command =
    std::variant<RenamePlan,
                 // Scenarios.
                 BranchScenario, RenameScenario, DeleteScenario, AddScenario,
                 // Rounds.
                 AddRound, RenameRound, SetRoundDate, DeleteRound,
                 // Moves of a round.
                 AddMoves, AcceptProposal, RemoveMove, ReorderMove, ReplaceMove, SetViews,
                 // What holds for all scenarios.
                 SetLock, SetLocality, SetTarget, SetRule, SetCaps, MergeRoster>;

// The plan after the command; an error of code kUsage when it does not fit the plan, of kTooLarge
// when the plan would have too much of something.
[[nodiscard]] Expected<Plan> applyCommand(const Plan& plan, const Command& command);

// What the command does, for the undo and redo buttons: "Điều chuyển Nguyễn Văn An".
[[nodiscard]] Message labelOf(const Command& command, const Plan& before);

// One line of JSON for the journal, and back. The plan is the one that the command is applied to.
[[nodiscard]] std::string writeCommand(const Command& command, const Plan& before);
[[nodiscard]] Expected<Command> readCommand(std::string_view json, const Plan& before);
// The same for many commands in a row. REQUIRES: `keys` are those of `before` or of a plan that
// commands made it from, none of which added keys, and that is still there.
[[nodiscard]] Expected<Command> readCommand(std::string_view json, const Plan& before,
                                            const plan_io::KeyIndex& keys);
// Whether the plan has keys after the command that it lacked before. No command changes a key, so
// that an index of keys holds until one of these.
[[nodiscard]] bool addsKeys(const Command& command);
// As what the plan before the command is kept, so that one can go back behind it after the history
// is long; nothing for most commands.
[[nodiscard]] std::optional<shared::RestoreKind> restorePointBefore(const Command& command);

}  // namespace cadre
