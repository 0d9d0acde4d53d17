// Small drawn things that all views share: text in a font, signs, bars, chips and buttons.
//
// Each takes its place from ImGui's cursor unless it says a position. What a person can act on is
// reported to the widget tree here, so that views cannot forget it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include <imgui.h>

#include "simulate/timeline.h"
#include "ui/context.h"

namespace cadre::ui {

// --- text ---
void drawText(ImDrawList& list, const ImFont* font, ImVec2 at, ImU32 color, std::string_view text);
// Cut off with an ellipsis at `width`; true when it was cut (then show a tooltip).
bool drawTextFitted(ImDrawList& list, const ImFont* font, ImVec2 at, float width, ImU32 color,
                    std::string_view text);
// As an ImGui item.
void label(const Context& context, const ImFont* font, ImU32 color, std::string_view text);
// Wraps at the window's edge.
void paragraph(const Context& context, const ImFont* font, ImU32 color, std::string_view text);
void heading(const Context& context, std::string_view text);

// A tooltip for the last item when the cursor rests on it.
void tooltip(const Context& context, std::string_view text);

// --- signs ---
enum class SeatSign : std::uint8_t { kLocal, kNonLocal, kUnknown, kVacant };
// Filled circle, diamond, "?" and dashed ring; `center` and `radius` in CSS pixels.
void drawSeatSign(ImDrawList& list, const Context& context, SeatSign sign, ImVec2 center,
                  float radius);
// In the size of body text, or of `font`.
void drawSeverity(ImDrawList& list, const Context& context, Severity severity, bool waived,
                  ImVec2 at, const ImFont* font = nullptr);
// What is wrong, as a paragraph with its sign before it.
void errorLine(const Context& context, const ImFont* font, std::string_view text,
               Severity severity = Severity::kHard);

// A line to the right in dashes, which say "target" without a colour.
void drawDashes(ImDrawList& list, ImVec2 from, float to_x, float dash, float gap, ImU32 color,
                float thickness);

// --- bars ---
// Filled to attained / posts, with a tick at the target.
void drawAttainmentBar(ImDrawList& list, const Context& context, const Cell& cell, ImVec2 min,
                       ImVec2 max);
// "17/32".
[[nodiscard]] std::string ratioText(const Context& context, const Cell& cell);
// "✓" at or above the target, "−3" below.
[[nodiscard]] std::string balanceText(const Cell& cell);
// The same in words; how far above the target, too, where that matters.
[[nodiscard]] std::string reachedWords(const Context& context, const Cell& cell);
[[nodiscard]] std::string balanceWords(const Context& context, const Cell& cell);

// --- controls ---
enum class ButtonLook : std::uint8_t { kPlain, kQuiet, kPrimary };
// True when pressed. `icon` may be empty.
bool button(const Context& context, std::string_view icon, std::string_view text,
            ButtonLook look = ButtonLook::kPlain, bool enabled = true);
// Heights of the controls, for rows of them.
inline constexpr float kButtonHeight = 31.0F;
inline constexpr float kIconButtonSide = 30.0F;
inline constexpr float kSegmentHeight = 28.0F;
inline constexpr float kDropdownHeight = 32.0F;
// A square button that shows only the icon; the text is its tooltip and its name.
bool iconButton(const Context& context, std::string_view icon, std::string_view text,
                bool enabled = true);
// The same in another size, or as something that is on or off.
struct SquareLook {
  const ImFont* font;
  float side = kIconButtonSide;
  bool enabled = true;
  Has on = Has::kNever;
};
bool squareButton(const Context& context, std::string_view icon, std::string_view text,
                  const SquareLook& look);
// What a group of segments is for somebody who does not see it: values of one thing, or views of
// which one is shown.
enum class SegmentsAs : std::uint8_t { kValues, kViews };
// One choice of several; `name` names the whole group, in words. Returns the chosen place.
int segmented(const Context& context, std::string_view name,
              std::initializer_list<std::string_view> choices, int chosen,
              SegmentsAs as = SegmentsAs::kValues);
// The same over the whole width: choices of equal share, their texts cut off where it is narrow.
int segmented(const Context& context, std::string_view name,
              std::span<const std::string_view> choices, int chosen, float width,
              SegmentsAs as = SegmentsAs::kValues);
// Width that the group will take.
[[nodiscard]] float segmentedWidth(const Context& context,
                                   std::initializer_list<std::string_view> choices);
// What is written in a text field, for the keyboard of a phone (web/text_agent.mjs has the same
// numbers). Dates are numbers with dots.
enum class FieldKind : std::uint8_t { kText, kSearch, kNumber };
// A text field with a hint; true when the text changed.
bool textField(const Context& context, std::string_view name, std::string_view hint,
               std::string& text, float width, FieldKind kind = FieldKind::kText);
// The same for a password: dots in place of letters unless it is to be shown, and never told to the
// widget tree.
bool passwordField(const Context& context, std::string_view name, std::string& text, float width,
                   bool shown);
// A value dragged along a track; a press anywhere on the track jumps there, arrow keys step. The
// new value when it changed in this frame. All changes of one drag are one gesture: pass
// ImGui::GetItemID() to Context::amend. `shown` is the value as text, right of the track.
std::optional<int> slider(const Context& context, std::string_view name, int value, int least,
                          int most, std::string_view shown, float width);
// A menu entry in a popup.
bool menuItem(const Context& context, std::string_view icon, std::string_view text,
              bool chosen = false, bool enabled = true);
// A button that opens a popup; true while the popup is open (then EndPopup is due).
bool beginDropdown(const Context& context, std::string_view id, std::string_view text,
                   std::string_view role_label);
void endDropdown();

// --- layout ---
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
void beginPanel(const Context& context, std::string_view id, ImVec2 min, ImVec2 max,
                float padding = 12.0F);
void endPanel();

// Ends what ImGui::BeginChild began. Only items count as its content: where a view has left the
// cursor below the last of them does not, and Dear ImGui wants to be told so.
void endChild();

}  // namespace cadre::ui
