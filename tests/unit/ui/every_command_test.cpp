// Every command of the table and every table that can be copied, one by one: additions to either
// are covered automatically.
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "support/palette_page.h"
#include "text/strings.h"
#include "ui/commands.h"

namespace cadre::test {
namespace {

std::string labelOf(const ui::UiCommand& command) {
  return std::string(text::get(command.label, text::Language::kVietnamese));
}

// The city, with an official and their post selected.
std::unique_ptr<Headless> cityWithSomebodyChosen() {
  auto page = city();
  for (const kit::Widget& post : page->all("post")) {
    if (post.value.empty()) continue;
    page->click("post", post.label);
    break;
  }
  return page;
}

class EveryCommand : public ::testing::TestWithParam<ui::UiCommand> {};

TEST_P(EveryCommand, IsFoundByItsNameAndRunByEnterAndWhatItChangedIsUndone) {
  const ui::UiCommand& command = GetParam();
  const auto page = cityWithSomebodyChosen();
  const std::string before = page->planner->planJson();
  openPalette(*page);
  page->type(labelOf(command));
  if (command.id == "edit.undo" || command.id == "edit.redo" || command.id == "palette") {
    // Nothing has been done yet, and the palette is open: they are not offered.
    for (const kit::Widget& option : page->all("option")) {
      EXPECT_NE(option.label, labelOf(command));
    }
    return;
  }
  EXPECT_EQ(firstOption(*page), labelOf(command));
  page->key(ImGuiKey_Enter);
  page->settle();
  EXPECT_FALSE(paletteIsOpen(*page));
  EXPECT_FALSE(page->planner->widgets().empty());
  const std::string after = page->planner->planJson();
  if (after == before) return;
  page->key(ImGuiKey_Escape);
  page->key(ImGuiKey_Z, true);
  EXPECT_EQ(page->planner->planJson(), before);
}

std::vector<ui::UiCommand> allCommands() { return {ui::commands().begin(), ui::commands().end()}; }

INSTANTIATE_TEST_SUITE_P(Table, EveryCommand, ::testing::ValuesIn(allCommands()),
                         [](const ::testing::TestParamInfo<ui::UiCommand>& about) {
                           std::string name(about.param.id);
                           std::ranges::replace(name, '.', '_');
                           return name;
                         });

// Where a table is, with a widget in it to point at.
struct Place {
  const char* work;  // tab of the middle
  const char* tab;   // below that; empty: none
  const char* role;
};

constexpr std::array kTables = {
    Place{"Vị trí", "", "post"},
    Place{"Vị trí", "", "move"},
    Place{"Vị trí", "Phát hiện:", "finding"},
    Place{"Gặp mặt", "", "consultation"},
    Place{"So sánh", "", "figure"},
    Place{"So sánh", "", "difference"},
    Place{"Dự báo", "", "forecast"},
    Place{"Dự báo", "", "leave"},
    Place{"Nhân sự", "Quy hoạch", "coverage"},
    Place{"Nhân sự", "Mức xếp loại", "grade"},
    Place{"Nhân sự", "Kỷ luật", "discipline"},
    Place{"Chỉ tiêu", "", "definition"},
};

class EveryTable : public ::testing::TestWithParam<Place> {};

TEST_P(EveryTable, IsCopiedWithAHeadingAndLinesOfAsManyCells) {
  const Place& place = GetParam();
  const auto page = cityWithSomebodyChosen();
  page->click("tab", place.work);
  if (place.tab[0] != '\0') page->click("tab", place.tab);
  page->settle();
  const std::vector<kit::Widget> there = page->all(place.role);
  ASSERT_FALSE(there.empty()) << place.work << " has no " << place.role;
  const kit::Widget& last = there.back();
  page->moveTo({(last.min.x + last.max.x) / 2, (last.min.y + last.max.y) / 2});
  ImGui::SetClipboardText("");
  page->key(ImGuiKey_C, true);
  const std::string text = ImGui::GetClipboardText();
  std::vector<std::string> lines;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find("\r\n", from), text.size());
    lines.push_back(text.substr(from, end - from));
    from = end + 2;
  }
  ASSERT_GE(lines.size(), 2U) << text.substr(0, 200);
  const auto cells = std::ranges::count(lines.front(), '\t');
  EXPECT_GT(cells, 0);
  for (const std::string& line : lines) EXPECT_EQ(std::ranges::count(line, '\t'), cells) << line;
}

INSTANTIATE_TEST_SUITE_P(Views, EveryTable, ::testing::ValuesIn(kTables),
                         [](const ::testing::TestParamInfo<Place>& about) {
                           return std::to_string(about.index) + "_" + about.param.role;
                         });

}  // namespace
}  // namespace cadre::test
