// The planner as a page. web/main.mjs loads the program and calls cadre_start; from then on the
// page calls these exports when something happened or a frame is due, and nothing runs in between.
#define SDL_MAIN_HANDLED
#include <memory>
#include <string>
#include <string_view>

#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>
#include <imgui.h>
#include <imgui_internal.h>

#include "app/page_text.h"
#include "app/stage.h"
#include "kit/gestures.h"
#include "kit/mirror.h"
#include "platform/browser/browser_host.h"
#include "shared/numbers.h"
#include "ui/commands.h"
#include "ui/key_codes.h"
#include "ui/planner.h"

// clang-format off
EM_JS(void, cadreJsSetClipboard, (const char* text, std::size_t size), {
  Module.host.setClipboard(text, size);
})
// clang-format on

namespace cadre::app {
namespace {

constexpr double kMilliseconds = 1000.0;  // per second

struct Page {
  explicit Page(std::unique_ptr<Stage> its_stage) : stage(std::move(its_stage)) {}

  platform::BrowserHost host;
  std::unique_ptr<Stage> stage;
  std::unique_ptr<ui::Planner> planner;
  PageText text;
  bool events_waiting = false;  // SDL has collected some since takeEvents
  std::string result;           // what the last call that answers with text answers
};

// Lives as long as the page, which is never shut down.
Page* page = nullptr;

int SDLCALL onSdlEvent(void*, SDL_Event* event) {
  // SDL marks the end of each round of polling with an event of its own.
  if (event->type == SDL_POLLSENTINEL) return 0;
  page->events_waiting = true;
  page->host.requestFrame();
  return 0;
}

void setClipboard(void*, const char* text) {
  page->text.setClipboard(text);
  cadreJsSetClipboard(text, std::string_view(text).size());
}

const char* clipboard(void*) { return page->text.clipboard(); }

void takeEvents() {
  page->events_waiting = false;
  page->stage->takeEvents();
}

// Takes in all input at once, so that the page's text field and the clipboard are right before the
// browser goes on with the event.
void stepNow() {
  takeEvents();
  page->stage->stepThroughInput(*page->planner);
  page->text.report(*page->planner);
  page->host.requestFrame();
}

bool hasUntakenInput() {
  return page->events_waiting || ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
}

}  // namespace

extern "C" {

// The fonts stay where they are in memory. Returns 0 when the planner is ready for its first frame;
// otherwise cadre_result gives the reason.
EMSCRIPTEN_KEEPALIVE int cadre_start(const char* regular, std::size_t regular_size,
                                     const char* semibold, std::size_t semibold_size,
                                     const char* icons, std::size_t icons_size,
                                     const char* settings, std::size_t settings_size) {
  auto stage = Stage::open("Cadre Rotation Planner", 1280, 800);
  if (!stage) {
    page = new Page(nullptr);
    page->result = stage.error();
    return 1;
  }
  page = new Page(std::move(*stage));
  SDL_AddEventWatch(onSdlEvent, nullptr);
  ImGuiIO& io = ImGui::GetIO();
  io.SetClipboardTextFn = setClipboard;
  io.GetClipboardTextFn = clipboard;
  io.SetPlatformImeDataFn = nullptr;  // PageText reads the caret position itself
  const kit::FontData fonts = {.regular = {regular, regular_size},
                               .semibold = {semibold, semibold_size},
                               .icons = {icons, icons_size}};
  page->planner =
      std::make_unique<ui::Planner>(page->host, fonts, std::string_view(settings, settings_size));
  platform::deliverBrowserEventsTo(*page->planner);
  return 0;
}

// Runs a frame; returns when the next is due: milliseconds, 0 for at once, shared::kNoFrame for
// never.
EMSCRIPTEN_KEEPALIVE int cadre_frame() {
  takeEvents();
  page->planner->pass(emscripten_get_now() / kMilliseconds);
  page->stage->step(*page->planner);
  page->stage->present();
  page->text.report(*page->planner);
  return page->stage->waitAfterStep();
}

// The canvas was cleared or resized, or something other than input affects what is shown.
EMSCRIPTEN_KEEPALIVE void cadre_invalidate() { page->stage->invalidate(); }

// The drawing context was lost and has been restored.
EMSCRIPTEN_KEEPALIVE void cadre_renew_drawing() { page->stage->renewDrawing(); }

// Something was reported; the next frames show it.
EMSCRIPTEN_KEEPALIVE void cadre_settle() { page->stage->noteInput(); }

// A key, by its KeyboardEvent.code. With `at_once`, it has taken effect when this returns.
EMSCRIPTEN_KEEPALIVE void cadre_key(const char* code, std::size_t size, int down,
                                    unsigned modifiers, int at_once) {
  sendModifiers(modifiers);
  const ImGuiKey key = ui::keyOfCode({code, size});
  if (key != ImGuiKey_None) ImGui::GetIO().AddKeyEvent(key, down != 0);
  page->stage->noteInput();
  if (at_once != 0) {
    stepNow();
  } else {
    page->host.requestFrame();
  }
}

// A finger: which, its phase (as kit::TouchPhase), where, and when by the page's clock. What a
// lifted finger did has taken effect when this returns.
EMSCRIPTEN_KEEPALIVE void cadre_touch(int id, int phase, float x, float y, double milliseconds) {
  const auto its_phase = static_cast<kit::TouchPhase>(phase);
  page->planner->touch({id, its_phase, {x, y}, milliseconds / kMilliseconds});
  page->stage->noteInput();
  if (its_phase == kit::TouchPhase::kUp) stepNow();
}

// A pen, touching or hovering; buttons: shared::pen_bits.
EMSCRIPTEN_KEEPALIVE void cadre_pen(float x, float y, unsigned buttons) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_Pen);
  io.AddMousePosEvent(x, y);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, (buttons & shared::pen_bits::kTip) != 0);
  io.AddMouseButtonEvent(ImGuiMouseButton_Right, (buttons & shared::pen_bits::kBarrel) != 0);
  page->stage->noteInput();
  page->host.requestFrame();
}

