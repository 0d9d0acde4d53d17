#include "ui/palette_index.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "plan_io/plan_io.h"
#include "support/headless.h"

namespace cadre::ui {
namespace {

// Names of units, folded as the palette does; details after a bar.
PaletteIndex indexOf(const std::vector<std::string>& names) {
  PaletteIndex index;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t bar = names[i].find('|');
    const std::string label = names[i].substr(0, bar);
    const std::string details = bar == std::string::npos ? "" : names[i].substr(bar + 1);
    index.add(FoundKind::kUnit, static_cast<std::uint32_t>(i), searchKey(label),
              searchKey(details));
  }
  return index;
}

std::vector<std::uint32_t> placesOf(PaletteIndex& index, std::string_view typed) {
  std::vector<std::uint32_t> out;
  for (const Found& found : index.search(searchKey(typed))) out.push_back(found.index);
  return out;
}

using Places = std::vector<std::uint32_t>;

TEST(SearchKey, TelexDoubleDAndTheLetterItselfAreOne) {
  EXPECT_EQ(searchKey("Đông Anh"), "dong anh");
  EXPECT_EQ(searchKey("ddong anh"), "dong anh");
  EXPECT_EQ(searchKey("Dong Anh"), "dong anh");
  EXPECT_EQ(searchKey("ĐĐ"), "d");
}

TEST(PaletteIndex, WordsWithoutAccentsFindNamesWithThem) {
  PaletteIndex index = indexOf({"Quận Ba Đình", "Huyện Thanh Trì", "Huyện Đông Anh"});
  EXPECT_EQ(placesOf(index, "thanh tri"), Places{1});
  EXPECT_EQ(placesOf(index, "Thanh Trì"), Places{1});
  EXPECT_EQ(placesOf(index, "ddong"), Places{2});
  EXPECT_EQ(placesOf(index, "dinh"), Places{0});
}

TEST(PaletteIndex, EachWordMustStandSomewhereInAnyOrder) {
  PaletteIndex index = indexOf({"Xã Tam Hiệp|Huyện Thanh Trì", "Xã Tam Hiệp|Huyện Phúc Thọ"});
  EXPECT_EQ(placesOf(index, "tho hiep"), Places{1});
  EXPECT_EQ(placesOf(index, "tam hiep thanh"), Places{0});
  EXPECT_EQ(placesOf(index, "tam hiep dong"), Places{});
}

TEST(PaletteIndex, BeginningsOfWordsComeBeforeTheMidstOfThem) {
  PaletteIndex index = indexOf({"Xã Chanh", "Xã Anh", "Anh Xã", "Xã Mai|Anh"});
  EXPECT_EQ(placesOf(index, "anh"), (Places{2, 1, 3, 0}));
}

TEST(PaletteIndex, AWholePhraseComesBeforeItsWordsApart) {
  PaletteIndex index = indexOf({"Trì Thanh", "Huyện Thanh Trì", "Thanh Trì"});
  EXPECT_EQ(placesOf(index, "thanh tri"), (Places{2, 1, 0}));
}

TEST(PaletteIndex, EqualOnesStayInTheirOrder) {
  PaletteIndex index = indexOf({"Xã A", "Xã B", "Xã C"});
  EXPECT_EQ(placesOf(index, "xa"), (Places{0, 1, 2}));
  EXPECT_EQ(placesOf(index, ""), (Places{0, 1, 2}));
}

TEST(PaletteIndex, GoingOnAndGoingBackFindTheSameAsAskingAnew) {
  const std::vector<std::string> names = {"Huyện Thanh Oai", "Huyện Thanh Trì", "Quận Thanh Xuân",
                                          "Xã Thạch Thất"};
  PaletteIndex typed = indexOf(names);
  for (const char* query : {"t", "th", "tha", "thanh", "thanh t", "thanh", "th", "x", ""}) {
    PaletteIndex fresh = indexOf(names);
    EXPECT_EQ(placesOf(typed, query), placesOf(fresh, query)) << query;
  }
}

TEST(PaletteIndex, WhatIsAddedLaterIsFoundToo) {
  PaletteIndex index = indexOf({"Xã A"});
  EXPECT_EQ(placesOf(index, "xa"), Places{0});
  index.add(FoundKind::kCadre, 7, searchKey("Xa Lý"), "");
  EXPECT_EQ(placesOf(index, "xa"), (Places{0, 7}));
}

TEST(PlanNames, TakenInBitByBitAreTheSameAsAtOnce) {
  const std::expected<Plan, Errors> plan =
      plan_io::loadPlan(test::sample("thanh-tri-2023-07.json"));
  ASSERT_TRUE(plan);
  PlanNames at_once(*plan, text::Language::kVietnamese);
  ASSERT_TRUE(at_once.step(SIZE_MAX));
  PlanNames by_bits(*plan, text::Language::kVietnamese);
  int steps = 1;
  while (!by_bits.step(7)) ++steps;
  EXPECT_GT(steps, 10);
  const std::string query = searchKey("ngọc hồi");
  EXPECT_FALSE(at_once.index().search(query).empty());
  EXPECT_EQ(by_bits.index().search(query), at_once.index().search(query));
  EXPECT_TRUE(by_bits.areOf(*plan, text::Language::kVietnamese));
  EXPECT_FALSE(by_bits.areOf(*plan, text::Language::kEnglish));
}

}  // namespace
}  // namespace cadre::ui
