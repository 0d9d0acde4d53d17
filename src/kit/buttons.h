// Buttons, and groups of segments of which one is selected. Controls add themselves to the widget
// tree, so views cannot forget to.
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
// Heights of the controls, for laying out rows.
inline constexpr float kButtonHeight = 31.0F;
inline constexpr float kIconButtonSide = 30.0F;
inline constexpr float kSegmentHeight = 28.0F;
inline constexpr float kDropdownHeight = 32.0F;
// A square button that shows only an icon; the text is its tooltip and accessible name.
bool iconButton(const Frame& context, std::string_view icon, std::string_view text,
                bool enabled = true);
// The same in another size, or as a toggle.
struct SquareLook {
  const ImFont* font;
  float side = kIconButtonSide;
  bool enabled = true;
  Has on = Has::kNever;
};
bool squareButton(const Frame& context, std::string_view icon, std::string_view text,
                  const SquareLook& look);
// What a group of segments means to assistive technology: values of one setting, or tabs that
// select a view.
enum class SegmentsAs : std::uint8_t { kValues, kViews };
// A choice of one among several; `name` names the whole group, in words. Returns the index chosen.
int segmented(const Frame& context, std::string_view name,
              std::initializer_list<std::string_view> choices, int chosen,
              SegmentsAs as = SegmentsAs::kValues);
int segmented(const Frame& frame, std::string_view name, std::span<const std::string_view> choices,
              int chosen, SegmentsAs as = SegmentsAs::kValues);
// The same over the full width: segments of equal width, with text cut off where it is too narrow.
int segmented(const Frame& context, std::string_view name,
              std::span<const std::string_view> choices, int chosen, float width,
              SegmentsAs as = SegmentsAs::kValues);
// The width that the group will occupy.
[[nodiscard]] float segmentedWidth(const Frame& context,
                                   std::initializer_list<std::string_view> choices);

}  // namespace cadre::kit
