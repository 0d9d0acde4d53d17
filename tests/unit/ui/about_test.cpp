// About: the edition, and the licences of its components.
#include <gtest/gtest.h>

#include "core/version.h"
#include "support/headless.h"
#include "ui/licences.h"

namespace cadre::test {
namespace {

constexpr const char* kCommand = "Giới thiệu, giấy phép";
constexpr const char* kDialog = "Kế hoạch luân chuyển cán bộ";
constexpr std::string_view kLicences =
    "Dear ImGui 1.90.1 · MIT\n\nThe MIT License (MIT)\n\nPermission is\nhereby granted.\n\f\n"
    "SDL2 2.32.4 · zlib\n\nThis software is provided 'as-is'.\n";

std::string edition() { return "Phiên bản " + std::string(version()); }

struct Opened : Headless {
  Opened() {
    click("button", kCommand);
    settle();
  }
};

TEST(Licences, ATextIsReadAsSectionsWithTheirParagraphs) {
  const std::vector<ui::Licence> licences = ui::readLicences(kLicences);
  ASSERT_EQ(licences.size(), 2U);
  EXPECT_EQ(licences[0].title, "Dear ImGui 1.90.1 · MIT");
  EXPECT_EQ(licences[0].paragraphs,
            (std::vector<std::string>{"The MIT License (MIT)", "Permission is\nhereby granted."}));
  EXPECT_EQ(licences[1].paragraphs, std::vector<std::string>{"This software is provided 'as-is'."});
}

TEST(Licences, SeveralEmptyLinesAreOneGapAndNoTextIsNoSection) {
  const std::vector<ui::Licence> licences = ui::readLicences("A\n\n\n\none\n\n\n\ntwo\n\n\f\n");
  ASSERT_EQ(licences.size(), 1U);
  EXPECT_EQ(licences[0].paragraphs, (std::vector<std::string>{"one", "two"}));
  EXPECT_TRUE(ui::readLicences("").empty());
}

TEST(About, TheStartPageOpensItAndTheEditionIsThere) {
  Opened page;
  EXPECT_EQ(page.value("dialog", kDialog), edition());
  EXPECT_NE(page.find("text", edition()), nullptr);
  page.click("button", "Đóng");
  EXPECT_EQ(page.find("dialog", kDialog), nullptr);
}

TEST(About, ThePlanMenuOpensIt) {
  Headless page;
  ASSERT_TRUE(page.planner->openPlan(sample("thanh-tri-2023-07.json")).empty());
  page.settle();
  page.click("combobox", "Kế hoạch");
  page.click("menuitem", kCommand);
  page.settle();
  EXPECT_EQ(page.value("dialog", kDialog), edition());
}

TEST(About, ThePaletteOpensItWithoutAMouse) {
  Headless page;
  page.key(ImGuiKey_K, true);
  page.settle();
  page.type("giay phep");
  page.settle();
  page.key(ImGuiKey_Enter);
  page.settle();
  EXPECT_EQ(page.value("dialog", kDialog), edition());
  page.key(ImGuiKey_Escape);
  page.settle();
  EXPECT_EQ(page.find("dialog", kDialog), nullptr);
}

TEST(About, LicencesAreFetchedWhenTheyAreFirstWantedAndOnlyThen) {
  Headless page;
  page.settle();
  EXPECT_EQ(page.host.licences_asked, 0);
  page.click("button", kCommand);
  page.settle();
  EXPECT_EQ(page.host.licences_asked, 1);
  EXPECT_NE(page.find("text", "Đang tải"), nullptr);
  page.planner->licencesFetched(kLicences);
  page.settle();
  EXPECT_EQ(page.find("text", "Đang tải"), nullptr);
  page.click("button", "Đóng");
  page.click("button", kCommand);
  page.settle();
  EXPECT_EQ(page.host.licences_asked, 1);
  EXPECT_NE(page.find("button", "Dear ImGui"), nullptr);
}

TEST(About, AnEntryUnfoldsItsTextAndFoldsItAgain) {
  Opened page;
  page.planner->licencesFetched(kLicences);
  page.settle();
  EXPECT_EQ(page.find("text", "hereby granted"), nullptr);
  page.click("button", "Dear ImGui");
  EXPECT_EQ(page.find("button", "Dear ImGui")->expanded, kit::Has::kIs);
  EXPECT_NE(page.find("text", "hereby granted"), nullptr);
  page.click("button", "SDL2");
  EXPECT_EQ(page.find("text", "hereby granted"), nullptr);
  EXPECT_NE(page.find("text", "as-is"), nullptr);
  page.click("button", "SDL2");
  EXPECT_EQ(page.find("text", "as-is"), nullptr);
  EXPECT_EQ(page.find("button", "SDL2")->expanded, kit::Has::kNot);
}

TEST(About, LicencesThatCannotBeHadAreAskedForAgain) {
  Opened page;
  page.planner->licencesFetched("");
  page.settle();
  EXPECT_NE(page.find("error", "Không tải được"), nullptr);
  page.click("button", "Tải lại");
  page.settle();
  EXPECT_EQ(page.host.licences_asked, 2);
  EXPECT_EQ(page.find("error", "Không tải được"), nullptr);
  page.planner->licencesFetched(kLicences);
  page.settle();
  EXPECT_NE(page.find("button", "SDL2"), nullptr);
}

TEST(About, AnotherDialogThatOpensTakesItsPlace) {
  Opened page;
  page.planner->fileFailed("lost.json", "gone");
  page.settle();
  EXPECT_NE(page.find("dialog", "lost.json"), nullptr);
  EXPECT_EQ(page.find("dialog", kDialog), nullptr);
  page.click("button", "Đóng");
  page.settle();
  EXPECT_EQ(page.find("dialog", "lost.json"), nullptr);
  EXPECT_EQ(page.find("dialog", kDialog), nullptr);
}

TEST(About, FitsANarrowScreen) {
  Headless page(390, 844);
  page.click("button", kCommand);
  page.planner->licencesFetched(kLicences);
  page.settle();
  page.click("button", "Dear ImGui");
  for (const char* label : {"Dear ImGui", "SDL2", "Đóng"}) {
    const kit::Widget* widget = page.find("button", label);
    ASSERT_NE(widget, nullptr) << label;
    EXPECT_GE(widget->min.x, 0) << label;
    EXPECT_LE(widget->max.x, 390) << label;
    EXPECT_LE(widget->max.y, 844) << label;
  }
}

}  // namespace
}  // namespace cadre::test
