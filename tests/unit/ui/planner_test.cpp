#include <gtest/gtest.h>

#include "support/headless.h"

namespace cadre::test {
namespace {

TEST(Planner, FirstRunOffersTheThreeSamples) {
  Headless page;
  EXPECT_EQ(page.all("sample").size(), 3U);
  page.click("sample", "Thanh Trì");
  ASSERT_EQ(page.host.samples_asked.size(), 1U);
  EXPECT_EQ(page.host.samples_asked.front(), "thanh-tri-2023-07.json");
}

TEST(Planner, ShowsTheCountOfEveryDistrictOfTheCity) {
  Headless page;
  ASSERT_TRUE(page.planner->openPlan(sample("ha-noi-2023.json")).empty());
  page.settle();
  EXPECT_EQ(page.all("tile").size(), 30U);
  for (const kit::Widget& tile : page.all("tile")) {
    EXPECT_NE(tile.value.find('/'), std::string::npos) << tile.label;
  }
}

TEST(Planner, ShowsThePublishedCountOfThanhTri) {
  Headless page;
  ASSERT_TRUE(page.planner->openPlan(sample("thanh-tri-2023-07.json")).empty());
  page.settle();
  EXPECT_EQ(page.value("tile", "Thanh Trì"), "17/32");
  EXPECT_EQ(page.value("heading", "Thanh Trì"), "17/32");
}

TEST(Planner, SwitchesTheLanguageAtOnce) {
  Headless page;
  EXPECT_NE(page.find("button", "Mở tệp"), nullptr);
  page.click("tab", "EN");
  EXPECT_NE(page.find("button", "Open file"), nullptr);
  EXPECT_EQ(page.host.language, "en");
  EXPECT_NE(page.host.settings.find("\"en\""), std::string::npos);
}

TEST(Planner, RefusesABrokenFileAndKeepsTheOpenPlan) {
  Headless page;
  ASSERT_TRUE(page.planner->openPlan(sample("thanh-tri-2023-07.json")).empty());
  page.settle();
  const std::string before = page.planner->planJson();
  page.planner->fileOpened("broken.json", "{\"format\": 1");
  page.settle();
  EXPECT_NE(page.find("dialog", "broken.json"), nullptr);
  EXPECT_EQ(page.all("error").size(), 1U);
  EXPECT_EQ(page.planner->planJson(), before);
  page.click("button", "Đóng");
  EXPECT_EQ(page.find("dialog", "broken.json"), nullptr);
  EXPECT_EQ(page.value("tile", "Thanh Trì"), "17/32");
}

TEST(Planner, SavesThePlanUnderItsTitle) {
  Headless page;
  const std::string text = sample("thanh-tri-2023-07.json");
  ASSERT_TRUE(page.planner->openPlan(text).empty());
  page.settle();
  page.key(ImGuiKey_S, true);
  ASSERT_EQ(page.host.saved_files.size(), 1U);
  EXPECT_EQ(page.host.saved_files.begin()->first, "thanh-tri-7-2023.json");
  EXPECT_EQ(page.host.saved_files.begin()->second, text);
}

TEST(Planner, FitsASmallScreenWithTheInspectorAsADrawer) {
  Headless page(1366, 768);
  ASSERT_TRUE(page.planner->openPlan(sample("ha-noi-2023.json")).empty());
  page.settle();
  const std::vector<kit::Widget> posts = page.all("post");
  ASSERT_FALSE(posts.empty());
  page.click("post", posts.front().label);
  EXPECT_NE(page.find("button", "Đóng bảng cán bộ"), nullptr);
  for (const kit::Widget& widget : page.planner->widgets()) {
    EXPECT_LE(widget.max.x, 1366.5F) << widget.role << " " << widget.label;
    EXPECT_LE(widget.max.y, 768.5F) << widget.role << " " << widget.label;
  }
}

TEST(Planner, UprightKeepsTheBoardInSightWhenAnOfficialIsChosen) {
  Headless page{820, 1180};
  ASSERT_TRUE(page.planner->openPlan(sample("ha-noi-2023.json")).empty());
  page.settle();
  const kit::Widget post = page.all("post").front();
  page.click("post", post.label);
  const kit::Widget* heading = page.find("heading", post.value);
  ASSERT_NE(heading, nullptr);
  EXPECT_GT(heading->min.y, page.find("post", post.label)->max.y);
  // On a narrow screen the quota's name and the choice of map or list are stacked.
  const kit::Widget* quota = page.find("combobox", "chỉ tiêu");
  const kit::Widget* map = page.find("tab", "Bản đồ");
  ASSERT_NE(quota, nullptr);
  ASSERT_NE(map, nullptr);
  EXPECT_LE(quota->max.y, map->min.y);
}

TEST(Planner, BringsBackAStoredPlanWithItsHistory) {
  Headless page;
  ASSERT_TRUE(page.planner->openPlan(sample("thanh-tri-2023-07.json")).empty());
  page.settle();
  page.click("button", "Thêm đợt");
  page.click("button", "Thêm đợt");
  page.key(ImGuiKey_Z, true);
  const std::string after = page.planner->planJson();
  const platform::StoredPlan stored = page.host.stored.begin()->second;
  EXPECT_EQ(stored.position, 1U);

  page.planner->storedPlanOpened(stored);
  page.settle();
  EXPECT_EQ(page.planner->planJson(), after);
  EXPECT_EQ(page.value("status", "Vị trí trong lịch sử chỉnh sửa"), "1/2");
  page.key(ImGuiKey_Y, true);
  EXPECT_NE(page.planner->planJson(), after);
}

TEST(Planner, ComesBackToTheDistrictRoundAndViewsThatWereChosen) {
  std::string settings;
  platform::StoredPlan stored;
  {
    Headless page;
    ASSERT_TRUE(page.planner->openPlan(sample("ha-noi-2023.json")).empty());
    page.settle();
    page.click("tile", "Sóc Sơn");
    page.click("tab", "Đợt 1/2024");
    page.click("tab", "Dự báo");
    page.click("tab", "Phát hiện");
    settings = page.host.settings;
    stored = page.host.stored.begin()->second;
  }
  Headless page(1440, 900, settings);
  page.planner->storedPlanOpened(stored);
  page.settle();
  EXPECT_EQ(page.value("tab", "Đợt 1/2024"), "selected");
  EXPECT_EQ(page.value("tab", "Dự báo"), "selected");
  EXPECT_EQ(page.value("tab", "Phát hiện"), "selected");
  page.click("tab", "Vị trí");
  EXPECT_NE(page.find("heading", "Huyện Sóc Sơn"), nullptr);
}

TEST(Planner, AViewThatThisEditionLacksIsNoPlaceToComeBackTo) {
  Headless page(1440, 900, R"({"last_place": {"work_view": "go.gone", "lower_view": "go.board"}})");
  page.planner->storedPlanOpened(
      {.id = "x", .base = sample("thanh-tri-2023-07.json"), .records = {}});
  page.settle();
  EXPECT_EQ(page.value("tab", "Vị trí"), "selected");
  EXPECT_EQ(page.value("tab", "Tỷ lệ đạt qua các đợt"), "selected");
}

}  // namespace
}  // namespace cadre::test
