#include "app/stage.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>
#include <imgui_internal.h>
#include <implot.h>

#include "ui/planner.h"

#ifdef __EMSCRIPTEN__
#include <emscripten/html5.h>
#else
#include <SDL_opengl.h>
#endif
#ifdef __EMSCRIPTEN__
#include <GLES3/gl3.h>
#endif

namespace cadre::app {
namespace {

// The number of steps needed to process an event and settle: a click shows its effect in the next
// frame, and a new window is laid out in the one after. Plain mouse motion is frequent and needs
// more than one step only when the mouse enters something.
constexpr int kStepsForInput = 3;
constexpr int kStepsForMotion = 1;
// An endless stream of events (a flood of wheel events) must not block the page.
constexpr int kMostStepsThroughInput = 200;

// Margin after the moment that Dear ImGui compares with, by which a tooltip is surely due.
constexpr float kHoverSlack = 0.005F;

std::string failure(const char* what) { return std::string(what) + ": " + SDL_GetError(); }

// Fingerprint of a block of memory, made for speed: two lanes of multiply and rotate.
std::uint64_t fingerprint(std::uint64_t seed, const void* data, std::size_t size) {
  constexpr std::uint64_t kFirst = 0x9E3779B97F4A7C15U;
  constexpr std::uint64_t kSecond = 0xC2B2AE3D27D4EB4FU;
  const auto* bytes = static_cast<const unsigned char*>(data);
  std::uint64_t even = seed ^ (size * kFirst);
  std::uint64_t odd = seed + kSecond;
  std::uint64_t words[2];
  for (; size >= sizeof words; bytes += sizeof words, size -= sizeof words) {
    std::memcpy(words, bytes, sizeof words);
    even = (((even ^ words[0]) * kFirst) << 29U) | (((even ^ words[0]) * kFirst) >> 35U);
    odd = (((odd ^ words[1]) * kSecond) << 31U) | (((odd ^ words[1]) * kSecond) >> 33U);
  }
  words[0] = words[1] = 0;
  std::memcpy(words, bytes, size);
  even = (even ^ words[0]) * kFirst;
  odd = (odd ^ words[1]) * kSecond;
  const std::uint64_t mixed = even ^ (odd >> 32U) ^ (odd << 32U);
  return mixed ^ (mixed >> 29U);
}

std::uint64_t fingerprintOf(const ImDrawData& data) {
  const float frame[] = {data.DisplaySize.x, data.DisplaySize.y, data.FramebufferScale.x};
  std::uint64_t result = fingerprint(0, frame, sizeof frame);
  for (const ImDrawList* list : data.CmdLists) {
    result = fingerprint(result, list->VtxBuffer.Data,
                         static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
    result = fingerprint(result, list->IdxBuffer.Data,
                         static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()));
    for (const ImDrawCmd& command : list->CmdBuffer) {
      result = fingerprint(result, &command.ClipRect, sizeof command.ClipRect);
      const std::uint64_t rest[] = {reinterpret_cast<std::uintptr_t>(command.TextureId),
                                    command.VtxOffset, command.IdxOffset, command.ElemCount};
      result = fingerprint(result, rest, sizeof rest);
    }
  }
  return result;
}

// Seconds until a tooltip waiting for the mouse to rest may appear; negative when none is waiting.
float secondsToTooltip() {
  const ImGuiContext& gui = *ImGui::GetCurrentContext();
  if (gui.HoverItemDelayId == 0) return -1.0F;
  const ImGuiStyle& style = gui.Style;
  float nearest = -1.0F;
  const auto consider = [&nearest](float left) {
    if (left > 0.0F && (nearest < 0.0F || left < nearest)) nearest = left;
  };
  consider(style.HoverDelayShort - gui.HoverItemDelayTimer);
  consider(style.HoverDelayNormal - gui.HoverItemDelayTimer);
  consider(style.HoverStationaryDelay - gui.MouseStationaryTimer);
  return nearest < 0.0F ? nearest : nearest + kHoverSlack;
}

// A window that appears is measured for one frame before it is shown.
bool someWindowIsMeasured() {
  for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
    // Parts of windows count as hidden while they are scrolled out of view.
    const bool whole = (window->Flags & ImGuiWindowFlags_ChildWindow) == 0;
    if (whole && window->WasActive &&
        (window->HiddenFramesCanSkipItems > 0 || window->HiddenFramesCannotSkipItems > 0)) {
      return true;
    }
  }
  return false;
}

// Dear ImGui knows only one frame later which of two overlapping items the mouse is on.
bool hoversSomethingElse() {
  const ImGuiContext& gui = *ImGui::GetCurrentContext();
  return gui.HoveredId != gui.HoveredIdPreviousFrame;
}

bool hasQueuedInput() { return ImGui::GetCurrentContext()->InputEventsQueue.Size > 0; }

}  // namespace

