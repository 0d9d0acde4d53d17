// The districts as a list, their quotas, and the effects of a resting cursor and a resting drag.
#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/headless.h"
#include "text/fold.h"
#include "ui/views/pieces.h"

namespace cadre::test {
namespace {

// Long enough for anything that requires the cursor to rest.
constexpr int kRestingFrames = 60;

class Districts : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(page.planner->openPlan(sample("ha-noi-2023.json")).empty());
    page.settle();
  }

  void asList() {
    page.click("tab", "Danh sách");
    ASSERT_FALSE(page.all("row").empty());
  }
  // The visible contents of a column of the list: names, or cells by index.
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (const kit::Widget& row : page.all("row"))
      out.push_back(text::fold(ui::shortName(row.label)));
    return out;
  }
  [[nodiscard]] std::vector<std::string> counts() const {
    std::vector<std::string> out;
    for (const kit::Widget& row : page.all("row")) out.push_back(row.value);
    return out;
  }
  void sortBy(std::string_view column) {
    page.click("sort", column);
    page.settle();
  }

  Headless page;
};

int attainedOf(const std::string& count) { return std::stoi(count.substr(0, count.find('/'))); }

TEST_F(Districts, AsAListSayTheSameCountsAsTheMap) {
  std::vector<std::pair<std::string, std::string>> tiles;
  for (const kit::Widget& tile : page.all("tile")) tiles.emplace_back(tile.label, tile.value);
  asList();
  EXPECT_TRUE(page.all("tile").empty());
  for (const kit::Widget& row : page.all("row")) {
    EXPECT_NE(std::find(tiles.begin(), tiles.end(), std::pair(row.label, row.value)), tiles.end())
        << row.label << " " << row.value;
  }
}

TEST_F(Districts, AClickInTheListOpensADistrict) {
  asList();
  const std::string name = page.all("row").back().label;
  page.click("row", name);
  EXPECT_NE(page.find("heading", name), nullptr);
  EXPECT_EQ(page.find("row", name)->selected, kit::Has::kIs);
}

TEST_F(Districts, AHeadingSortsTheListAndOnceMoreTheOtherWay) {
  asList();
  EXPECT_EQ(page.value("sort", "±"), "ascending") << "the worst first, unasked";
  sortBy("Đơn vị");
  const std::vector<std::string> first = names();
  EXPECT_EQ(page.value("sort", "Đơn vị"), "ascending");
  EXPECT_EQ(page.value("sort", "±"), "none");
  sortBy("Đơn vị");
  const std::vector<std::string> last = names();
  EXPECT_EQ(page.value("sort", "Đơn vị"), "descending");
  EXPECT_TRUE(std::ranges::is_sorted(first));
  EXPECT_TRUE(std::ranges::is_sorted(last, std::ranges::greater{}));

  sortBy("Đạt");
  const std::vector<std::string> fewest = counts();
  EXPECT_TRUE(std::ranges::is_sorted(fewest, {}, attainedOf));
  sortBy("Đạt");
  const std::vector<std::string> most = counts();
  EXPECT_TRUE(std::ranges::is_sorted(most, std::ranges::greater{}, attainedOf));
  EXPECT_GT(attainedOf(most.front()), attainedOf(fewest.front()));
}

TEST_F(Districts, CanBeSortedByEveryColumn) {
  asList();
  for (const char* column : {"%", "±", "Khuyết"}) {
    sortBy(column);
    const std::string one_way = page.value("sort", column);
    const std::vector<std::string> before = names();
    sortBy(column);
    EXPECT_NE(page.value("sort", column), one_way) << column;
    EXPECT_NE(names(), before) << column;
  }
}

TEST_F(Districts, AreStillAListWhenAnotherPlanIsOpened) {
  asList();
  ASSERT_TRUE(page.planner->openPlan(sample("thanh-tri-2023-07.json")).empty());
  page.settle();
  EXPECT_EQ(page.value("row", "Thanh Trì"), "17/32");
}

TEST_F(Districts, AnotherQuotaIsChosenFromItsMenuAndCountsOtherPosts) {
  page.click("tile", "Thanh Trì");
  const std::string before = page.value("tile", "Thanh Trì");
  page.click("combobox", "chỉ tiêu");
  page.click("menuitem", "Chủ tịch không là người địa phương");
  EXPECT_EQ(page.value("combobox", "chỉ tiêu"), "Chủ tịch không là người địa phương");
  EXPECT_NE(page.value("tile", "Thanh Trì"), before);
  EXPECT_EQ(page.value("heading", "Thanh Trì"), page.value("tile", "Thanh Trì"));
}

TEST_F(Districts, AnOfficialThatRestsOnADistrictWhileDraggedOpensIt) {
  const std::vector<kit::Widget> posts = page.all("post");
  const auto holder =
      std::ranges::find_if(posts, [](const kit::Widget& post) { return !post.value.empty(); });
  ASSERT_NE(holder, posts.end());
  const std::string before = page.all("heading").front().label;
  page.drag("post", holder->label, "tile", "Thanh Trì", false);
  EXPECT_EQ(page.all("heading").front().label, before) << "it only passes";
  page.settle(kRestingFrames);
  EXPECT_NE(page.find("heading", "Thanh Trì"), nullptr);
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  page.settle();
  EXPECT_TRUE(page.host.stored.begin()->second.records.empty()) << "nobody has moved";
}

// A slow machine draws few frames on the way: observed in a browser under load.
TEST_F(Districts, AnOfficialThatIsDraggedToAndFroOverADistrictDoesNotOpenIt) {
  const std::vector<kit::Widget> posts = page.all("post");
  const auto holder =
      std::ranges::find_if(posts, [](const kit::Widget& post) { return !post.value.empty(); });
  ASSERT_NE(holder, posts.end());
  const std::string before = page.all("heading").front().label;
  page.drag("post", holder->label, "tile", "Thanh Trì", false);
  const ImVec2 there = ImGui::GetIO().MousePos;
  for (int i = 0; i < kRestingFrames; ++i) {
    page.moveTo({there.x + (i % 2 == 0 ? 10.0F : -10.0F), there.y});
  }
  EXPECT_EQ(page.all("heading").front().label, before);
  page.settle(kRestingFrames);
  EXPECT_NE(page.find("heading", "Thanh Trì"), nullptr) << "now it rests";
  ImGui::GetIO().AddMouseButtonEvent(0, false);
}

}  // namespace
}  // namespace cadre::test
