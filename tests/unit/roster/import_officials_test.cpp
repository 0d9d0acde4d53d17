// Matching rows to officials, and officials without a row.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "roster_case.h"

namespace cadre::roster {
namespace {

using test::day;
using test::RosterCase;
using enum RowOutcome;

TEST(RosterImport, RowsAreNewChangedOrUnchanged) {
  RosterCase c;
  const Reading reading =
      c.read("Mã;Họ và tên;Ngày sinh\nc01;Nguyễn Văn An;2/1/1970\nc02;Trần Bình;\nc9;Mới;\n");
  ASSERT_EQ(reading.rows.size(), 3U);
  EXPECT_EQ(reading.rows[0].outcome, kUnchanged);
  EXPECT_EQ(reading.rows[1].outcome, kChanged);
  EXPECT_EQ(reading.rows[1].changed, std::vector{Field::kName});
  EXPECT_EQ(reading.rows[2].outcome, kNew);
  EXPECT_EQ(reading.merge.cadres.size(), 2U);
  EXPECT_EQ(reading.added + reading.changed + reading.unchanged + reading.failed, 3U);
}

TEST(RosterImport, NewOfficialsComeAfterThoseOfThePlan) {
  RosterCase c;
  const Plan after = c.imported("Mã;Họ và tên\nz1;Một\nc02;Hai\nz2;Ba\n");
  ASSERT_EQ(after.roster->cadres.size(), 6U);
  EXPECT_EQ(after.cadre(c.binh).name, "Hai");
  EXPECT_EQ(after.roster->cadres[4].key, "z1");
  EXPECT_EQ(after.roster->cadres[5].key, "z2");
}

TEST(RosterImport, AnIdWithoutItsZerosIsRepairedWhenOneFits) {
  RosterCase c;
  const Reading reading = c.read("Mã;Họ và tên\n3;Lê Thị Chi\n");
  ASSERT_EQ(reading.rows.size(), 1U);
  EXPECT_EQ(reading.rows[0].cadre, c.chi);
  ASSERT_EQ(reading.repairs.size(), 1U);
  EXPECT_EQ(reading.repairs[0].found, "3");
  EXPECT_EQ(reading.repairs[0].taken, "0003");
  c.builder.cadre("003");
  c.build();
  EXPECT_NE(c.problem("Mã;Họ và tên\n3;X\n").find("any of 2 ids"), std::string::npos);
}

TEST(RosterImport, WithoutAnIdTheNameTells) {
  RosterCase c;
  const Reading reading = c.read("Họ và tên;Nhóm\nTrần Thị Bình;x\nNgười Mới;y\n");
  EXPECT_EQ(reading.rows[0].cadre, c.binh);
  EXPECT_EQ(reading.rows[1].outcome, kNew);
  EXPECT_EQ(reading.rows[1].key, "c0001");
  EXPECT_NE(c.problem("Họ và tên;Nhóm\nLê Chi;x\n").find("2 people named"), std::string::npos);
}

TEST(RosterImport, ANameWhoseIdStandsElsewhereIsSomebodyElse) {
  RosterCase c;
  const Reading reading = c.read("Mã;Họ và tên\nc01;Nguyễn Văn An\n;Nguyễn Văn An\n0003;\n");
  EXPECT_EQ(reading.rows[1].outcome, kNew);
  // Of two officials with one name, one has a row with an id: the other one is meant.
  const Reading rest = c.read("Mã;Họ và tên;Nhóm\n0003;Lê Chi;\n;Lê Chi;x\n");
  EXPECT_EQ(rest.rows[1].cadre, c.dung);
}

TEST(RosterImport, OneOfficialInTwoRowsIsAnErrorInBoth) {
  RosterCase c;
  EXPECT_EQ(
      c.problems("Mã;Họ và tên\nc01;A\nc02;B\nc01;C\n"),
      (std::vector<std::string>{"2 Mã: the id “c01” is on line 4 too; one row for each person",
                                "4 Mã: the id “c01” is on line 2 too; one row for each person"}));
  EXPECT_EQ(c.problems("Mã;Họ và tên\nz;A\nz;B\n").size(), 2U);
  EXPECT_EQ(c.problems("Họ và tên;Nhóm\nTrần Thị Bình;1\nTrần Thị Bình;2\n").size(), 2U);
}

TEST(RosterImport, ANewOfficialNeedsAName) {
  RosterCase c;
  EXPECT_EQ(c.problem("Mã;Họ và tên\nz1; \n"), "2 Họ và tên: the name is missing");
  EXPECT_EQ(c.problem("Mã;Họ và tên\nc01;\n"), "2 Họ và tên: the name is missing");
  EXPECT_EQ(c.read("Mã;Nhóm\nz1;x\n").failed, 1U);
}

TEST(RosterImport, ThoseNotInTheTableStayUnlessTheyAreSaidToHaveLeft) {
  RosterCase c;
  c.builder[c.dung].service_ends = day("2020-01-01");
  c.build();
  const char* const text = "Mã;Vị trí\nc01;00640/chairman\n";
  const Reading kept = c.read("Mã\nc01\n");
  EXPECT_EQ(kept.gone, (std::vector{c.binh, c.chi})) << "the last one left long ago";
  EXPECT_TRUE(kept.merge.empty());
  const Plan after = c.imported(text, {.gone_leave = true});
  EXPECT_EQ(after.post(c.chairman_a).incumbent, c.an) << "its holder has left";
  EXPECT_FALSE(after.post(c.secretary_b).incumbent);
  EXPECT_EQ(after.cadre(c.binh).service_ends, c.plan.header->as_of);
  EXPECT_EQ(after.cadre(c.dung).service_ends, day("2020-01-01"));
  EXPECT_EQ(after.roster->cadres.size(), c.plan.roster->cadres.size());
}

TEST(RosterImport, ARowInErrorStillShowsThatItsOfficialIsThere) {
  RosterCase c;
  const Reading reading = c.read("Mã;Họ và tên;Ngày sinh\nc01;;31/02/1970\n;Lê Chi;\nc02;Bình;\n",
                                 {.gone_leave = true});
  EXPECT_EQ(reading.failed, 2U);
  EXPECT_TRUE(reading.gone.empty());
}

}  // namespace
}  // namespace cadre::roster
