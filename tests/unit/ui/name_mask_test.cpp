#include "ui/name_mask.h"

#include <gtest/gtest.h>

namespace cadre::ui {
namespace {

using text::Language;

Plan planWith(std::vector<std::string> names) {
  auto roster = std::make_shared<Roster>();
  for (std::string& name : names) {
    Cadre cadre;
    cadre.key = name;
    cadre.name = std::move(name);
    roster->cadres.push_back(std::move(cadre));
  }
  Plan plan;
  plan.roster = std::move(roster);
  return plan;
}

TEST(NameMask, NumbersOfficialsInTheOrderInWhichTheyAreNamed) {
  NameMask mask;
  EXPECT_EQ(mask.nameOf(CadreId{std::size_t{7}}, Language::kVietnamese), "Cán bộ 1");
  EXPECT_EQ(mask.nameOf(CadreId{std::size_t{2}}, Language::kVietnamese), "Cán bộ 2");
}

TEST(NameMask, KeepsANumberInBothLanguages) {
  NameMask mask;
  (void)mask.nameOf(CadreId{std::size_t{7}}, Language::kVietnamese);
  (void)mask.nameOf(CadreId{std::size_t{2}}, Language::kVietnamese);
  EXPECT_EQ(mask.nameOf(CadreId{std::size_t{7}}, Language::kEnglish), "Official 1");
}

TEST(NameMask, MasksWholeNamesInsideAText) {
  const Plan plan = planWith({"Nguyễn Văn An", "Lê Thị Bình"});
  NameMask mask;
  EXPECT_EQ(mask.masked("có quan hệ với Lê Thị Bình, “Nguyễn Văn An”; cần xét", plan,
                        Language::kVietnamese),
            "có quan hệ với Cán bộ 1, “Cán bộ 2”; cần xét");
}

TEST(NameMask, TakesTheLongestNameThatFits) {
  const Plan plan = planWith({"Lê Văn", "Lê Văn An"});
  NameMask mask;
  EXPECT_EQ(mask.masked("Lê Văn An và Lê Văn", plan, Language::kVietnamese),
            "Cán bộ 1 và Cán bộ 2");
  EXPECT_EQ(mask.nameOf(CadreId{std::size_t{1}}, Language::kVietnamese), "Cán bộ 1");
}

TEST(NameMask, LeavesPartsOfWordsAlone) {
  const Plan plan = planWith({"An"});
  NameMask mask;
  EXPECT_EQ(mask.masked("Anh Ân ở Văn An", plan, Language::kVietnamese), "Anh Ân ở Văn Cán bộ 1");
}

TEST(NameMask, LearnsTheNamesOfAnotherRoster) {
  NameMask mask;
  (void)mask.masked("Nguyễn Văn An", planWith({"Nguyễn Văn An"}), Language::kVietnamese);
  EXPECT_EQ(mask.masked("Trần Văn Cường", planWith({"Trần Văn Cường"}), Language::kVietnamese),
            "Cán bộ 1");
}

}  // namespace
}  // namespace cadre::ui
