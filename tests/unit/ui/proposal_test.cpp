#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "plan_io/plan_io.h"
#include "support/headless.h"
#include "support/plan_builder.h"

namespace cadre::test {
namespace {

constexpr const char* kStatus = "Kết quả đề xuất";

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// The whole city, in its first round.
class ProposalView : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(page.planner->openPlan(sample("ha-noi-2023.json")).empty());
    page.settle();
    if (page.find("button", "Nhận tất cả") == nullptr) page.click("tab", "Đề xuất");
    if (page.find("combobox", "Phạm vi đề xuất") == nullptr) page.click("button", "Thêm đợt");
    ASSERT_NE(page.find("combobox", "Phạm vi đề xuất"), nullptr);
  }

  void chooseUnit(const char* name) {
    page.click("tile", name);
    page.click("combobox", "Phạm vi đề xuất");
    page.click("menuitem", "Đơn vị đang chọn");
  }
  void propose() {
    page.click("button", "Đề xuất");
    finish();
  }
  // Runs frames until no search is active.
  void finish() {
    for (int i = 0; i < 2000 && page.find("button", "Dừng") != nullptr; ++i) page.frame();
    ASSERT_EQ(page.find("button", "Dừng"), nullptr) << "the search does not end";
  }
  [[nodiscard]] std::string status() { return page.value("status", kStatus); }
  // "3 → 0": the part after the arrow.
  [[nodiscard]] long after(const char* figure) {
    const std::string value = page.value("status", figure);
    const std::size_t arrow = value.find("→");
    return arrow == std::string::npos ? -1 : std::stol(value.substr(arrow + 3));
  }
  [[nodiscard]] long before(const char* figure) { return std::stol(page.value("status", figure)); }

  Headless page{1440, 900};
};

TEST_F(ProposalView, ProposesForTheChosenDistrictWithProof) {
  chooseUnit("Ba Vì");
  propose();
  EXPECT_TRUE(has(status(), "Đã chứng minh")) << status();
  EXPECT_FALSE(page.all("proposed").empty());
  EXPECT_LT(after("Còn thiếu"), before("Còn thiếu"));
  EXPECT_TRUE(has(page.value("tile", "Ba Vì"), "đề xuất")) << page.value("tile", "Ba Vì");
}

TEST_F(ProposalView, AcceptedItIsOneStepAndTheDistrictReachesWhatWasSaid) {
  const std::string start = page.planner->planJson();
  chooseUnit("Ba Vì");
  propose();
  const std::string foretold = page.value("tile", "Ba Vì");
  const std::string then = foretold.substr(foretold.find("→") + 4);  // "→ 31/62"
  EXPECT_TRUE(page.host.restore_points.empty());
  page.click("button", "Nhận tất cả");
  finish();
  ASSERT_EQ(page.host.restore_points.size(), 1U);
  EXPECT_EQ(page.host.restore_points.front().first.kind, platform::RestoreKind::kProposal);
  EXPECT_NE(page.planner->planJson(), start);
  const std::string now = page.value("tile", "Ba Vì");
  EXPECT_EQ(now.substr(0, now.find(';')), then) << foretold;
  EXPECT_TRUE(has(status(), "đã là tốt nhất")) << status();
  for (const kit::Widget& line : page.all("proposed")) {
    EXPECT_TRUE(line.value.starts_with("giữ")) << line.value;
  }
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.planner->planJson(), start);
}

TEST_F(ProposalView, OneTickTakesOffItsWholeChain) {
  propose();
  const auto ticked = [this] {
    const std::vector<kit::Widget> boxes = page.all("checkbox");
    return std::count_if(boxes.begin(), boxes.end(), [](const kit::Widget& box) {
      return box.label != "Theo ngay" && box.value == "checked";
    });
  };
  const std::vector<kit::Widget> lines = page.all("proposed");
  const auto chained = std::find_if(lines.begin(), lines.end(), [](const kit::Widget& line) {
    return has(line.value, "mở chỗ cho");
  });
  ASSERT_NE(chained, lines.end());
  const std::string name = chained->label;
  const auto was = ticked();
  page.click("checkbox", name);
  EXPECT_LE(ticked(), was - 2);
  const std::string start = page.planner->planJson();
  page.click("button", "lượt đã chọn");
  finish();
  EXPECT_NE(page.planner->planJson(), start);
  EXPECT_NE(page.find("proposed", name), nullptr) << "still proposed";
}

