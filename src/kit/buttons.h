// Buttons, and segments of which one is chosen. A control reports itself to the widget tree, so
// that views cannot forget it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include <imgui.h>

#include "kit/frame.h"

namespace cadre::kit {

enum class ButtonLook : std::uint8_t { kPlain, kQuiet, kPrimary };
// True when pressed. `icon` may be empty.
bool button(const Frame& context, std::string_view icon, std::string_view text,
            ButtonLook look = ButtonLook::kPlain, bool enabled = true);
// Heights of the controls, for rows of them.
inline constexpr float kButtonHeight = 31.0F;
inline constexpr float kIconButtonSide = 30.0F;
inline constexpr float kSegmentHeight = 28.0F;
inline constexpr float kDropdownHeight = 32.0F;
// A square button that shows only the icon; the text is its tooltip and its name.
bool iconButton(const Frame& context, std::string_view icon, std::string_view text,
                bool enabled = true);
// The same in another size, or as something that is on or off.
struct SquareLook {
  const ImFont* font;
  float side = kIconButtonSide;
  bool enabled = true;
  Has on = Has::kNever;
};
bool squareButton(const Frame& context, std::string_view icon, std::string_view text,
                  const SquareLook& look);
// What a group of segments is for somebody who does not see it: values of one thing, or views of
// which one is shown.
enum class SegmentsAs : std::uint8_t { kValues, kViews };
// One choice of several; `name` names the whole group, in words. Returns the chosen place.
int segmented(const Frame& context, std::string_view name,
              std::initializer_list<std::string_view> choices, int chosen,
              SegmentsAs as = SegmentsAs::kValues);
int segmented(const Frame& frame, std::string_view name, std::span<const std::string_view> choices,
              int chosen, SegmentsAs as = SegmentsAs::kValues);
// The same over the whole width: choices of equal share, their texts cut off where it is narrow.
int segmented(const Frame& context, std::string_view name,
              std::span<const std::string_view> choices, int chosen, float width,
              SegmentsAs as = SegmentsAs::kValues);
// Width that the group will take.
[[nodiscard]] float segmentedWidth(const Frame& context,
                                   std::initializer_list<std::string_view> choices);

}  // namespace cadre::kit
