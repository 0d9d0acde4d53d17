// The window that the planner is drawn in: SDL2 window, OpenGL context, Dear ImGui and ImPlot.
//
// A frame has three parts, so that nothing is drawn when nothing changed:
//   takeEvents()  hands what SDL has collected to Dear ImGui;
//   step()        computes a frame: the planner lays itself out and reacts to input;
//   present()     draws the last computed frame, but only when it differs from what is on screen.
// waitAfterStep() then says when the next frame is due, if ever. Whoever owns the stage calls these
// when an event came or a frame is due, and otherwise not at all.
//
// Dear ImGui works in CSS pixels (points natively); the framebuffer has density() pixels per unit.
// Only one instance can exist at a time, since Dear ImGui's context is global.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <vector>

#include <SDL.h>

#include "shared/numbers.h"

namespace cadre::ui {
class Planner;
}

namespace cadre::app {

// No frame is due until something happens.
inline constexpr int kNever = shared::kNoFrame;

class Stage {
 public:
  // What takeEvents() found that is not input for Dear ImGui.
  struct Taken {
    bool quit = false;
    std::vector<std::string> dropped_files;
  };

  // The reason, in English, when there is no window or no OpenGL.
  static std::expected<std::unique_ptr<Stage>, std::string> open(const char* title, int width,
                                                                 int height);
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  Taken takeEvents();
  void step(ui::Planner& planner);
  // Runs steps until Dear ImGui has processed all input: it spreads press and release of a button
  // over two frames. Runs at least one step.
  void stepThroughInput(ui::Planner& planner);
  // Returns true when it drew.
  bool present();
  // Milliseconds until the next frame, 0 for at once, kNever for none.
  [[nodiscard]] int waitAfterStep() const;

  // The screen no longer shows what was drawn (the canvas was resized): draw at the next chance.
  void invalidate();
  // The drawing context was lost and restored: recreates what it held.
  void renewDrawing();
  // Input came that SDL knows nothing of: let the interface settle after it.
  void noteInput();

  // Whether effects of the last input may still appear in the next frames.
  [[nodiscard]] bool isSettling() const { return settling_ > 0; }

  [[nodiscard]] float density() const { return density_; }
  [[nodiscard]] int framesComputed() const { return frames_computed_; }
  [[nodiscard]] int framesRendered() const { return frames_rendered_; }

 private:
  Stage() = default;
  void measure();

  SDL_Window* window_ = nullptr;
  SDL_GLContext context_ = nullptr;
  float density_ = 1.0F;
  float width_ = 0.0F;
  float height_ = 0.0F;

  int settling_ = 0;           // steps still to run, whatever they show
  bool must_present_ = true;   // the screen is stale even if the picture is the same
  std::uint64_t picture_ = 0;  // fingerprint of the last computed frame
  std::uint64_t on_screen_ = 0;
  std::uint64_t textures_made_ = 0;
  int frames_computed_ = 0;
  int frames_rendered_ = 0;
};

}  // namespace cadre::app
