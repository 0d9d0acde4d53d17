#include "ui/kit/theme.h"

#include <cmath>

#include <gtest/gtest.h>

namespace cadre::ui {
namespace {

double luminance(ImU32 color) {
  const auto linear = [&](unsigned shift) {
    const double c = static_cast<double>((color >> shift) & 0xFFU) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(IM_COL32_R_SHIFT) + 0.7152 * linear(IM_COL32_G_SHIFT) +
         0.0722 * linear(IM_COL32_B_SHIFT);
}

double contrast(ImU32 a, ImU32 b) {
  const double first = luminance(a) + 0.05;
  const double second = luminance(b) + 0.05;
  return first > second ? first / second : second / first;
}

class EveryTheme : public ::testing::TestWithParam<ThemeKind> {};

TEST_P(EveryTheme, TextCanBeReadOnEverySurface) {
  const Theme& theme = themeOf(GetParam());
  for (const ImU32 surface : {theme.panel, theme.raised, theme.hover, theme.selected}) {
    EXPECT_GE(contrast(theme.text, surface), 4.5);
  }
  for (const ImU32 ink : {theme.muted, theme.hard, theme.soft, theme.accent}) {
    EXPECT_GE(contrast(ink, theme.panel), 4.5);
  }
  EXPECT_GE(contrast(theme.on_accent, theme.accent), 4.5);
}

INSTANTIATE_TEST_SUITE_P(Themes, EveryTheme,
                         ::testing::Values(ThemeKind::kLight, ThemeKind::kDark,
                                           ThemeKind::kHighContrast));

TEST(Attainment, CountsCanBeReadOnEveryColourOfTheScale) {
  for (int attained = 0; attained <= 60; ++attained) {
    const ImU32 surface = attainmentColor(attained, 40);
    EXPECT_GE(contrast(readableOn(surface), surface), 4.5) << attained;
  }
}

TEST(Attainment, JustBelowTheTargetLooksUnlikeTheTarget) {
  EXPECT_NE(attainmentColor(39, 40), attainmentColor(40, 40));
  EXPECT_GT(luminance(attainmentColor(39, 40)), luminance(attainmentColor(10, 40)));
}

TEST(Attainment, NothingNeededCountsAsReached) {
  EXPECT_EQ(attainmentColor(0, 0), attainmentColor(100, 10));
}

}  // namespace
}  // namespace cadre::ui
