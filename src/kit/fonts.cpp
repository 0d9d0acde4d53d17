#include "kit/fonts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "icons/icons.h"

namespace cadre::kit {
namespace {

// The letters of Vietnamese and English, and the symbols used in the interface.
constexpr std::array<ImWchar, 25> kLetters = {
    0x0020, 0x007E, 0x00A0, 0x0103, 0x0110, 0x0111, 0x0128, 0x0129, 0x0168,
    0x0169, 0x01A0, 0x01A1, 0x01AF, 0x01B0, 0x0300, 0x0323, 0x1EA0, 0x1EF9,
    0x2010, 0x2026, 0x2190, 0x2265, 0x2713, 0x2713, 0};
constexpr std::array<ImWchar, 3> kIcons = {icons::kIconFirst, icons::kIconLast, 0};
// Digits, for the largest size.
constexpr std::array<ImWchar, 5> kDigits = {0x0020, 0x0039, 0x2212, 0x2212, 0};

// ImGui would free or change these bytes if it owned them, so ownership stays here.
void* bytes(std::string_view data) { return const_cast<char*>(data.data()); }

ImFont* add(std::string_view file, float size, float density, const ImWchar* ranges) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.OversampleH = density >= 2.0F ? 1 : 2;
  config.OversampleV = 1;  // glyphs are placed between pixels, so that spacing stays even
  return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(bytes(file), static_cast<int>(file.size()),
                                                    size * density, &config, ranges);
}

// Icons of the same size are merged into the font added last.
void addIcons(std::string_view file, float size, float density) {
  constexpr float kIconScale = 1.1F;
  constexpr float kIconDrop = 0.16F;  // centres icons vertically on the letters
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.MergeMode = true;
  config.OversampleH = 1;
  config.PixelSnapH = true;
  config.GlyphOffset = {0.0F, size * density * kIconDrop};
  ImGui::GetIO().Fonts->AddFontFromMemoryTTF(bytes(file), static_cast<int>(file.size()),
                                             size * density * kIconScale, &config, kIcons.data());
}

}  // namespace

Fonts makeFonts(const FontData& data, float density, float large) {
  ImGuiIO& io = ImGui::GetIO();
  io.Fonts->Clear();
  io.Fonts->TexDesiredWidth = 2048;
  Fonts fonts;
  // The first font is ImGui's default.
  fonts.body = add(data.regular, 15.0F, density, kLetters.data());
  addIcons(data.icons, 15.0F, density);
  fonts.caption = add(data.regular, 12.0F, density, kLetters.data());
  addIcons(data.icons, 12.0F, density);
  fonts.small = add(data.regular, 13.0F, density, kLetters.data());
  addIcons(data.icons, 13.0F, density);
  fonts.small_bold = add(data.semibold, 13.0F, density, kLetters.data());
  fonts.body_bold = add(data.semibold, 15.0F, density, kLetters.data());
  addIcons(data.icons, 15.0F, density);
  fonts.heading = add(data.semibold, 20.0F, density, kLetters.data());
  fonts.figure = add(data.semibold, 32.0F, density, kDigits.data());
  if (large > 0.0F) {
    // Browser textures are limited in size: on screens with more than 4320 lines the type stops
    // growing.
    constexpr float kMostPixels = 4.0F;
    const float scale = std::min(large * density, kMostPixels);
    fonts.large = add(data.regular, large_type::kText, scale, kLetters.data());
    addIcons(data.icons, large_type::kText, scale);
    fonts.large_bold = add(data.semibold, large_type::kBold, scale, kLetters.data());
    fonts.large_figure = add(data.semibold, large_type::kFigure, scale, kDigits.data());
    fonts.largest_figure = add(data.semibold, large_type::kLargest, scale, kDigits.data());
  }
  io.Fonts->Build();
  io.FontGlobalScale = 1.0F / density;
  return fonts;
}

float largeUnit(ImVec2 screen) {
  constexpr float kSteps = 48.0F;
  const float across = isUpright(screen) ? large_type::kScreenLines : large_type::kScreenWidth;
  const float unit = std::min(screen.x / across, screen.y / large_type::kScreenLines);
  return std::max(std::floor(unit * kSteps), 8.0F) / kSteps;
}

float sizeOf(const ImFont* font) { return font->FontSize * ImGui::GetIO().FontGlobalScale; }

ImVec2 measure(const ImFont* font, std::string_view text) {
  return font->CalcTextSizeA(sizeOf(font), 1.0e6F, 0.0F, text.data(), text.data() + text.size());
}

}  // namespace cadre::kit
