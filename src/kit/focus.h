// The keyboard focus: a ring around what has it, panels to step between, one stop for Tab in a
// list of many items, and keys that a control wants for itself.
//
// Dear ImGui moves the focus: Tab and Shift+Tab through all stops, arrow keys to what lies there.
#pragma once

#include <optional>
#include <vector>

#include <imgui.h>

#include "kit/frame.h"

namespace cadre::kit {

// From one frame to the next.
struct FocusMemory {
  void beginFrame() {
    panels.clear();
    field_kind = 0;
  }

  // What has the focus, at the end of the last frame.
  unsigned window = 0;
  unsigned item = 0;
  unsigned scope = 0;
  // Panels: those of this frame, and which way the focus shall go from the one that has it.
  std::vector<unsigned> panels;
  int panel_step = 0;
  unsigned enter_panel = 0;  // its first item gets the focus in the next frame
  int field_kind = 0;        // of the active text field (fields.h: FieldKind); 0: there is none
};

struct FocusRect {
  ImVec2 min;
  ImVec2 max;
};

// Where the focus is, drawn over everything while the person uses keys. At the end of a frame.
void drawFocusRing(const Frame& frame);
// The ring's rectangle in this frame; nothing while the mouse is used.
[[nodiscard]] std::optional<FocusRect> focusRect();

// Keeps the focus where Dear ImGui would give it up: Escape leaves a panel for its parent, Alt
// looks for a menu bar. At the beginning of a frame.
void keepFocus(const Frame& frame);

// Keys of this frame that would move the focus do not.
void takeArrowKey();

// Enter, of the letters or of the number pad, in this frame.
[[nodiscard]] bool enterPressed();

// To be called by each panel when it begins, before its first item.
void noteFocusPanel(const Frame& frame);
// Gives the focus to the next or previous panel if that was asked for. At the end of a frame.
void stepFocusPanel(const Frame& frame);

// Items that are made while it lives are stops for Tab, or are not; arrow keys reach them all the
// same.
class TabStop {
 public:
  explicit TabStop(bool stops) { ImGui::PushTabStop(stops); }
  ~TabStop() { ImGui::PopTabStop(); }
  TabStop(const TabStop&) = delete;
  TabStop& operator=(const TabStop&) = delete;
};
// Whether Tab stops at the next item, one of many in a list in a window of its own: at the first
// that is drawn and at the chosen one, and at none while the focus is in the list already.
[[nodiscard]] bool stopsInList(bool is_chosen = false);

// Whether the item of that name, in the current stack of ids, has the focus.
[[nodiscard]] bool hasFocus(const char* item);

// ImGui tables with a scroll of their own are windows of their own: lets the focus cross their
// border, and reach their headings. To be called right after BeginTable, and in each heading.
void joinTableToPanel();

// A thin line that can have the focus, at the end of a text that scrolls: it brings that into view.
void scrollStop(const char* id);

}  // namespace cadre::kit
