#include <set>
#include <string>

#include <gtest/gtest.h>

#include "support/headless.h"

namespace cadre::test {
namespace {

class ScenarioMenu : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(page.planner->openPlan(sample("ha-noi-2023.json")).empty());
    page.settle();
  }
  void openMenu() { page.click("combobox", "phương án"); }
  [[nodiscard]] std::string shown() const { return page.value("combobox", "phương án"); }

  Headless page;
};

TEST_F(ScenarioMenu, ADeletedScenarioComesBackAsItWas) {
  const std::string name = shown();
  const std::string before = page.planner->planJson();
  openMenu();
  page.click("menuitem", "Xóa phương án này");
  ASSERT_NE(page.planner->planJson(), before);
  ASSERT_NE(shown(), name);
  openMenu();
  page.click("menuitem", "Khôi phục “" + name + "”");
  EXPECT_EQ(page.planner->planJson(), before);
  EXPECT_EQ(shown(), name);
}

// Enter, and a press in the mirror, identify an entry by its id.
TEST_F(ScenarioMenu, ScenariosOfOneNameAreEntriesOfTheirOwn) {
  openMenu();
  const std::string name = shown();
  page.click("textbox", "Tên phương án");
  page.key(ImGuiKey_A, true);
  page.type("Hiện trạng");
  page.key(ImGuiKey_Enter);
  if (page.all("menuitem").empty()) openMenu();
  std::set<ImGuiID> ids;
  std::size_t entries = 0;
  for (const kit::Widget& entry : page.all("menuitem")) {
    if (entry.label != "Hiện trạng") continue;
    ids.insert(entry.id);
    ++entries;
  }
  EXPECT_EQ(entries, 2U) << "it was " << name;
  EXPECT_EQ(ids.size(), entries);
}

TEST_F(ScenarioMenu, ARoundIsCopiedToAnotherScenario) {
  const std::string from = shown();
  const std::size_t moves = page.all("move").size();
  ASSERT_GT(moves, 0U);
  page.click("combobox", "Chép đợt sang…");
  page.click("menuitem", "Hiện trạng");
  openMenu();
  page.click("menuitem", "Hiện trạng");
  EXPECT_EQ(page.all("move").size(), moves);
}

}  // namespace
}  // namespace cadre::test
