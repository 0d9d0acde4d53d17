// The sample plans: the files match the program's output, and agree with the published figures.
#include <algorithm>
#include <unordered_set>

#include <gtest/gtest.h>

#include "plan_io/plan_io.h"
#include "platform/file_io.h"
#include "samples/plan_draft.h"
#include "samples/samples.h"
#include "simulate/simulate.h"

namespace cadre::samples {
namespace {

constexpr std::size_t kMostBytes = 1'000'000;

const std::vector<DistrictFacts>& hanoi() {
  static const std::vector<DistrictFacts> districts = readHanoi(CADRE_ASSETS_DIR).value();
  return districts;
}

std::string sampleText(std::string_view name) {
  return platform::readFile(std::string(CADRE_ASSETS_DIR) + "/samples/" + std::string(name))
      .value_or("");
}

// As when a user opens it: from the file.
Plan sample(std::string_view name) { return plan_io::loadPlan(sampleText(name)).value(); }

Timeline played(const Plan& plan, std::string_view scenario) {
  return simulate(plan, *(*plan.scenarios)[plan.findScenario(scenario).value()]);
}

UnitId unitOf(const Plan& plan, std::string_view key) {
  const auto& units = plan.structure->units;
  const auto found =
      std::find_if(units.begin(), units.end(), [&](const Unit& unit) { return unit.key == key; });
  return UnitId{static_cast<std::size_t>(found - units.begin())};
}

const Cell& cellOf(const Plan& plan, const Timeline& timeline, std::size_t entry,
                   std::string_view quota, std::string_view unit) {
  const auto& quotas = plan.quota_set->quotas;
  const auto found =
      std::find_if(quotas.begin(), quotas.end(), [&](const Quota& q) { return q.key == quota; });
  const QuotaId id{static_cast<std::size_t>(found - quotas.begin())};
  return *timeline.find(entry, id, unitOf(plan, unit));
}

void expectCell(const Cell& cell, int attained, int posts, int needed, int shortfall, int surplus) {
  EXPECT_EQ(cell.attained, attained);
  EXPECT_EQ(cell.posts, posts);
  EXPECT_EQ(cell.needed, needed);
  EXPECT_EQ(cell.shortfall(), shortfall);
  EXPECT_EQ(cell.surplus(), surplus);
  EXPECT_EQ(cell.unknown, 0);
}

TEST(SampleFiles, AreWhatTheProgramMakes) {
  for (const SampleFile& file : sampleFiles()) {
    EXPECT_TRUE(sampleText(file.name) == plan_io::savePlan(file.make(hanoi())))
        << file.name << " is not up to date: run make-samples assets/samples";
  }
}

TEST(SampleFiles, AreSmall) {
  for (const SampleFile& file : sampleFiles()) {
    EXPECT_LT(sampleText(file.name).size(), kMostBytes) << file.name;
  }
}

TEST(SampleFiles, NobodyHasTheNameOfSomebodyElse) {
  for (const SampleFile& file : sampleFiles()) {
    const Plan plan = sample(file.name);
    std::unordered_set<std::string> names;
    for (const Cadre& cadre : plan.roster->cadres) {
      EXPECT_TRUE(names.insert(cadre.name).second) << cadre.name;
    }
  }
}

TEST(HaNoi, HasTheUnitsOf2023) {
  const Plan plan = sample("ha-noi-2023.json");
  const Structure& structure = *plan.structure;
  EXPECT_EQ(structure.unitsOfLevel(structure.findLevel(kLevelDistrict)).size(), 30U);
  EXPECT_EQ(structure.unitsOfLevel(structure.findLevel(kLevelCommune)).size(), 579U);
  EXPECT_EQ(structure.posts.size(), 1158U);
  for (const UnitId district : structure.unitsOfLevel(structure.findLevel(kLevelDistrict))) {
    EXPECT_TRUE(structure.unit(district).tile.has_value());
  }
}

// Half of 2 × units is the number of units; by title, odd numbers round up.
TEST(HaNoi, NeedsThePublishedCounts) {
  const Plan plan = sample("ha-noi-2023.json");
  const Timeline timeline = played(plan, "baseline");
  int heads = 0;
  int chairmen = 0;
  int at_target = 0;
  for (const Cell& cell : timeline.rounds[0].cells) {
    (cell.quota == QuotaId{0} ? heads : chairmen) += cell.needed;
    if (cell.quota == QuotaId{0} && cell.shortfall() == 0) ++at_target;
  }
  EXPECT_EQ(heads, 579);
  EXPECT_EQ(chairmen, 296);
  EXPECT_GE(at_target, 8);
  EXPECT_LE(at_target, 15);
}

TEST(HaNoi, AgreesWithTheDistrictsThatWerePublished) {
  const Plan plan = sample("ha-noi-2023.json");
  const Timeline timeline = played(plan, "baseline");
  expectCell(cellOf(plan, timeline, 0, "nq04", "020"), 17, 32, 16, 0, 1);
  expectCell(cellOf(plan, timeline, 0, "nq04-chairman", "020"), 5, 16, 8, 3, 0);
  expectCell(cellOf(plan, timeline, 0, "nq04", "272"), 21, 42, 21, 0, 0);
}

// A unit that has not completed its work, all of whose officials are graded good.
TEST(HaNoi, ShowsTheInconsistencyOfTayHo) {
  const Plan plan = sample("ha-noi-2023.json");
  const UnitId tay_ho = unitOf(plan, "003");
  EXPECT_EQ(plan.unit(tay_ho).grades.back().period, "2023-06");
  EXPECT_EQ(plan.unit(tay_ho).grades.back().grade, EvaluationGrade::kNotCompleted);
  int officials = 0;
  for (const PostId post : plan.structure->postsUnder(tay_ho)) {
    if (!plan.post(post).incumbent) continue;
    const Evaluation& last = plan.cadre(plan.post(post).incumbent).grades.back();
    EXPECT_EQ(last.period, "2023-06");
    EXPECT_EQ(last.grade, EvaluationGrade::kGood);
    ++officials;
  }
  EXPECT_GE(officials, 14);
}

TEST(HaNoi, LooksAlive) {
  const Plan plan = sample("ha-noi-2023.json");
  const Timeline timeline = played(plan, "a");
  ASSERT_EQ(timeline.rounds.size(), 3U);
  EXPECT_GE(timeline.rounds[1].moves, 15);
  EXPECT_EQ(timeline.rounds[1].moves,
            static_cast<int>((*plan.scenarios)[1]->rounds[0].moves.size()));
  EXPECT_LT(timeline.shortfall(1, QuotaId{0}), timeline.shortfall(0, QuotaId{0}));
  EXPECT_FALSE(timeline.rounds[2].departures.empty());
  EXPECT_EQ(timeline.hardFindings(), 2U);
  const auto waived = [](const Finding& finding) { return finding.waived; };
  EXPECT_EQ(
      std::count_if(timeline.rounds[1].findings.begin(), timeline.rounds[1].findings.end(), waived),
      2);
}

TEST(ThanhTri, HasThePublishedFigures) {
  const Plan plan = sample("thanh-tri-2023-07.json");
  EXPECT_EQ(plan.header->as_of, date(2023, 7, 27));
  const Timeline timeline = played(plan, "a");
  ASSERT_EQ(timeline.rounds.size(), 2U);
  for (std::size_t entry = 0; entry < 2; ++entry) {
    expectCell(cellOf(plan, timeline, entry, "nq04", "020"), 17, 32, 16, 0, 1);
    expectCell(cellOf(plan, timeline, entry, "nq04-chairman", "020"), 5, 16, 8, 3, 0);
    EXPECT_TRUE(timeline.rounds[entry].findings.empty());
  }
}

TEST(PhucTho, HasThePublishedFigures) {
  const Plan plan = sample("phuc-tho-2021-2023.json");
  EXPECT_EQ(plan.header->as_of, date(2021, 11, 30));
  const Timeline timeline = played(plan, "lo-trinh");
  ASSERT_EQ(timeline.rounds.size(), 5U);
  expectCell(cellOf(plan, timeline, 0, "nq04", "272"), 6, 42, 21, 15, 0);
  expectCell(cellOf(plan, timeline, 4, "nq04", "272"), 21, 42, 21, 0, 0);
  EXPECT_EQ(timeline.rounds[4].date, date(2023, 3, 1));
  EXPECT_EQ(timeline.hardFindings(), 0U);
  for (const RoundState& round : timeline.rounds) EXPECT_TRUE(round.findings.empty());
}

TEST(Country, IsAsLargeAsItSays) {
  const Plan plan = country();
  const Structure& structure = *plan.structure;
  EXPECT_EQ(structure.unitsOfLevel(structure.findLevel(kLevelDistrict)).size(), 700U);
  EXPECT_EQ(structure.unitsOfLevel(structure.findLevel(kLevelCommune)).size(), 10'600U);
  EXPECT_EQ(structure.posts.size(), 21'200U);
  const std::string text = plan_io::savePlan(plan);
  const auto again = plan_io::loadPlan(text);
  ASSERT_TRUE(again.has_value());
  EXPECT_TRUE(plan_io::savePlan(*again) == text);
  const Plan rounds = withRounds(plan, 4, 40);
  const Timeline timeline = simulate(rounds, *(*rounds.scenarios)[0]);
  ASSERT_EQ(timeline.rounds.size(), 5U);
  EXPECT_GT(timeline.rounds[1].moves, 30);
}

}  // namespace
}  // namespace cadre::samples