// Three communes of one district whose secretaries are all at home; two of them swap in the round,
// where a ring of three would reach the quota.
std::string swapThatStands() {
  PlanBuilder builder;
  const UnitId district = builder.district("d");
  std::vector<PostId> posts;
  std::vector<CadreId> people;
  for (const char* key : {"a", "b", "c"}) {
    const UnitId commune = builder.commune(key, district);
    posts.push_back(builder.post(commune, builder.secretary));
    people.push_back(builder.cadre(std::string("p") + key, posts.back()));
    builder[people.back()].native_place = commune;
    builder[people.back()].pool = {builder.secretary};
  }
  builder.quota(Counts::kNonLocal, "1").titles = {builder.secretary};
  builder.scenario(
      scenario({round("2024-01-01", {move(people[0], posts[1]), move(people[1], posts[0])})}));
  return plan_io::savePlan(builder.build());
}

TEST_F(ProposalView, WhatStandsIsKeptAndDroppedOnlyWhenItIsTicked) {
  ASSERT_TRUE(page.planner->openPlan(swapThatStands()).empty());
  page.settle();
  page.click("tab", "Đề xuất");
  std::string tabs;
  for (const kit::Widget& tab : page.all("tab")) tabs += tab.label + "; ";
  ASSERT_NE(page.find("combobox", "Phạm vi đề xuất"), nullptr) << tabs;
  if (page.find("status", kStatus) == nullptr) propose();
  finish();
  EXPECT_EQ(after("Còn thiếu"), 1);
  for (int i = 0; i < 2000 && page.find("tab", "Nên bỏ (1)") == nullptr; ++i) page.frame();
  page.click("tab", "Nên bỏ (1)");
  const std::vector<kit::Widget> drops = page.all("drop");
  ASSERT_EQ(drops.size(), 1U);
  EXPECT_TRUE(has(drops.front().value, "còn thiếu −1")) << drops.front().value;
  const std::string tick = "Cho bỏ lượt đang có của " + drops.front().label;
  page.click("checkbox", tick);
  finish();
  EXPECT_EQ(page.value("checkbox", tick), "checked");
  EXPECT_EQ(after("Còn thiếu"), 0);
  page.click("checkbox", tick);
  finish();
  EXPECT_EQ(after("Còn thiếu"), 1);
}

TEST_F(ProposalView, DiscardedItLeavesThePlanAndTheScreenAsTheyWere) {
  const std::string start = page.planner->planJson();
  chooseUnit("Ba Vì");
  propose();
  page.click("button", "Bỏ đề xuất");
  EXPECT_EQ(page.planner->planJson(), start);
  EXPECT_TRUE(page.all("proposed").empty());
  EXPECT_EQ(page.value("tile", "Ba Vì").find("đề xuất"), std::string::npos);
}

TEST_F(ProposalView, APinnedMoveStaysWhenItIsProposedAgainAndIsPinnedWhenAccepted) {
  chooseUnit("Ba Vì");
  propose();
  const kit::Widget first = page.all("proposed")[0];
  page.click("button", ("Ghim lượt của " + first.label).c_str());
  finish();
  const kit::Widget* again = page.find("proposed", first.label);
  ASSERT_NE(again, nullptr);
  EXPECT_TRUE(has(again->value, "ghim")) << again->value;
  page.click("button", "Nhận tất cả");
  finish();
  EXPECT_TRUE(has(page.planner->planJson(), "\"pinned\": true"));
}

