#include "kit/touch.h"

#include <string>

#include <gtest/gtest.h>

#include "kit/gestures.h"
#include "support/headless.h"

namespace cadre::test {
namespace {

using kit::TouchPhase;
using kit::Under;
using kit::Widget;

Widget widgetAt(std::string_view role, ImVec2 min, ImVec2 max) {
  Widget out;
  out.role = role;
  out.min = min;
  out.max = max;
  return out;
}

TEST(TapTarget, IsThePlaceItselfOnAWidget) {
  const ImVec2 at = kit::tapTarget({widgetAt("button", {10, 10}, {40, 40})}, {15, 20});
  EXPECT_EQ(at.x, 15.0F);
  EXPECT_EQ(at.y, 20.0F);
}

TEST(TapTarget, GrowsSmallWidgetsToWhatAFingerHits) {
  // 20 by 20, so the touch target is 40 by 40 around its middle.
  const std::vector<Widget> widgets = {widgetAt("button", {100, 100}, {120, 120})};
  EXPECT_EQ(kit::tapTarget(widgets, {92, 110}).x, 101.0F);
  EXPECT_EQ(kit::tapTarget(widgets, {129, 110}).x, 119.0F);
  EXPECT_EQ(kit::tapTarget(widgets, {88, 110}).x, 88.0F);
}

TEST(TapTarget, IsTheNearerOfTwoWidgets) {
  const std::vector<Widget> widgets = {widgetAt("button", {100, 100}, {120, 120}),
                                       widgetAt("button", {130, 100}, {150, 120})};
  EXPECT_EQ(kit::tapTarget(widgets, {124, 110}).x, 119.0F);
  EXPECT_EQ(kit::tapTarget(widgets, {127, 110}).x, 131.0F);
}

TEST(TapTarget, IsInTheMiddleOfWhatIsThinnerThanAHair) {
  EXPECT_EQ(kit::tapTarget({widgetAt("button", {100, 100}, {101, 120})}, {95, 110}).x, 100.5F);
}

TEST(TapTarget, PassesOverWhatIsOnlyRead) {
  EXPECT_EQ(kit::tapTarget({widgetAt("status", {100, 100}, {120, 120})}, {95, 110}).x, 95.0F);
}

TEST(PressTarget, IsOnTheSplitterThatTheFingerMeant) {
  const std::vector<Widget> widgets = {widgetAt("separator", {100, 0}, {108, 300})};
  const ImVec2 target = pressTarget(widgets, {113, 50});
  EXPECT_GE(target.x, 100);
  EXPECT_LT(target.x, 108);
  EXPECT_EQ(target.y, 50);
  EXPECT_EQ(pressTarget(widgets, {130, 50}).x, 130);
}

TEST(UnderFinger, ASplitterIsFoundNearby) {
  const std::vector<Widget> widgets = {widgetAt("post", {0, 0}, {100, 30}),
                                       widgetAt("separator", {100, 0}, {108, 300})};
  EXPECT_EQ(kit::underFinger(widgets, {50, 10}), Under::kDraggable);
  EXPECT_EQ(kit::underFinger(widgets, {95, 10}), Under::kKnob);
  EXPECT_EQ(kit::underFinger(widgets, {50, 100}), Under::kNothing);
}

// The whole interface, operated by touch.
class Tablet : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(page.planner->openPlan(sample("thanh-tri-2023-07.json")).empty());
    page.settle();
  }

  static ImVec2 middle(const Widget& widget) {
    return {(widget.min.x + widget.max.x) / 2, (widget.min.y + widget.max.y) / 2};
  }
  void send(TouchPhase phase, ImVec2 at, int id = 1) {
    page.planner->touch({id, phase, at, now});
    page.settle(2);
  }
  void slide(ImVec2 from, ImVec2 to) {
    constexpr int kSteps = 10;
    for (int i = 1; i <= kSteps; ++i) {
      const float t = static_cast<float>(i) / kSteps;
      now += 0.02;
      send(TouchPhase::kMove, {from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t});
    }
  }
  void rest(double seconds) {
    now += seconds;
    page.planner->pass(now);
    page.settle();
  }
  // Two holders on screen, the second below the first.
  std::pair<Widget, Widget> holders() const {
    std::pair<Widget, Widget> out;
    for (const Widget& post : page.all("post")) {
      if (post.value.empty()) continue;
      if (out.first.label.empty()) {
        out.first = post;
      } else if (out.second.label.empty() && post.min.y > out.first.max.y &&
                 post.min.x != out.first.min.x) {
        out.second = post;
      }
    }
    return out;
  }

  Headless page{1180, 820};
  double now = 1.0;
};

