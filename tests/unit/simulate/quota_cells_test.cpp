// "Meaning" of the plan format: quota cells, and the published figures of the domain notes.
#include "simulate/quota_cells.h"

#include <gtest/gtest.h>

#include "simulate/simulate.h"
#include "simulate_case.h"

namespace cadre::test {
namespace {

// A district whose communes have a secretary and a chairman each. The first `secretaries` and the
// first `chairmen` are not local people, the others are.
struct District {
  PlanBuilder plan;
  UnitId unit = plan.district("020");
  UnitId elsewhere = plan.commune("99999", plan.district("099"));
  std::vector<UnitId> communes;
  std::vector<PostId> secretaries;
  std::vector<PostId> chairmen;

  District(std::size_t count, std::size_t non_local_secretaries, std::size_t non_local_chairmen) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::string key = std::to_string(i);
      communes.push_back(plan.commune(key, unit));
      secretaries.push_back(plan.post(communes[i], plan.secretary));
      chairmen.push_back(plan.post(communes[i], plan.chairman));
      const CadreId secretary = plan.cadre("s" + key, secretaries[i]);
      const CadreId chairman = plan.cadre("c" + key, chairmen[i]);
      plan[secretary].native_place = i < non_local_secretaries ? elsewhere : communes[i];
      plan[chairman].native_place = i < non_local_chairmen ? elsewhere : communes[i];
    }
  }

  [[nodiscard]] Cell cell(QuotaId quota = QuotaId{0U}) const {
    const Timeline timeline = simulateBaseline(plan.build());
    return *timeline.find(0, quota, unit);
  }
};

TEST(QuotaCells, ThanhTriInJuly2023) {
  District district(16, 12, 5);
  district.plan.quota(Counts::kNonLocal, "0.5");
  const Cell cell = district.cell();
  EXPECT_EQ(cell.posts, 32);
  EXPECT_EQ(cell.attained, 17);
  EXPECT_EQ(cell.needed, 16);
  EXPECT_EQ(cell.shortfall(), 0);
  EXPECT_EQ(cell.surplus(), 1);
  EXPECT_EQ(permille(cell.attained, cell.posts), 531);
}

TEST(QuotaCells, ThanhTrisChairmenAloneLackThree) {
  District district(16, 12, 5);
  district.plan.quota(Counts::kNonLocal, "0.5").titles = {district.plan.chairman};
  const Cell cell = district.cell();
  EXPECT_EQ(cell.posts, 16);
  EXPECT_EQ(cell.attained, 5);
  EXPECT_EQ(cell.shortfall(), 3);
}

TEST(QuotaCells, PhucThoNeedsExactlyTwentyOneOfFortyTwo) {
  District district(21, 6, 0);
  district.plan.quota(Counts::kNonLocal, "0.5");
  const Cell cell = district.cell();
  EXPECT_EQ(cell.posts, 42);
  EXPECT_EQ(cell.needed, 21);
  EXPECT_EQ(cell.attained, 6);
  EXPECT_EQ(cell.shortfall(), 15);
  EXPECT_EQ(permille(cell.attained, cell.posts), 143);
}

TEST(QuotaCells, AUnitsOwnTargetHoldsThereAlone) {
  District district(10, 11, 0);
  Quota& quota = district.plan.quota(Counts::kNonLocal, "0.5");
  quota.overrides = {{district.unit, share("0.55")}};
  EXPECT_EQ(district.cell().needed, 11);
  quota.overrides = {{district.elsewhere, share("0.55")}};
  EXPECT_EQ(district.cell().needed, 10);
}

TEST(QuotaCells, AnOddNumberOfPostsRoundsUp) {
  District district(21, 0, 0);
  district.plan.quota(Counts::kNonLocal, "0.5").titles = {district.plan.chairman};
  EXPECT_EQ(district.cell().needed, 11);
}

TEST(QuotaCells, AVacantSeatStaysInTheDenominatorAndIsNotAttained) {
  District district(16, 12, 5);
  district.plan.quota(Counts::kNonLocal, "0.5");
  district.plan[district.secretaries[0]].incumbent = {};
  district.plan[district.secretaries[1]].incumbent = {};
  const Cell cell = district.cell();
  EXPECT_EQ(cell.posts, 32);
  EXPECT_EQ(cell.needed, 16);
  EXPECT_EQ(cell.attained, 15);
  EXPECT_EQ(cell.vacant, 2);
  EXPECT_EQ(cell.shortfall(), 1);
}

