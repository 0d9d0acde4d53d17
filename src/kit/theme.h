// Colours and measures of the interface, in three themes.
//
// Text on every surface has a contrast of at least 4.5 : 1, signs and the outlines of controls one
// of 3 : 1 (WCAG 2.2 AA). What means different things stays different to the colour-blind, by its
// lightness as well as by its hue, and has a sign or words beside it. Attainment is a diverging
// scale from deep orange through pale to blue, safe for the colour-blind and ordered in grey
// (ColorBrewer's PuOr family is the model); it never stands without its count.
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
  ImU32 outline = 0;  // of what can be typed in, dragged or scrolled: seen without its surface
  ImU32 text = 0;
  ImU32 muted = 0;  // secondary text
  ImU32 accent = 0;
  ImU32 on_accent = 0;
  ImU32 hard = 0;
  ImU32 soft = 0;
  ImU32 good = 0;
  ImU32 local = 0;  // signs of locality
  ImU32 non_local = 0;
};

[[nodiscard]] const Theme& themeOf(ThemeKind kind);

// Gives Dear ImGui (and ImPlot) these colours and measures.
void applyTheme(const Theme& theme);

// Surface for an attainment: `attained` of `needed`, at or above the target when equal. No target
// (needed 0) counts as reached.
[[nodiscard]] ImU32 attainmentColor(std::int32_t attained, std::int32_t needed);

// Black or white, whichever is easier to read on the surface.
[[nodiscard]] ImU32 readableOn(ImU32 surface);

[[nodiscard]] ImU32 withAlpha(ImU32 color, float alpha);

// As Dear ImGui's style and ImPlot want it.
[[nodiscard]] inline ImVec4 vec(ImU32 color) { return ImGui::ColorConvertU32ToFloat4(color); }

// The 8-unit grid and other measures, in CSS pixels.
inline constexpr float kGrid = 8.0F;
inline constexpr float kRounding = 6.0F;
inline constexpr float kRowHeight = 32.0F;
inline constexpr float kTopBarHeight = 52.0F;

}  // namespace cadre::kit
