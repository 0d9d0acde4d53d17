// Rows and panels: where things stand.
#pragma once

#include <string_view>

#include <imgui.h>

#include "kit/frame.h"

namespace cadre::kit {

// Items side by side in the current window, each centred on one line.
class Row {
 public:
  // Begins at the cursor; `height` is of the line.
  explicit Row(float height);
  // Puts the cursor where the next item of that height belongs, `gap` after the last one.
  void next(float item_height, float gap = 4.0F);
  // Moves on without an item, to a distance from the window's left edge.
  void jumpTo(float x);
  // How much room is left in the line.
  [[nodiscard]] float room() const;
  // Ends the line; the cursor goes below it.
  void end();

 private:
  float start_x_;
  float y_;
  float height_;
  bool first_ = true;
  bool jumped_ = false;
};

// A fixed panel at a place on the screen, with room inside; EndPanel is always due.
void beginPanel(const Frame& context, std::string_view id, ImVec2 min, ImVec2 max,
                float padding = 12.0F);
void endPanel();

// Ends what ImGui::BeginChild began. Only items count as its content: where a view has left the
// cursor below the last of them does not, and Dear ImGui wants to be told so.
void endChild();

}  // namespace cadre::kit
