// The keyboard focus: a ring around what has it, panels to step between, one stop for Tab in a
// list of many items, and keys that a control wants for itself.
//
// Dear ImGui moves the focus: Tab and Shift+Tab through all stops, arrow keys to what lies there.
#pragma once

#include <optional>

#include <imgui.h>

#include "ui/context.h"
#include "ui/keyboard_memory.h"

namespace cadre::ui {

struct FocusRect {
  ImVec2 min;
  ImVec2 max;
};

// Where the focus is, drawn over everything while the person uses keys. At the end of a frame.
void drawFocusRing(const Context& context);
// The ring's rectangle in this frame; nothing while the mouse is used.
[[nodiscard]] std::optional<FocusRect> focusRect();

// Keeps the focus where Dear ImGui would give it up: Escape leaves a panel for its parent, Alt
// looks for a menu bar. At the beginning of a frame.
void keepFocus(const Context& context);

// Keys of this frame that would move the focus do not.
void takeArrowKey();

// Enter, of the letters or of the number pad, in this frame.
[[nodiscard]] bool enterPressed();

// To be called by each panel when it begins, before its first item.
void noteFocusPanel(const Context& context);
// Gives the focus to the next or previous panel if that was asked for. At the end of a frame.
void stepFocusPanel(const Context& context);

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

// Gives the keyboard to the next item if that is what was asked for.
void focusIfWished(const Context& context, FocusWish field);

// ImGui tables with a scroll of their own are windows of their own: lets the focus cross their
// border, and reach their headings. To be called right after BeginTable, and in each heading.
void joinTableToPanel();

// A thin line that can have the focus, at the end of a text that scrolls: it brings that into view.
void scrollStop(const char* id);

}  // namespace cadre::ui
