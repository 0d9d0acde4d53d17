// Actions that are available from more than one place: menu, button and shortcut. They are listed
// in ui/commands.h.
#pragma once

#include "ui/context.h"

namespace cadre::ui {

// Moves to a step of the history, and the journal with it; done after the frame's views are drawn.
void undo(const Context& context);
void redo(const Context& context);
// Adds a round after the others, and a scenario if there is none; selects the round.
void addNextRound(const Context& context);
// Copies the selected scenario, or the baseline if there is none; selects the copy.
void branchScenario(const Context& context);
// Hands the plan to the host as a file named after its title. For a plan with a password, asks for
// a new password instead (ui/password.h).
void savePlanFile(const Context& context);
// Saves without a password, wherever the plan came from.
void savePlainPlanFile(const Context& context);
// The report of the selected scenario, in the language of the interface: in a tab of its own, ready
// to print, or as a file.
void printReport(const Context& context);
void downloadReport(const Context& context);
// The roster, or the results of the selected scenario, as a table for a spreadsheet.
enum class CsvTable : std::uint8_t { kRoster, kMoves, kQuotas, kFindings };
void exportCsv(const Context& context, CsvTable table);
// Opens the list of the plan's restore points. Not while a view draws.
void openRestorePoints(const Context& context);
// Shows the edition and the licences, fetching the licences if necessary. Not while a view draws.
void openAbout(const Context& context);
void fetchLicences(const Context& context);
// Shows a notice in the top bar for a few seconds.
void notify(const Context& context, std::string text);

// "Hà Nội 2023" gives "ha-noi-2023.json".
[[nodiscard]] std::string fileNameFor(std::string_view title, std::string_view extension = "json");

}  // namespace cadre::ui
