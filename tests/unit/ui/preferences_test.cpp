#include "ui/preferences.h"

#include <gtest/gtest.h>

#include "ui/actions.h"

namespace cadre::ui {
namespace {

TEST(Preferences, ComeBackAsTheyWereWritten) {
  Preferences preferences;
  preferences.language = text::Language::kEnglish;
  preferences.theme = ThemeKind::kHighContrast;
  preferences.districts_as_list = true;
  preferences.left_share = 0.5F;
  preferences.inspector_open = false;
  EXPECT_EQ(readPreferences(writePreferences(preferences)), preferences);
}

TEST(Preferences, UnreadableTextGivesDefaults) {
  EXPECT_EQ(readPreferences(""), Preferences{});
  EXPECT_EQ(readPreferences("{\"theme\": 7, \"left_share\": 1e99, \"language\": \"fr\"}"),
            Preferences{});
}

TEST(FileName, FollowsTheTitleWithoutAccents) {
  EXPECT_EQ(fileNameFor("Hà Nội 2023"), "ha-noi-2023.json");
  EXPECT_EQ(fileNameFor("Thanh Trì 7/2023"), "thanh-tri-7-2023.json");
  EXPECT_EQ(fileNameFor("  ../.. "), "plan.json");
}

}  // namespace
}  // namespace cadre::ui