std::expected<std::unique_ptr<Stage>, std::string> Stage::open(const char* title, int width,
                                                               int height) {
  std::unique_ptr<Stage> stage(new Stage);
#ifdef __EMSCRIPTEN__
  // The keyboard reaches Dear ImGui through the page (app/page_input.h), which knows about input
  // methods and the browser's own shortcuts. An element that is not there keeps SDL out of it.
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#no-keyboard");
#endif
  SDL_SetMainReady();
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return std::unexpected(failure("SDL_Init"));

#ifdef __EMSCRIPTEN__
  const char* const shader_version = "#version 300 es";
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
#else
  const char* const shader_version = "#version 150";
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_FLAGS, SDL_GL_CONTEXT_FORWARD_COMPATIBLE_FLAG);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 2);
#endif
  SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
  // The interface is flat: neither depth nor stencil, and the page must not shine through.
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);

  stage->window_ =
      SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height,
                       SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
  if (stage->window_ == nullptr) return std::unexpected(failure("SDL_CreateWindow"));
  stage->context_ = SDL_GL_CreateContext(stage->window_);
  if (stage->context_ == nullptr) return std::unexpected(failure("SDL_GL_CreateContext"));
  SDL_GL_MakeCurrent(stage->window_, stage->context_);
#ifdef __EMSCRIPTEN__
  // SDL's listener would only keep the page out of the browser's back/forward cache.
  emscripten_set_beforeunload_callback(nullptr, nullptr);
#else
  SDL_GL_SetSwapInterval(1);
#endif

  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImPlot::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  // A blinking caret would request frames forever.
  io.ConfigInputTextCursorBlink = false;
  if (!ImGui_ImplSDL2_InitForOpenGL(stage->window_, stage->context_) ||
      !ImGui_ImplOpenGL3_Init(shader_version)) {
    return std::unexpected(std::string("Dear ImGui's backends do not start"));
  }
  return stage;
}

Stage::~Stage() {
  if (ImGui::GetCurrentContext() != nullptr) {
    if (ImGui::GetIO().BackendRendererUserData != nullptr) ImGui_ImplOpenGL3_Shutdown();
    if (ImGui::GetIO().BackendPlatformUserData != nullptr) ImGui_ImplSDL2_Shutdown();
    ImPlot::DestroyContext();
    ImGui::DestroyContext();
  }
  if (context_ != nullptr) SDL_GL_DeleteContext(context_);
  if (window_ != nullptr) SDL_DestroyWindow(window_);
  SDL_Quit();
}

Stage::Taken Stage::takeEvents() {
  Taken taken;
  SDL_Event event;
  while (SDL_PollEvent(&event) != 0) {
    switch (event.type) {
      case SDL_MOUSEMOTION:
        settling_ = std::max(settling_, kStepsForMotion);
        ImGui_ImplSDL2_ProcessEvent(&event);
        break;
      case SDL_MOUSEWHEEL:
        // Dear ImGui's backend still corrects for an old SDL2 that was wrong by a factor of 100.
        ImGui::GetIO().AddMouseWheelEvent(-event.wheel.preciseX, event.wheel.preciseY);
        noteInput();
        break;
      case SDL_QUIT:
        taken.quit = true;
        break;
      case SDL_DROPFILE:
        taken.dropped_files.emplace_back(event.drop.file);
        SDL_free(event.drop.file);
        noteInput();
        break;
      case SDL_WINDOWEVENT:
        invalidate();
        [[fallthrough]];
      default:
        noteInput();
        ImGui_ImplSDL2_ProcessEvent(&event);
        break;
    }
  }
  return taken;
}

