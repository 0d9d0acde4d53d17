#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "support/headless.h"

namespace cadre::test {
namespace {

class CandidateList : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(page.planner->openPlan(sample("ha-noi-2023.json")).empty());
    page.settle();
  }

  // Opens the destinations of the first official on screen who may be moved.
  void openDestinations() {
    for (const kit::Widget& post : page.all("post")) {
      if (post.value.empty()) continue;
      page.click("post", post.label);
      page.click("button", "Chuyển đến…");
      waitForRanking();
      const std::vector<kit::Widget> options = page.all("option");
      if (!options.empty() && options[0].value.find("bắt buộc") == std::string::npos) return;
      page.click("button", "Quay lại");
    }
    FAIL() << "nobody on screen may be moved";
  }
  void waitForRanking() {
    for (int i = 0; i < 400; ++i) {
      const kit::Widget* status = page.find("status", "Tìm người phù hợp");
      if (status != nullptr && status->value.find("đủ điều kiện") != std::string::npos) return;
      page.frame();
    }
    FAIL() << "the search does not end";
  }

  Headless page;
};

TEST_F(CandidateList, RanksDestinationsOfAnOfficialWithTheirEffects) {
  ASSERT_NO_FATAL_FAILURE(openDestinations());
  EXPECT_NE(page.all("option")[0].value.find("thiếu"), std::string::npos)
      << page.all("option")[0].value;
}

TEST_F(CandidateList, AClickMakesTheMove) {
  ASSERT_NO_FATAL_FAILURE(openDestinations());
  const std::string before = page.planner->planJson();
  page.click("option", page.all("option")[0].label);
  EXPECT_NE(page.planner->planJson(), before);
  EXPECT_TRUE(page.all("option").empty()) << "the list closes";
}

TEST_F(CandidateList, FiltersAsOneTypesWithoutAccents) {
  ASSERT_NO_FATAL_FAILURE(openDestinations());
  page.click("textbox", "Tìm đơn vị, cán bộ…");
  page.type("thanh tri");
  page.settle();
  const std::vector<kit::Widget> options = page.all("option");
  ASSERT_FALSE(options.empty());
  for (const kit::Widget& option : options) {
    EXPECT_NE((option.label + option.value).find("Thanh Trì"), std::string::npos) << option.label;
  }
}

TEST_F(CandidateList, ThoseRuledOutSayWhy) {
  ASSERT_NO_FATAL_FAILURE(openDestinations());
  page.click("button", "Quay lại");
  page.click("button", "Ai khác có thể đến");
  waitForRanking();
  page.click("textbox", "Tìm đơn vị, cán bộ…");
  page.type("a");
  page.settle();
  const std::string status = page.value("status", "Tìm người phù hợp");
  EXPECT_EQ(status.find(", 0 không"), std::string::npos) << status;
}

}  // namespace
}  // namespace cadre::test
