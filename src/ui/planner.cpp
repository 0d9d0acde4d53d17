#include "ui/planner.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>
#include <variant>

#include <imgui.h>
#include <imgui_internal.h>

#include "document/restore.h"
#include "kit/mirror.h"
#include "plan_io/encrypted_plan.h"
#include "plan_io/plan_io.h"
#include "ui/actions.h"
#include "ui/announcer.h"
#include "ui/commands.h"
#include "ui/context.h"
#include "ui/import_state.h"
#include "ui/keyboard_memory.h"
#include "ui/outside.h"
#include "ui/password.h"
#include "ui/preferences.h"
#include "ui/shell.h"
#include "ui/view_memory.h"
#include "ui/views/meeting/meeting_memory.h"

namespace cadre::ui {

using text::Str;

namespace {

// What the views of one frame ask for. It lives as long as the frame's Context, which actions hold
// by reference: nothing of it is left for the next frame.
struct Wishes {
  std::vector<Act> commands;
  std::vector<std::function<void()>> deferred;
  [[nodiscard]] bool isEmpty() const { return commands.empty() && deferred.empty(); }
};

}  // namespace

struct Planner::State {
  State(platform::Host& the_host, const FontData& the_fonts, std::string_view settings)
      : host(the_host), font_data(the_fonts), preferences(readPreferences(settings)) {}

  platform::Host& host;
  FontData font_data;
  Fonts fonts;
  float density = 0;
  float large = 0;
  Preferences preferences;
  std::optional<Session> session;
  ViewMemory memory;
  Outside outside;
  Drag drag;
  EffectMemo memo;
  WidgetTree tree;
  Mirror mirror;
  Announcer announcer;
  Gesture gesture;
  std::uint64_t drawn_revision = 0;  // of the plan in the last frame
  std::string told_title;            // of the open plan, as its journal entry is called

