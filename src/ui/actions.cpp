#include "ui/actions.h"

#include "plan_io/plan_io.h"
#include "report/csv.h"
#include "report/html_report.h"
#include "text/fold.h"
#include "ui/outside.h"
#include "ui/password.h"

namespace cadre::ui {

using text::Str;

namespace {

const Scenario* scenarioOf(const Session& session) {
  return session.plan().scenarios->empty() ? nullptr : &session.scenario();
}

std::string reportOf(const Context& context) {
  const Session& session = *context.session;
  return report::htmlReport(session.plan(), scenarioOf(session), session.timeline(),
                            context.preferences.language);
}

std::string reportName(const Session& session) {
  const Scenario* scenario = scenarioOf(session);
  const std::string& title = session.plan().header->title;
  return fileNameFor(scenario == nullptr ? title : title + " " + scenario->name, "html");
}

// Reports that the plan is open read-only.
bool refusedHere(const Context& context) {
  if (context.outside.isWritable()) return false;
  notify(context, std::string(context.tr(Str::access_refused)));
  return true;
}

}  // namespace

void undo(const Context& context) {
  if (context.session == nullptr || !context.session->document().canUndo()) return;
  if (refusedHere(context)) return;
  context.later([&context] {
    Session& session = *context.session;
    const std::string label = context.tr(session.document().undoStep().label);
    session.undo();
    context.host.setPosition(session.document().position());
    notify(context, context.tr(Message{Str::edit_undone, {{"what", label}}}));
  });
}

void redo(const Context& context) {
  if (context.session == nullptr || !context.session->document().canRedo()) return;
  if (refusedHere(context)) return;
  context.later([&context] {
    Session& session = *context.session;
    const std::string label = context.tr(session.document().redoStep().label);
    session.redo();
    context.host.setPosition(session.document().position());
    notify(context, context.tr(Message{Str::edit_redone, {{"what", label}}}));
  });
}

void addNextRound(const Context& context) {
  Session& session = *context.session;
  Round round = nextRound(session.plan(), session.scenario(), context.preferences.language);
  const std::string key = round.key;
  if (session.plan().scenarios->empty()) {
    context.run(BranchScenario{"", "a", std::string(context.tr(Str::scenario_first))});
    context.run(AddRound{"a", std::move(round)});
  } else {
    context.run(AddRound{session.scenario().key, std::move(round)});
  }
  context.later([&session, key] { session.chooseRound(key); });
}

void branchScenario(const Context& context) {
  Session& session = *context.session;
  const Plan& plan = session.plan();
  const FreeKey free = freeScenarioKey(plan);
  const std::string from = plan.scenarios->empty() ? "" : session.scenario().key;
  const std::string name =
      context.tr(Message{Str::scenario_branch_name,
                         {{"name", from.empty() ? std::string(context.tr(Str::term_baseline))
                                                : session.scenario().name},
                          {"number", free.number}}});
  context.run(BranchScenario{from, free.key, name});
  context.later([&session, key = free.key] { session.chooseScenario(key); });
}

void savePlanFile(const Context& context) {
  if (context.outside.has_password) {
    savePlanWithPassword(context);
  } else {
    savePlainPlanFile(context);
  }
}

void savePlainPlanFile(const Context& context) {
  if (context.session == nullptr) return;
  const Plan& plan = context.session->plan();
  context.host.saveFile(fileNameFor(plan.header->title), plan_io::savePlan(plan));
}

void printReport(const Context& context) {
  if (context.session == nullptr) return;
  context.host.openReport(reportName(*context.session), reportOf(context));
}

void downloadReport(const Context& context) {
  if (context.session == nullptr) return;
  const std::string name = reportName(*context.session);
  context.host.exportFile(name, reportOf(context));
  notify(context, context.tr(Message{Str::plan_saved, {{"file", name}}}));
}

void exportCsv(const Context& context, CsvTable table) {
  if (context.session == nullptr) return;
  const Session& session = *context.session;
  const Plan& plan = session.plan();
  const text::Language language = context.preferences.language;
  const auto write = [&](Str name, const std::string& bytes, bool of_scenario) {
    const std::string scenario = of_scenario ? session.scenario().name + " " : "";
    const std::string file =
        fileNameFor(plan.header->title + " " + scenario + std::string(context.tr(name)), "csv");
    context.host.exportFile(file, bytes);
    notify(context, context.tr(Message{Str::plan_saved, {{"file", file}}}));
  };
  switch (table) {
    case CsvTable::kRoster:
      return write(Str::csv_roster, report::rosterCsv(plan, language), false);
    case CsvTable::kMoves:
      return write(Str::csv_moves,
                   report::movesCsv(plan, session.scenario(), session.timeline(), language), true);
    case CsvTable::kQuotas:
      return write(Str::csv_quotas,
                   report::quotasCsv(plan, session.scenario(), session.timeline(), language), true);
    case CsvTable::kFindings:
      return write(Str::csv_findings,
                   report::findingsCsv(plan, session.scenario(), session.timeline(), language),
                   true);
  }
}

void openRestorePoints(const Context& context) {
  context.host.listRestorePoints();
  context.outside.restore_open = true;
}

void openAbout(const Context& context) {
  AboutMemory& about = context.outside.about;
  about.open = true;
  if (about.licences.empty() && !about.is_loading) fetchLicences(context);
}

void fetchLicences(const Context& context) {
  AboutMemory& about = context.outside.about;
  about.is_loading = true;
  about.has_failed = false;
  context.host.fetchLicences();
}

void notify(const Context& context, std::string text) {
  context.outside.tell(std::move(text), ImGui::GetTime());
  context.host.requestFrame();
}

std::string fileNameFor(std::string_view title, std::string_view extension) {
  std::string out;
  for (const char c : text::fold(title)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return (out.empty() ? "plan" : out) + "." + std::string(extension);
}

}  // namespace cadre::ui
