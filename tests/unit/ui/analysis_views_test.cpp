// The analysis views: each shows the results of the analysis, on the sample of the whole city.
#include <algorithm>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "analysis/comparison.h"
#include "analysis/discipline_register.h"
#include "analysis/forecast.h"
#include "analysis/grade_check.h"
#include "analysis/move_purpose.h"
#include "analysis/succession.h"
#include "document/what_if.h"
#include "plan_io/plan_io.h"
#include "simulate/simulate.h"
#include "support/headless.h"
#include "text/format.h"

namespace cadre::test {
namespace {

constexpr const char* kSample = "ha-noi-2023.json";

// The city as the page opens it: the scenario with moves, at its first round.
class AnalysisViews : public ::testing::Test {
 protected:
  AnalysisViews() : plan(plan_io::loadPlan(sample(kSample)).value_or(emptyPlan())) {}

  void SetUp() override {
    ASSERT_TRUE(page.planner->openPlan(sample(kSample)).empty());
    ASSERT_FALSE(plan.scenarios->empty());
    scenario = plan.scenarios->back();
    timeline = simulate(plan, *scenario);
    page.settle();
  }

  [[nodiscard]] const RoundState& state() const { return timeline.rounds[1]; }
  [[nodiscard]] std::string unitName(UnitId unit) const { return plan.unit(unit).name; }

  Plan plan;
  std::shared_ptr<const Scenario> scenario;
  Timeline timeline;
  Headless page;
};

std::string ratio(std::int64_t part, std::int64_t whole) {
  return text::formatCount(part, text::Language::kVietnamese) + "/" +
         text::formatCount(whole, text::Language::kVietnamese);
}

// --- forecast ---

class ForecastView : public AnalysisViews {
 protected:
  void SetUp() override {
    AnalysisViews::SetUp();
    page.click("tab", "Dự báo");
  }

  [[nodiscard]] Forecast expected(int years, bool last_terms = false) const {
    return forecast(plan, timeline, addMonths(timeline.rounds.back().date, years * 12),
                    {.last_terms_open_posts = last_terms});
  }
  [[nodiscard]] std::string statusOf(const CellForecast& cell) const {
    const std::optional<Date> falls = cell.fallsBelow(state().date);
    return falls ? "dưới mức từ " + text::formatDate(*falls).substr(3) : "";
  }
};

TEST_F(ForecastView, SaysWhenADistrictFallsBelowItsTargetAndListsThoseFirst) {
  const Forecast found = expected(5);
  std::size_t falling = 0;
  for (const CellForecast& cell : found.cells) {
    const std::string status = statusOf(cell);
    if (cell.quota != QuotaId{0U} || status.empty()) continue;
    ++falling;
    EXPECT_EQ(page.value("forecast", unitName(cell.unit)).find(status), 0U) << status;
  }
  ASSERT_GT(falling, 0U);
  // The first row is that of the whole plan.
  const std::vector<kit::Widget> rows = page.all("forecast");
  ASSERT_GT(rows.size(), falling + 1);
  for (std::size_t i = 1; i <= falling; ++i) {
    EXPECT_EQ(rows[i].value.find("dưới mức từ "), 0U) << rows[i].label;
  }
  EXPECT_NE(rows[falling + 1].value.find("dưới mức từ "), 0U);
}

TEST_F(ForecastView, TheTotalsAreThoseOfTheAnalysisForEverySpan) {
  for (const int years : {3, 5, 10}) {
    page.click("tab", std::to_string(years) + " năm");
    const Forecast found = expected(years);
    const auto service =
        std::count_if(found.leaves.begin(), found.leaves.end(),
                      [](const Leave& leave) { return leave.kind == LeaveKind::kServiceEnds; });
    const std::string shown = page.value("status", "Dự báo");
    EXPECT_NE(shown.find(text::formatDate(found.horizon)), std::string::npos) << shown;
    EXPECT_NE(shown.find(" " + std::to_string(service) + " vị trí khuyết"), std::string::npos)
        << shown;
  }
}

TEST_F(ForecastView, ShowsWhetherADeadlineIsMet) {
  const Forecast found = expected(5);
  ASSERT_FALSE(found.deadlines.empty());
  const Deadline& deadline = found.deadlines[0];
  const std::string shown =
      page.value("deadline", plan.quota_set->quotas[deadline.quota.index()].name.vi);
  EXPECT_NE(shown.find(text::formatDate(deadline.by)), std::string::npos) << shown;
  EXPECT_NE(shown.find(ratio(deadline.reached, deadline.units)), std::string::npos) << shown;
}

TEST_F(ForecastView, LastTermsOpenPostsWhenThePersonSaysSo) {
  page.click("tab", "Cả hết số nhiệm kỳ");
  const Forecast found = expected(5, true);
  const auto falling =
      std::count_if(found.cells.begin(), found.cells.end(), [&](const CellForecast& cell) {
        return cell.quota == QuotaId{0U} && cell.fallsBelow(state().date);
      });
  const std::string shown = page.value("status", "Dự báo");
  EXPECT_NE(shown.find(std::to_string(falling) + " đơn vị đang đạt"), std::string::npos) << shown;
}

TEST_F(ForecastView, ADepartureLeadsToItsPostOnTheBoard) {
  const std::vector<kit::Widget> leaves = page.all("leave");
  ASSERT_FALSE(leaves.empty());
  const std::string name = leaves.front().label;
  page.click("leave", name);
  const std::vector<kit::Widget> posts = page.all("post");
  EXPECT_TRUE(std::any_of(posts.begin(), posts.end(), [&](const kit::Widget& post) {
    return post.value == name;
  })) << name;
}

// --- roadmap ---

class RoadmapView : public AnalysisViews {
 protected:
  void SetUp() override {
    AnalysisViews::SetUp();
    page.click("tab", "Lộ trình");
  }

