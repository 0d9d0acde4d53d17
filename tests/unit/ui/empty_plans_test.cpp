// Plans with missing parts: no quotas, no scenarios, no units at all. Every view shows something
// for them, and none of them breaks.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "plan_io/plan_io.h"
#include "support/headless.h"
#include "ui/views/view.h"

namespace cadre::test {
namespace {

constexpr float kWidth = 1440;
constexpr float kHeight = 900;

// Visits every view of the middle and of the lower corner, with the districts as map and as list.
void lookAtEverything(Headless& page, std::string_view about) {
  for (const char* look : {"Danh sách", "Bản đồ"}) {
    page.click("tab", look);
    for (const ui::ViewInfo* view : ui::workViews()) {
      const std::string_view work = text::get(view->title, text::Language::kVietnamese);
      page.click("tab", work);
      page.settle();
      ASSERT_EQ(page.find("tab", work)->selected, kit::Has::kIs) << about << ": " << work;
      for (const kit::Widget& widget : page.planner->widgets()) {
        EXPECT_GE(widget.min.x, -0.5F) << about << ", " << work << ": " << widget.label;
        EXPECT_LE(widget.max.x, kWidth + 0.5F) << about << ", " << work << ": " << widget.label;
        EXPECT_LE(widget.max.y, kHeight + 0.5F) << about << ", " << work << ": " << widget.label;
      }
    }
    page.click("tab", "Phát hiện:");
    page.click("tab", "Tỷ lệ đạt qua các đợt");
  }
}

// Opens the city without one of its parts and visits everything; the plan stays unchanged.
template <class Without>
void expectToBear(std::string_view about, Without without) {
  Plan plan = plan_io::loadPlan(sample("thanh-tri-2023-07.json")).value_or(emptyPlan());
  without(plan);
  Headless page(kWidth, kHeight);
  const std::string text = plan_io::savePlan(plan);
  ASSERT_TRUE(page.planner->openPlan(text).empty()) << about;
  page.settle();
  lookAtEverything(page, about);
  EXPECT_EQ(page.planner->planJson(), text) << about;
}

TEST(EmptyPlans, WithNothingAtAll) {
  Headless page(kWidth, kHeight);
  ASSERT_TRUE(page.planner
                  ->openPlan(R"({
  "format": "cadre-rotation-plan", "version": 1, "title": "", "as_of": "2023-07-27",
  "units": [], "titles": [], "posts": [], "cadres": [],
  "locality": {"basis": "native_place", "level": "commune", "residence_years": 20},
  "quotas": [], "rules": [], "scenarios": []})")
                  .empty());
  page.settle();
  EXPECT_NE(page.find("text", "chưa có chỉ tiêu nào"), nullptr);
  lookAtEverything(page, "nothing");
  page.click("button", "Thêm đợt");
  EXPECT_NE(page.find("text", "Chưa có lượt nào"), nullptr) << "a first round, with a scenario";
  lookAtEverything(page, "nothing but a round");
}

TEST(EmptyPlans, WithoutQuotas) {
  expectToBear("no quotas", [](Plan& plan) { plan.quota_set = std::make_shared<QuotaSet>(); });
}

TEST(EmptyPlans, WithoutScenarios) {
  expectToBear("no scenarios",
               [](Plan& plan) { plan.scenarios = std::make_shared<ScenarioList>(); });
}

TEST(EmptyPlans, WithoutRules) {
  expectToBear("no rules", [](Plan& plan) { plan.rule_set = std::make_shared<RuleSet>(); });
}

TEST(EmptyPlans, WithoutAnybodyInAnyPost) {
  expectToBear("nobody", [](Plan& plan) {
    auto structure = std::make_shared<Structure>(*plan.structure);
    for (Post& post : structure->posts) post.incumbent = CadreId{};
    plan.structure = structure;
  });
}

TEST(EmptyPlans, AMeetingAboutAPlanWithoutDistrictsEndsAsItBegan) {
  Headless page(kWidth, kHeight);
  Plan plan = plan_io::loadPlan(sample("thanh-tri-2023-07.json")).value_or(emptyPlan());
  plan.quota_set = std::make_shared<QuotaSet>();
  ASSERT_TRUE(page.planner->openPlan(plan_io::savePlan(plan)).empty());
  page.settle();
  page.key(ImGuiKey_Enter, true);
  page.settle();
  EXPECT_TRUE(page.host.full_screen);
  for (const ImGuiKey key : {ImGuiKey_RightArrow, ImGuiKey_LeftArrow, ImGuiKey_DownArrow,
                             ImGuiKey_UpArrow, ImGuiKey_PageDown, ImGuiKey_PageUp}) {
    page.key(key);
  }
  page.key(ImGuiKey_Escape);
  page.settle();
  EXPECT_FALSE(page.host.full_screen);
  EXPECT_NE(page.find("tab", "Vị trí"), nullptr);
}

}  // namespace
}  // namespace cadre::test