TEST_F(Tablet, ATapPressesAButton) {
  const Widget* tab = page.find("tab", "Danh sách");
  ASSERT_NE(tab, nullptr);
  const ImVec2 at = middle(*tab);
  send(TouchPhase::kDown, at);
  send(TouchPhase::kUp, at);
  page.settle(6);
  EXPECT_EQ(page.value("tab", "Danh sách"), "selected");
}

TEST_F(Tablet, AnOfficialIsDraggedWhenTheFingerSetsOffSideways) {
  const auto [first, second] = holders();
  ASSERT_FALSE(second.label.empty());
  const ImVec2 from = middle(first);
  const ImVec2 to = middle(second);
  send(TouchPhase::kDown, from);
  slide(from, {from.x + 40, from.y});
  slide({from.x + 40, from.y}, to);
  EXPECT_NE(page.find("tooltip", first.value), nullptr);
  send(TouchPhase::kUp, to);
  page.settle(6);
  EXPECT_EQ(page.value("post", first.label), second.value);
  EXPECT_EQ(page.all("move").size(), 2U);
}

TEST_F(Tablet, AnOfficialIsDraggedAnywayAfterARest) {
  const auto [first, second] = holders();
  const ImVec2 from = middle(first);
  send(TouchPhase::kDown, from);
  rest(0.6);
  slide(from, middle(second));
  send(TouchPhase::kUp, middle(second));
  page.settle(6);
  EXPECT_EQ(page.value("post", first.label), second.value);
}

TEST_F(Tablet, TheBoardScrollsWhenTheFingerSetsOffUp) {
  const auto [first, second] = holders();
  const ImVec2 from = middle(first);
  const float before = page.find("post", second.label)->min.y;
  send(TouchPhase::kDown, from);
  slide(from, {from.x, from.y - 30});
  // It moves with the finger.
  EXPECT_NEAR(page.find("post", second.label)->min.y, before - 30, 1.0F);
  send(TouchPhase::kUp, {from.x, from.y - 30});
  EXPECT_TRUE(page.all("move").empty());
}

TEST_F(Tablet, NothingStaysUnderTheCursorAfterATap) {
  const ImVec2 at = middle(*page.find("tile", "Thanh Trì"));
  send(TouchPhase::kDown, at);
  send(TouchPhase::kUp, at);
  page.settle(6);
  EXPECT_LT(ImGui::GetIO().MousePos.x, -1e30F);
}

TEST_F(Tablet, TwoFingersScrollWhatDoesNotZoom) {
  const auto [first, second] = holders();
  const ImVec2 at = middle(first);
  const float before = page.find("post", second.label)->min.y;
  send(TouchPhase::kDown, at, 1);
  send(TouchPhase::kDown, {at.x + 60, at.y}, 2);
  send(TouchPhase::kMove, {at.x, at.y - 20}, 1);
  send(TouchPhase::kMove, {at.x + 60, at.y - 20}, 2);
  EXPECT_NEAR(page.find("post", second.label)->min.y, before - 20, 1.0F);
}

TEST_F(Tablet, TwoFingersZoomTheMap) {
  const Widget before = *page.find("tile", "Thanh Trì");
  const ImVec2 at = middle(before);
  send(TouchPhase::kDown, {at.x - 20, at.y}, 1);
  send(TouchPhase::kDown, {at.x + 20, at.y}, 2);
  send(TouchPhase::kMove, {at.x + 60, at.y}, 2);
  const Widget* after = page.find("tile", "Thanh Trì");
  ASSERT_NE(after, nullptr);
  EXPECT_GT(after->max.x - after->min.x, (before.max.x - before.min.x) * 1.5F);
  send(TouchPhase::kUp, {at.x + 60, at.y}, 2);
  send(TouchPhase::kUp, {at.x - 20, at.y}, 1);
  page.click("button", "Xem toàn bộ");
  EXPECT_FLOAT_EQ(page.find("tile", "Thanh Trì")->min.x, before.min.x);
}

TEST_F(Tablet, OfficialsAreAsHighAsAFingerIsWide) {
  EXPECT_LT(holders().first.max.y - holders().first.min.y, kit::kLeastTarget);
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_IsTouchScreen;
  page.settle();
  EXPECT_GE(holders().first.max.y - holders().first.min.y, kit::kLeastTarget);
}

TEST_F(Tablet, AHeldOfficialOpensAMenu) {
  const auto [first, second] = holders();
  send(TouchPhase::kDown, middle(first));
  rest(0.6);
  send(TouchPhase::kUp, middle(first));
  page.settle(6);
  EXPECT_NE(page.find("menuitem", "Chuyển đến…"), nullptr);
}

}  // namespace
}  // namespace cadre::test
