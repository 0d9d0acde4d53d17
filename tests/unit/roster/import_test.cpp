#include "roster/import.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "plan_io/plan_io.h"
#include "support/plan_builder.h"
#include "text/format.h"

namespace cadre::roster {
namespace {

using test::day;
using test::PlanBuilder;
using text::Language;

// A city with two districts and two communes each, two of which have one name; a secretary and a
// chairman in each, and three deputies' seats in the first.
struct RosterCase {
  RosterCase() {
    north = builder.district("001");
    south = builder.district("010");
    builder[north].name = "Quận Bắc";
    builder[south].name = "Huyện Nam";
    a = builder.commune("00640", north);
    b = builder.commune("00643", north);
    c = builder.commune("00646", south);
    builder[a].name = "Thị trấn Văn Điển";
    builder[b].name = "Xã Tân Triều";
    builder[c].name = "Xã Tân Triều";
    builder[builder.secretary].name = {"Bí thư Đảng ủy", "Party secretary", nullptr};
    builder[builder.chairman].name = {"Chủ tịch UBND", "Chairman", nullptr};
    builder[builder.deputy].name = {"Phó chủ tịch", "Deputy", nullptr};
    secretary_a = builder.post(a, builder.secretary);
    chairman_a = builder.post(a, builder.chairman);
    secretary_b = builder.post(b, builder.secretary);
    for (int i = 0; i < 3; ++i) {
      deputies.push_back(builder.post(a, builder.deputy));
      builder[deputies.back()].key += std::to_string(i);
    }
    an = builder.cadre("c01", secretary_a);
    binh = builder.cadre("c02", chairman_a);
    chi = builder.cadre("0003", secretary_b);
    dung = builder.cadre("c04");
    builder[an].name = "Nguyễn Văn An";
    builder[binh].name = "Trần Thị Bình";
    builder[chi].name = "Lê Chi";
    builder[dung].name = "Lê Chi";
    builder[an].birth = day("1970-01-02");
    builder[an].native_place = a;
    builder[an].grades = {{"2022", EvaluationGrade::kGood, extra()}};
    builder[an].extra = extra();
    build();
  }

  static Extra extra() {
    return std::make_shared<const std::vector<std::pair<std::string, std::string>>>(
        std::vector<std::pair<std::string, std::string>>{{"note", "\"x\""}});
  }

  void build() { plan = builder.build(); }

  Reading read(std::string_view text, Options options = {}) {
    table = parseTable(text).value();
    mapping = guessMapping(table, plan);
    return readRoster(plan, table, mapping, options);
  }

  // The plan after the rows that can be imported.
  Plan imported(std::string_view text, Options options = {}) {
    const Reading reading = read(text, options);
    const Plan after = applyMerge(plan, reading.merge).value();
    EXPECT_TRUE(plan_io::loadPlan(plan_io::savePlan(after)).has_value());
    return after;
  }

  // "line column: text" of each problem.
  std::vector<std::string> problems(std::string_view text, Options options = {}) {
    const Reading reading = read(text, options);
    std::vector<std::string> out;
    for (const Problem& problem : reading.problems) {
      std::string line = std::to_string(table.line(problem.row)) + " ";
      if (problem.column != Problem::kWholeRow) line += table.cell(0, problem.column);
      out.push_back(line + ": " + text::render(problem.message, Language::kEnglish));
    }
    EXPECT_EQ(reading.problem_count, out.size());
    return out;
  }
  std::string problem(std::string_view text, Options options = {}) {
    const std::vector<std::string> all = problems(text, options);
    return all.size() == 1 ? all.front() : std::to_string(all.size()) + " problems";
  }

