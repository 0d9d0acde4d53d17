#include "kit/theme.h"

#include <array>

#include <gtest/gtest.h>

#include "support/colour.h"

namespace cadre::kit {
namespace {

using test::contrast;
using test::difference;
using test::kEveryVision;
using test::luminance;
using test::Vision;

// WCAG 2.2: 1.4.3 and 1.4.11.
constexpr double kText = 4.5;
constexpr double kGraphic = 3.0;
// Clearly different at a glance.
constexpr double kApart = 10.0;

class EveryTheme : public ::testing::TestWithParam<ThemeKind> {
 protected:
  const Theme& theme = themeOf(GetParam());
  // All surfaces behind text and symbols.
  std::array<ImU32, 5> surfaces = {theme.background, theme.panel, theme.raised, theme.hover,
                                   theme.selected};
};

TEST_P(EveryTheme, TextCanBeReadOnEverySurface) {
  for (const ImU32 surface : surfaces) {
    EXPECT_GE(contrast(theme.text, surface), kText);
    EXPECT_GE(contrast(theme.muted, surface), kText);
  }
  EXPECT_GE(contrast(theme.on_accent, theme.accent), kText);
}

TEST_P(EveryTheme, ColouredTextCanBeReadOnEverySurface) {
  for (const ImU32 surface : surfaces) {
    for (const ImU32 ink : {theme.hard, theme.soft, theme.good, theme.accent}) {
      EXPECT_GE(contrast(ink, surface), kText) << std::hex << ink << " on " << surface;
    }
  }
}

TEST_P(EveryTheme, SignsAreSeenOnEverySurface) {
  for (const ImU32 surface : surfaces) {
    EXPECT_GE(contrast(theme.local, surface), kGraphic);
    EXPECT_GE(contrast(theme.non_local, surface), kGraphic);
  }
}

TEST_P(EveryTheme, OutlinesOfControlsAreSeenWhereControlsStand) {
  for (const ImU32 surface : {theme.background, theme.panel, theme.raised}) {
    EXPECT_GE(contrast(theme.outline, surface), kGraphic);
  }
}

// The ring is an accent-coloured line inside a panel-coloured one: at least one of them is visible
// on any surface.
TEST_P(EveryTheme, TheFocusRingIsSeenOnEverySurfaceAndOnEveryAttainment) {
  EXPECT_GE(contrast(theme.accent, theme.panel), kGraphic);
  const auto seen = [&](ImU32 surface) {
    return std::max(contrast(theme.accent, surface), contrast(theme.panel, surface));
  };
  for (const ImU32 surface : surfaces) EXPECT_GE(seen(surface), kGraphic);
  EXPECT_GE(seen(theme.accent), kGraphic);
}

TEST_P(EveryTheme, StatusColoursStayApartForTheColourBlind) {
  for (const Vision vision : kEveryVision) {
    const int kind = static_cast<int>(vision);
    EXPECT_GE(difference(theme.hard, theme.soft, vision), kApart) << kind;
    EXPECT_GE(difference(theme.hard, theme.good, vision), kApart) << kind;
    EXPECT_GE(difference(theme.soft, theme.good, vision), kApart) << kind;
    EXPECT_GE(difference(theme.hard, theme.text, vision), kApart) << kind;
    EXPECT_GE(difference(theme.hard, theme.muted, vision), kApart) << kind;
    EXPECT_GE(difference(theme.soft, theme.muted, vision), kApart) << kind;
  }
}

TEST_P(EveryTheme, LocalAndNonLocalStayApartForTheColourBlind) {
  for (const Vision vision : kEveryVision) {
    EXPECT_GE(difference(theme.local, theme.non_local, vision), kApart);
  }
}

INSTANTIATE_TEST_SUITE_P(Themes, EveryTheme,
                         ::testing::Values(ThemeKind::kLight, ThemeKind::kDark,
                                           ThemeKind::kHighContrast));

TEST(HighContrast, TextHasSevenToOneOnPanels) {
  const Theme& theme = themeOf(ThemeKind::kHighContrast);
  for (const ImU32 ink : {theme.text, theme.muted, theme.hard, theme.soft, theme.good}) {
    EXPECT_GE(contrast(ink, theme.panel), 7.0);
  }
}

TEST(Attainment, CountsCanBeReadOnEveryColourOfTheScale) {
  for (int attained = 0; attained <= 60; ++attained) {
    const ImU32 surface = attainmentColor(attained, 40);
    EXPECT_GE(contrast(readableOn(surface), surface), kText) << attained;
  }
}

TEST(Attainment, ShortAndReachedStayApartForTheColourBlind) {
  for (const Vision vision : kEveryVision) {
    for (int attained = 0; attained < 40; ++attained) {
      for (const int reached : {40, 46, 60}) {
        EXPECT_GE(difference(attainmentColor(attained, 40), attainmentColor(reached, 40), vision),
                  kApart)
            << attained << " " << reached << " " << static_cast<int>(vision);
      }
    }
  }
}

// From deep to pale on the "short" side, so that it can be read in grey.
TEST(Attainment, BelowTheTargetMoreIsLighterToEveryVision) {
  for (int attained = 1; attained < 40; ++attained) {
    EXPECT_GE(luminance(attainmentColor(attained, 40)),
              luminance(attainmentColor(attained - 1, 40)))
        << attained;
  }
}

TEST(Attainment, JustBelowTheTargetLooksUnlikeTheTarget) {
  EXPECT_NE(attainmentColor(39, 40), attainmentColor(40, 40));
  EXPECT_GT(luminance(attainmentColor(39, 40)), luminance(attainmentColor(10, 40)));
}

TEST(Attainment, NothingNeededCountsAsReached) {
  EXPECT_EQ(attainmentColor(0, 0), attainmentColor(100, 10));
}

// Checks the tests' own colour functions with values from the papers.
TEST(Colour, ContrastAndDifferenceAreThoseOfTheStandards) {
  constexpr ImU32 kBlack = IM_COL32(0, 0, 0, 255);
  constexpr ImU32 kWhite = IM_COL32(255, 255, 255, 255);
  constexpr ImU32 kGrey = IM_COL32(0x76, 0x76, 0x76, 255);
  EXPECT_NEAR(contrast(kBlack, kWhite), 21.0, 1e-9);
  EXPECT_NEAR(contrast(kGrey, kWhite), 4.54, 0.01);
  EXPECT_NEAR(difference(kBlack, kWhite, Vision::kNormal), 100.0, 0.1);
  // Red and green of equal lightness become similar for somebody without green cones.
  constexpr ImU32 kRed = IM_COL32(0xC4, 0x5A, 0x50, 255);
  constexpr ImU32 kGreen = IM_COL32(0x80, 0x80, 0x4A, 255);
  EXPECT_GT(difference(kRed, kGreen, Vision::kNormal), 3 * kApart);
  EXPECT_LT(difference(kRed, kGreen, Vision::kDeuteranopia), kApart);
}

}  // namespace
}  // namespace cadre::kit
