#include "ui/planner.h"

#include <algorithm>
#include <functional>
#include <utility>

#include <imgui.h>
#include <imgui_internal.h>

#include "kit/mirror.h"
#include "plan_io/plan_io.h"
#include "ui/announcer.h"
#include "ui/commands.h"
#include "ui/context.h"
#include "ui/keyboard_memory.h"
#include "ui/outside.h"
#include "ui/planner_state.h"
#include "ui/preferences.h"
#include "ui/shell.h"
#include "ui/view_memory.h"
#include "ui/views/meeting/meeting_memory.h"

namespace cadre::ui {

using text::Str;

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
  // During a meeting nothing opens that might show names.
  if (!state.memory.of<MeetingMemory>().open) handleShortcuts(context);
  drawShell(context);
  state.outside.touch.endFrame();
  state.act(context, wishes);
  if (const std::string news = state.announcer.update(context); !news.empty()) {
    state.mirror.say(news);
  }
  if (state.session) state.preferences.last_visit = state.visit();
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

}  // namespace cadre::ui