  [[nodiscard]] std::int64_t countInBars() const {
    std::int64_t sum = 0;
    for (const kit::Widget& bar : page.all("bar")) sum += std::stoll(bar.value);
    return sum;
  }
};

TEST_F(RoadmapView, BarsCountEveryDevelopmentalMoveAndTheOthersStandApart) {
  std::int64_t developmental = 0;
  std::size_t forced = 0;
  for (const Round& round : scenario->rounds) {
    for (const Move& move : round.moves) {
      if (purposeOf(move) == Purpose::kDevelopmental) {
        ++developmental;
      } else {
        ++forced;
      }
    }
  }
  ASSERT_GT(forced, 0U);
  EXPECT_EQ(countInBars(), developmental);
  EXPECT_EQ(page.all("forced").size(), forced);
  page.click("tab", "Lĩnh vực");
  EXPECT_EQ(countInBars(), developmental);
}

TEST_F(RoadmapView, CountsARoundAgainstTheCaps) {
  const std::string shown = page.value("column", scenario->rounds[0].name);
  const std::int32_t most = plan.rule_set->caps.value_or(Caps{}).moves_per_round.value_or(0);
  EXPECT_EQ(shown.find(ratio(state().moves, most) + " lượt"), 0U) << shown;
  EXPECT_EQ(shown.find("vượt giới hạn"), std::string::npos) << shown;
}

TEST_F(RoadmapView, ARoundOverItsCapSaysSo) {
  std::string text = sample(kSample);
  const std::string cap = "\"moves_per_round\": 200";
  const std::size_t at = text.find(cap);
  ASSERT_NE(at, std::string::npos);
  text.replace(at, cap.size(), "\"moves_per_round\": 3");
  ASSERT_TRUE(page.planner->openPlan(text).empty());
  page.settle();
  page.click("tab", "Lộ trình");
  const std::string shown = page.value("column", scenario->rounds[0].name);
  EXPECT_NE(shown.find("vượt giới hạn 3"), std::string::npos) << shown;
}

// --- checks on people ---

class PeopleView : public AnalysisViews {
 protected:
  void SetUp() override {
    AnalysisViews::SetUp();
    page.click("tab", "Nhân sự");
  }
};

TEST_F(PeopleView, ShowsSuccessionCoverage) {
  const Succession found = succession(plan, state().after, state().date);
  EXPECT_EQ(page.value("status", "quận, huyện đủ người kế cận"),
            ratio(found.districts_complete, static_cast<std::int64_t>(found.districts.size())));
  EXPECT_EQ(page.value("status", "đơn vị đủ người kế cận"),
            ratio(found.units_complete, found.units));
  EXPECT_EQ(page.value("status", "vị trí có người kế cận"),
            ratio(found.all.covered, found.all.posts));
  for (const TitleCoverage& title : found.titles) {
    EXPECT_EQ(page.value("coverage", plan.structure->title(title.title).name.vi),
              ratio(title.coverage.covered, title.coverage.posts));
  }
}

TEST_F(PeopleView, ListsPostsWithFewerThanTwoReadyAndLeadsToThem) {
  // Only one official is in a pool: nobody else is ready for anything.
  auto roster = std::make_shared<Roster>(*plan.roster);
  for (Cadre& cadre : roster->cadres) cadre.pool.clear();
  Cadre& only = roster->cadres[plan.post(PostId{0U}).incumbent.index()];
  only.pool = {plan.structure->posts[1].title};
  only.in_post_since = std::nullopt;
  plan.roster = roster;
  const Succession found = succession(plan, Seating(plan), plan.header->as_of);
  ASSERT_EQ(found.thin.size(), plan.structure->posts.size());
  ASSERT_TRUE(page.planner->openPlan(plan_io::savePlan(plan)).empty());
  page.settle();
  page.click("tab", "Nhân sự");
  const std::vector<kit::Widget> shown = page.all("thin");
  ASSERT_FALSE(shown.empty());
  EXPECT_EQ(shown[0].value, "chưa có ai");
  page.click("thin", shown[0].label);
  EXPECT_NE(page.find("post", plan.post(found.thin[0]).key), nullptr);
}

TEST_F(PeopleView, FlagsGradesWithTheirFigures) {
  page.click("tab", "Mức xếp loại");
  const std::vector<GradeFlag> found = gradeFlags(plan, state().after);
  ASSERT_FALSE(found.empty());
  const std::vector<kit::Widget> shown = page.all("grade");
  ASSERT_FALSE(shown.empty());
  EXPECT_NE(shown[0].label.find(unitName(found[0].unit)), std::string::npos);
  EXPECT_NE(shown[0].label.find(found[0].period), std::string::npos);
}

TEST_F(PeopleView, CountsDisciplineInAndOutOfForce) {
  page.click("tab", "Kỷ luật");
  const DisciplineRegister found = disciplineRegister(plan, state().date);
  EXPECT_EQ(page.value("discipline-count", "Khiển trách"),
            ratio(found.by_kind[0].in_force, found.by_kind[0].out_of_force));
  ASSERT_FALSE(found.entries.empty());
  const std::vector<kit::Widget> shown = page.all("discipline");
  ASSERT_FALSE(shown.empty());
  EXPECT_EQ(shown[0].label, plan.cadre(found.entries[0].cadre).name);
}

// --- comparison ---

class CompareView : public AnalysisViews {
 protected:
  void SetUp() override {
    AnalysisViews::SetUp();
    ASSERT_EQ(plan.scenarios->size(), 2U);
    page.click("tab", "So sánh");
  }

