// Layout of rows and panels.
#pragma once

#include <string_view>

#include <imgui.h>

#include "kit/frame.h"

namespace cadre::kit {

// Places items side by side in the current window, vertically centred on one line.
class Row {
 public:
  // Begins at the cursor; `height` is the line's height.
  explicit Row(float height);
  // Puts the cursor where the next item of that height belongs, `gap` after the previous one.
  void next(float item_height, float gap = 4.0F);
  // Advances without an item, to a distance from the window's left edge.
  void jumpTo(float x);
  // The space left in the line.
  [[nodiscard]] float room() const;
  // Ends the line; the cursor moves below it.
  void end();

 private:
  float start_x_;
  float y_;
  float height_;
  bool first_ = true;
  bool jumped_ = false;
};

// A fixed panel at a screen position, with padding; EndPanel must always be called.
void beginPanel(const Frame& context, std::string_view id, ImVec2 min, ImVec2 max,
                float padding = 12.0F);
void endPanel();

// Ends what ImGui::BeginChild began. Dear ImGui counts only items as content, so a cursor left
// below the last item must be announced to it.
void endChild();

}  // namespace cadre::kit
