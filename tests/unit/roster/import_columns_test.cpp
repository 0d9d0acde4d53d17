// Recognition of columns.

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "roster_case.h"

namespace cadre::roster {
namespace {

using test::RosterCase;
using text::Language;

TEST(Mapping, NamesInVietnameseAndEnglishAreKnown) {
  RosterCase c;
  c.read("Mã cán bộ;HỌ VÀ TÊN;Ngày, tháng, năm sinh;Quê quán (xã);STT;Don vi cong tac\nc01;;;;;\n");
  EXPECT_EQ(c.mapping.columns, (std::vector{Field::kId, Field::kName, Field::kBirth,
                                            Field::kNativePlace, Field::kIgnore, Field::kUnit}));
  c.read("id,Full name,Date of birth,Title,unit,Retirement\nc01,,,,,\n");
  EXPECT_EQ(c.mapping.columns, (std::vector{Field::kId, Field::kName, Field::kBirth, Field::kTitle,
                                            Field::kUnit, Field::kServiceEnds}));
}

TEST(Mapping, EveryExportedColumnIsKnownInBothLanguages) {
  RosterCase c;
  for (const Language language : {Language::kVietnamese, Language::kEnglish}) {
    std::string header;
    for (const Field field : exportedFields()) {
      header += std::string(text::get(labelOf(field), language)) + "\t";
    }
    c.read(header + "x\n" + "c01\n");
    c.mapping.columns.pop_back();
    EXPECT_TRUE(std::equal(c.mapping.columns.begin(), c.mapping.columns.end(),
                           exportedFields().begin(), exportedFields().end()));
  }
}

TEST(Mapping, AHeadingAboveTheColumnNamesIsPassedOver) {
  RosterCase c;
  const Reading reading =
      c.read("DANH SÁCH CÁN BỘ;;\nTháng 7/2023;;\nMã;Họ tên;Nhóm\nc01;Nguyễn Văn An;1\n");
  EXPECT_EQ(c.mapping.header, 2U);
  ASSERT_EQ(reading.rows.size(), 1U);
  EXPECT_EQ(reading.rows[0].key, "c01");
}

TEST(Mapping, IdsAreKnownByTheirLookWhenTheColumnIsNot) {
  RosterCase c;
  c.read("X;Họ tên\nc01;\nc02;\n");
  EXPECT_EQ(c.mapping.columns[0], Field::kId);
  c.read("X;Họ tên\nc01;\nzzz;\n");
  EXPECT_EQ(c.mapping.columns[0], Field::kIgnore);
}

TEST(Mapping, AFieldGivenToAColumnIsTakenFromAnother) {
  Mapping mapping{0, {Field::kId, Field::kIgnore, Field::kIgnore}};
  mapping.assign(1, Field::kId);
  EXPECT_EQ(mapping.columns, (std::vector{Field::kIgnore, Field::kId, Field::kIgnore}));
}

TEST(Mapping, WithoutIdAndNameNothingIsRead) {
  RosterCase c;
  const Reading reading = c.read("Ngày sinh;Nhóm\n01/01/1970;x\n");
  EXPECT_TRUE(reading.rows.empty());
  EXPECT_TRUE(reading.merge.empty());
  EXPECT_EQ(reading.notes.size(), 1U);
}

}  // namespace
}  // namespace cadre::roster
