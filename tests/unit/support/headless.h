// The whole interface without a window: frames are drawn into memory, the mouse and the keyboard
// are given by the test, and what is on screen is read from the tree of widgets.
//
// Fonts are the real ones, so text is as wide as on the page.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "kit/widget_tree.h"
#include "platform/memory/memory_host.h"
#include "ui/planner.h"

namespace cadre::test {

class Headless {
 public:
  explicit Headless(float width = 1440, float height = 900, std::string settings = "");
  ~Headless();
  Headless(const Headless&) = delete;
  Headless& operator=(const Headless&) = delete;

  // Draws frames until what was clicked has taken effect.
  void settle(int frames = 3);
  // One frame; the time between frames is a sixtieth of a second. Frames are drawn at different
  // depths of the stack, as in the page: what holds on to an earlier frame does not find it again.
  void frame();

  void moveTo(ImVec2 at);
  void click(std::string_view role, std::string_view label);
  // With steps between, as a hand does.
  void drag(std::string_view from_role, std::string_view from_label, std::string_view to_role,
            std::string_view to_label, bool drop = true);
  void key(ImGuiKey key, bool ctrl = false, bool shift = false);
  void type(std::string_view text);

  // The first widget with that role whose label is or contains `label`; null when there is none.
  [[nodiscard]] const kit::Widget* find(std::string_view role, std::string_view label) const;
  // Its value; "(none)" when there is no such widget.
  [[nodiscard]] std::string value(std::string_view role, std::string_view label) const;
  [[nodiscard]] std::vector<kit::Widget> all(std::string_view role) const;

  platform::MemoryHost host;
  std::unique_ptr<ui::Planner> planner;
  float density = 1.0F;  // pixels to the unit, of frames to come

 private:
  [[gnu::noinline]] void frameBelow(unsigned levels);

  std::string regular_;
  std::string bold_;
  std::string icons_;
  unsigned depth_ = 0;
};

// A plan that ships with the page.
[[nodiscard]] std::string sample(const std::string& file_name);

}  // namespace cadre::test
