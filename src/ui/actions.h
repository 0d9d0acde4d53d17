// What a person can ask for from more than one place: menu, button and shortcut; ui/commands.h
// is the table of them.
#pragma once

#include "ui/context.h"

namespace cadre::ui {

// Step of the history, and the journal's position with it; done after the frame's views are drawn.
void undo(const Context& context);
void redo(const Context& context);
// A round after the others, with a scenario when there is none; it becomes the chosen one.
void addNextRound(const Context& context);
// A copy of the chosen scenario, or of the baseline where there is none; it becomes the chosen one.
void branchScenario(const Context& context);
// Hands the plan to the host as a file named after its title.
// One that has a password is asked for a new one instead (ui/password.h).
void savePlanFile(const Context& context);
// Without a password, whatever the plan came from.
void savePlainPlanFile(const Context& context);
// The report of the chosen scenario, in the language of the interface: in a tab of its own, ready
// to print, or as a file.
void printReport(const Context& context);
void downloadReport(const Context& context);
// The roster, or what the chosen scenario comes to, as a table for a spreadsheet.
enum class CsvTable : std::uint8_t { kRoster, kMoves, kQuotas, kFindings };
void exportCsv(const Context& context, CsvTable table);
// The list of moments that the open plan can be brought back to. Not while a view draws.
void openRestorePoints(const Context& context);
// Which edition this is and the licences of what is in it; they are fetched when they are not
// there. Not while a view draws.
void openAbout(const Context& context);
void fetchLicences(const Context& context);
// A line of news in the top bar, for some seconds.
void notify(const Context& context, std::string text);

// "Hà Nội 2023" gives "ha-noi-2023.json".
[[nodiscard]] std::string fileNameFor(std::string_view title, std::string_view extension = "json");

}  // namespace cadre::ui
