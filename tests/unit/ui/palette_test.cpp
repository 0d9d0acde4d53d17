// The command palette: its results, and the effects of selecting them.
#include <array>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "plan_io/plan_io.h"
#include "support/palette_page.h"
#include "text/fold.h"
#include "ui/views/view.h"

namespace cadre::test {
namespace {

TEST(Palette, FindsADistrictWithoutAccentsAndOpensIt) {
  const auto page = city();
  openPalette(*page);
  ASSERT_TRUE(paletteIsOpen(*page));
  page->type("thanh tri");
  EXPECT_EQ(firstOption(*page), "Huyện Thanh Trì");
  page->key(ImGuiKey_Enter);
  EXPECT_FALSE(paletteIsOpen(*page));
  EXPECT_NE(page->find("heading", "Huyện Thanh Trì"), nullptr);
}

TEST(Palette, FindsAPostAndShowsItOnTheBoard) {
  const auto page = city();
  openPalette(*page);
  page->type("chu tich ngoc hoi thanh tri");
  ASSERT_NE(firstOption(*page).find("Xã Ngọc Hồi"), std::string::npos) << firstOption(*page);
  page->key(ImGuiKey_Enter);
  EXPECT_NE(page->find("heading", "Huyện Thanh Trì"), nullptr);
}

TEST(Palette, FindsAnOfficialAndShowsThem) {
  const auto page = city();
  const std::vector<kit::Widget> posts = page->all("post");
  ASSERT_FALSE(posts.empty());
  std::string name;
  for (const kit::Widget& post : posts) {
    if (!post.value.empty()) name = post.value;
  }
  openPalette(*page);
  page->type(name);
  EXPECT_EQ(firstOption(*page), name);
  page->key(ImGuiKey_Enter);
  EXPECT_NE(page->find("heading", name), nullptr);
}

TEST(Palette, RunsACommandFoundInEitherLanguage) {
  const auto page = city();
  for (const char* words : {"so sanh", "compare"}) {
    page->click("tab", "Vị trí");
    openPalette(*page);
    page->type(words);
    EXPECT_EQ(firstOption(*page), "So sánh") << words;
    page->key(ImGuiKey_Enter);
    EXPECT_EQ(page->find("tab", "So sánh")->selected, kit::Has::kIs) << words;
  }
}

TEST(Palette, SaysTheShortcutBesideACommand) {
  const auto page = city();
  openPalette(*page);
  page->type("luu tep");
  EXPECT_NE(page->value("option", "Lưu tệp").find("Ctrl+S"), std::string::npos);
}

TEST(Palette, ArrowKeysChooseAndGoRoundTheEnds) {
  const auto page = city();
  openPalette(*page);
  page->type("thanh");
  const auto chosen = [&] {
    for (const kit::Widget& option : page->all("option")) {
      if (option.selected == kit::Has::kIs) return option.label;
    }
    return std::string("(none)");
  };
  const std::vector<kit::Widget> options = page->all("option");
  ASSERT_GT(options.size(), 2U);
  EXPECT_EQ(chosen(), options[0].label);
  page->key(ImGuiKey_DownArrow);
  EXPECT_EQ(chosen(), options[1].label);
  page->key(ImGuiKey_UpArrow);
  page->key(ImGuiKey_UpArrow);
  EXPECT_NE(chosen(), options[0].label);
  page->key(ImGuiKey_DownArrow);
  EXPECT_EQ(chosen(), options[0].label);
}

TEST(Palette, EscapeClosesItAndChangesNothing) {
  const auto page = city();
  const std::string before = page->planner->planJson();
  openPalette(*page);
  page->type("xoa");
  page->key(ImGuiKey_Escape);
  EXPECT_FALSE(paletteIsOpen(*page));
  EXPECT_EQ(page->planner->planJson(), before);
  openPalette(*page);
  EXPECT_EQ(page->value("textbox", "Tìm lệnh, đơn vị, vị trí, cán bộ"), "") << "asks anew";
  openPalette(*page);
  EXPECT_FALSE(paletteIsOpen(*page)) << "the same key closes it";
}

TEST(Palette, WorksWithoutAPlan) {
  Headless page;
  openPalette(page);
  page.type("dark");
  EXPECT_EQ(firstOption(page), "Nền sáng, tối, tương phản cao");
  page.key(ImGuiKey_Enter);
  EXPECT_NE(page.host.settings.find("dark"), std::string::npos) << page.host.settings;
}

// --- everything that can be found, chosen by Enter ---

class PaletteByEnter : public testing::TestWithParam<const char*> {
 protected:
  PaletteByEnter() : page_(pageWith(GetParam())), plan_(*plan_io::loadPlan(sample(GetParam()))) {}

  // Types the text, presses Enter, and runs some frames as the page does; returns the selection.
  std::string choose(std::string_view query) {
    openPalette(*page_);
    page_->type(query);
    std::string chosen = firstOption(*page_);
    page_->key(ImGuiKey_Enter);
    page_->settle(8);
    EXPECT_FALSE(paletteIsOpen(*page_)) << query;
    (void)page_->planner->mirrorChanges();  // the page asks after each frame
    return chosen;
  }

  // The post selected on the board.
  [[nodiscard]] const kit::Widget* chosenPost() const {
    for (const kit::Widget& post : page_->planner->widgets()) {
      if (post.role == "post" && post.selected == kit::Has::kIs) return &post;
    }
    return nullptr;
  }