  [[nodiscard]] std::string first() const { return plan.scenarios->front()->name; }
};

TEST_F(CompareView, ShowsTheFigureOfEachScenarioAndItsDifference) {
  const Timeline base = simulate(plan, *plan.scenarios->front());
  const std::int32_t before = base.shortfall(0, QuotaId{0U});
  const std::int32_t after = timeline.shortfall(timeline.rounds.size() - 1, QuotaId{0U});
  EXPECT_EQ(page.value("figure", "Còn thiếu"), std::to_string(before) + " | " +
                                                   std::to_string(after) + " " +
                                                   text::formatSigned(after - before));
}

TEST_F(CompareView, ListsEveryMoveThatDiffers) {
  const Timeline base = simulate(plan, *plan.scenarios->front());
  const auto found = differences(*plan.scenarios->front(), base, *scenario, timeline);
  EXPECT_EQ(page.value("status", "So sánh"), std::to_string(found.size()));
  const std::vector<kit::Widget> shown = page.all("difference");
  ASSERT_FALSE(shown.empty());
  EXPECT_EQ(shown[0].label, plan.cadre(found[0].cadre).name);
  EXPECT_EQ(shown[0].value.find("chỉ có ở " + scenario->name), 0U) << shown[0].value;
}

TEST_F(CompareView, AMoveIsCopiedIntoTheOtherScenario) {
  const std::string before = page.planner->planJson();
  page.click("button", "Chép sang " + first());
  const Round& round = scenario->rounds[0];
  const Expected<Command> copy = copyMove(*plan.scenarios->front(), round, round.moves[0]);
  ASSERT_TRUE(copy.has_value());
  const Plan copied = applyCommand(plan, *copy).value();
  EXPECT_EQ(page.planner->planJson(), plan_io::savePlan(copied));
  // Half a swap: it cannot happen there alone, and the list says so.
  EXPECT_EQ(page.value("difference", plan.cadre(round.moves[0].cadre).name)
                .find("chỉ thực hiện được ở một phương án"),
            0U);
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.planner->planJson(), before);
}

TEST_F(CompareView, ARoundCopiedWholeLeavesNoDifference) {
  page.click("button", "Chép cả " + scenario->rounds[0].name + " sang " + first());
  EXPECT_EQ(page.value("status", "So sánh"), "0");
}

TEST_F(CompareView, BeginsWithTheBaselineAndTheScenarioWorkedOn) {
  page.click("button", "nhánh");
  page.click("tab", "So sánh");
  const std::vector<kit::Widget> chips = page.all("checkbox");
  ASSERT_EQ(chips.size(), 3U);
  EXPECT_EQ(chips[0].value, "checked");
  EXPECT_EQ(chips[1].value, "");
  EXPECT_EQ(chips[2].value, "checked");
}

TEST_F(CompareView, ScenariosAreSwitchedOnAndOff) {
  EXPECT_EQ(page.value("checkbox", first()), "checked");
  page.click("checkbox", first());
  EXPECT_EQ(page.value("checkbox", first()), "");
  EXPECT_EQ(page.find("status", "So sánh"), nullptr);
  EXPECT_NE(page.find("figure", "Còn thiếu"), nullptr);
  page.click("checkbox", first());
  // Switched on last, it is now the second.
  const std::string shown = page.value("figure", "Lượt điều chuyển");
  EXPECT_EQ(shown.find(std::to_string(timeline.rounds[1].moves) + " | 0"), 0U) << shown;
}

}  // namespace
}  // namespace cadre::test
