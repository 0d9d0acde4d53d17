// Colours and dimensions of the interface, in three themes.
//
// Text has a contrast of at least 4.5 : 1 on every surface; symbols and outlines of controls at
// least 3 : 1 (WCAG 2.2 AA). Colours with different meanings differ in lightness as well as hue, so
// that they stay distinct to colour-blind users, and are accompanied by a symbol or words.
// Attainment is a diverging scale from deep orange through pale to blue, safe for the colour-blind
// and monotonic in grey (modelled on ColorBrewer's PuOr family); it never appears without its
// count.
#pragma once

#include <cstdint>

#include <imgui.h>

namespace cadre::kit {

enum class ThemeKind : std::uint8_t { kLight, kDark, kHighContrast };

struct Theme {
  ThemeKind kind = ThemeKind::kLight;
  ImU32 background = 0;  // behind panels
  ImU32 panel = 0;       // of panels, popups and tables
  ImU32 raised = 0;      // buttons, chips, the header row
  ImU32 hover = 0;
  ImU32 selected = 0;
  ImU32 separator = 0;
  ImU32 outline = 0;  // of anything editable, draggable or scrollable: visible without its surface
  ImU32 text = 0;
  ImU32 muted = 0;  // secondary text
  ImU32 accent = 0;
  ImU32 on_accent = 0;
  ImU32 hard = 0;
  ImU32 soft = 0;
  ImU32 good = 0;
  ImU32 local = 0;  // symbols of locality
  ImU32 non_local = 0;
};

[[nodiscard]] const Theme& themeOf(ThemeKind kind);

// Applies these colours and dimensions to Dear ImGui (and ImPlot).
void applyTheme(const Theme& theme);

// Surface colour for an attainment: `attained` of `needed`, on target when equal. Without a target
// (needed 0) it counts as reached.
[[nodiscard]] ImU32 attainmentColor(std::int32_t attained, std::int32_t needed);

// Black or white, whichever has more contrast on the surface.
[[nodiscard]] ImU32 readableOn(ImU32 surface);

[[nodiscard]] ImU32 withAlpha(ImU32 color, float alpha);

// In the format of Dear ImGui's style and ImPlot.
[[nodiscard]] inline ImVec4 vec(ImU32 color) { return ImGui::ColorConvertU32ToFloat4(color); }

// The 8-unit grid and other dimensions, in CSS pixels.
inline constexpr float kGrid = 8.0F;
inline constexpr float kRounding = 6.0F;
inline constexpr float kRowHeight = 32.0F;
inline constexpr float kTopBarHeight = 52.0F;

}  // namespace cadre::kit
