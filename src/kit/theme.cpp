#include "kit/theme.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include <implot.h>

namespace cadre::kit {
namespace {

constexpr ImU32 rgb(std::uint32_t hex) {
  return IM_COL32((hex >> 16U) & 0xFFU, (hex >> 8U) & 0xFFU, hex & 0xFFU, 0xFF);
}

constexpr Theme kLight = {
    .kind = ThemeKind::kLight,
    .background = rgb(0xEEF0F3),
    .panel = rgb(0xFFFFFF),
    .raised = rgb(0xF4F5F7),
    .hover = rgb(0xE6EBF2),
    .selected = rgb(0xD9E6F7),
    .separator = rgb(0xDADEE4),
    .outline = rgb(0x7E8791),
    .text = rgb(0x1B2129),
    .muted = rgb(0x59636F),
    .accent = rgb(0x1A5FB4),
    .on_accent = rgb(0xFFFFFF),
    .hard = rgb(0x8C1028),
    .soft = rgb(0x8A5A00),
    .good = rgb(0x1A5FB4),
    .local = rgb(0xB35806),
    .non_local = rgb(0x1A5FB4),
};

constexpr Theme kDark = {
    .kind = ThemeKind::kDark,
    .background = rgb(0x14171B),
    .panel = rgb(0x1D2126),
    .raised = rgb(0x272C33),
    .hover = rgb(0x323942),
    .selected = rgb(0x24405F),
    .separator = rgb(0x363D46),
    .outline = rgb(0x788390),
    .text = rgb(0xEDF0F3),
    .muted = rgb(0xA6AFB9),
    .accent = rgb(0x74AFF2),
    .on_accent = rgb(0x0E1217),
    .hard = rgb(0xFF8A8A),
    .soft = rgb(0xF0B95A),
    .good = rgb(0x74AFF2),
    .local = rgb(0xF0A860),
    .non_local = rgb(0x7FB5F2),
};

constexpr Theme kHighContrast = {
    .kind = ThemeKind::kHighContrast,
    .background = rgb(0xFFFFFF),
    .panel = rgb(0xFFFFFF),
    .raised = rgb(0xFFFFFF),
    .hover = rgb(0xD6E4FF),
    .selected = rgb(0xBFD4FF),
    .separator = rgb(0x000000),
    .outline = rgb(0x000000),
    .text = rgb(0x000000),
    .muted = rgb(0x1F1F1F),
    .accent = rgb(0x003C9E),
    .on_accent = rgb(0xFFFFFF),
    .hard = rgb(0x7A0018),
    .soft = rgb(0x7A4E00),
    .good = rgb(0x003C9E),
    .local = rgb(0x8A3C00),
    .non_local = rgb(0x003C9E),
};

// Stops of the colour scale, by attained / needed.
struct Stop {
  float at;
  std::uint32_t color;
};
constexpr std::array<Stop, 6> kStops = {{
    {0.00F, 0x8F3B00},
    {0.45F, 0xC96A14},
    {0.75F, 0xF2AE66},
    {0.999F, 0xF9E3CB},
    {1.00F, 0xBBD7EE},
    {1.35F, 0x3F86C4},
}};

float channel(std::uint32_t color, unsigned shift) {
  return static_cast<float>((color >> shift) & 0xFFU);
}

ImU32 mixed(std::uint32_t a, std::uint32_t b, float t) {
  const auto mix = [&](unsigned shift) {
    return static_cast<std::uint32_t>(
        std::lround(channel(a, shift) + (channel(b, shift) - channel(a, shift)) * t));
  };
  return IM_COL32(mix(16), mix(8), mix(0), 0xFF);
}

void applyPlotTheme(const Theme& theme) {
  ImPlotStyle& style = ImPlot::GetStyle();
  style.Colors[ImPlotCol_FrameBg] = vec(theme.panel);
  style.Colors[ImPlotCol_PlotBg] = vec(theme.panel);
  style.Colors[ImPlotCol_PlotBorder] = vec(theme.separator);
  style.Colors[ImPlotCol_AxisText] = vec(theme.muted);
  style.Colors[ImPlotCol_AxisGrid] = vec(theme.separator);
  style.Colors[ImPlotCol_AxisTick] = vec(theme.separator);
  style.Colors[ImPlotCol_LegendBg] = vec(theme.panel);
  style.Colors[ImPlotCol_LegendBorder] = vec(theme.separator);
  style.Colors[ImPlotCol_LegendText] = vec(theme.text);
  style.PlotPadding = {kGrid, kGrid};
  style.LineWeight = 2.0F;
}

}  // namespace

const Theme& themeOf(ThemeKind kind) {
  switch (kind) {
    case ThemeKind::kDark:
      return kDark;
    case ThemeKind::kHighContrast:
      return kHighContrast;
    case ThemeKind::kLight:
      break;
  }
  return kLight;
}

void applyTheme(const Theme& theme) {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  style.WindowPadding = {kGrid, kGrid};
  style.FramePadding = {10.0F, 6.0F};
  style.ItemSpacing = {kGrid, kGrid};
  style.ItemInnerSpacing = {6.0F, 4.0F};
  style.CellPadding = {kGrid, 4.0F};
  style.ScrollbarSize = 12.0F;
  style.WindowRounding = kRounding;
  style.ChildRounding = kRounding;
  style.FrameRounding = kRounding;
  style.PopupRounding = kRounding;
  style.ScrollbarRounding = kRounding;
  style.GrabRounding = kRounding;
  style.WindowBorderSize = 0.0F;
  style.ChildBorderSize = 0.0F;
  style.PopupBorderSize = 1.0F;
  style.FrameBorderSize = theme.kind == ThemeKind::kHighContrast ? 1.0F : 0.0F;
  style.DisabledAlpha = 0.45F;

  ImVec4* colors = style.Colors;
  colors[ImGuiCol_Text] = vec(theme.text);
  colors[ImGuiCol_TextDisabled] = vec(theme.muted);
  colors[ImGuiCol_WindowBg] = vec(theme.background);
  colors[ImGuiCol_ChildBg] = vec(theme.panel);
  colors[ImGuiCol_PopupBg] = vec(theme.panel);
  colors[ImGuiCol_Border] = vec(theme.separator);
  colors[ImGuiCol_BorderShadow] = ImVec4(0, 0, 0, 0);
  colors[ImGuiCol_FrameBg] = vec(theme.raised);
  colors[ImGuiCol_FrameBgHovered] = vec(theme.hover);
  colors[ImGuiCol_FrameBgActive] = vec(theme.selected);
  colors[ImGuiCol_ScrollbarBg] = ImVec4(0, 0, 0, 0);
  colors[ImGuiCol_ScrollbarGrab] = vec(theme.outline);
  colors[ImGuiCol_ScrollbarGrabHovered] = vec(theme.muted);
  colors[ImGuiCol_ScrollbarGrabActive] = vec(theme.muted);
  colors[ImGuiCol_CheckMark] = vec(theme.accent);
  colors[ImGuiCol_SliderGrab] = vec(theme.accent);
  colors[ImGuiCol_SliderGrabActive] = vec(theme.accent);
  colors[ImGuiCol_Button] = vec(theme.raised);
  colors[ImGuiCol_ButtonHovered] = vec(theme.hover);
  colors[ImGuiCol_ButtonActive] = vec(theme.selected);
  colors[ImGuiCol_Header] = vec(theme.selected);
  colors[ImGuiCol_HeaderHovered] = vec(theme.hover);
  colors[ImGuiCol_HeaderActive] = vec(theme.selected);
  colors[ImGuiCol_Separator] = vec(theme.separator);
  colors[ImGuiCol_SeparatorHovered] = vec(theme.accent);
  colors[ImGuiCol_SeparatorActive] = vec(theme.accent);
  colors[ImGuiCol_TableHeaderBg] = vec(theme.raised);
  colors[ImGuiCol_TableBorderStrong] = vec(theme.separator);
  colors[ImGuiCol_TableBorderLight] = vec(theme.separator);
  colors[ImGuiCol_TableRowBg] = ImVec4(0, 0, 0, 0);
  colors[ImGuiCol_TableRowBgAlt] = ImVec4(0, 0, 0, 0);
  colors[ImGuiCol_TextSelectedBg] = vec(withAlpha(theme.accent, 0.30F));
  colors[ImGuiCol_DragDropTarget] = vec(theme.accent);
  colors[ImGuiCol_NavHighlight] = vec(theme.accent);
  colors[ImGuiCol_ModalWindowDimBg] = ImVec4(0.0F, 0.0F, 0.0F, 0.35F);
  if (ImPlot::GetCurrentContext() != nullptr) applyPlotTheme(theme);
}

ImU32 attainmentColor(std::int32_t attained, std::int32_t needed) {
  const float ratio =
      needed <= 0 ? kStops.back().at : static_cast<float>(attained) / static_cast<float>(needed);
  if (ratio <= kStops.front().at) return rgb(kStops.front().color);
  for (std::size_t i = 1; i < kStops.size(); ++i) {
    const Stop& low = kStops.at(i - 1);
    const Stop& high = kStops.at(i);
    // A ratio just below the target keeps the colour of "below".
    if (ratio < high.at) {
      return high.at == 1.0F ? rgb(low.color)
                             : mixed(low.color, high.color, (ratio - low.at) / (high.at - low.at));
    }
  }
  return rgb(kStops.back().color);
}

ImU32 readableOn(ImU32 surface) {
  // Relative luminance as defined by WCAG 2.
  const auto linear = [&](unsigned shift) {
    const float c = static_cast<float>((surface >> shift) & 0xFFU) / 255.0F;
    return c <= 0.04045F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F);
  };
  const float luminance = 0.2126F * linear(IM_COL32_R_SHIFT) + 0.7152F * linear(IM_COL32_G_SHIFT) +
                          0.0722F * linear(IM_COL32_B_SHIFT);
  // At 0.179, black and white have equal contrast: 4.58 : 1.
  return luminance > 0.179F ? rgb(0x000000) : rgb(0xFFFFFF);
}

ImU32 withAlpha(ImU32 color, float alpha) {
  const auto byte = static_cast<ImU32>(std::lround(std::clamp(alpha, 0.0F, 1.0F) * 255.0F));
  return (color & ~IM_COL32_A_MASK) | (byte << IM_COL32_A_SHIFT);
}

}  // namespace cadre::kit
