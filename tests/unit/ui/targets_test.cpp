#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "support/headless.h"

namespace cadre::test {
namespace {

constexpr const char* kTarget = "Mức cần đạt";

class Targets : public ::testing::Test {
 protected:
  void open(const char* name) {
    ASSERT_TRUE(page.planner->openPlan(sample(name)).empty());
    page.settle();
    page.click("tab", "Chỉ tiêu");
  }
  void SetUp() override { open("thanh-tri-2023-07.json"); }

  // Presses at one position of the slider's track and drags to another, without releasing.
  void dragSlider(const char* name, float from, float to) {
    const kit::Widget* found = page.find("slider", name);
    ASSERT_NE(found, nullptr) << name;
    const kit::Widget slider = *found;
    const float y = (slider.min.y + slider.max.y) / 2;
    // The track ends a knob's radius before the edges; the mouse moves in whole pixels.
    const auto x = [&](float share) {
      return std::round(slider.min.x + 8 + share * (slider.max.x - slider.min.x - 16));
    };
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(x(from), y);
    page.frame();
    io.AddMouseButtonEvent(0, true);
    page.settle(2);
    for (int step = 1; step <= 10; ++step) {
      io.AddMousePosEvent(x(from + (to - from) * static_cast<float>(step) / 10), y);
      page.settle(2);
    }
  }
  void letGo() {
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    page.settle(4);
  }
  void typeTarget(const char* typed) {
    page.click("textbox", kTarget);
    page.key(ImGuiKey_A, true);
    page.type(typed);
    page.key(ImGuiKey_Enter);
  }
  [[nodiscard]] std::string definition(const char* name) { return page.value("definition", name); }

  Headless page{1440, 1600};
};

TEST_F(Targets, ShowTargetAndDeadlineOfTheChosenQuota) {
  EXPECT_EQ(page.value("slider", kTarget), "50%");
  EXPECT_EQ(page.value("textbox", kTarget), "50%");
  EXPECT_EQ(page.value("status", "không là người địa phương"), "Hạn đạt: 31/12/2023");
}

TEST_F(Targets, DistrictsFollowWhileTheTargetIsDraggedAndTheDragIsOneStep) {
  const std::string before = page.planner->planJson();
  dragSlider(kTarget, 0.5F, 0.6F);
  EXPECT_EQ(page.value("slider", kTarget), "60%");
  EXPECT_NE(page.planner->planJson().find("\"target\": 0.6"), std::string::npos);
  EXPECT_NE(definition("Quê quán · Xã").find("Còn thiếu 3"), std::string::npos)
      << "20 of 32 are needed: " << definition("Quê quán · Xã");
  letGo();
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.planner->planJson(), before);
  EXPECT_EQ(page.value("slider", kTarget), "50%");
}

TEST_F(Targets, TwoDragsAreTwoSteps) {
  dragSlider(kTarget, 0.5F, 0.6F);
  letGo();
  dragSlider(kTarget, 0.6F, 0.7F);
  letGo();
  EXPECT_EQ(page.value("slider", kTarget), "70%");
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.value("slider", kTarget), "60%");
}

TEST_F(Targets, ATypedTargetMayHaveTwoDecimals) {
  typeTarget("55,25");
  EXPECT_EQ(page.value("slider", kTarget), "55,25%");
  EXPECT_NE(page.planner->planJson().find("\"target\": 0.5525"), std::string::npos);
}

TEST_F(Targets, WhatIsNoShareChangesNothingAndSaysWhy) {
  const std::string before = page.planner->planJson();
  typeTarget("155");
  EXPECT_EQ(page.planner->planJson(), before);
  EXPECT_NE(page.value("status", "Lưu trữ").find("từ 0 đến 100"), std::string::npos);
  EXPECT_EQ(page.value("textbox", kTarget), "50%");
}

TEST_F(Targets, AUnitGetsATargetOfItsOwnAndLosesIt) {
  const std::string before = page.planner->planJson();
  page.click("button", "Đặt mức riêng cho Huyện Thanh Trì");
  EXPECT_EQ(page.value("slider", "Huyện Thanh Trì"), "50%");
  EXPECT_EQ(page.find("button", "Đặt mức riêng cho Huyện Thanh Trì"), nullptr);
  dragSlider("Huyện Thanh Trì", 0.5F, 0.8F);
  letGo();
  EXPECT_EQ(page.value("slider", "Huyện Thanh Trì"), "80%");
  EXPECT_NE(page.planner->planJson().find("\"overrides\": {\"020\": 0.8}"), std::string::npos);
  EXPECT_EQ(page.value("slider", kTarget), "50%");
  page.click("button", "Bỏ mức riêng của Huyện Thanh Trì");
  EXPECT_EQ(page.planner->planJson(), before);
}

TEST_F(Targets, EveryDefinitionIsShownWithItsTotalsAndTheOneInUseIsMarked) {
  EXPECT_EQ(page.all("definition").size(), 6U);
  EXPECT_EQ(definition("Quê quán · Xã"), "17/32 = 53,1%; Đơn vị đạt 1/1; Còn thiếu 0; đang dùng");
  for (const kit::Widget& row : page.all("definition")) {
    EXPECT_EQ(row.value.ends_with("đang dùng"), row.label.starts_with("Quê quán · Xã"))
        << row.label;
  }
}

TEST_F(Targets, AClickAdoptsADefinitionAndTheDistrictsFollow) {
  constexpr const char* kOther = "Quê quán · Quận, huyện, thị xã";
  const std::string expected = definition(kOther);
  page.click("definition", kOther);
  EXPECT_EQ(definition(kOther), expected + "; đang dùng");
  EXPECT_TRUE(expected.starts_with(page.value("tile", "Thanh Trì"))) << expected;
  EXPECT_NE(page.planner->planJson().find("\"level\": \"district\", \"residence_years\""),
            std::string::npos);
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.value("tile", "Thanh Trì"), "17/32");
}

TEST_F(Targets, BasisAndLevelAreChosenByHand) {
  page.click("tab", "Nơi cư trú");
  EXPECT_TRUE(definition("Nơi cư trú · Xã").ends_with("đang dùng"));
  page.click("tab", "Quận, huyện, thị xã");
  EXPECT_TRUE(definition("Nơi cư trú · Quận").ends_with("đang dùng"));
}

TEST_F(Targets, YearsOfResidenceAreDraggedInOneStep) {
  const std::string before = page.planner->planJson();
  EXPECT_EQ(page.value("slider", "Số năm cư trú"), "20 năm");
  dragSlider("Số năm cư trú", 1.0F / 3, 0.5F);
  letGo();
  EXPECT_EQ(page.value("slider", "Số năm cư trú"), "30 năm");
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.planner->planJson(), before);
}

TEST_F(Targets, TilesOfTheCityFollowTheTarget) {
  open("ha-noi-2023.json");
  const auto reached = [this] {
    const std::string value = definition("Quê quán · Xã");
    return value.substr(value.find("Đơn vị đạt"), value.find("; Còn") - value.find("Đơn vị đạt"));
  };
  const std::string at_half = reached();
  typeTarget("0");
  EXPECT_EQ(reached(), "Đơn vị đạt 30/30");
  EXPECT_NE(reached(), at_half);
}

}  // namespace
}  // namespace cadre::test
