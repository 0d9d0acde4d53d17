// The surroundings of the views: dividers, the menu of a post, names of plan and scenario, the
// plot, stored plans on the start page.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "kit/mirror.h"
#include "support/headless.h"
#include "ui/views/view.h"

namespace cadre::test {
namespace {

// Candidates are computed between frames.
constexpr int kSearchFrames = 60;
constexpr const char* kLeftDivider = "Độ rộng của phần quận, huyện";
constexpr const char* kBottomDivider = "Chiều cao của phần dưới";

class ScreenParts : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(page.planner->openPlan(sample("thanh-tri-2023-07.json")).empty());
    page.settle();
  }
  [[nodiscard]] ImVec2 middleOf(std::string_view role, std::string_view label) const {
    const kit::Widget* widget = page.find(role, label);
    EXPECT_NE(widget, nullptr) << role << " " << label;
    if (widget == nullptr) return {};
    return {(widget->min.x + widget->max.x) / 2, (widget->min.y + widget->max.y) / 2};
  }
  void dragBy(ImVec2 from, ImVec2 way) {
    page.moveTo(from);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    page.frame();
    for (int i = 1; i <= 4; ++i) {
      const float part = static_cast<float>(i) / 4;
      page.moveTo({from.x + way.x * part, from.y + way.y * part});
    }
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    page.settle();
  }
  void rightClick(ImVec2 at) {
    page.moveTo(at);
    ImGui::GetIO().AddMouseButtonEvent(1, true);
    page.frame();
    ImGui::GetIO().AddMouseButtonEvent(1, false);
    page.settle();
  }
  [[nodiscard]] int place(const char* divider) const {
    const kit::Widget* widget = page.find("separator", divider);
    return widget != nullptr && widget->range ? widget->range->now : -1;
  }
  // The first occupied post on the screen.
  [[nodiscard]] kit::Widget heldPost() const {
    for (const kit::Widget& post : page.all("post")) {
      if (!post.value.empty()) return post;
    }
    return {};
  }
  [[nodiscard]] std::size_t steps() const {
    return page.host.stored.at(page.host.current).records.size();
  }
  void retype(std::string_view field, std::string_view text) {
    page.click("textbox", field);
    page.key(ImGuiKey_A, true);
    page.type(text);
    page.key(ImGuiKey_Enter);
    page.key(ImGuiKey_Escape);
    page.settle();
  }

  Headless page;
};

TEST_F(ScreenParts, ADividerIsDraggedAndRemembered) {
  const int before = place(kLeftDivider);
  dragBy(middleOf("separator", kLeftDivider), {144, 0});
  EXPECT_NEAR(place(kLeftDivider), before + 10, 1) << "a tenth of the screen";
  const int lower = place(kBottomDivider);
  dragBy(middleOf("separator", kBottomDivider), {0, -80});
  EXPECT_GT(place(kBottomDivider), lower);
  EXPECT_NE(page.host.settings.find("left_share"), std::string::npos) << page.host.settings;
}

TEST_F(ScreenParts, ADividerStopsBeforeItHidesEitherSide) {
  dragBy(middleOf("separator", kLeftDivider), {1000, 0});
  EXPECT_EQ(place(kLeftDivider), page.find("separator", kLeftDivider)->range->most);
  dragBy(middleOf("separator", kLeftDivider), {-1400, 0});
  EXPECT_FALSE(page.all("tile").empty());
  EXPECT_FALSE(page.all("post").empty());
}

// On a phone, with the districts dragged to their maximum width: the monkey found a row without
// width.
TEST_F(ScreenParts, EveryViewIsDrawnWhereThereIsHardlyRoomForIt) {
  const ImVec2 divider = middleOf("separator", kLeftDivider);
  dragBy(divider, {1000, 0});
  page.key(ImGuiKey_RightArrow, true);  // to a round with moves
  for (float width = 700; width > 40; width -= 60) {
    ImGui::GetIO().DisplaySize = {width, width * 2};
    for (std::size_t i = 0; i < ui::workViews().size(); ++i) {
      page.key(ImGuiKey_RightArrow, true, true);
      page.frame();
    }
  }
  SUCCEED() << "Dear ImGui asserts what it cannot draw, and that is live in tests";
}

TEST_F(ScreenParts, AScreenReaderMovesADivider) {
  const kit::Widget* divider = page.find("separator", kBottomDivider);
  page.planner->mirrorChanges();
  page.planner->mirrorAct(kit::MirrorAct::kChange, divider->id, 50);
  page.settle();
  EXPECT_EQ(place(kBottomDivider), 50);
}

TEST_F(ScreenParts, ThePostsMenuLeadsToWhereItsHolderCouldGo) {
  const kit::Widget post = heldPost();
  rightClick(middleOf("post", post.label));
  page.click("menuitem", "Chuyển đến…");
  page.settle(kSearchFrames);
  EXPECT_FALSE(page.all("option").empty());
  bool is_named = false;
  for (const kit::Widget& heading : page.all("heading")) is_named |= heading.label == post.value;
  EXPECT_TRUE(is_named) << "the inspector is about somebody else";
}

TEST_F(ScreenParts, ThePostsMenuLeadsToWhoElseCouldCome) {
  const kit::Widget post = heldPost();
  rightClick(middleOf("post", post.label));
  page.click("menuitem", "Ai khác có thể đến");
  page.settle(kSearchFrames);
  ASSERT_FALSE(page.all("option").empty());
  for (const kit::Widget& candidate : page.all("option")) {
    EXPECT_NE(candidate.label, post.value) << "the holder is nobody else";
  }
}