TEST_F(ProposalView, FollowsTheTargetWithoutBeingAsked) {
  chooseUnit("Ba Vì");
  propose();
  const long moves = after("Vị trí thay người");
  page.click("tab", "Điều kiện");
  page.click("slider", "Mức cần đạt");  // its middle is 50%; then raised with the keyboard
  for (int i = 0; i < 15; ++i) page.key(ImGuiKey_RightArrow);
  finish();
  EXPECT_GT(after("Vị trí thay người"), moves) << page.value("slider", "Mức cần đạt");
  EXPECT_TRUE(has(status(), "hứng minh")) << status();
}

TEST_F(ProposalView, StoppedItKeepsTheBestSoFarAndSaysThatItIsNotProven) {
  page.click("tab", "Toàn thành phố");
  page.click("button", "Đề xuất");
  ASSERT_NE(page.find("button", "Dừng"), nullptr) << "solved at once: nothing to stop";
  page.click("button", "Dừng");
  EXPECT_EQ(page.find("button", "Dừng"), nullptr);
  EXPECT_TRUE(has(status(), "Chưa chứng minh")) << status();
  const std::string said = status();
  page.settle(30);
  EXPECT_EQ(status(), said) << "nothing goes on";
}

TEST_F(ProposalView, EveryNumberOfMovesIsAPointAndAPointShowsItsPlan) {
  chooseUnit("Ba Vì");
  propose();
  page.click("button", "Tính cho mọi số lượt");
  for (int i = 0; i < 2000 && page.all("point").empty(); ++i) page.frame();
  const std::vector<kit::Widget> points = page.all("point");
  ASSERT_GT(points.size(), 2U);
  EXPECT_EQ(points.back().label,
            "Nhiều nhất " + std::to_string(after("Vị trí thay người")) + " lượt");
  page.click("point", "Nhiều nhất 2 lượt");
  finish();
  EXPECT_LE(after("Vị trí thay người"), 2);
  EXPECT_TRUE(has(status(), "Với nhiều nhất 2")) << status();
  EXPECT_EQ(page.value("slider", "Số lượt nhiều nhất"), "2");
}

TEST_F(ProposalView, TheWheelZoomsThePointsAndADragMovesThemAndChoosesNone) {
  chooseUnit("Ba Vì");
  propose();
  page.click("button", "Tính cho mọi số lượt");
  for (int i = 0; i < 2000 && page.all("point").empty(); ++i) page.frame();
  const auto centre = [&](const char* label) {
    const kit::Widget* point = page.find("point", label);
    return point == nullptr
               ? ImVec2{-1, -1}
               : ImVec2{(point->min.x + point->max.x) / 2, (point->min.y + point->max.y) / 2};
  };
  constexpr const char* kFirst = "Nhiều nhất 1 lượt";
  constexpr const char* kSecond = "Nhiều nhất 2 lượt";
  const ImVec2 at = centre(kSecond);
  const float apart = at.x - centre(kFirst).x;
  page.moveTo(at);
  ImGui::GetIO().AddMouseWheelEvent(0, 1);
  page.settle();
  EXPECT_GT(centre(kSecond).x - centre(kFirst).x, apart * 1.1F);
  EXPECT_NEAR(centre(kSecond).x, at.x, 1.0F) << "what is pointed at stays";
  const std::string said = status();
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  page.moveTo(at);
  page.moveTo({at.x + 30, at.y});
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  page.settle();
  finish();
  EXPECT_GT(centre(kSecond).x, at.x + 1);
  EXPECT_EQ(status(), said);
  page.click("button", "Xem toàn bộ");
  EXPECT_FLOAT_EQ(centre(kSecond).x, at.x);
}

TEST_F(ProposalView, SaysWhatStandsInTheWayAndAClickLeadsThere) {
  chooseUnit("Ba Vì");
  propose();
  page.click("tab", "Điều kiện");
  page.click("slider", "Giới hạn mỗi quận, huyện");
  for (int i = 0; i < 14; ++i) page.key(ImGuiKey_LeftArrow);
  finish();
  ASSERT_GT(after("Còn thiếu"), 0);
  page.click("tab", "Vì sao?");
  page.click("button", "Tìm lý do");
  for (int i = 0; i < 3000 && page.all("reason").empty(); ++i) page.frame();
  ASSERT_FALSE(page.all("reason").empty());
  EXPECT_FALSE(page.all("proof").empty());
  const std::vector<kit::Widget> reasons = page.all("reason");
  const auto cap = std::find_if(reasons.begin(), reasons.end(), [](const kit::Widget& reason) {
    return has(reason.label, "giới hạn");
  });
  ASSERT_NE(cap, reasons.end()) << reasons[0].label;
  page.click("reason", cap->label);
  EXPECT_NE(page.find("slider", "Giới hạn mỗi quận, huyện"), nullptr);
}

