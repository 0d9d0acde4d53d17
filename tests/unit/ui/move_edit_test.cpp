#include <string>

#include <gtest/gtest.h>

#include "support/headless.h"

namespace cadre::test {
namespace {

// An official whose move breaks the rule about months in post.
class MoveEdit : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(page.planner->openPlan(sample("thanh-tri-2023-07.json")).empty());
    page.settle();
  }

  // Swaps pairs of holders until a hard finding of a rule appears; returns the official concerned.
  std::string breakARule() {
    const std::vector<kit::Widget> posts = page.all("post");
    for (std::size_t i = 0; i + 1 < posts.size(); ++i) {
      if (posts[i].value.empty() || posts[i + 1].value.empty()) continue;
      page.drag("post", posts[i].label, "post", posts[i + 1].label);
      page.click("post", posts[i + 1].label);
      if (page.find("button", "Cho phép với lý do…") != nullptr) {
        return page.find("heading", "")->label;
      }
      page.key(ImGuiKey_Z, true);
    }
    return "";
  }

  Headless page;
};

TEST_F(MoveEdit, AHardFindingIsWaivedWithAReasonThatIsKept) {
  ASSERT_FALSE(breakARule().empty());
  page.click("button", "Cho phép với lý do…");
  EXPECT_EQ(page.value("button", "Cho phép"), "disabled") << "no waiver without a reason";
  page.click("textbox", "Lý do cho phép");
  page.type("thiếu người");
  page.settle();
  page.click("button", "Cho phép");
  ASSERT_FALSE(page.all("waiver").empty());
  EXPECT_EQ(page.all("waiver")[0].value, "thiếu người");
  EXPECT_NE(page.planner->planJson().find("thiếu người"), std::string::npos);
  page.click("button", "Bỏ cho phép");
  EXPECT_TRUE(page.all("waiver").empty());
}

TEST_F(MoveEdit, AForcedDepartureNamesItsDirective) {
  std::string who;
  for (const kit::Widget& post : page.all("post")) {
    if (post.value.empty()) continue;
    who = post.label;
    break;
  }
  page.click("post", who);
  page.click("combobox", "Thôi giữ vị trí…");
  page.click("menuitem", "Cho thôi giữ chức vụ");
  ASSERT_EQ(page.all("move").size(), 1U);
  page.click("move", page.all("move")[0].label);
  ASSERT_NE(page.find("textbox", "Theo chỉ thị, quy định"), nullptr);
  page.click("textbox", "Theo chỉ thị, quy định");
  page.type("24-CT/TU");
  page.key(ImGuiKey_Enter);
  page.settle();
  EXPECT_NE(page.planner->planJson().find("\"directive\": \"24-CT/TU\""), std::string::npos);
}

}  // namespace
}  // namespace cadre::test
