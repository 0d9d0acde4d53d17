// The whole interface without a window: frames are drawn into memory, the test supplies mouse and
// keyboard input, and reads what is on screen from the widget tree.
//
// Uses the real fonts, so text is as wide as on the page.
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

  // Draws frames until clicks have taken effect.
  void settle(int frames = 3);
  // Draws one frame; frames are a sixtieth of a second apart. They are drawn at varying stack
  // depths, as in the page, so that dangling references to an earlier frame are detected.
  void frame();

  void moveTo(ImVec2 at);
  void click(std::string_view role, std::string_view label);
  // With intermediate steps, like a hand.
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