  [[nodiscard]] std::string chosenTab(std::string_view label) const {
    const kit::Widget* tab = page_->find("tab", label);
    return tab != nullptr && tab->selected == kit::Has::kIs ? tab->label : "(not chosen)";
  }

  std::unique_ptr<Headless> page_;
  Plan plan_;
};

TEST_P(PaletteByEnter, AnOfficialIsShownWithTheirPost) {
  const std::vector<Cadre>& all = plan_.roster->cadres;
  constexpr std::size_t kTried = 12;
  std::size_t seated = 0;
  for (std::size_t i = 0; i < kTried; ++i) {
    const std::string& name = all[i * (all.size() - 1) / (kTried - 1)].name;
    // Typed without a Vietnamese keyboard, and with one.
    EXPECT_EQ(choose(i % 2 == 0 ? text::fold(name) : name), name);
    ASSERT_NE(page_->find("heading", name), nullptr) << name;
    if (page_->value("heading", name) == "chưa giữ vị trí nào") continue;
    ASSERT_NE(chosenPost(), nullptr) << name;
    EXPECT_EQ(chosenPost()->value, name);
    ++seated;
  }
  EXPECT_GT(seated, kTried / 2);
}

TEST_P(PaletteByEnter, APostIsShownOnTheBoard) {
  const std::vector<Post>& all = plan_.structure->posts;
  constexpr std::size_t kTried = 8;
  for (std::size_t i = 0; i < kTried; ++i) {
    const Post& post = all[i * (all.size() - 1) / (kTried - 1)];
    choose(
        text::fold(plan_.structure->title(post.title).name.vi + " " + plan_.unit(post.unit).name));
    ASSERT_NE(chosenPost(), nullptr) << post.key;
    EXPECT_EQ(chosenPost()->label, post.key);
  }
}

TEST_P(PaletteByEnter, ADistrictIsOpened) {
  EXPECT_EQ(choose("huyen thanh tri"), "Huyện Thanh Trì");
  EXPECT_NE(page_->find("heading", "Huyện Thanh Trì"), nullptr);
}

TEST_P(PaletteByEnter, ACommuneShowsItsFirstPost) {
  EXPECT_EQ(choose("thi tran van dien"), "Thị trấn Văn Điển");
  ASSERT_NE(chosenPost(), nullptr);
  EXPECT_EQ(chosenPost()->label, "00640/secretary");
}

TEST_P(PaletteByEnter, AUnitAboveDistrictsOpensOneOfThem) {
  EXPECT_EQ(choose("thanh pho ha noi"), "Thành phố Hà Nội");
  ASSERT_FALSE(page_->all("heading").empty());
  EXPECT_EQ(page_->all("heading").front().level, 2) << "the board's";
}

TEST_P(PaletteByEnter, AQuotaIsChosen) {
  EXPECT_EQ(choose("chu tich khong la nguoi dia phuong"), "Chủ tịch không là người địa phương");
  EXPECT_EQ(page_->value("combobox", "chỉ tiêu"), "Chủ tịch không là người địa phương");
}

TEST_P(PaletteByEnter, ScenariosAndRoundsAreChosen) {
  EXPECT_EQ(choose("hien trang"), "Hiện trạng");
  EXPECT_EQ(choose("phuong an a"), "Phương án A");
  EXPECT_EQ(page_->value("combobox", "phương án"), "Phương án A");
  EXPECT_EQ(choose("dot 2/2023"), "Đợt 2/2023");
  EXPECT_EQ(chosenTab("Đợt 2/2023"), "Đợt 2/2023");
}

TEST_P(PaletteByEnter, ATableIsCopied) {
  ASSERT_NE(choose("sao chep nguoi dung dau khong la nguoi dia phuong"), "(none)");
  const char* copied = ImGui::GetClipboardText();
  ASSERT_NE(copied, nullptr);
  EXPECT_TRUE(std::string_view(copied).starts_with("Đơn vị\t")) << copied;
}

TEST_P(PaletteByEnter, ACommandIsRun) {
  EXPECT_EQ(choose("du bao"), "Dự báo");
  EXPECT_EQ(chosenTab("Dự báo"), "Dự báo");
}

// When the board is not on screen, selecting a result switches to it.
TEST_P(PaletteByEnter, AnOfficialIsShownFromEveryView) {
  const std::vector<Cadre>& all = plan_.roster->cadres;
  const auto views = static_cast<int>(ui::workViews().size());
  for (int view = 0; view < views; ++view) {
    for (int step = 0; step < view; ++step) page_->key(ImGuiKey_RightArrow, true, true);
    const std::string& name = all[static_cast<std::size_t>(view * 37 + 11) % all.size()].name;
    EXPECT_EQ(choose(name), name);
    EXPECT_NE(page_->find("heading", name), nullptr) << name;
  }
}

INSTANTIATE_TEST_SUITE_P(Samples, PaletteByEnter,
                         testing::Values("ha-noi-2023.json", "thanh-tri-2023-07.json"),
                         [](const auto& which) {
                           return std::string_view(which.param).starts_with("ha-noi") ? "HaNoi"
                                                                                      : "ThanhTri";
                         });

}  // namespace
}  // namespace cadre::test
