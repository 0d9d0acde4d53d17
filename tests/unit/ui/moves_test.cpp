#include <string>

#include <gtest/gtest.h>

#include "support/headless.h"

namespace cadre::test {
namespace {

// Two holders of posts that are on screen and not locked.
struct Pair {
  kit::Widget first;
  kit::Widget second;
};

Pair twoHolders(const Headless& page) {
  Pair out;
  for (const kit::Widget& post : page.all("post")) {
    if (post.value.empty()) continue;
    if (out.first.label.empty()) {
      out.first = post;
    } else if (out.second.label.empty() && post.min.y > out.first.max.y) {
      out.second = post;
    }
  }
  return out;
}

class Moves : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(page.planner->openPlan(sample("thanh-tri-2023-07.json")).empty());
    page.settle();
    pair = twoHolders(page);
    ASSERT_FALSE(pair.second.label.empty());
  }

  Headless page;
  Pair pair;
};

TEST_F(Moves, DraggingOntoAnOccupiedPostSwapsTheTwo) {
  page.drag("post", pair.first.label, "post", pair.second.label);
  EXPECT_EQ(page.value("post", pair.first.label), pair.second.value);
  EXPECT_EQ(page.value("post", pair.second.label), pair.first.value);
  EXPECT_EQ(page.all("move").size(), 2U);
}

TEST_F(Moves, TheEffectIsShownBeforeTheDropAndHoldsAfterIt) {
  page.drag("post", pair.first.label, "post", pair.second.label, false);
  EXPECT_NE(page.find("tooltip", pair.first.value), nullptr);
  EXPECT_EQ(page.all("move").size(), 0U);
}

// The dragged official is identified by index, and after that other officials have these indices.
TEST_F(Moves, AnOfficialIsDraggedNoLongerWhenAnotherPlanIsOpened) {
  page.drag("post", pair.first.label, "post", pair.second.label, false);
  ASSERT_NE(ImGui::GetDragDropPayload(), nullptr);
  ASSERT_TRUE(page.planner->openPlan(sample("phuc-tho-2021-2023.json")).empty());
  EXPECT_EQ(ImGui::GetDragDropPayload(), nullptr);
}

TEST_F(Moves, AnOfficialIsDraggedAnewWhenThePlanChangesUnderTheHand) {
  page.drag("post", pair.first.label, "post", pair.second.label);
  page.drag("post", pair.first.label, "post", pair.second.label, false);
  ASSERT_NE(page.find("tooltip", pair.second.value), nullptr) << "they have changed places";
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.find("tooltip", pair.second.value), nullptr);
}

// The last menu entry copies the table that was pointed at; an entry above it closes the menu.
TEST_F(Moves, AnEntryOfAPostsMenuIsChosenAboveTheOneThatCopies) {
  page.moveTo({pair.first.min.x + 20, pair.first.min.y + 10});
  ImGui::GetIO().AddMouseButtonEvent(1, true);
  page.frame();
  ImGui::GetIO().AddMouseButtonEvent(1, false);
  page.settle();
  ASSERT_NE(page.find("menuitem", "Sao chép bảng: Huyện Thanh Trì"), nullptr);
  page.click("menuitem", "Giữ nguyên");
  EXPECT_TRUE(page.all("menuitem").empty());
  EXPECT_NE(page.planner->planJson().find("\"locked\": true"), std::string::npos);
}

TEST_F(Moves, UndoAndRedoBringTheBoardBack) {
  const std::string before = page.planner->planJson();
  page.drag("post", pair.first.label, "post", pair.second.label);
  const std::string after = page.planner->planJson();
  ASSERT_NE(before, after);
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.planner->planJson(), before);
  page.key(ImGuiKey_Z, true, true);
  EXPECT_EQ(page.planner->planJson(), after);
  page.key(ImGuiKey_Z, true);
  page.key(ImGuiKey_Y, true);
  EXPECT_EQ(page.planner->planJson(), after);
}

TEST_F(Moves, EveryEditReachesTheJournalInTheSameFrame) {
  page.drag("post", pair.first.label, "post", pair.second.label);
  ASSERT_EQ(page.host.stored.size(), 1U);
  EXPECT_EQ(page.host.stored.begin()->second.records.size(), 1U);
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.host.stored.begin()->second.position, 0U);
}

TEST_F(Moves, SwappingBackTakesBothMovesOut) {
  page.drag("post", pair.first.label, "post", pair.second.label);
  page.drag("post", pair.first.label, "post", pair.second.label);
  EXPECT_EQ(page.all("move").size(), 0U);
  EXPECT_EQ(page.value("post", pair.first.label), pair.first.value);
}

TEST_F(Moves, AMoveCanBeRemovedFromTheList) {
  page.drag("post", pair.first.label, "post", pair.second.label);
  page.click("button", "Bỏ lượt này");
  EXPECT_EQ(page.all("move").size(), 1U);
}

}  // namespace
}  // namespace cadre::test