TEST(QuotaCells, AnUnknownLocalityIsReportedAndNotAttained) {
  District district(16, 12, 5);
  district.plan.quota(Counts::kNonLocal, "0.5");
  for (const std::size_t i : {0U, 15U}) {
    const CadreId secretary = district.plan[district.secretaries[i]].incumbent;
    district.plan[secretary].native_place = {};
  }
  const Cell cell = district.cell();
  EXPECT_EQ(cell.attained, 16);
  EXPECT_EQ(cell.unknown, 2);
  EXPECT_EQ(cell.vacant, 0);
}

TEST(QuotaCells, TheDefinitionOfLocalRedrawsThem) {
  District district(16, 12, 5);
  district.plan.quota(Counts::kNonLocal, "0.5");
  const CadreId secretary = district.plan[district.secretaries[0]].incumbent;
  district.plan[secretary].native_place = district.communes[15];
  EXPECT_EQ(district.cell().attained, 17);
  district.plan.quota_set.locality.level = LocalityLevel::kDistrict;
  EXPECT_EQ(district.cell().attained, 16);
}

TEST(QuotaCells, TitlesThatTheQuotaDoesNotNameAreLeftOut) {
  District district(2, 2, 2);
  district.plan.quota(Counts::kNonLocal, "0.5");
  district.plan.post(district.communes[0], district.plan.deputy);
  EXPECT_EQ(district.cell().posts, 4);
}

TEST(QuotaCells, PostsOfTheUnitItselfAreIn) {
  District district(2, 2, 2);
  district.plan.quota(Counts::kNonLocal, "0.5");
  district.plan.post(district.unit, district.plan.secretary);
  EXPECT_EQ(district.cell().posts, 5);
  EXPECT_EQ(district.cell().vacant, 1);
}

TEST(QuotaCells, AnOfficialWithTwoPostsCountsInBoth) {
  District district(2, 0, 0);
  district.plan.quota(Counts::kNonLocal, "0.5");
  const CadreId secretary = district.plan[district.secretaries[0]].incumbent;
  district.plan[secretary].native_place = district.elsewhere;
  district.plan[district.chairmen[0]].incumbent = secretary;
  EXPECT_EQ(district.cell().attained, 2);
}

TEST(QuotaCells, AUnitWithoutPostsNeedsNothing) {
  District district(2, 2, 2);
  const UnitId empty = district.plan.district("055");
  district.plan.quota(Counts::kNonLocal, "0.5");
  const Timeline timeline = simulateBaseline(district.plan.build());
  const Cell* cell = timeline.find(0, QuotaId{0U}, empty);
  ASSERT_NE(cell, nullptr);
  EXPECT_EQ(*cell, (Cell{.quota = QuotaId{0U}, .unit = empty}));
  EXPECT_EQ(cell->shortfall(), 0);
  EXPECT_EQ(cell->surplus(), 0);
}

TEST(QuotaCells, TheGroupLevelMayBeTheCity) {
  District district(16, 12, 5);
  const PostId other = district.plan.post(district.elsewhere, district.plan.chairman);
  const CadreId chairman = district.plan.cadre("o", other);
  district.plan[chairman].native_place = district.communes[0];
  district.plan.quota(Counts::kNonLocal, "0.5").group_level = kLevelCity;
  const Timeline timeline = simulateBaseline(district.plan.build());
  ASSERT_EQ(timeline.rounds[0].cells.size(), 1U);
  const Cell& cell = timeline.rounds[0].cells[0];
  EXPECT_EQ(cell.unit, district.plan.city);
  EXPECT_EQ(cell.posts, 33);
  EXPECT_EQ(cell.attained, 18);
  EXPECT_EQ(cell.needed, 17);
}

TEST(QuotaCells, TheGroupLevelMayBeTheCommune) {
  District district(16, 12, 5);
  district.plan.quota(Counts::kNonLocal, "0.5").group_level = kLevelCommune;
  const Timeline timeline = simulateBaseline(district.plan.build());
  EXPECT_EQ(timeline.rounds[0].cells.size(), 17U);
  EXPECT_EQ(timeline.find(0, QuotaId{0U}, district.communes[0])->attained, 2);
  EXPECT_EQ(timeline.find(0, QuotaId{0U}, district.communes[15])->shortfall(), 1);
}

TEST(QuotaCells, ALevelThatNoUnitHasGivesNoCells) {
  District district(2, 2, 2);
  district.plan.quota(Counts::kNonLocal, "0.5").group_level = "cluster";
  EXPECT_TRUE(simulateBaseline(district.plan.build()).rounds[0].cells.empty());
}

