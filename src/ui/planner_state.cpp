#include "ui/planner_state.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include <imgui.h>
#include <imgui_internal.h>

#include "plan_io/encrypted_plan.h"
#include "plan_io/plan_io.h"
#include "ui/actions.h"
#include "ui/announcer.h"
#include "ui/context.h"
#include "ui/import_state.h"
#include "ui/outside.h"
#include "ui/password.h"
#include "ui/preferences.h"
#include "ui/view_memory.h"
#include "ui/views/meeting/meeting_memory.h"
#include "ui/views/view.h"

namespace cadre::ui {

using text::Str;

void Planner::State::show(Document document, bool is_new) {
  const std::string title = document.plan().header->title;
  if (is_new) {
    host.createStored(title, plan_io::savePlan(document.base()));
    outside.access = platform::PlanAccess::kWritable;
  }
  told_title = title;
  ImGui::ClearDragDrop();
  session.emplace(std::move(document));
  // Opening another plan ends the meeting about this one.
  if (memory.of<MeetingMemory>().open) host.setFullScreen(false);
  memory.clear();
  memo = {};
  gesture = {};
  announcer.planOpened();
  drag = {};
  outside.start_open = false;
  outside.failure = {};
  outside.has_password = !is_new && isKeptWithPassword();
  tellPage();
  host.requestFrame();
}

void Planner::State::endDragOfOtherPlan() {
  const std::uint64_t revision = session ? session->revision() : 0;
  if (std::exchange(drawn_revision, revision) != revision) ImGui::ClearDragDrop();
}

bool Planner::State::isKeptWithPassword() const {
  const std::vector<std::string>& marks = preferences.with_password;
  if (marks.empty()) return false;
  const std::string mark = markOf(plan_io::savePlan(session->document().base()));
  return std::find(marks.begin(), marks.end(), mark) != marks.end();
}

void Planner::State::setPassword() {
  constexpr std::size_t kMostMarks = 100;
  outside.has_password = true;
  std::vector<std::string>& marks = preferences.with_password;
  std::string mark = markOf(plan_io::savePlan(session->document().base()));
  std::erase(marks, mark);
  marks.push_back(std::move(mark));
  if (marks.size() > kMostMarks) marks.erase(marks.begin());
  host.saveSettings(writePreferences(preferences));
}

std::string Planner::State::tr(const Message& message) const {
  return text::render(message, preferences.language);
}

void Planner::State::tell(const Message& message) {
  outside.tell(tr(message), ImGui::GetTime());
  host.requestFrame();
}

void Planner::State::failStored(std::string_view id, std::string about) {
  outside.failure = {.file = std::string(id),
                     .lines = {},
                     .title = tr(Message{Str::failure_stored_title, {}}),
                     .about = std::move(about),
                     .stored_id = std::string(id)};
}

void Planner::State::repair(const platform::StoredPlan& plan, std::size_t kept) {
  told_title = tr(Message{Str::failure_repaired_title, {{"title", session->plan().header->title}}});
  host.repairStored(kept, told_title);
  failStored(plan.id, tr(Message{Str::failure_stored_repaired,
                                 {{"kept", static_cast<std::int64_t>(kept)},
                                  {"all", static_cast<std::int64_t>(plan.records.size())},
                                  {"title", told_title}}}));
  outside.failure.lines.push_back(
      tr(Message{Str::failure_stored_record, {{"number", static_cast<std::int64_t>(kept) + 1}}}));
  // The entry keeps that name until the plan itself is renamed.
  told_title = session->plan().header->title;
}

std::vector<std::string> Planner::State::askPassword(std::string_view name,
                                                     std::string_view bytes) {
  const auto file = plan_io::readEncrypted(bytes);
  if (!file) return {text::render(file.error(), preferences.language)};
  ui::askPassword(outside.password, name, bytes);
  return {};
}

void Planner::State::preview(std::string name, std::string_view table_text) {
  memory.of<ImportMemory>() = {
      true, std::make_shared<ImportState>(std::move(name), table_text, session->plan())};
}

LastVisit Planner::State::visit() {
  const Selection& selection = session->selection();
  const ShownViews& shown = memory.of<ShownViews>();
  return {selection.scenario,
          selection.round,
          selection.quota,
          selection.unit ? session->plan().unit(selection.unit).key : "",
          std::string(shown.work->command),
          std::string(shown.lower->command)};
}

void Planner::State::goTo(const LastVisit& visit) {
  session->restoreSelection(visit.scenario, visit.round, visit.quota, visit.unit);
  ShownViews& shown = memory.of<ShownViews>();
  if (const ViewInfo* view = openedBy(visit.work_view, workViews())) shown.work = view;
  if (const ViewInfo* view = openedBy(visit.lower_view, lowerViews())) shown.lower = view;
}

void Planner::State::awaitTouch(double now) {
  const std::optional<double> due = outside.touch.deadline();
  if (!due) return;
  if (*due <= now) {
    host.requestFrame();
  } else {
    host.requestFrameIn(static_cast<int>((*due - now) * 1000.0) + 1);
  }
}

void Planner::State::tellPage() {
  const bool english = preferences.language == text::Language::kEnglish;
  std::string title(text::get(Str::app_name, preferences.language));
  if (session) title = session->plan().header->title + " · " + title;
  host.setPageLanguage(english ? "en" : "vi", title);
}

void Planner::State::refuseActs(const Context& context, Wishes& wishes) {
  if (wishes.commands.empty() || outside.isWritable()) return;
  wishes = {};
  notify(context, tr(Message{Str::access_refused, {}}));
}

void Planner::State::editCopy() {
  const Plan& plan = session->plan();
  Expected<Plan> copy = applyCommand(
      plan, RenamePlan{tr(Message{Str::access_copy_title, {{"title", plan.header->title}}})});
  const LastVisit last = visit();
  const bool has_password = outside.has_password;
  if (!copy) return;
  show(Document(std::move(*copy)), true);
  if (has_password) setPassword();
  goTo(last);
}

void Planner::State::tellTitle() {
  const std::string& title = session->plan().header->title;
  if (title == told_title) return;
  told_title = title;
  host.renameStored(title);
  tellPage();
}

void Planner::State::runCommand(const Context& context, Act act) {
  const bool amends = act.amends && session->document().canUndo();
  const std::size_t index = session->document().position() - (amends ? 1 : 0);
  // An amended command has its restore point already.
  if (const auto kind = restorePointBefore(act.command); kind && !amends) {
    host.addRestorePoint(*kind);
  }
  Expected<std::string> record =
      amends ? session->amend(std::move(act.command)) : session->run(std::move(act.command));
  if (record) {
    host.appendRecord(index, *record);
  } else {
    notify(context, text::render(record.error(), preferences.language));
  }
}

void Planner::State::act(const Context& context, Wishes& wishes) {
  bool acted = false;
  do {
    refuseActs(context, wishes);
    Wishes now = std::exchange(wishes, {});
    acted = acted || !now.isEmpty();
    for (Act& act : now.commands) {
      if (session) runCommand(context, std::move(act));
    }
    if (std::exchange(outside.copy_wanted, false) && session) editCopy();
    for (const std::function<void()>& action : now.deferred) action();
  } while (!wishes.isEmpty());
  if (acted && session) tellTitle();
  if (acted) host.requestFrame();
}

}  // namespace cadre::ui
