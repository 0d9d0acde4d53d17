// Handles the host's events: files, stored plans, storage, password encryption, full screen.
#include <utility>

#include "document/restore.h"
#include "plan_io/encrypted_plan.h"
#include "ui/actions.h"
#include "ui/import_state.h"
#include "ui/outside.h"
#include "ui/password.h"
#include "ui/planner_state.h"
#include "ui/view_memory.h"
#include "ui/views/meeting/meeting_memory.h"

namespace cadre::ui {

using text::Str;

void Planner::fileOpened(std::string_view name, std::string_view bytes) {
  std::vector<std::string> lines;
  if (plan_io::isEncryptedPlan(bytes)) {
    lines = state_->askPassword(name, bytes);
  } else if (plan_io::isEncryptedName(name)) {
    lines.push_back(state_->tr(Message{Str::error_encrypted_damaged, {}}));
  } else if (!isTableName(name)) {
    lines = openPlan(bytes);
  } else if (state_->session) {
    state_->preview(std::string(name), bytes);
  } else {
    lines.emplace_back(text::get(Str::import_no_plan, state_->preferences.language));
  }
  if (!lines.empty()) state_->outside.failure = {std::string(name), std::move(lines)};
  state_->host.requestFrame();
}

void Planner::lockDone(std::uint32_t ticket, platform::LockOutcome outcome,
                       std::string_view bytes) {
  PasswordMemory& password = state_->outside.password;
  const bool saves = password.kind == PasswordMemory::Kind::kSave;
  const std::string file = password.file;
  state_->host.requestFrame();
  if (!takeLockAnswer(password, ticket, outcome)) return;
  if (saves) {
    state_->setPassword();
    state_->host.saveFile(file, bytes);
    return;
  }
  std::vector<std::string> lines = openPlan(bytes);
  if (lines.empty()) {
    state_->setPassword();
  } else {
    state_->outside.failure = {file, std::move(lines)};
  }
}

void Planner::fileFailed(std::string_view name, std::string_view reason) {
  const Message message{Str::failure_unreadable, {{"reason", std::string(reason)}}};
  state_->outside.failure = {std::string(name),
                             {text::render(message, state_->preferences.language)}};
  state_->host.requestFrame();
}

void Planner::fileSaved(std::string_view name) {
  state_->tell(Message{Str::plan_saved, {{"file", std::string(name)}}});
  state_->host.requestFrame();
}

void Planner::licencesFetched(std::string_view text) {
  AboutMemory& about = state_->outside.about;
  about.is_loading = false;
  about.licences = readLicences(text);
  about.has_failed = about.licences.empty();
  state_->host.requestFrame();
}

void Planner::textPasted(std::string_view text) {
  // Only a block of cells is used; other text is ignored here.
  const bool is_table =
      text.find('\t') != std::string_view::npos && text.find('\n') != std::string_view::npos;
  if (!state_->session || !(state_->memory.of<ImportMemory>().open || is_table)) return;
  state_->preview(std::string(text::get(Str::import_pasted, state_->preferences.language)), text);
  state_->host.requestFrame();
}

void Planner::storedPlans(std::vector<platform::StoredPlanInfo> plans) {
  state_->outside.stored = std::move(plans);
  state_->host.requestFrame();
}

void Planner::storedPlanOpened(platform::StoredPlan plan) {
  State& state = *state_;
  std::expected<Restored, Errors> restored =
      restoreDocument(plan.base, plan.records, plan.position);
  const Errors problems = restored ? restored->problems : restored.error();
  const std::string restoring = std::exchange(state.outside.restoring, {});
  if (restored) {
    const std::size_t kept = restored->document.steps().size();
    const LastVisit last = state.preferences.last_visit;
    state.show(std::move(restored->document), false);
    state.goTo(last);
    if (!problems.empty()) state.repair(plan, kept);
    if (problems.empty() && !restoring.empty()) {
      state.tell(Message{Str::restore_done, {{"when", restoring}}});
    }
  } else {
    state.host.refuseStored();
    state.failStored(plan.id, state.tr(Message{Str::failure_stored_refused, {}}));
  }
  for (const Error& error : problems) {
    state.outside.failure.lines.push_back(text::render(error, state.preferences.language));
  }
  if (!problems.empty()) state.host.listStored();
  state.host.requestFrame();
}

void Planner::storedPlanFailed(std::string_view id, std::string_view reason) {
  state_->outside.restoring.clear();
  state_->failStored(id, state_->tr(Message{Str::failure_stored_refused, {}}));
  state_->outside.failure.lines.push_back(
      state_->tr(Message{Str::failure_stored_read, {{"reason", std::string(reason)}}}));
  state_->host.requestFrame();
}

void Planner::restorePoints(std::vector<platform::RestorePointInfo> points) {
  state_->outside.restore_points = std::move(points);
  state_->host.requestFrame();
}

void Planner::accessChanged(platform::PlanAccess access) {
  const bool taken = access == platform::PlanAccess::kTaken;
  state_->outside.access = taken ? platform::PlanAccess::kWritable : access;
  if (taken) state_->tell(Message{Str::access_taken, {}});
  state_->host.requestFrame();
}

void Planner::storageChanged(platform::StorageState storage, std::string_view time) {
  if (state_->outside.storage != storage) state_->outside.trouble_hidden = false;
  state_->outside.storage = storage;
  if (!time.empty()) state_->outside.storage_time = time;
  state_->outside.storage_known = true;
  state_->host.requestFrame();
}

// Leaving full screen with Escape also ends the meeting.
void Planner::fullScreenChanged(bool on) {
  MeetingMemory& meeting = state_->memory.of<MeetingMemory>();
  if (meeting.is_full_screen && !on) meeting.open = false;
  meeting.is_full_screen = on;
  state_->host.requestFrame();
}

}  // namespace cadre::ui
