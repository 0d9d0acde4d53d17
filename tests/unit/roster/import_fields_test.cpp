// How a cell sets a field of an official, and how units are found.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "roster_case.h"

namespace cadre::roster {
namespace {

using test::day;
using test::RosterCase;

TEST(RosterImport, AMissingColumnLeavesAFieldAndAnEmptyCellClearsIt) {
  RosterCase c;
  EXPECT_EQ(c.imported("Mã;Nhóm\nc01;x\n").cadre(c.an).birth, day("1970-01-02"));
  const Plan cleared = c.imported("Mã;Ngày sinh;Quê quán;Mức xếp loại\nc01;;;\n");
  EXPECT_FALSE(cleared.cadre(c.an).birth);
  EXPECT_FALSE(cleared.cadre(c.an).native_place);
  EXPECT_TRUE(cleared.cadre(c.an).grades.empty());
}

TEST(RosterImport, EveryFieldIsRead) {
  RosterCase c;
  const Plan after = c.imported(
      "Mã\tNgày sinh\tGiới tính\tQuê quán\tNơi sinh\tNơi cư trú\tGiữ chức vụ từ\tSố nhiệm kỳ\t"
      "Nghỉ hưu\tLĩnh vực\tQuy hoạch\tXếp loại\tKỷ luật\tNgười thân\tNguyện vọng\tNhóm\n"
      "c02\t1975-04-02\tnữ\tvan dien\tXã Tân Triều, Huyện Nam\t00640: 22; quan bac: 3,5\t"
      "1.5.2019\t2\t30/04/2035\tland; culture\tsecretary; chủ tịch ubnd\t"
      "2021: Hoàn thành tốt nhiệm vụ; 2022: excellent\tKhiển trách: 01/03/2022\t"
      "c01; Lê Chi [0003]\tQuận Bắc: 2; 00643\t2023-II\n");
  const Cadre& cadre = after.cadre(c.binh);
  EXPECT_EQ(cadre.birth, day("1975-04-02"));
  EXPECT_EQ(cadre.gender, Gender::kFemale);
  EXPECT_EQ(cadre.native_place, c.a);
  EXPECT_EQ(cadre.birthplace, c.c);
  ASSERT_TRUE(cadre.residence && cadre.residence->size() == 2);
  EXPECT_EQ((*cadre.residence)[0].unit, c.a);
  EXPECT_EQ((*cadre.residence)[1].years, 3.5);
  EXPECT_EQ(cadre.in_post_since, day("2019-05-01"));
  EXPECT_EQ(cadre.terms_as_head_here, 2);
  EXPECT_EQ(cadre.service_ends, day("2035-04-30"));
  EXPECT_EQ(cadre.fields, (std::vector<std::string>{"land", "culture"}));
  EXPECT_EQ(cadre.pool, (std::vector<PoolEntry>{c.builder.secretary, c.builder.chairman}));
  ASSERT_EQ(cadre.grades.size(), 2U);
  EXPECT_EQ(cadre.grades[0].grade, EvaluationGrade::kGood);
  EXPECT_EQ(cadre.grades[1].grade, EvaluationGrade::kExcellent);
  ASSERT_EQ(cadre.discipline.size(), 1U);
  EXPECT_EQ(cadre.discipline[0].on, day("2022-03-01"));
  EXPECT_EQ(cadre.relatives, (std::vector{c.an, c.chi}));
  ASSERT_EQ(cadre.preferences.size(), 2U);
  EXPECT_EQ(cadre.preferences[0].rank, 2);
  EXPECT_EQ(cadre.preferences[1].rank, 2) << "without a number, its place in the list";
  EXPECT_EQ(cadre.group, "2023-II");
}

TEST(RosterImport, EveryMistakeNamesItsColumnAndLeavesOutItsRowAlone) {
  RosterCase c;
  const std::string header =
      "Mã;Ngày sinh;Giới tính;Quê quán;Nơi cư trú;Số nhiệm kỳ;Quy hoạch;Xếp loại;Kỷ luật;Người "
      "thân;Nguyện vọng\n";
  const std::vector<std::string> found =
      c.problems(header +
                 "c01;31/02/1970;x;Xã Không Có;00640;101;y;2022;Phạt: 01/01/2020;c77;00640: 0\n"
                 "c02;02/01/1970;nữ;;;;;;;;\n");
  EXPECT_EQ(found, (std::vector<std::string>{
                       "2 Ngày sinh: found “31/02/1970”, expected a date as dd/mm/yyyy",
                       "2 Giới tính: found “x”, expected Unknown, Female, Male",
                       "2 Quê quán: there is no unit “Xã Không Có”",
                       "2 Nơi cư trú: found “00640”, expected unit: years",
                       "2 Số nhiệm kỳ: found “101”, expected a whole number from 0 to 100",
                       "2 Quy hoạch: there is no title “y”",
                       "2 Xếp loại: found “2022”, expected period: grade",
                       "2 Kỷ luật: found “Phạt”, expected Reprimand, Warning, Dismissal, Expulsion",
                       "2 Người thân: there is no official “c77”",
                       "2 Nguyện vọng: found “0”, expected a whole number from 1 to 1,000"}));
  const Reading reading = c.read(header + "c01;31/02/1970;x\nc02;02/01/1970;nữ\n");
  EXPECT_EQ(reading.failed, 1U);
  EXPECT_EQ(reading.changed, 1U);
  ASSERT_EQ(reading.merge.cadres.size(), 1U);
  EXPECT_EQ(reading.merge.cadres[0].key, "c02");
}

TEST(RosterImport, AWishForNoUnitIsAnError) {
  RosterCase c;
  EXPECT_EQ(c.problem("Mã;Nguyện vọng\nc01;: 2\n"),
            "2 Nguyện vọng: found “: 2”, expected unit: rank");
}

TEST(RosterImport, ValuesThatStayKeepTheirUnknownFields) {
  RosterCase c;
  const Plan both = c.imported("Mã;Xếp loại;Nhóm\nc01;\"2022: Tốt; 2023: Tốt\";x\n");
  ASSERT_EQ(both.cadre(c.an).grades.size(), 2U);
  EXPECT_NE(both.cadre(c.an).grades[0].extra, nullptr);
  EXPECT_EQ(both.cadre(c.an).grades[1].extra, nullptr);
  EXPECT_NE(both.cadre(c.an).extra, nullptr);
}

TEST(RosterImport, NowhereIsNotUnknown) {
  RosterCase c;
  const Plan after = c.imported("Mã;Nơi cư trú\nc01;Không có\nc02;\n");
  ASSERT_TRUE(after.cadre(c.an).residence.has_value());
  EXPECT_TRUE(after.cadre(c.an).residence->empty());
  EXPECT_FALSE(after.cadre(c.binh).residence.has_value());
}

TEST(RosterImport, ARowWiderThanItsColumnNamesIsAnError) {
  RosterCase c;
  EXPECT_EQ(c.problem("Mã,Họ và tên,Nhóm\nc01,Nguyễn, Văn An,x\nc02,Bình,\nc04,Chi,\n"),
            "2 : the row has 4 cells, the row of column names 3; maybe a cell lacks its quotes");
}

TEST(RosterImport, OneApostropheBeforeACellIsTakenOff) {
  RosterCase c;
  const Plan after = c.imported("Mã;Nhóm\nc01;'=1\nc02;''x\n");
  EXPECT_EQ(after.cadre(c.an).group, "=1");
  EXPECT_EQ(after.cadre(c.binh).group, "'x");
}

TEST(RosterImport, UnitsById) {
  RosterCase c;
  const Reading reading = c.read("Mã;Quê quán\nc01;643\nc02;00646\n0003;Xã Tân Triều [00646]\n");
  EXPECT_EQ(reading.failed, 0U);
  EXPECT_EQ(reading.merge.cadres[0].native_place, c.b);
  EXPECT_EQ(reading.merge.cadres[1].native_place, c.c);
  EXPECT_EQ(reading.merge.cadres[2].native_place, c.c);
  ASSERT_EQ(reading.repairs.size(), 1U);
  EXPECT_EQ(reading.repairs[0].taken, "00643");
}

TEST(RosterImport, AnIdThatLostItsZerosMustFitOneUnit) {
  RosterCase c;  // "01" and "001"
  EXPECT_EQ(
      c.problem("Mã;Quê quán\nc01;1\n"),
      "2 Quê quán: “1” may be any of 2 ids that lost their leading zeros; write the whole id, "
      "such as “01”");
}

TEST(RosterImport, ANameThatTwoUnitsHaveSaysWhatToWrite) {
  RosterCase c;
  EXPECT_EQ(
      c.problem("Mã;Quê quán\nc01;Xã Tân Triều\n"),
      "2 Quê quán: 2 units are named “Xã Tân Triều”; write “Xã Tân Triều, Quận Bắc” or the id "
      "00643");
  EXPECT_EQ(c.imported("Mã;Quê quán\nc01;xa tan trieu, huyen nam\n").cadre(c.an).native_place, c.c);
  EXPECT_EQ(c.imported("Mã;Quê quán\nc01;Tân Triều, Nam\n").cadre(c.an).native_place, c.c);
  EXPECT_EQ(c.problem("Mã;Quê quán\nc01;Xã Tân Triều, Huyện Khác\n"),
            "2 Quê quán: there is no unit “Xã Tân Triều, Huyện Khác”");
}

// Using only the id would undo a manual correction of the name.
TEST(RosterImport, ANameAndAnIdThatDisagreeAreAnError) {
  RosterCase c;
  EXPECT_EQ(c.problem("Mã;Quê quán\nc01;Thị trấn Văn Điển [00646]\n"),
            "2 Quê quán: “Thị trấn Văn Điển [00646]” names two things: the id “00646” is Xã Tân "
            "Triều");
}

}  // namespace
}  // namespace cadre::roster
