// Everything a widget may use while it is drawn: theme, strings, the widget tree, and the state of
// keyboard and touch.
//
// A Frame lives for one frame. It knows nothing of plans; views extend it with what they need
// (ui/context.h, which is also a Frame).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/message.h"
#include "core/ratio.h"
#include "kit/fonts.h"
#include "kit/theme.h"
#include "kit/widget_tree.h"
#include "text/format.h"

namespace cadre::kit {

struct FocusMemory;
class Touch;

// A control being dragged: its first change is a history step, later changes amend that step.
struct Gesture {
  unsigned control = 0;  // ImGui's id; 0: none
  bool has_begun = false;
};

struct Frame {
  const Theme& theme;
  const Fonts& fonts;
  const text::Language& language;
  WidgetTree& tree;
  Gesture& gesture;
  FocusMemory& focus;
  Touch& touch;
  bool& wants_next;  // request another frame at once

  [[nodiscard]] std::string_view tr(text::Str key) const { return text::get(key, language); }
  [[nodiscard]] std::string tr(const Message& message) const {
    return text::render(message, language);
  }
  [[nodiscard]] std::string count(std::int64_t number) const {
    return text::formatCount(number, language);
  }
  [[nodiscard]] std::string ratio(std::int64_t part, std::int64_t whole) const {
    return count(part) + "/" + count(whole);
  }
  [[nodiscard]] std::string percent(std::int64_t part, std::int64_t whole) const {
    return text::formatPermille(permille(part, whole), language);
  }
  // Call when a control is pressed whose changes form one history step.
  void beginGesture(unsigned control) const { gesture = {control, false}; }
};

}  // namespace cadre::kit
