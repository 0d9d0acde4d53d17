// The type of the interface: Noto Sans in the sizes of the design, sharp at every pixel density.
//
// Sizes are in CSS pixels. Glyphs are made at size × density and drawn at size, so coordinates
// never depend on the density. Icons stand in the body sizes beside the letters.
#pragma once

#include <string_view>

#include <imgui.h>

namespace cadre::ui {

struct FontData;

struct Fonts {
  ImFont* caption = nullptr;     // 12: names on tiles
  ImFont* small = nullptr;       // 13: secondary text
  ImFont* small_bold = nullptr;  // 13
  ImFont* body = nullptr;        // 15
  ImFont* body_bold = nullptr;   // 15
  ImFont* heading = nullptr;     // 20, bold
  ImFont* figure = nullptr;      // 32, bold: numbers that matter
};

// Makes the atlas of the current ImGui context anew.
[[nodiscard]] Fonts makeFonts(const FontData& data, float density);

// The size at which the font is drawn, in CSS pixels.
[[nodiscard]] float sizeOf(const ImFont* font);

// Width and height of a text in a font, in CSS pixels.
[[nodiscard]] ImVec2 measure(const ImFont* font, std::string_view text);

}  // namespace cadre::ui