// Whether touch is the main input; lists then use larger rows.
EMSCRIPTEN_KEEPALIVE void cadre_touch_screen(int is_touch_screen) {
  ImGuiIO& io = ImGui::GetIO();
  io.ConfigFlags = is_touch_screen != 0 ? io.ConfigFlags | ImGuiConfigFlags_IsTouchScreen
                                        : io.ConfigFlags & ~ImGuiConfigFlags_IsTouchScreen;
  page->stage->noteInput();
  page->host.requestFrame();
}

EMSCRIPTEN_KEEPALIVE void cadre_modifiers(unsigned modifiers) { sendModifiers(modifiers); }

// Processes all clicks and keys so far, so that the page knows whether a text field is active
// before the browser decides where a key goes.
EMSCRIPTEN_KEEPALIVE void cadre_catch_up() {
  if (hasUntakenInput()) stepNow();
  // A text field that was just opened becomes active only one or two frames later.
  constexpr int kMostSteps = 3;
  for (int i = 0; i < kMostSteps && !PageText::active() && page->stage->isSettling(); ++i)
    stepNow();
}

// The hidden text field was edited; see PageText::apply.
EMSCRIPTEN_KEEPALIVE void cadre_text(const char* value, std::size_t size, int selection_start,
                                     int selection_end, unsigned modifiers) {
  stepNow();
  page->stage->noteInput();
  page->text.apply({value, size}, selection_start, selection_end, modifiers, *page->stage,
                   *page->planner);
  page->host.requestFrame();
}

// Spreadsheet cells were pasted into the hidden text field. Returns whether they were used for more
// than that field.
EMSCRIPTEN_KEEPALIVE int cadre_cells_pasted(const char* cells, std::size_t size) {
  return page->planner->cellsPasted({cells, size}) ? 1 : 0;
}

// The text that Ctrl+V pastes in the interface, outside text fields.
EMSCRIPTEN_KEEPALIVE void cadre_clipboard(const char* text, std::size_t size) {
  page->text.setClipboard({text, size});
}

// An action on an element of the mirror (shared::MirrorAct); the next frames show its effect.
EMSCRIPTEN_KEEPALIVE void cadre_mirror_act(int act, unsigned id, int value) {
  page->planner->mirrorAct(static_cast<shared::MirrorAct>(act), id, value);
  page->stage->noteInput();
}

EMSCRIPTEN_KEEPALIVE int cadre_frames_rendered() { return page->stage->framesRendered(); }
EMSCRIPTEN_KEEPALIVE int cadre_frames_computed() { return page->stage->framesComputed(); }

// These functions store their text in the result.
EMSCRIPTEN_KEEPALIVE void cadre_widgets() { page->result = page->planner->widgetsJson(); }
// The pending changes of the accessible mirror; empty when it is up to date.
EMSCRIPTEN_KEEPALIVE void cadre_mirror() { page->result = page->planner->mirrorChanges(); }
// The shortcuts of all commands, one per line.
EMSCRIPTEN_KEEPALIVE void cadre_shortcuts() { page->result = ui::shortcutsForPage(); }
EMSCRIPTEN_KEEPALIVE void cadre_plan_json() { page->result = page->planner->planJson(); }
// Errors separated by NUL; empty when the plan is open.
EMSCRIPTEN_KEEPALIVE void cadre_open_plan(const char* text, std::size_t size) {
  page->result.clear();
  for (const std::string& error : page->planner->openPlan({text, size})) {
    if (!page->result.empty()) page->result.push_back('\0');
    page->result += error;
  }
  page->stage->noteInput();
  page->host.requestFrame();
}
EMSCRIPTEN_KEEPALIVE const char* cadre_result() { return page->result.data(); }
EMSCRIPTEN_KEEPALIVE std::size_t cadre_result_size() { return page->result.size(); }

}  // extern "C"

}  // namespace cadre::app

// Empty: the page starts the planner when it has loaded everything it needs.
int main() { return 0; }
