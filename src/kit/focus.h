// Keyboard focus: a ring around the focused item, stepping between panels, a single Tab stop for a
// list of many items, and keys that a control reserves for itself.
//
// Dear ImGui moves the focus: Tab and Shift+Tab through all stops, arrow keys to neighbouring
// items.
#pragma once

#include <optional>
#include <vector>

#include <imgui.h>

#include "kit/frame.h"

namespace cadre::kit {

// State kept between frames.
struct FocusMemory {
  void beginFrame() {
    panels.clear();
    field_kind = 0;
  }

  // The focused item at the end of the last frame.
  unsigned window = 0;
  unsigned item = 0;
  unsigned scope = 0;
  // The panels of this frame, and the direction in which to move the focus from the current one.
  std::vector<unsigned> panels;
  int panel_step = 0;
  unsigned enter_panel = 0;  // the panel whose first item gets the focus in the next frame
  int field_kind = 0;        // of the active text field (fields.h: FieldKind); 0: none
};

struct FocusRect {
  ImVec2 min;
  ImVec2 max;
};

// Draws the focus ring over everything while keys are in use. Call at the end of a frame.
void drawFocusRing(const Frame& frame);
// The ring's rectangle in this frame; empty while the mouse is used.
[[nodiscard]] std::optional<FocusRect> focusRect();

// Keeps the focus where Dear ImGui would drop it: Escape moves from a panel to its parent, Alt
// looks for a menu bar. Call at the beginning of a frame.
void keepFocus(const Frame& frame);

// Stops this frame's keys from moving the focus.
void takeArrowKey();

// Whether Enter was pressed in this frame, on the main keyboard or the number pad.
[[nodiscard]] bool enterPressed();

// Each panel calls this when it begins, before its first item.
void noteFocusPanel(const Frame& frame);
// Moves the focus to the next or previous panel if requested. Call at the end of a frame.
void stepFocusPanel(const Frame& frame);

// Sets whether items created during its lifetime are Tab stops; arrow keys reach them in any case.
class TabStop {
 public:
  explicit TabStop(bool stops) { ImGui::PushTabStop(stops); }
  ~TabStop() { ImGui::PopTabStop(); }
  TabStop(const TabStop&) = delete;
  TabStop& operator=(const TabStop&) = delete;
};
// Whether the next item, one of many in a list in a window of its own, is a Tab stop: the first
// item drawn and the selected one are, but none while the focus is already in the list.
[[nodiscard]] bool stopsInList(bool is_chosen = false);

// Whether the item of that name, in the current ID stack, has the focus.
[[nodiscard]] bool hasFocus(const char* item);

// Scrolling ImGui tables are windows of their own: this lets the focus cross their border and reach
// their headings. Call right after BeginTable, and in each heading.
void joinTableToPanel();

// A thin focusable line at the end of a scrolling text: focusing it scrolls the end into view.
void scrollStop(const char* id);

}  // namespace cadre::kit