  PlanBuilder builder;
  UnitId north, south, a, b, c;
  PostId secretary_a, chairman_a, secretary_b;
  std::vector<PostId> deputies;
  CadreId an, binh, chi, dung;
  Plan plan;
  Table table;
  Mapping mapping;
};

using enum RowOutcome;

// --- columns ---

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

// --- whose row it is ---

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
  // Of two of one name, one has a row with an id: the other is meant.
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

// --- fields ---

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
  EXPECT_EQ(cadre.pool, (std::vector{c.builder.secretary, c.builder.chairman}));
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

// --- units ---

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

// The id alone would undo what somebody wrote by hand.
TEST(RosterImport, ANameAndAnIdThatDisagreeAreAnError) {
  RosterCase c;
  EXPECT_EQ(c.problem("Mã;Quê quán\nc01;Thị trấn Văn Điển [00646]\n"),
            "2 Quê quán: “Thị trấn Văn Điển [00646]” names two things: the id “00646” is Xã Tân "
            "Triều");
}

// --- posts ---

TEST(RosterImport, APostById) {
  RosterCase c;
  const Plan after = c.imported("Mã;Vị trí\nc01;00640/deputy1\n");
  EXPECT_FALSE(after.post(c.secretary_a).incumbent);
  EXPECT_EQ(after.post(c.deputies[1]).incumbent, c.an);
  EXPECT_EQ(c.read("Mã;Vị trí\nc01;00640/secretary\n").unchanged, 1U);
}

TEST(RosterImport, SeveralPostsAtOnce) {
  RosterCase c;
  const Plan after = c.imported("Mã;Vị trí\nc01;\"00640/secretary; 00640/deputy0\"\n");
  EXPECT_EQ(after.post(c.secretary_a).incumbent, c.an);
  EXPECT_EQ(after.post(c.deputies[0]).incumbent, c.an);
}

TEST(RosterImport, APostByUnitAndTitle) {
  RosterCase c;
  const Plan after =
      c.imported("Mã;Đơn vị;Chức danh\nc04;640;Phó chủ tịch\nc01;Văn Điển;bi thu dang uy\n");
  EXPECT_EQ(after.post(c.deputies[0]).incumbent, c.dung);
  EXPECT_EQ(after.post(c.secretary_a).incumbent, c.an);
  EXPECT_EQ(c.problem("Mã;Đơn vị;Chức danh\nc04;00643;Chairman\n"),
            "2 Đơn vị: Xã Tân Triều has no post of Chairman");
  EXPECT_EQ(c.problem("Mã;Đơn vị;Chức danh\nc04;00643;\n"),
            "2 Chức danh: both unit and title are needed");
}

TEST(RosterImport, WithoutTheOtherColumnUnitOrTitleChangesNothing) {
  RosterCase c;
  const Reading reading = c.read("Mã;Chức danh\nc01;Phó chủ tịch\n");
  EXPECT_EQ(reading.unchanged, 1U);
  EXPECT_EQ(reading.notes.size(), 1U);
}

TEST(RosterImport, SeatsAlikeAreKeptOrGivenInOrder) {
  RosterCase c;
  c.builder[c.deputies[1]].incumbent = c.dung;
  c.build();
  const Plan after = c.imported(
      "Mã;Họ và tên;Đơn vị;Chức danh\nz1;Một;00640;deputy\nc04;Lê Chi;00640;deputy\n"
      "z2;Hai;00640;deputy\n");
  EXPECT_EQ(after.post(c.deputies[0]).incumbent, CadreId{4U});
  EXPECT_EQ(after.post(c.deputies[1]).incumbent, c.dung);
  EXPECT_EQ(after.post(c.deputies[2]).incumbent, CadreId{5U});
  EXPECT_EQ(c.problems("Mã;Họ và tên;Đơn vị;Chức danh\nz1;Một;00640;chairman\n"
                       "c02;Hai;00640;chairman\n"),
            (std::vector<std::string>{
                "2 Đơn vị: Thị trấn Văn Điển has 1 posts of Chairman, the file has more people",
                "3 Đơn vị: Thị trấn Văn Điển has 1 posts of Chairman, the file has more people"}));
}

TEST(RosterImport, TwoPeopleInOnePostIsAnErrorInBoth) {
  RosterCase c;
  const std::vector<std::string> found =
      c.problems("Mã;Vị trí\nc01;00640/deputy0\nc02;00640/deputy0\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0],
            "2 Vị trí: Deputy, Thị trấn Văn Điển is on line 3 too; one person for each post");
}

TEST(RosterImport, ThePostOfSomebodyWhoStaysIsNotTaken) {
  RosterCase c;
  EXPECT_EQ(c.problem("Mã;Vị trí\nc01;00640/chairman\n"),
            "2 Vị trí: Chairman, Thị trấn Văn Điển is held by Trần Thị Bình, for whom the file has "
            "no valid row");
  const Plan swapped = c.imported("Mã;Vị trí\nc01;00640/chairman\nc02;00640/secretary\n");
  EXPECT_EQ(swapped.post(c.secretary_a).incumbent, c.binh);
  EXPECT_EQ(swapped.post(c.chairman_a).incumbent, c.an);
}

// c02 cannot leave, so c01 cannot come, so c04 cannot come either.
TEST(RosterImport, ARowLeftOutLeavesOutThoseThatNeedIt) {
  RosterCase c;
  const std::vector<std::string> found = c.problems(
      "Mã;Vị trí;Ngày "
      "sinh\nc04;00640/secretary;\nc01;00640/chairman;01/01/1970\nc02;;31/02/1970\n");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_TRUE(found[0].starts_with("2 Vị trí"));
  EXPECT_TRUE(found[1].starts_with("3 Vị trí"));
  EXPECT_TRUE(found[2].starts_with("4 Ngày sinh"));
  EXPECT_TRUE(c.read("Mã;Vị trí;Ngày sinh\nc04;00640/secretary;\nc01;00640/chairman;01/01/1970\n"
                     "c02;;31/02/1970\n")
                  .merge.empty());
}

TEST(RosterImport, NewRelativesAreLinkedBothWays) {
  RosterCase c;
  const Plan after = c.imported(
      "Mã;Họ và tên;Người thân\nz1;Một;z2\nc01;Nguyễn Văn An;Hai [z2]\nz2;Hai;\"z1; c01\"\n");
  EXPECT_EQ(after.cadre(c.an).relatives, std::vector{CadreId{5U}});
  EXPECT_EQ(after.cadre(CadreId{4U}).relatives, std::vector{CadreId{5U}});
  EXPECT_EQ(after.cadre(CadreId{5U}).relatives, (std::vector{CadreId{4U}, c.an}));
}

TEST(RosterImport, ARelativeOfARowInErrorIsAnError) {
  RosterCase c;
  const std::vector<std::string> found = c.problems(
      "Mã;Họ và tên;Người thân;Ngày sinh\nz1;Một;;31/02/1970\nz2;Hai;z1;\nz3;Ba;z2;\nz4;Bốn;;\n");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[1], "3 Người thân: z1 is new and has a row in error");
  EXPECT_EQ(found[2], "4 Người thân: z2 is new and has a row in error");
  const Plan after =
      c.imported("Mã;Họ và tên;Người thân;Ngày sinh\nz1;Một;;31/02/1970\nz4;Bốn;z5;\nz5;Năm;z4;\n");
  EXPECT_EQ(after.cadre(CadreId{4U}).key, "z4");
  EXPECT_EQ(after.cadre(CadreId{4U}).relatives, std::vector{CadreId{5U}});
}

// --- those who are not in the table ---

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