TEST(QuotaCells, ComeByQuotaAndThenByUnit) {
  District district(2, 2, 2);
  district.plan.quota(Counts::kNonLocal, "0.5");
  district.plan.quota(Counts::kFemale, "0.3").group_level = kLevelCity;
  const Timeline timeline = simulateBaseline(district.plan.build());
  const std::vector<Cell>& cells = timeline.rounds[0].cells;
  ASSERT_EQ(cells.size(), 3U);
  EXPECT_EQ(cells[0].unit, district.unit);
  EXPECT_EQ(cells[2].quota, QuotaId{1U});
  EXPECT_EQ(cells[2].unit, district.plan.city);
}

TEST(QuotaCells, WomenAreCountedByGender) {
  District district(2, 0, 0);
  district.plan.quota(Counts::kFemale, "0.5");
  const auto gender = [&](PostId post, Gender value) {
    district.plan[district.plan[post].incumbent].gender = value;
  };
  gender(district.secretaries[0], Gender::kFemale);
  gender(district.secretaries[1], Gender::kMale);
  const Cell cell = district.cell();
  EXPECT_EQ(cell.attained, 1);
  EXPECT_EQ(cell.unknown, 2);
  EXPECT_EQ(cell.needed, 2);
}

TEST(QuotaCells, TheYoungAreThoseUnderTheAgeOnTheDay) {
  District district(2, 0, 0);
  district.plan.quota(Counts::kUnderAge, "0.5").age = 40;
  const auto born = [&](PostId post, std::string_view date) {
    district.plan[district.plan[post].incumbent].birth = day(date);
  };
  born(district.secretaries[0], "1983-07-27");  // forty on the roster's date
  born(district.secretaries[1], "1983-07-28");  // forty the day after
  born(district.chairmen[0], "1983-10-02");     // forty after the round
  const Timeline timeline = simulate(district.plan.build(), scenario({round("2023-10-01", {})}));
  const Cell& baseline = *timeline.find(0, QuotaId{0U}, district.unit);
  EXPECT_EQ(baseline.attained, 2);
  EXPECT_EQ(baseline.unknown, 1);
  EXPECT_EQ(timeline.find(1, QuotaId{0U}, district.unit)->attained, 1);
}

TEST(QuotaCells, FollowTheMovesOfARound) {
  District district(16, 12, 5);
  district.plan.quota(Counts::kNonLocal, "0.5").titles = {district.plan.chairman};
  // Two local chairmen exchange communes: both are non-local at their destinations.
  const PostId first = district.chairmen[14];
  const PostId second = district.chairmen[15];
  const CadreId a = district.plan[first].incumbent;
  const CadreId b = district.plan[second].incumbent;
  const Plan plan = district.plan.build();
  const Timeline timeline =
      simulate(plan, scenario({round("2023-10-01", {move(a, second), move(b, first)})}));
  EXPECT_EQ(timeline.find(0, QuotaId{0U}, district.unit)->attained, 5);
  EXPECT_EQ(timeline.find(1, QuotaId{0U}, district.unit)->attained, 7);
  EXPECT_EQ(timeline.shortfall(0, QuotaId{0U}), 3);
  EXPECT_EQ(timeline.shortfall(1, QuotaId{0U}), 1);
}

TEST(QuotaCells, ARetirementOpensAVacancyInTheCount) {
  District district(16, 12, 5);
  district.plan.quota(Counts::kNonLocal, "0.5");
  const CadreId secretary = district.plan[district.secretaries[0]].incumbent;
  district.plan[secretary].service_ends = day("2023-10-01");
  const Timeline timeline = simulate(district.plan.build(), scenario({round("2023-10-01", {})}));
  EXPECT_EQ(timeline.find(0, QuotaId{0U}, district.unit)->attained, 17);
  EXPECT_EQ(timeline.find(1, QuotaId{0U}, district.unit)->attained, 16);
  EXPECT_EQ(timeline.find(1, QuotaId{0U}, district.unit)->vacant, 1);
}

TEST(QuotaCells, ATargetOfZeroOrOneIsExact) {
  District district(3, 1, 1);
  Quota& quota = district.plan.quota(Counts::kNonLocal, "0");
  EXPECT_EQ(district.cell().needed, 0);
  EXPECT_EQ(district.cell().surplus(), 2);
  quota.target = share("1");
  EXPECT_EQ(district.cell().needed, 6);
  EXPECT_EQ(district.cell().shortfall(), 4);
}

}  // namespace
}  // namespace cadre::test