TEST_F(ScreenParts, ALockedPostIsUnlockedByTheSameMenu) {
  const std::string before = page.planner->planJson();
  const kit::Widget post = heldPost();
  rightClick(middleOf("post", post.label));
  page.click("menuitem", "Giữ nguyên");
  EXPECT_NE(page.planner->planJson(), before);
  EXPECT_EQ(steps(), 1U);
  rightClick(middleOf("post", post.label));
  page.click("menuitem", "Bỏ giữ nguyên");
  EXPECT_EQ(page.planner->planJson(), before);
}

TEST_F(ScreenParts, TheMenuOfAPostCopiesTheTableThatItStandsIn) {
  const kit::Widget post = heldPost();
  rightClick(middleOf("post", post.label));
  ImGui::SetClipboardText("");
  page.click("menuitem", "Sao chép bảng");
  page.settle();
  EXPECT_NE(std::string(ImGui::GetClipboardText()).find(post.value), std::string::npos);
}

TEST_F(ScreenParts, ThePlanIsRenamedInItsMenuAndTheKeptPlanToo) {
  page.click("combobox", "Kế hoạch");
  retype("Tên kế hoạch", "Thanh Trì, bản họp");
  EXPECT_EQ(page.value("combobox", "Kế hoạch"), "Thanh Trì, bản họp");
  EXPECT_EQ(page.host.titles.at(page.host.current), "Thanh Trì, bản họp");
  EXPECT_EQ(steps(), 1U);
}

TEST_F(ScreenParts, AScenarioIsRenamedInItsMenuAndAnotherChosen) {
  page.click("combobox", "phương án");
  retype("Tên phương án", "Phương án họp");
  EXPECT_EQ(page.value("combobox", "phương án"), "Phương án họp");
  page.click("combobox", "phương án");
  page.click("menuitem", "Hiện trạng");
  EXPECT_EQ(page.value("combobox", "phương án"), "Hiện trạng");
  EXPECT_EQ(steps(), 1U) << "choosing is no edit";
}

TEST_F(ScreenParts, AnEmptyNameLeavesThePlanAsItIsCalled) {
  const std::string before = page.value("combobox", "Kế hoạch");
  page.click("combobox", "Kế hoạch");
  page.click("textbox", "Tên kế hoạch");
  page.key(ImGuiKey_A, true);
  page.key(ImGuiKey_Delete);
  page.key(ImGuiKey_Enter);
  page.key(ImGuiKey_Escape);
  page.settle();
  EXPECT_EQ(page.value("combobox", "Kế hoạch"), before);
  EXPECT_EQ(steps(), 0U);
}

TEST_F(ScreenParts, TheWheelZoomsThePlotAndAButtonShowsAllOfIt) {
  EXPECT_EQ(page.find("button", "Xem toàn bộ"), nullptr);
  page.moveTo(middleOf("img", "Tỷ lệ đạt qua các đợt"));
  for (int i = 0; i < 3; ++i) {
    ImGui::GetIO().AddMouseWheelEvent(0, 1);
    page.settle();
  }
  ASSERT_NE(page.find("button", "Xem toàn bộ"), nullptr);
  page.click("button", "Xem toàn bộ");
  EXPECT_EQ(page.find("button", "Xem toàn bộ"), nullptr);
}

TEST_F(ScreenParts, AFindingLeadsToItsOfficial) {
  ASSERT_TRUE(page.planner->openPlan(sample("ha-noi-2023.json")).empty());
  page.settle();
  page.click("tab", "Phát hiện:");
  const std::vector<kit::Widget> findings = page.all("finding");
  ASSERT_FALSE(findings.empty());
  page.click("finding", findings.front().label);
  page.settle();
  // "Đợt 2/2023 · who · where"
  constexpr std::string_view kGap = " · ";
  const std::string& where = findings.front().value;
  const std::size_t from = where.find(kGap) + kGap.size();
  const std::string name = where.substr(from, where.find(kGap, from) - from);
  ASSERT_FALSE(name.empty()) << where;
  bool is_named = false;
  for (const kit::Widget& heading : page.all("heading")) is_named |= heading.label == name;
  EXPECT_TRUE(is_named) << name;
}

TEST_F(ScreenParts, AKeptPlanOpensFromTheStartPageAndTheBackButtonLeavesIt) {
  const std::string first = page.host.current;
  ASSERT_TRUE(page.planner->openPlan(sample("phuc-tho-2021-2023.json")).empty());
  page.settle();
  page.click("combobox", "Kế hoạch");
  page.click("menuitem", "Kế hoạch khác…");
  page.settle();
  EXPECT_EQ(page.all("stored").size(), 2U);
  page.click("button", "Quay lại");
  EXPECT_NE(page.find("tab", "Vị trí"), nullptr);
  page.click("combobox", "Kế hoạch");
  page.click("menuitem", "Kế hoạch khác…");
  page.settle();
  page.click("stored", "Thanh Trì 7/2023");
  page.settle();
  EXPECT_EQ(page.host.current, first);
  EXPECT_EQ(page.value("combobox", "Kế hoạch"), "Thanh Trì 7/2023");
}

}  // namespace
}  // namespace cadre::test
