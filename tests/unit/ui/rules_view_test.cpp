#include <string>

#include <gtest/gtest.h>

#include "rules/rule.h"
#include "support/headless.h"

namespace cadre::test {
namespace {

constexpr const char* kMonths = "Thời gian giữ chức vụ trước khi điều chuyển";
constexpr const char* kLimitOfMonths = "Mức quy định: Thời gian giữ chức vụ trước khi điều chuyển";

class RulesView : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(page.planner->openPlan(sample("ha-noi-2023.json")).empty());
    page.settle();
    page.click("tab", "Quy định");
  }

  // Presses and releases the mouse there.
  void clickAt(ImVec2 at) {
    ImGui::GetIO().AddMousePosEvent(at.x, at.y);
    page.frame();
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    page.frame();
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    page.settle(4);
  }

  // The severity buttons of one rule: every rule has the same three.
  void chooseSeverity(const char* rule, const char* severity) {
    const kit::Widget* row = page.find("rule", rule);
    ASSERT_NE(row, nullptr) << rule;
    const kit::Widget at = *row;
    for (const kit::Widget& tab : page.all("tab")) {
      if (tab.label != severity || tab.min.y < at.min.y || tab.max.y > at.max.y) continue;
      clickAt({(tab.min.x + tab.max.x) / 2, (tab.min.y + tab.max.y) / 2});
      return;
    }
    FAIL() << rule << ": no " << severity;
  }

  [[nodiscard]] std::size_t findings() {
    page.click("tab", "Phát hiện: ");
    return page.all("finding").size();
  }

  // Tall enough for every rule, the caps and the waivers.
  Headless page{1440, 2400};
};

TEST_F(RulesView, ShowsEveryRuleWithSeverityLimitAndFindings) {
  EXPECT_EQ(page.all("rule").size(), rules::registry().size());
  EXPECT_EQ(page.value("rule", kMonths),
            "Bắt buộc; 36 tháng; 2 bắt buộc, 0 khuyến nghị, 2 đặc biệt");
  EXPECT_EQ(page.value("rule", "Ý kiến đồng thuận"),
            "Khuyến nghị; ; 0 bắt buộc, 1 khuyến nghị, 0 đặc biệt");
  EXPECT_EQ(page.value("textbox", "Căn cứ: Thời hạn kỷ luật"),
            "Quy định 69-QĐ/TW, Quy định 377-QĐ/TW");
}

TEST_F(RulesView, ASeverityIsFollowedByEveryFindingAtOnce) {
  const std::size_t before = findings();
  chooseSeverity(kMonths, "Khuyến nghị");
  EXPECT_EQ(page.value("rule", kMonths),
            "Khuyến nghị; 36 tháng; 0 bắt buộc, 2 khuyến nghị, 2 đặc biệt");
  EXPECT_EQ(page.all("finding").size(), before);
  chooseSeverity(kMonths, "Tắt");
  EXPECT_EQ(page.value("rule", kMonths), "Tắt; 36 tháng; 0 bắt buộc, 0 khuyến nghị, 0 đặc biệt");
  EXPECT_EQ(page.all("finding").size(), before - 4);
  page.key(ImGuiKey_Z, true);
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.value("rule", kMonths),
            "Bắt buộc; 36 tháng; 2 bắt buộc, 0 khuyến nghị, 2 đặc biệt");
}

TEST_F(RulesView, ADragOfALimitIsOneStepThatFindingsFollow) {
  const kit::Widget* found = page.find("slider", kLimitOfMonths);
  ASSERT_NE(found, nullptr);
  const kit::Widget slider = *found;
  EXPECT_EQ(slider.value, "36 tháng");
  const std::string before = page.planner->planJson();
  const float y = (slider.min.y + slider.max.y) / 2;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(slider.min.x + 40, y);
  page.frame();
  io.AddMouseButtonEvent(0, true);
  page.settle(2);
  for (float x = slider.min.x + 40; x >= slider.min.x; x -= 4) {
    io.AddMousePosEvent(x, y);
    page.settle(2);
  }
  EXPECT_EQ(page.value("rule", kMonths), "Bắt buộc; 0 tháng; 0 bắt buộc, 0 khuyến nghị, 0 đặc biệt")
      << "while the mouse is still down";
  io.AddMouseButtonEvent(0, false);
  page.settle(4);
  EXPECT_NE(page.planner->planJson(), before);
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.planner->planJson(), before);
}

