#include "report/csv.h"

#include <gtest/gtest.h>

#include "report_case.h"
#include "roster/import.h"
#include "roster/table.h"
#include "simulate/simulate.h"

namespace cadre::report {
namespace {

using roster::Table;
using text::Language;

constexpr std::string_view kMark = "\xEF\xBB\xBF";

// Without the byte order mark, which every table has.
std::string bare(const std::string& csv) {
  EXPECT_TRUE(csv.starts_with(kMark));
  return csv.substr(kMark.size());
}

TEST(Csv, RosterInVietnamese) {
  const test::ReportCase c;
  const std::string text = bare(rosterCsv(c.plan, Language::kVietnamese));
  EXPECT_EQ(text.substr(0, text.find("\r\n")),
            "Mã;Họ và tên;Ngày sinh;Giới tính;Vị trí;Quê quán;Nơi sinh;Nơi cư trú;Giữ chức vụ "
            "từ;Số nhiệm kỳ ở đây;Thôi công tác;Lĩnh vực;Quy hoạch;Mức xếp loại;Kỷ luật;Người "
            "thân;Nguyện vọng;Nhóm");
  EXPECT_NE(text.find("\r\nc1;Cán bộ c1;;;\"Chức danh secretary, Đơn vị 00640 "
                      "[00640/secretary]\";Đơn vị 00640 [00640];;;01/10/2021;;;;;;;;;\r\n"),
            std::string::npos)
      << text;
}

TEST(Csv, MovesInEnglish) {
  const test::ReportCase c;
  EXPECT_EQ(
      bare(movesCsv(c.plan, c.scenario(), c.timeline, Language::kEnglish)),
      "Round,Date,Official,Official ID,From post,To post,Type,Reason,Happens,View of the "
      "official,View of the origin,View of the destination,Waivers\r\n"
      "Đợt 1,01/10/2023,Cán bộ c1,c1,\"Title secretary, Đơn vị 00640\",\"Title secretary, Đơn vị "
      "00643\",Rotation,,yes,Disagrees,Not asked,Not asked,\r\n"
      "Đợt 1,01/10/2023,Cán bộ c2,c2,\"Title secretary, Đơn vị 00643\",\"Title secretary, Đơn vị "
      "00640\",Rotation,,yes,Not asked,Not asked,Not asked,Months in post before a move: Thiếu "
      "người\r\n"
      "Đợt 1,01/10/2023,Cán bộ c3,c3,,,Resignation,,no,Not asked,Not asked,Not asked,\r\n");
}

TEST(Csv, QuotasInVietnamese) {
  const test::ReportCase c;
  EXPECT_EQ(bare(quotasCsv(c.plan, c.scenario(), c.timeline, Language::kVietnamese)),
            "Đợt;Ngày;Chỉ tiêu;Đơn vị;Mã đơn vị;Số vị trí;Đạt;Tỷ lệ đạt;Cần;Còn "
            "thiếu;Vượt;Khuyết;Chưa rõ\r\n"
            "Hiện trạng;27/07/2023;Không là người địa phương;Đơn vị "
            "020;020;3;1;\"33,3%\";2;1;0;0;1\r\n"
            "Đợt 1;01/10/2023;Không là người địa phương;Đơn vị "
            "020;020;3;1;\"33,3%\";2;1;0;1;0\r\n");
}

TEST(Csv, FindingsSayWhyTheyAreWaived) {
  const test::ReportCase c;
  const Table table =
      roster::parseTable(findingsCsv(c.plan, c.scenario(), c.timeline, Language::kVietnamese))
          .value();
  ASSERT_EQ(table.rowCount(), 5U);
  EXPECT_EQ(table.cell(0, 3), "Quy định");
  EXPECT_EQ(table.cell(3, 2), "Bắt buộc");
  EXPECT_EQ(table.cell(3, 5), "c2");
  EXPECT_EQ(table.cell(3, 7), "mới giữ chức vụ 12 tháng, cần 36 tháng; 65-QĐ/TW");
  EXPECT_EQ(table.cell(3, 8), "có");
  EXPECT_EQ(table.cell(3, 9), "Thiếu người");
  EXPECT_EQ(table.cell(2, 8), "không");
  EXPECT_EQ(table.cell(2, 9), "");
}

// Whatever a plan contains, no table cell begins like a formula.
TEST(Csv, NoCellCanRun) {
  test::PlanBuilder builder;
  const UnitId district = builder.district("=1");
  const UnitId commune = builder.commune("@2", district);
  const PostId from = builder.post(commune, builder.secretary);
  const PostId to = builder.post(commune, builder.chairman);
  const CadreId cadre = builder.cadre("+3", from);
  builder[district].name = "=HYPERLINK(\"x\")";
  builder[commune].name = "-2+3";
  builder[builder.secretary].name = {"=A1", "@A1", nullptr};
  builder[cadre].name = "＝1+1";
  builder[cadre].group = "\t=1";
  builder[cadre].fields = {"=1", "+2"};
  builder[cadre].native_place = commune;
  builder[cadre].grades = {{"-1", EvaluationGrade::kGood, nullptr}};
  builder.quota(Counts::kNonLocal, "0.5").name = {"=1", "=1", nullptr};
  builder.rule("consent", Severity::kSoft, 0).source = "=1";
  Move move = test::move(cadre, to);
  move.reason = "@reason";
  Round round = test::round("2023-10-01", {move});
  test::say(round, cadre, to, {.cadre = View::kDisagree});
  round.name = "=round";
  builder.scenario(test::scenario({round}));
  const Plan plan = builder.build();
  const Scenario& scenario = *plan.scenarios->front();
  const Timeline timeline = simulate(plan, scenario);
  for (const Language language : {Language::kVietnamese, Language::kEnglish}) {
    for (const std::string& csv :
         {rosterCsv(plan, language), movesCsv(plan, scenario, timeline, language),
          quotasCsv(plan, scenario, timeline, language),
          findingsCsv(plan, scenario, timeline, language)}) {
      const Table table = roster::parseTable(csv).value();
      std::size_t guarded = 0;
      for (std::size_t row = 0; row < table.rowCount(); ++row) {
        for (std::size_t column = 0; column < table.columnCount(); ++column) {
          const std::string cell(table.cell(row, column));
          EXPECT_NE(cell.find_first_of("=+-@\t"), 0U) << cell;
          EXPECT_FALSE(cell.starts_with("＝")) << cell;
          guarded += cell.starts_with("'") ? 1U : 0U;
        }
      }
      EXPECT_GT(guarded, 0U);
    }
  }
}

TEST(Csv, AScenarioWithoutRoundsHasItsBaseline) {
  test::PlanBuilder builder;
  const UnitId district = builder.district("020");
  builder.post(district, builder.secretary);
  builder.quota(Counts::kNonLocal, "0.5");
  const Plan plan = builder.build();
  const Timeline timeline = simulateBaseline(plan);
  const Scenario none;
  EXPECT_EQ(roster::parseTable(quotasCsv(plan, none, timeline, Language::kEnglish))->rowCount(),
            2U);
  EXPECT_EQ(roster::parseTable(movesCsv(plan, none, timeline, Language::kEnglish))->rowCount(), 1U);
  EXPECT_EQ(roster::parseTable(rosterCsv(plan, Language::kEnglish))->rowCount(), 1U);
}

}  // namespace
}  // namespace cadre::report
