// The type of the interface: Noto Sans in the sizes of the design, sharp at every pixel density.
//
// Sizes are in CSS pixels. Glyphs are rasterised at size × density and drawn at size, so
// coordinates never depend on the density. Icons are merged into the body sizes.
#pragma once

#include <string_view>

#include <imgui.h>

namespace cadre::kit {

// Font files (TrueType), which must outlive the fonts.
struct FontData {
  std::string_view regular;
  std::string_view semibold;
  std::string_view icons;
};

struct Fonts {
  ImFont* caption = nullptr;     // 12: names on tiles
  ImFont* small = nullptr;       // 13: secondary text
  ImFont* small_bold = nullptr;  // 13
  ImFont* body = nullptr;        // 15
  ImFont* body_bold = nullptr;   // 15
  ImFont* heading = nullptr;     // 20, bold
  ImFont* figure = nullptr;      // 32, bold: numbers that matter

  // For meeting mode, relative to the screen instead of CSS pixels (see large_type); null
  // elsewhere.
  ImFont* large = nullptr;
  ImFont* large_bold = nullptr;
  ImFont* large_figure = nullptr;  // digits only
  ImFont* largest_figure = nullptr;
};

// Type that is readable from the far end of a meeting room, defined for a screen of 1080 lines;
// other screens of the same physical size show it equally large.
//
// A capital letter must subtend at least 16 minutes of arc, better 20 to 22 (ISO 9241-303,
// character height). From 5 m these are 23 mm and 29 mm; on a 65-inch screen (16:9, 809 mm high) a
// line is 0.749 mm, so 31 and 39 lines. Capitals of Noto Sans are 0.714 of the font size.
namespace large_type {
inline constexpr float kDistance = 5000.0F;     // mm
inline constexpr float kScreenHeight = 809.0F;  // mm
inline constexpr float kScreenWidth = 1920.0F;
inline constexpr float kScreenLines = 1080.0F;
inline constexpr float kCapitals = 0.714F;
inline constexpr float kArcMinute = 3.14159265F / (180.0F * 60.0F);

// The smallest size whose capitals subtend that many minutes of arc (for so small an angle, the
// tangent equals the angle).
constexpr float sizeFor(float arc_minutes) {
  return kDistance * arc_minutes * kArcMinute / kScreenHeight * kScreenLines / kCapitals;
}

inline constexpr float kText = 44.0F;
inline constexpr float kBold = 48.0F;
inline constexpr float kFigure = 72.0F;
inline constexpr float kLargest = 168.0F;
static_assert(kText >= sizeFor(16.0F) && kFigure >= sizeFor(22.0F));
}  // namespace large_type

// The length in CSS pixels of one line of large_type's screen, on a screen of that size:
// proportional to its height, so that a projector with 768 lines shows the same picture. Rounded to
// steps, since every new value needs new fonts.
[[nodiscard]] float largeUnit(ImVec2 screen);
// Whether meeting mode is stacked: a tablet held upright.
[[nodiscard]] inline bool isUpright(ImVec2 screen) { return screen.y > screen.x; }

// Rebuilds the font atlas of the current ImGui context. `large` is the length in CSS pixels of one
// line of large_type's screen; 0 leaves the large type out.
[[nodiscard]] Fonts makeFonts(const FontData& data, float density, float large = 0.0F);

// The size at which the font is drawn, in CSS pixels.
[[nodiscard]] float sizeOf(const ImFont* font);

// Width and height of a text in a font, in CSS pixels.
[[nodiscard]] ImVec2 measure(const ImFont* font, std::string_view text);

}  // namespace cadre::kit
