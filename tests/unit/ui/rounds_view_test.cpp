// Rounds as tabs, their names and dates as text fields, and the moves of one in order.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/headless.h"

namespace cadre::test {
namespace {

class RoundsView : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(page.planner->openPlan(sample("phuc-tho-2021-2023.json")).empty());
    page.settle();
    before = page.planner->planJson();
    ASSERT_EQ(page.all("move").size(), 3U);
  }

  // Replaces the content of a field, and leaves the field.
  void retype(std::string_view field, std::string_view text) {
    page.click("textbox", field);
    page.key(ImGuiKey_A, true);
    page.type(text);
    page.key(ImGuiKey_Enter);
    page.settle();
  }
  [[nodiscard]] std::size_t steps() const {
    return page.host.stored.at(page.host.current).records.size();
  }
  [[nodiscard]] std::vector<std::string> order() const {
    std::vector<std::string> out;
    for (const kit::Widget& move : page.all("move")) out.push_back(move.label);
    return out;
  }

  Headless page;
  std::string before;
};

TEST_F(RoundsView, ARoundIsRenamedInOneStep) {
  retype("Tên đợt", "Đợt mùa xuân");
  EXPECT_NE(page.find("tab", "Đợt mùa xuân"), nullptr);
  EXPECT_EQ(page.find("tab", "Đợt 1/2022"), nullptr);
  EXPECT_EQ(steps(), 1U);
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.planner->planJson(), before);
  EXPECT_EQ(page.value("textbox", "Tên đợt"), "Đợt 1/2022");
}

TEST_F(RoundsView, ATypedDateMovesTheRound) {
  retype("Ngày của đợt", "15/02/2022");
  EXPECT_NE(page.planner->planJson().find("\"2022-02-15\""), std::string::npos);
  EXPECT_TRUE(page.value("tab", "Đợt 1/2022") == "selected");
  EXPECT_EQ(steps(), 1U);
}

TEST_F(RoundsView, WhatIsNoDateChangesNothingAndSaysSo) {
  retype("Ngày của đợt", "31/02/2022");
  EXPECT_NE(page.find("text", "cần dd/mm/yyyy"), nullptr);
  EXPECT_EQ(page.planner->planJson(), before);
  retype("Ngày của đợt", "28/02/2022");
  EXPECT_EQ(page.find("text", "cần dd/mm/yyyy"), nullptr);
  EXPECT_NE(page.planner->planJson().find("\"2022-02-28\""), std::string::npos);
}

TEST_F(RoundsView, AMoveGoesDownAndUpInTheOrder) {
  const std::vector<std::string> at_first = order();
  page.click("button", "Đưa xuống");
  EXPECT_EQ(order(), (std::vector<std::string>{at_first[1], at_first[0], at_first[2]}));
  // The first row cannot move up: the first enabled button of that name belongs to the second.
  const std::vector<kit::Widget> buttons = page.all("button");
  std::vector<kit::Widget> up;
  for (const kit::Widget& button : buttons) {
    if (button.label == "Đưa lên") up.push_back(button);
  }
  ASSERT_EQ(up.size(), 3U);
  EXPECT_TRUE(up[0].disabled);
  ASSERT_FALSE(up[1].disabled);
  page.moveTo({(up[1].min.x + up[1].max.x) / 2, (up[1].min.y + up[1].max.y) / 2});
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  page.frame();
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  page.settle();
  EXPECT_EQ(order(), at_first);
  EXPECT_EQ(steps(), 2U);
}

TEST_F(RoundsView, AMoveThatIsPressedShowsItsOfficial) {
  const std::string who = page.all("move").back().label;
  page.click("move", who);
  EXPECT_EQ(page.find("move", who)->selected, kit::Has::kIs);
  bool is_named = false;
  for (const kit::Widget& heading : page.all("heading")) is_named |= heading.label == who;
  EXPECT_TRUE(is_named) << "the inspector is about somebody else";
}

TEST_F(RoundsView, BeforeAllRoundsThereIsTheBaseline) {
  page.click("tab", "Hiện trạng");
  EXPECT_TRUE(page.all("move").empty());
  EXPECT_NE(page.find("text", "Hiện trạng trước mọi đợt"), nullptr);
  EXPECT_EQ(page.find("textbox", "Tên đợt"), nullptr);
}

TEST_F(RoundsView, ARoundIsDeletedAndUndoBringsItBackAsItWas) {
  page.click("button", "Xóa đợt này");
  EXPECT_EQ(page.find("tab", "Đợt 1/2022"), nullptr);
  page.key(ImGuiKey_Z, true);
  EXPECT_NE(page.find("tab", "Đợt 1/2022"), nullptr);
  EXPECT_EQ(page.planner->planJson(), before);
}

TEST_F(RoundsView, ANewRoundIsEmptyAndSaysWhatToDo) {
  page.click("button", "Thêm đợt");
  EXPECT_TRUE(page.all("move").empty());
  EXPECT_NE(page.find("text", "Chưa có lượt nào"), nullptr);
}

}  // namespace
}  // namespace cadre::test