TEST_F(ProposalView, FiguresOfWhatIsAcceptedAreThoseThatWereForetold) {
  page.click("tab", "Đợt 1/2024");
  propose();
  const long shortfall = after("Còn thiếu");
  const long vacant = after("Vị trí khuyết");
  const long moves = after("Vị trí thay người");
  const long cost = after("Chi phí");
  page.click("button", "Nhận tất cả");
  finish();
  EXPECT_EQ(before("Còn thiếu"), shortfall);
  EXPECT_EQ(before("Vị trí khuyết"), vacant);
  EXPECT_EQ(before("Vị trí thay người"), moves);
  EXPECT_EQ(before("Chi phí"), cost);
}

TEST_F(ProposalView, OfADistrictTheShortfallIsThatOfTheDistrict) {
  propose();
  const long all = before("Còn thiếu");
  chooseUnit("Ba Vì");
  finish();
  page.settle();
  EXPECT_GT(before("Còn thiếu"), 0);
  EXPECT_LT(before("Còn thiếu"), all / 5);
  EXPECT_GE(after("Còn thiếu"), 0);
}

TEST_F(ProposalView, SeveralPlacesAreTicked) {
  page.click("combobox", "Phạm vi đề xuất");
  page.click("checkbox", "Quận Hoàn Kiếm");
  page.click("checkbox", "Quận Tây Hồ");
  page.click("tab", "Điều kiện");  // closes the list
  EXPECT_EQ(page.value("combobox", "Phạm vi đề xuất"), "2 nơi");
  propose();
  ASSERT_FALSE(page.all("proposed").empty());
  for (const kit::Widget& tile : page.all("tile")) {
    const bool is_picked = has(tile.label, "Hoàn Kiếm") || has(tile.label, "Tây Hồ");
    EXPECT_TRUE(is_picked || !has(tile.value, "đề xuất")) << tile.label << " " << tile.value;
  }
}

TEST_F(ProposalView, SeveralRoundsBecomeANewScenario) {
  page.click("tab", "Nhiều đợt");
  page.click("button", "Lập lộ trình nhiều đợt");
  for (int i = 0; i < 5000 && page.find("button", "Thành phương án mới") == nullptr; ++i) {
    page.frame();
  }
  EXPECT_EQ(page.all("roadmap").size(), 4U);
  const std::string start = page.planner->planJson();
  page.click("button", "Thành phương án mới");
  EXPECT_TRUE(has(page.planner->planJson(), "lộ trình"));
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.planner->planJson(), start);
}

TEST_F(ProposalView, ABoundThatIsTriedOutIsNoReason) {
  chooseUnit("Ba Vì");
  propose();
  page.click("button", "Tính cho mọi số lượt");
  for (int i = 0; i < 2000 && page.all("point").empty(); ++i) page.frame();
  page.click("point", "Nhiều nhất 2 lượt");
  page.click("tab", "Vì sao?");
  page.click("button", "Tìm lý do");
  for (int i = 0; i < 3000 && page.all("proof").empty(); ++i) page.frame();
  ASSERT_FALSE(page.all("proof").empty());
  EXPECT_TRUE(has(page.all("proof")[0].label, "cần ít nhất")) << page.all("proof")[0].label;
}

TEST_F(ProposalView, WithoutARoundItOffersOne) {
  page.click("tab", "Hiện trạng");
  ASSERT_EQ(page.find("combobox", "Phạm vi đề xuất"), nullptr) << "still in the round";
  EXPECT_NE(page.find("button", "Thêm đợt"), nullptr);
}

}  // namespace
}  // namespace cadre::test
