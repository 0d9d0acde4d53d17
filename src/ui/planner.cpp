#include "ui/planner.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include <imgui.h>

#include "document/restore.h"
#include "plan_io/plan_io.h"
#include "ui/actions.h"
#include "ui/context.h"
#include "ui/import_state.h"
#include "ui/preferences.h"
#include "ui/shell.h"
#include "ui/view_memory.h"

namespace cadre::ui {

using text::Str;

struct Planner::State {
  State(platform::Host& the_host, const FontData& the_fonts, std::string_view settings)
      : host(the_host), font_data(the_fonts), preferences(readPreferences(settings)) {}

  platform::Host& host;
  FontData font_data;
  Fonts fonts;
  float density = 0;
  Preferences preferences;
  std::optional<Session> session;
  ViewMemory memory;
  Outside outside;
  Drag drag;
  EffectMemo memo;
  WidgetTree tree;
  std::vector<Act> commands;
  Gesture gesture;
  std::vector<std::function<void()>> deferred;

  void show(Document document, bool is_new) {
    const std::string title = document.plan().header->title;
    if (is_new) host.createStored(title, plan_io::savePlan(document.base()));
    session.emplace(std::move(document));
    memory = {};
    memo = {};
    gesture = {};
    drag = {};
    outside.start_open = false;
    outside.failure = {};
    tellPage();
    host.requestFrame();
  }

  // A roster, before anything is done with it. REQUIRES: a plan is open.
  void preview(std::string name, std::string_view table_text) {
    memory.import = {true,
                     std::make_shared<ImportState>(std::move(name), table_text, session->plan())};
  }

  // Where the person is now, for the next visit.
  [[nodiscard]] LastPlace place() const {
    const Selection& selection = session->selection();
    return {selection.scenario, selection.round, selection.quota,
            selection.unit ? session->plan().unit(selection.unit).key : ""};
  }

  void tellPage() {
    const bool english = preferences.language == text::Language::kEnglish;
    std::string title(text::get(Str::app_name, preferences.language));
    if (session) title = session->plan().header->title + " · " + title;
    host.setPageLanguage(english ? "en" : "vi", title);
  }

  // Commands first, then what depends on them.
  void act(const Context& context) {
    for (Act& act : commands) {
      if (!session) break;
      const bool amends = act.amends && session->document().canUndo();
      const std::size_t index = session->document().position() - (amends ? 1 : 0);
      Expected<std::string> record =
          amends ? session->amend(std::move(act.command)) : session->run(std::move(act.command));
      if (record) {
        host.appendRecord(index, *record);
      } else {
        notify(context, text::render(record.error(), preferences.language));
      }
    }
    const bool acted = !commands.empty() || !deferred.empty();
    commands.clear();
    const std::vector<std::function<void()>> now = std::exchange(deferred, {});
    for (const std::function<void()>& action : now) action();
    if (acted) host.requestFrame();
  }
};

Planner::Planner(platform::Host& host, const FontData& fonts, std::string_view settings)
    : state_(std::make_unique<State>(host, fonts, settings)) {
  applyTheme(themeOf(state_->preferences.theme));
  state_->tellPage();
  host.listStored();
}

Planner::~Planner() = default;

bool Planner::prepareFonts(float density) {
  const float wanted = std::clamp(density, 1.0F, 4.0F);
  if (wanted == state_->density) return false;
  state_->density = wanted;
  state_->fonts = makeFonts(state_->font_data, wanted);
  return true;
}

void Planner::draw() {
  State& state = *state_;
  const Preferences before = state.preferences;
  state.tree.clear();
  state.drag.over = PostId{};
  const Context context{
      .session = state.session ? &*state.session : nullptr,
      .theme = themeOf(state.preferences.theme),
      .fonts = state.fonts,
      .tree = state.tree,
      .preferences = state.preferences,
      .drag = state.drag,
      .memo = state.memo,
      .gesture = state.gesture,
      .memory = state.memory,
      .outside = state.outside,
      .host = state.host,
      .commands = state.commands,
      .later =
          [&state](std::function<void()> action) { state.deferred.push_back(std::move(action)); },
  };
  handleShortcuts(context);
  drawShell(context);
  state.act(context);
  if (state.session) state.preferences.last_place = state.place();
  if (state.preferences != before) {
    if (state.preferences.theme != before.theme) applyTheme(themeOf(state.preferences.theme));
    if (state.preferences.language != before.language) state.tellPage();
    state.host.saveSettings(writePreferences(state.preferences));
    state.host.requestFrame();
  }
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

void Planner::fileOpened(std::string_view name, std::string_view bytes) {
  std::vector<std::string> lines;
  if (!isTableName(name)) {
    lines = openPlan(bytes);
  } else if (state_->session) {
    state_->preview(std::string(name), bytes);
  } else {
    lines.emplace_back(text::get(Str::import_no_plan, state_->preferences.language));
  }
  if (!lines.empty()) state_->outside.failure = {std::string(name), std::move(lines)};
  state_->host.requestFrame();
}

void Planner::fileFailed(std::string_view name, std::string_view reason) {
  const Message message{Str::failure_unreadable, {{"reason", std::string(reason)}}};
  state_->outside.failure = {std::string(name),
                             {text::render(message, state_->preferences.language)}};
  state_->host.requestFrame();
}

void Planner::fileSaved(std::string_view name) {
  constexpr double kSeconds = 6.0;
  if (state_->session) state_->session->markSaved();
  state_->outside.notice = text::render(Message{Str::plan_saved, {{"file", std::string(name)}}},
                                        state_->preferences.language);
  state_->outside.notice_until = ImGui::GetTime() + kSeconds;
  state_->host.requestFrameIn(static_cast<int>(kSeconds * 1000) + 50);
  state_->host.requestFrame();
}

void Planner::textPasted(std::string_view text) {
  if (!state_->session || !state_->memory.import.open) return;
  state_->preview(std::string(text::get(Str::import_pasted, state_->preferences.language)), text);
  state_->host.requestFrame();
}

void Planner::storedPlans(std::vector<platform::StoredPlanInfo> plans) {
  state_->outside.stored = std::move(plans);
  state_->host.requestFrame();
}

void Planner::storedPlanOpened(platform::StoredPlan plan) {
  std::expected<Restored, Errors> restored =
      restoreDocument(plan.base, plan.records, plan.position);
  std::vector<std::string> lines;
  const Errors& problems = restored ? restored->problems : restored.error();
  for (const Error& error : problems) {
    lines.push_back(text::render(error, state_->preferences.language));
  }
  if (restored) {
    const LastPlace last = state_->preferences.last_place;
    state_->show(std::move(restored->document), false);
    state_->session->choosePlace(last.scenario, last.round, last.quota, last.unit);
  }
  if (!lines.empty()) {
    state_->outside.failure = {
        text::render(Message{Str::failure_storage, {}}, state_->preferences.language),
        std::move(lines)};
  }
  state_->host.requestFrame();
}

void Planner::storageChanged(platform::StorageState storage, std::string_view time) {
  state_->outside.storage = storage;
  if (!time.empty()) state_->outside.storage_time = time;
  state_->outside.storage_known = true;
  state_->host.requestFrame();
}

// Whoever leaves the full screen with Escape leaves the meeting with it.
void Planner::fullScreenChanged(bool on) {
  MeetingMemory& meeting = state_->memory.meeting;
  if (meeting.is_full_screen && !on) meeting.open = false;
  meeting.is_full_screen = on;
  state_->host.requestFrame();
}

}  // namespace cadre::ui