TEST_F(RulesView, AGradeIsChosenFromAList) {
  constexpr const char* kGrade = "Mức quy định: Mức xếp loại gần nhất";
  EXPECT_EQ(page.value("combobox", kGrade), "Tốt");
  page.click("combobox", kGrade);
  page.click("menuitem", "Xuất sắc");
  EXPECT_EQ(page.value("combobox", kGrade), "Xuất sắc");
  EXPECT_NE(page.planner->planJson().find("\"at_least\": \"excellent\""), std::string::npos);
}

TEST_F(RulesView, ASourceIsQuotedByTheFindingsOfItsRule) {
  page.click("textbox", "Căn cứ: Ý kiến đồng thuận");
  page.key(ImGuiKey_A, true);
  page.type("Hướng dẫn 5");
  page.key(ImGuiKey_Enter);
  EXPECT_EQ(page.value("textbox", "Căn cứ: Ý kiến đồng thuận"), "Hướng dẫn 5");
  page.click("tab", "Phát hiện: ");
  EXPECT_NE(page.find("finding", "Hướng dẫn 5"), nullptr);
}

TEST_F(RulesView, CapsAreTypedAndEmptyIsNone) {
  EXPECT_EQ(page.value("textbox", "Mỗi quận, huyện"), "12");
  page.click("textbox", "Mỗi quận, huyện");
  page.key(ImGuiKey_A, true);
  page.type("7");
  page.key(ImGuiKey_Enter);
  EXPECT_NE(page.planner->planJson().find("\"moves_per_district_per_round\": 7"),
            std::string::npos);
  page.click("textbox", "Mỗi quận, huyện");
  page.key(ImGuiKey_A, true);
  page.key(ImGuiKey_Delete);
  page.key(ImGuiKey_Enter);
  EXPECT_EQ(page.planner->planJson().find("moves_per_district_per_round"), std::string::npos);
  EXPECT_NE(page.planner->planJson().find("\"moves_per_round\": 200"), std::string::npos);
}

TEST_F(RulesView, WhatIsNoNumberIsNoCap) {
  const std::string before = page.planner->planJson();
  page.click("textbox", "Mỗi quận, huyện");
  page.key(ImGuiKey_A, true);
  page.type("mười");
  page.key(ImGuiKey_Enter);
  EXPECT_EQ(page.planner->planJson(), before);
  EXPECT_EQ(page.value("textbox", "Mỗi quận, huyện"), "12");
}

TEST_F(RulesView, WaiversAreListedWithTheirReasonAndLeadToTheOfficial) {
  ASSERT_EQ(page.all("waiver").size(), 2U);
  const kit::Widget waiver = page.all("waiver").front();
  EXPECT_NE(waiver.label.find(kMonths), std::string::npos) << waiver.label;
  EXPECT_EQ(waiver.value, "Đợt 2/2023 · Ban Thường vụ Quận ủy đã thống nhất");
  page.click("waiver", waiver.label);
  EXPECT_TRUE(page.all("rule").empty()) << "the board is shown";
  const std::string name = waiver.label.substr(0, waiver.label.find(" ·"));
  EXPECT_NE(page.find("heading", name), nullptr) << name;
}

TEST_F(RulesView, AWaiverOfWhatIsNoLongerBrokenSaysSo) {
  chooseSeverity(kMonths, "Tắt");
  EXPECT_NE(page.all("waiver").front().value.find("hiện không vi phạm"), std::string::npos);
}

}  // namespace
}  // namespace cadre::test
