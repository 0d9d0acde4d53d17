// What is on screen, as data: each widget that matters says its role, label, value and rectangle
// once, where it draws itself.
//
// One tree feeds the browser tests and the accessible mirror. It is made anew in every frame; parts
// outside the clip rectangle are cut off and widgets that are hidden altogether are left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

namespace cadre::ui {

struct Widget {
  std::string_view role;  // a literal: "button", "tile", "post", "row", "textbox", "status", …
  std::string label;
  std::string value;
  ImVec2 min;
  ImVec2 max;
};

class WidgetTree {
 public:
  void clear() { widgets_.clear(); }
  // In screen coordinates, clipped to what the current window shows.
  void add(std::string_view role, std::string_view label, std::string_view value, ImVec2 min,
           ImVec2 max);
  // With the rectangle of the last ImGui item.
  void addLastItem(std::string_view role, std::string_view label, std::string_view value = {});

  [[nodiscard]] const std::vector<Widget>& widgets() const { return widgets_; }
  // [{"role": …, "label": …, "value": …, "x": …, "y": …, "w": …, "h": …}, …]
  [[nodiscard]] std::string json() const;

 private:
  std::vector<Widget> widgets_;
};

}  // namespace cadre::ui
