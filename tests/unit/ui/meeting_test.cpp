#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "plan_io/plan_io.h"
#include "support/headless.h"

namespace cadre::test {
namespace {

class Meeting : public ::testing::Test {
 protected:
  void open(const std::string& file) {
    const std::string text = sample(file);
    ASSERT_TRUE(page.planner->openPlan(text).empty());
    plan = *plan_io::loadPlan(text);
    page.settle();
  }
  void begin() { page.key(ImGuiKey_Enter, true); }
  // Whether any text on the screen names an official.
  std::string leak() const {
    for (const kit::Widget& widget : page.planner->widgets()) {
      for (const Cadre& cadre : plan.roster->cadres) {
        for (const std::string* text : {&widget.label, &widget.value, &widget.name}) {
          if (text->find(cadre.name) != std::string::npos) return *text;
        }
      }
    }
    return "";
  }

  Headless page{1920, 1080};
  Plan plan;
};

TEST_F(Meeting, BeginsFullScreenWithTheDistrictInView) {
  open("thanh-tri-2023-07.json");
  begin();
  EXPECT_TRUE(page.host.full_screen);
  EXPECT_EQ(page.value("status", "Thanh Trì"), "17/32 = 53,1%; cần 16, vượt 1");
  EXPECT_EQ(page.find("post", ""), nullptr);
}

TEST_F(Meeting, EndsWithEscapeAndLeavesTheFullScreen) {
  open("thanh-tri-2023-07.json");
  begin();
  page.key(ImGuiKey_Escape);
  EXPECT_FALSE(page.host.full_screen);
  EXPECT_NE(page.find("post", ""), nullptr);
}

TEST_F(Meeting, EndsWhenTheBrowserLeavesTheFullScreen) {
  open("thanh-tri-2023-07.json");
  begin();
  page.planner->fullScreenChanged(true);
  page.planner->fullScreenChanged(false);
  page.settle();
  EXPECT_NE(page.find("post", ""), nullptr);
}

TEST_F(Meeting, ThatBeginsBeforeTheBrowserTellsOfTheEndOfTheLastGoesOn) {
  open("thanh-tri-2023-07.json");
  begin();
  page.planner->fullScreenChanged(true);
  page.key(ImGuiKey_Escape);
  begin();
  page.planner->fullScreenChanged(false);
  page.settle();
  EXPECT_EQ(page.find("post", ""), nullptr);
}

TEST_F(Meeting, EndsWhenAnotherPlanIsOpened) {
  open("thanh-tri-2023-07.json");
  begin();
  open("ha-noi-2023.json");
  EXPECT_FALSE(page.host.full_screen);
  EXPECT_NE(page.find("post", ""), nullptr);
}

TEST_F(Meeting, StepsThroughScenariosAndRoundsByArrowKeys) {
  open("ha-noi-2023.json");
  begin();
  page.key(ImGuiKey_LeftArrow);
  EXPECT_EQ(page.value("heading", "Hiện trạng"), "1/2");
  page.key(ImGuiKey_RightArrow);
  EXPECT_EQ(page.value("heading", "Phương án A"), "2/2");
  page.key(ImGuiKey_UpArrow);
  page.key(ImGuiKey_UpArrow);
  EXPECT_EQ(page.value("status", "Hiện trạng"), "27/07/2023");
  page.key(ImGuiKey_DownArrow);
  EXPECT_EQ(page.value("status", "Đợt 2/2023"), "01/10/2023");
}

TEST_F(Meeting, StaysAtTheLastScenario) {
  open("ha-noi-2023.json");
  begin();
  for (int i = 0; i < 5; ++i) page.key(ImGuiKey_RightArrow);
  EXPECT_EQ(page.value("heading", "Phương án A"), "2/2");
}

TEST_F(Meeting, NamesNobodyByDefault) {
  open("ha-noi-2023.json");
  begin();
  page.key(ImGuiKey_RightArrow);
  ASSERT_FALSE(page.all("move").empty());
  EXPECT_EQ(leak(), "");
  EXPECT_EQ(page.all("move")[0].label, "Cán bộ 1");
}

TEST_F(Meeting, NamesNobodyInTheTooltipOfAMoveWithAFinding) {
  open("ha-noi-2023.json");
  begin();
  page.key(ImGuiKey_RightArrow);
  for (const kit::Widget& move : page.all("move")) {
    ImGui::GetIO().AddMousePosEvent(move.min.x + 20, move.min.y + 10);
    page.settle();
    EXPECT_EQ(leak(), "");
  }
}

TEST_F(Meeting, ShowsNamesWhenTheyAreUnmasked) {
  open("ha-noi-2023.json");
  begin();
  page.key(ImGuiKey_RightArrow);
  page.click("checkbox", "Che tên cán bộ");
  EXPECT_NE(leak(), "");
  page.click("checkbox", "Che tên cán bộ");
  EXPECT_EQ(leak(), "");
}

TEST_F(Meeting, OpensNothingElseByKeys) {
  open("ha-noi-2023.json");
  begin();
  page.key(ImGuiKey_K, true);
  EXPECT_EQ(page.find("textbox", ""), nullptr);
  EXPECT_EQ(page.find("combobox", ""), nullptr);
}

TEST_F(Meeting, ShowsAllDistrictsThatAreShortOnSeveralPages) {
  open("ha-noi-2023.json");
  page.click("button", "Chế độ họp");
  page.click("tab", "Còn thiếu");
  page.click("button", "Trình chiếu toàn màn hình");
  EXPECT_TRUE(page.host.full_screen);
  const kit::Widget* pages = page.find("status", "Trang 1/");
  ASSERT_NE(pages, nullptr);
  page.key(ImGuiKey_PageDown);
  EXPECT_NE(page.find("status", "Trang 2/"), nullptr);
}

TEST_F(Meeting, RemembersPickedDistrictsByTheirKeys) {
  open("ha-noi-2023.json");
  page.click("button", "Chế độ họp");
  page.click("tab", "Tự chọn");
  page.click("checkbox", "Quận Ba Đình");
  page.click("checkbox", "Quận Hoàn Kiếm");
  page.click("button", "Trình chiếu toàn màn hình");
  EXPECT_NE(page.find("status", "Quận Ba Đình"), nullptr);
  EXPECT_NE(page.find("status", "Quận Hoàn Kiếm"), nullptr);
  EXPECT_EQ(page.find("status", "Quận Tây Hồ"), nullptr);
  EXPECT_NE(page.host.settings.find("\"picked\": [\"001\", \"002\"]"), std::string::npos)
      << page.host.settings;
}

TEST_F(Meeting, NamesTheSameNumberInEnglish) {
  open("ha-noi-2023.json");
  page.click("tab", "EN");
  begin();
  page.key(ImGuiKey_RightArrow);
  ASSERT_FALSE(page.all("move").empty());
  EXPECT_EQ(page.all("move")[0].label, "Official 1");
}

TEST(MeetingOnATablet, StacksItsPartsWhereTheScreenIsUpright) {
  Headless tablet(820, 1180);
  ASSERT_TRUE(tablet.planner->openPlan(sample("thanh-tri-2023-07.json")).empty());
  tablet.settle();
  tablet.key(ImGuiKey_Enter, true);
  const kit::Widget* unit = tablet.find("status", "Thanh Trì");
  const kit::Widget* plot = tablet.find("img", "Tỷ lệ đạt");
  ASSERT_NE(unit, nullptr);
  ASSERT_NE(plot, nullptr);
  EXPECT_GE(plot->min.y, unit->max.y);
  EXPECT_LE(plot->max.x, 820.0F);
}

}  // namespace
}  // namespace cadre::test
