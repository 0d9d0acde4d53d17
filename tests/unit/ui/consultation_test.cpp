#include <string>

#include <gtest/gtest.h>

#include "support/headless.h"

namespace cadre::test {
namespace {

class ConsultationView : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(page.planner->openPlan(sample("thanh-tri-2023-07.json")).empty());
    page.settle();
    for (const kit::Widget& post : page.all("post")) {
      if (post.value.empty()) continue;
      (first.label.empty() ? first : second) = post;
      if (!second.label.empty() && second.min.y > first.max.y) break;
    }
    page.drag("post", first.label, "post", second.label);
    ASSERT_EQ(page.all("move").size(), 2U);
  }

  Headless page;
  kit::Widget first;
  kit::Widget second;
};

TEST_F(ConsultationView, ListsEveryMoveOfTheRoundWithItsViews) {
  page.click("tab", "Gặp mặt");
  EXPECT_EQ(page.all("consultation").size(), 2U);
  EXPECT_EQ(page.value("consultation", first.value), "Chưa hỏi, Chưa hỏi, Chưa hỏi");
  EXPECT_NE(page.value("status", "Gặp mặt").find("6 chưa hỏi"), std::string::npos);
}

TEST_F(ConsultationView, AViewIsRecordedAndCounted) {
  page.click("tab", "Gặp mặt");
  page.click("consultation", first.value);
  page.click("tab", "Không");
  EXPECT_EQ(page.value("consultation", first.value), "Không đồng ý, Chưa hỏi, Chưa hỏi");
  EXPECT_NE(page.value("status", "Gặp mặt").find("1 không đồng ý"), std::string::npos);
  EXPECT_NE(page.planner->planJson().find("\"disagree\""), std::string::npos);
  EXPECT_NE(page.planner->planJson().find("\"version\": 1,"), std::string::npos)
      << "older programs can read it";
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.value("consultation", first.value), "Chưa hỏi, Chưa hỏi, Chưa hỏi");
}

TEST_F(ConsultationView, ARefusalShowsWhatBreaksAndARepairMendsIt) {
  page.click("tab", "Gặp mặt");
  page.click("consultation", first.value);
  page.click("button", "Nếu không đồng ý?");
  EXPECT_EQ(page.all("broken").size(), 1U) << "the other half of the swap";
  ASSERT_FALSE(page.all("repair").empty());
  page.click("button", "Sửa thế này");
  EXPECT_EQ(page.find("consultation", first.value), nullptr) << "the refused move is gone";
}

TEST_F(ConsultationView, WhatWasSaidStaysWhenTheMoveIsGone) {
  page.click("tab", "Gặp mặt");
  page.click("consultation", first.value);
  page.click("tab", "Không");
  page.click("button", "Nếu không đồng ý?");
  page.click("button", "Sửa thế này");
  ASSERT_EQ(page.find("consultation", first.value), nullptr) << "the refused move is gone";
  EXPECT_EQ(page.value("consultation-gone", first.value),
            "Không đồng ý, –, –, đã hỏi, lượt không còn");
  EXPECT_NE(page.planner->planJson().find("\"consultations\""), std::string::npos);
  page.click("consultation-gone", first.value);
  ASSERT_EQ(page.all("without-move").size(), 1U);
  page.click("tab", "Có vướng mắc");
  EXPECT_EQ(page.all("consultation-gone").size(), 1U);
  page.click("tab", "Băn khoăn");
  EXPECT_EQ(page.value("consultation-gone", first.value),
            "Băn khoăn, –, –, đã hỏi, lượt không còn");
  page.click("textbox", "Nguyện vọng");
  page.type("gần nhà");
  page.key(ImGuiKey_Enter);
  page.settle();
  EXPECT_NE(page.planner->planJson().find("\"wishes\": \"gần nhà\""), std::string::npos);
  page.click("button", "Bỏ ý kiến này");
  EXPECT_TRUE(page.all("consultation-gone").empty());
  EXPECT_EQ(page.planner->planJson().find("gần nhà"), std::string::npos);
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.all("consultation-gone").size(), 1U);
}

TEST_F(ConsultationView, WhatIsStillUnaskedCanBeListedAlone) {
  page.click("tab", "Gặp mặt");
  page.click("tab", "Có vướng mắc");
  EXPECT_TRUE(page.all("consultation").empty());
  page.click("tab", "Chưa hỏi");
  EXPECT_EQ(page.all("consultation").size(), 2U);
}

TEST_F(ConsultationView, CellsPastedIntoANoteFillThoseBelowItAsOneStep) {
  page.click("tab", "Gặp mặt");
  page.click("consultation", first.value);
  page.click("tab", "Đồng ý");
  const std::string before = page.planner->planJson();
  page.click("textbox", "Ghi chú – Cán bộ");
  page.type("bị thay");
  ASSERT_TRUE(
      page.planner->cellsPasted("gặp tại huyện\t02/08/2023\r\nchưa gặp\r\nsẽ gặp\tmai\r\n"));
  page.settle();
  EXPECT_EQ(page.value("textbox", "Ghi chú – Cán bộ"), "gặp tại huyện");
  EXPECT_EQ(page.value("textbox", "Ngày gặp – Cán bộ"), "02/08/2023");
  EXPECT_EQ(page.value("textbox", "Ghi chú – Nơi đi"), "chưa gặp");
  EXPECT_EQ(page.value("textbox", "Ghi chú – Nơi đến"), "sẽ gặp");
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.planner->planJson(), before) << "one step, and nothing of what was typed before";
}

TEST_F(ConsultationView, CellsAreTextForAFieldThatStandsAlone) {
  page.click("textbox", "Tìm trên bảng");
  EXPECT_FALSE(page.planner->cellsPasted("a\tb\r\nc\td\r\n"));
}

}  // namespace
}  // namespace cadre::test