void Stage::invalidate() {
  must_present_ = true;
  noteInput();
}

void Stage::renewDrawing() {
  // The old objects disappeared with the old context; only their names are released here.
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
  ImGui_ImplOpenGL3_CreateDeviceObjects();
  ++textures_made_;
  invalidate();
}

void Stage::noteInput() { settling_ = std::max(settling_, kStepsForInput); }

// Exact sizes. SDL rounds the window to whole units, which blurs text when the browser's zoom makes
// the canvas a fraction of a unit wider.
void Stage::measure() {
#ifdef __EMSCRIPTEN__
  int pixels_across = 0;
  int pixels_down = 0;
  emscripten_get_canvas_element_size("#canvas", &pixels_across, &pixels_down);
  density_ = static_cast<float>(emscripten_get_device_pixel_ratio());
#else
  int pixels_across = 0;
  int pixels_down = 0;
  int units_across = 0;
  int units_down = 0;
  SDL_GL_GetDrawableSize(window_, &pixels_across, &pixels_down);
  SDL_GetWindowSize(window_, &units_across, &units_down);
  density_ = units_across > 0 ? static_cast<float>(pixels_across) / static_cast<float>(units_across)
                              : 1.0F;
#endif
  // A hair more than whole, so that the product with the density is not rounded down.
  constexpr float kHair = 0.01F;
  width_ = (static_cast<float>(pixels_across) + kHair) / density_;
  height_ = (static_cast<float>(pixels_down) + kHair) / density_;
}

void Stage::step(ui::Planner& planner) {
  measure();
  const bool new_atlas = planner.prepareFonts(std::clamp(density_, 1.0F, 4.0F));
  const bool had_texture = textures_made_ > 0;
  ImGui_ImplOpenGL3_NewFrame();
  if (new_atlas && had_texture) {
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
  }
  if (new_atlas || !had_texture) {
    ++textures_made_;
    must_present_ = true;
  }
  ImGui_ImplSDL2_NewFrame();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {width_, height_};
  io.DisplayFramebufferScale = {density_, density_};
  ImGui::NewFrame();
  planner.draw();
  ImGui::Render();
  ++frames_computed_;

  if (settling_ > 0) --settling_;
  const std::uint64_t picture = fingerprintOf(*ImGui::GetDrawData());
  // While each frame differs from the one before, the interface has not settled.
  if (picture != picture_ || someWindowIsMeasured() || hoversSomethingElse())
    settling_ = std::max(settling_, 1);
  // Input waiting for the next step still has to settle.
  if (hasQueuedInput()) noteInput();
  picture_ = picture;
}

void Stage::stepThroughInput(ui::Planner& planner) {
  int steps = 0;
  do {
    step(planner);
  } while (hasQueuedInput() && ++steps < kMostStepsThroughInput);
}

bool Stage::present() {
  if (!must_present_ && picture_ == on_screen_) return false;
  must_present_ = false;
  on_screen_ = picture_;
  ImDrawData& data = *ImGui::GetDrawData();
  glViewport(0, 0, static_cast<int>(data.DisplaySize.x * density_),
             static_cast<int>(data.DisplaySize.y * density_));
  const ImVec4& background = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
  glClearColor(background.x, background.y, background.z, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(&data);
  SDL_GL_SwapWindow(window_);
  ++frames_rendered_;
  return true;
}

int Stage::waitAfterStep() const {
  if (settling_ > 0) return 0;
  const float tooltip = secondsToTooltip();
  return tooltip < 0.0F ? kNever : static_cast<int>(std::ceil(tooltip * 1000.0F));
}

}  // namespace cadre::app
