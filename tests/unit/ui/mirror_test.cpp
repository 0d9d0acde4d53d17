#include "kit/mirror.h"

#include <algorithm>
#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "json/parse.h"
#include "shared/numbers.h"
#include "support/headless.h"

namespace cadre::kit {
namespace {

using test::Headless;

constexpr const char* kHaNoi = "ha-noi-2023.json";

class MirrorOfAPlan : public ::testing::Test {
 protected:
  MirrorOfAPlan() {
    ui.planner->openPlan(test::sample(kHaNoi));
    ui.settle();
  }

  std::string changes() { return ui.planner->mirrorChanges(); }
  void act(MirrorAct act, unsigned id, int value = 0) {
    ui.planner->mirrorAct(act, id, value);
    ui.settle(4);
  }
  unsigned idOf(std::string_view role, std::string_view label) {
    const Widget* widget = ui.find(role, label);
    return widget == nullptr ? 0 : widget->id;
  }

  Headless ui;
};

bool says(const std::string& json, std::string_view text) {
  return json.find(text) != std::string::npos;
}

TEST_F(MirrorOfAPlan, IsToldAllOnceAndThenOnlyWhatChanged) {
  const std::string first = changes();
  EXPECT_TRUE(says(first, "\"order\""));
  EXPECT_TRUE(says(first, "Huyện Thanh Trì: " + ui.value("tile", "Huyện Thanh Trì") + ", "));
  EXPECT_EQ(changes(), "");
  ui.settle();
  EXPECT_EQ(changes(), "");
}

TEST_F(MirrorOfAPlan, ChoosingAPostTellsOfThatPostAndNotOfTheOthers) {
  ui.click("tile", "Huyện Thanh Trì");
  const auto posts = ui.all("post");
  ASSERT_GT(posts.size(), 4U);
  changes();
  ui.click("post", posts[1].label);
  const std::string change = changes();
  EXPECT_TRUE(says(change, posts[1].name));
  EXPECT_FALSE(says(change, posts[3].name));
}

TEST_F(MirrorOfAPlan, TellsOfAnElementInTheSlotsThatThePageKnows) {
  using shared::MirrorSlot;
  const auto told = parseJson(changes());
  ASSERT_TRUE(told);
  const JsonArray& nodes = *told->member("nodes")->array();
  const Widget* tile = ui.find("tile", "Huyện Thanh Trì");
  ASSERT_NE(tile, nullptr);
  const auto number = [](const JsonValue& node, MirrorSlot slot) {
    return node.array()->at(static_cast<std::size_t>(slot)).number()->text;
  };
  const auto isTile = [&](const JsonValue& node) {
    return number(node, MirrorSlot::kId) == std::to_string(tile->id);
  };
  EXPECT_TRUE(std::all_of(nodes.begin(), nodes.end(), [](const JsonValue& node) {
    return node.array()->size() == shared::kMirrorSlotCount;
  }));
  const auto node = std::find_if(nodes.begin(), nodes.end(), isTile);
  ASSERT_NE(node, nodes.end());
  EXPECT_EQ(number(*node, MirrorSlot::kX), std::to_string(std::lround(tile->min.x)));
  EXPECT_EQ(number(*node, MirrorSlot::kHeight),
            std::to_string(std::lround(tile->max.y) - std::lround(tile->min.y)));
}

TEST_F(MirrorOfAPlan, SaysGroupsAndHowManyRowsThereAre) {
  const std::string all = changes();
  for (const char* role : {"banner", "main", "region", "table", "row", "tablist", "radiogroup"}) {
    EXPECT_TRUE(says(all, "\"" + std::string(role) + "\"")) << role;
  }
}

TEST_F(MirrorOfAPlan, APressDoesWhatAClickDoes) {
  act(MirrorAct::kPress, idOf("tile", "Huyện Phúc Thọ"));
  EXPECT_NE(ui.find("heading", "Huyện Phúc Thọ"), nullptr);
}

TEST_F(MirrorOfAPlan, APressOpensAMenuAndItsPopupIsADialogWithAName) {
  changes();
  act(MirrorAct::kPress, idOf("combobox", "Kế hoạch"));
  EXPECT_FALSE(ui.all("menuitem").empty());
  EXPECT_EQ(ui.find("combobox", "Kế hoạch")->expanded, Has::kIs);
  const std::string change = changes();
  EXPECT_TRUE(says(change, "\"dialog\", \"Kế hoạch\"") || says(change, "\"dialog\",\"Kế hoạch\""))
      << change;
}

TEST_F(MirrorOfAPlan, ADisabledButtonIsNotPressed) {
  const Widget* undo = ui.find("button", "Hoàn tác");
  ASSERT_NE(undo, nullptr);
  EXPECT_TRUE(undo->disabled);
  const std::string before = ui.planner->planJson();
  act(MirrorAct::kPress, undo->id);
  EXPECT_EQ(ui.planner->planJson(), before);
}

TEST_F(MirrorOfAPlan, FocusGoesWhereItIsAsked) {
  act(MirrorAct::kFocus, idOf("tile", "Huyện Thanh Trì"));
  const Widget* tile = ui.find("tile", "Huyện Thanh Trì");
  EXPECT_TRUE(tile->focused);
  EXPECT_EQ(std::count_if(ui.planner->widgets().begin(), ui.planner->widgets().end(),
                          [](const Widget& widget) { return widget.focused; }),
            1);
}

TEST_F(MirrorOfAPlan, ATextFieldThatIsPressedIsBeingEdited) {
  act(MirrorAct::kPress, idOf("textbox", "Tìm trên bảng"));
  EXPECT_TRUE(ui.find("textbox", "Tìm trên bảng")->editing);
}

TEST_F(MirrorOfAPlan, ASliderTakesAValueAsOneStepOfTheHistory) {
  ui.click("tab", "Chỉ tiêu");
  const std::vector<Widget> sliders = ui.all("slider");
  ASSERT_FALSE(sliders.empty());
  ASSERT_TRUE(sliders[0].range);
  const int wanted = sliders[0].range->now + 7;
  act(MirrorAct::kChange, sliders[0].id, wanted);
  EXPECT_EQ(ui.all("slider")[0].range->now, wanted);
  EXPECT_EQ(ui.value("status", "Vị trí trong lịch sử chỉnh sửa"), "1/1");
}

TEST_F(MirrorOfAPlan, RowsBelowTheOnesShownCanBeReached) {
  ui.click("tab", "Toàn bộ");
  ui.settle();
  const std::vector<Widget> before = ui.all("post");
  EXPECT_TRUE(says(changes(), "rows-after"));
  act(MirrorAct::kRowsAfter, before.front().window);
  const std::vector<Widget> after = ui.all("post");
  EXPECT_NE(before.front().label, after.front().label);
  const std::string change = changes();
  EXPECT_TRUE(says(change, "rows-before"));
  act(MirrorAct::kRowsBefore, before.front().window);
  EXPECT_EQ(before.front().label, ui.all("post").front().label);
}

TEST_F(MirrorOfAPlan, AMoveIsSaidInOneSentenceOfTheUnitsItConcerns) {
  ui.click("tile", "Huyện Thanh Trì");
  changes();
  const std::vector<Widget> posts = ui.all("post");
  std::vector<Widget> seats;
  for (const Widget& post : posts) {
    if (post.max.y - post.min.y > 20 && !post.value.empty()) seats.push_back(post);
  }
  ASSERT_GT(seats.size(), 6U);
  const std::string tile = ui.value("tile", "Huyện Thanh Trì");
  for (std::size_t i = 1; i < seats.size() && ui.value("tile", "Huyện Thanh Trì") == tile; ++i) {
    ui.drag("post", seats[0].label, "post", seats[i].label);
  }
  ASSERT_NE(ui.value("tile", "Huyện Thanh Trì"), tile) << "no move changes the count";
  const std::string change = changes();
  EXPECT_TRUE(says(change, "\"say\""));
  EXPECT_TRUE(says(change, "Thanh Trì: " + ui.value("tile", "Huyện Thanh Trì") + ", ")) << change;
  EXPECT_FALSE(says(changes(), "\"say\"")) << "said twice";
}

TEST_F(MirrorOfAPlan, LookingAroundIsNotSaid) {
  changes();
  ui.click("tile", "Huyện Phúc Thọ");
  ui.click("tab", "Chỉ tiêu");
  EXPECT_FALSE(says(changes(), "\"say\""));
}

TEST(MirrorOfTheStart, ADialogIsModalAndNamed) {
  Headless ui;
  ui.planner->fileOpened("x.json", "{");
  ui.settle();
  const std::string all = ui.planner->mirrorChanges();
  EXPECT_TRUE(says(all, "\"dialog\""));
  EXPECT_TRUE(says(all, "x.json"));
}

TEST(MirrorOfTheStart, SpeaksTheLanguageOfTheInterface) {
  Headless ui(1440, 900, R"({"language": "en"})");
  ui.settle();
  EXPECT_TRUE(says(ui.planner->mirrorChanges(), "Explore by touch"));
}

}  // namespace
}  // namespace cadre::kit