  void show(Document document, bool is_new) {
    const std::string title = document.plan().header->title;
    if (is_new) {
      host.createStored(title, plan_io::savePlan(document.base()));
      outside.access = platform::PlanAccess::kWritable;
    }
    told_title = title;
    ImGui::ClearDragDrop();
    session.emplace(std::move(document));
    // Another plan ends the meeting about this one.
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

  // Whoever is dragged is known by their place in the plan as it was.
  void endDragOfOtherPlan() {
    const std::uint64_t revision = session ? session->revision() : 0;
    if (std::exchange(drawn_revision, revision) != revision) ImGui::ClearDragDrop();
  }

  [[nodiscard]] bool isKeptWithPassword() const {
    const std::vector<std::string>& marks = preferences.with_password;
    if (marks.empty()) return false;
    const std::string mark = markOf(plan_io::savePlan(session->document().base()));
    return std::find(marks.begin(), marks.end(), mark) != marks.end();
  }

  // The open plan has a password from now on, also when it comes back from the journal.
  void setPassword() {
    constexpr std::size_t kMostMarks = 100;
    outside.has_password = true;
    std::vector<std::string>& marks = preferences.with_password;
    std::string mark = markOf(plan_io::savePlan(session->document().base()));
    std::erase(marks, mark);
    marks.push_back(std::move(mark));
    if (marks.size() > kMostMarks) marks.erase(marks.begin());
    host.saveSettings(writePreferences(preferences));
  }

  [[nodiscard]] std::string tr(const Message& message) const {
    return text::render(message, preferences.language);
  }

  // A line of news from outside a frame.
  void tell(const Message& message) {
    outside.tell(tr(message), ImGui::GetTime());
    host.requestFrame();
  }

  // A kept plan is damaged: what became of it, and a way to its raw data.
  void failStored(std::string_view id, std::string about) {
    outside.failure = {.file = std::string(id),
                       .lines = {},
                       .title = tr(Message{Str::failure_stored_title, {}}),
                       .about = std::move(about),
                       .stored_id = std::string(id)};
  }

  // The open document is the part of a damaged entry that could be followed: it becomes an entry of
  // its own. `kept` records of it are good.
  void repair(const platform::StoredPlan& plan, std::size_t kept) {
    told_title =
        tr(Message{Str::failure_repaired_title, {{"title", session->plan().header->title}}});
    host.repairStored(kept, told_title);
    failStored(plan.id, tr(Message{Str::failure_stored_repaired,
                                   {{"kept", static_cast<std::int64_t>(kept)},
                                    {"all", static_cast<std::int64_t>(plan.records.size())},
                                    {"title", told_title}}}));
    outside.failure.lines.push_back(
        tr(Message{Str::failure_stored_record, {{"number", static_cast<std::int64_t>(kept) + 1}}}));
    // The entry is found by that name until the plan itself is renamed.
    told_title = session->plan().header->title;
  }

  // A file with a password: asks for it, unless the file is no good. What is wrong with it.
  std::vector<std::string> askPassword(std::string_view name, std::string_view bytes) {
    const auto file = plan_io::readEncrypted(bytes);
    if (!file) return {text::render(file.error(), preferences.language)};
    ui::askPassword(outside.password, name, bytes);
    return {};
  }

  // A roster, before anything is done with it. REQUIRES: a plan is open.
  void preview(std::string name, std::string_view table_text) {
    memory.of<ImportMemory>() = {
        true, std::make_shared<ImportState>(std::move(name), table_text, session->plan())};
  }

  // Where the person is now, for the next visit.
  [[nodiscard]] LastPlace place() const {
    const Selection& selection = session->selection();
    return {selection.scenario, selection.round, selection.quota,
            selection.unit ? session->plan().unit(selection.unit).key : ""};
  }

  // A hold that is due, or the next step of a glide.
  void awaitTouch(double now) {
    const std::optional<double> due = outside.touch.deadline();
    if (!due) return;
    if (*due <= now) {
      host.requestFrame();
    } else {
      host.requestFrameIn(static_cast<int>((*due - now) * 1000.0) + 1);
    }
  }

  void tellPage() {
    const bool english = preferences.language == text::Language::kEnglish;
    std::string title(text::get(Str::app_name, preferences.language));
    if (session) title = session->plan().header->title + " · " + title;
    host.setPageLanguage(english ? "en" : "vi", title);
  }

  // A plan that is only looked at is not changed, nor what depends on the change; that is said.
  void refuseActs(const Context& context, Wishes& wishes) {
    if (wishes.commands.empty() || outside.isWritable()) return;
    wishes = {};
    notify(context, tr(Message{Str::access_refused, {}}));
  }

  // What is on screen goes on as a plan of its own.
  void editCopy() {
    const Plan& plan = session->plan();
    Expected<Plan> copy = applyCommand(
        plan, RenamePlan{tr(Message{Str::access_copy_title, {{"title", plan.header->title}}})});
    const LastPlace last = place();
    const bool has_password = outside.has_password;
    if (!copy) return;
    show(Document(std::move(*copy)), true);
    if (has_password) setPassword();
    session->choosePlace(last.scenario, last.round, last.quota, last.unit);
  }

  // What can do much at once can be gone back behind.
  void markRestorePoint(const Command& command) {
    using platform::RestoreKind;
    if (std::holds_alternative<MergeRoster>(command)) host.addRestorePoint(RestoreKind::kImport);
    if (std::holds_alternative<AcceptProposal>(command)) {
      host.addRestorePoint(RestoreKind::kProposal);
    }
  }

  // The list of kept plans names the plan as it is called now.
  void tellTitle() {
    const std::string& title = session->plan().header->title;
    if (title == told_title) return;
    told_title = title;
    host.renameStored(title);
    tellPage();
  }

  void runCommand(const Context& context, Act act) {
    const bool amends = act.amends && session->document().canUndo();
    const std::size_t index = session->document().position() - (amends ? 1 : 0);
    if (!amends) markRestorePoint(act.command);
    Expected<std::string> record =
        amends ? session->amend(std::move(act.command)) : session->run(std::move(act.command));
    if (record) {
      host.appendRecord(index, *record);
    } else {
      notify(context, text::render(record.error(), preferences.language));
    }
  }

  // Commands first, then what depends on them; then what these have asked for, until nothing is
  // left for a later frame.
  void act(const Context& context, Wishes& wishes) {
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
};

Planner::Planner(platform::Host& host, const FontData& fonts, std::string_view settings)
    : state_(std::make_unique<State>(host, fonts, settings)) {
  applyTheme(themeOf(state_->preferences.theme));
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  state_->tellPage();
  host.listStored();
}

Planner::~Planner() = default;

bool Planner::prepareFonts(float density) {
  const float wanted = std::clamp(density, 1.0F, 4.0F);
  const float large =
      state_->memory.of<MeetingMemory>().open ? largeUnit(ImGui::GetIO().DisplaySize) : 0.0F;
  if (wanted == state_->density && large == state_->large) return false;
  state_->density = wanted;
  state_->large = large;
  state_->fonts = makeFonts(state_->font_data, wanted, large);
  return true;
}

void Planner::draw() {
  State& state = *state_;
  const Preferences before = state.preferences;
  state.tree.clear();
  state.endDragOfOtherPlan();
  state.drag.over = PostId{};
  state.memory.of<KeyboardMemory>().beginFrame();
  Wishes wishes;
  bool wants_next = false;
  const Context context{
      {.theme = themeOf(state.preferences.theme),
       .fonts = state.fonts,
       .language = state.preferences.language,
       .tree = state.tree,
       .gesture = state.gesture,
       .focus = state.memory.of<KeyboardMemory>().focus,
       .touch = state.outside.touch,
       .wants_next = wants_next},
      state.session ? &*state.session : nullptr,
      state.preferences,
      state.drag,
      state.memo,
      state.memory,
      state.outside,
      state.host,
      wishes.commands,
      [&wishes](std::function<void()> action) { wishes.deferred.push_back(std::move(action)); },
  };
  // In a meeting nothing opens that might name somebody.
  if (!state.memory.of<MeetingMemory>().open) handleShortcuts(context);
  drawShell(context);
  state.outside.touch.endFrame();
  state.act(context, wishes);
  if (const std::string news = state.announcer.update(context); !news.empty()) {
    state.mirror.say(news);
  }
  if (state.session) state.preferences.last_place = state.place();
  if (state.preferences != before) {
    if (state.preferences.theme != before.theme) applyTheme(themeOf(state.preferences.theme));
    if (state.preferences.language != before.language) state.tellPage();
    state.host.saveSettings(writePreferences(state.preferences));
    state.host.requestFrame();
  }
  if (wants_next) state.host.requestFrame();
  state.memory.of<KeyboardMemory>().endFrame();
}

void Planner::touch(const Contact& contact) {
  state_->outside.touch.take(contact, state_->tree.widgets());
  state_->awaitTouch(contact.time);
  state_->host.requestFrame();
}

void Planner::pass(double now) {
  state_->outside.touch.pass(now, state_->tree.widgets());
  state_->awaitTouch(now);
}

bool Planner::wantsFrame() const { return false; }

std::vector<std::string> Planner::openPlan(std::string_view json_text) {
  std::expected<Plan, Errors> plan = plan_io::loadPlan(json_text);
  std::vector<std::string> lines;
  if (plan) {
    state_->show(Document(std::move(*plan)), true);
    return lines;
  }
  for (const Error& error : plan.error()) {
    lines.push_back(text::render(error, state_->preferences.language));
  }
  return lines;
}

std::string Planner::planJson() const {
  return state_->session ? plan_io::savePlan(state_->session->plan()) : std::string();
}

const std::vector<Widget>& Planner::widgets() const { return state_->tree.widgets(); }

std::string Planner::widgetsJson() const { return state_->tree.json(); }

std::string Planner::mirrorChanges() {
  const auto tr = [this](Str key) { return text::get(key, state_->preferences.language); };
  return state_->mirror.changes(state_->tree, {.rows_before = tr(Str::a11y_rows_before),
                                               .rows_after = tr(Str::a11y_rows_after),
                                               .touch = tr(Str::a11y_touch),
                                               .screen = tr(Str::a11y_screen)});
}

void Planner::mirrorAct(MirrorAct act, unsigned id, int value) {
  Mirror::act(state_->tree, act, id, value);
  state_->host.requestFrame();
}

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
  if (state_->session) state_->session->markSaved();
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
  // A block of cells; other text means nothing here.
  const bool is_table =
      text.find('\t') != std::string_view::npos && text.find('\n') != std::string_view::npos;
  if (!state_->session || !(state_->memory.of<ImportMemory>().open || is_table)) return;
  state_->preview(std::string(text::get(Str::import_pasted, state_->preferences.language)), text);
  state_->host.requestFrame();
}

bool Planner::cellsPasted(std::string_view cells) {
  KeyboardMemory& keyboard = state_->memory.of<KeyboardMemory>();
  const unsigned active = ImGui::GetCurrentContext()->ActiveId;
  const bool in_column =
      std::find(keyboard.columns.begin(), keyboard.columns.end(), active) != keyboard.columns.end();
  if (active == 0 || !in_column) return false;
  keyboard.pasted_cells = cells;
  state_->host.requestFrame();
  return true;
}

int Planner::activeFieldKind() const {
  return state_->memory.of<KeyboardMemory>().focus.field_kind;
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
    const LastPlace last = state.preferences.last_place;
    state.show(std::move(restored->document), false);
    state.session->choosePlace(last.scenario, last.round, last.quota, last.unit);
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

// Whoever leaves the full screen with Escape leaves the meeting with it.
void Planner::fullScreenChanged(bool on) {
  MeetingMemory& meeting = state_->memory.of<MeetingMemory>();
  if (meeting.is_full_screen && !on) meeting.open = false;
  meeting.is_full_screen = on;
  state_->host.requestFrame();
}

}  // namespace cadre::ui
