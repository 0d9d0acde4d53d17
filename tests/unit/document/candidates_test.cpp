#include "document/candidates.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "simulate/simulate.h"
#include "support/plan_builder.h"

namespace cadre {
namespace {

using test::day;
using test::PlanBuilder;

// District "001" is one short of its quota and has a vacant post. Anna is local there; guest comes
// from elsewhere; young is from elsewhere, too, but took the present post a month ago.
class Candidates : public ::testing::Test {
 protected:
  Candidates() {
    north = plan.district("001");
    south = plan.district("002");
    const UnitId a = plan.commune("a", north);
    const UnitId b = plan.commune("b", south);
    occupied = plan.post(a, plan.secretary);
    vacant = plan.post(a, plan.chairman);
    far = plan.post(b, plan.secretary);
    locked = plan.post(b, plan.chairman);
    anna = plan.cadre("anna", occupied);
    young = plan.cadre("young", far);
    guest = plan.cadre("guest");
    retired = plan.cadre("retired");
    plan[locked].locked = true;
    for (const CadreId cadre : {anna, young, guest, retired}) plan[cadre].native_place = b;
    plan[anna].native_place = a;
    plan[young].in_post_since = day("2023-09-01");
    plan[retired].service_ends = day("2023-08-01");
    plan.quota(Counts::kNonLocal, "0.5");
    plan.rule("months_in_post", Severity::kHard, 36);
    Scenario scenario = test::scenario({test::round("2023-10-01", {})});
    scenario.key = "s";
    plan.scenario(scenario);
    built = plan.build();
    timeline = simulate(built, *built.scenarios->front());
  }

  [[nodiscard]] Stage stage() const { return {built, *built.scenarios->front(), timeline, 1}; }
  [[nodiscard]] static const Candidate& find(const CandidateSearch& search, CadreId cadre,
                                             PostId to) {
    return *std::find_if(
        search.ranked().begin(), search.ranked().end(),
        [&](const Candidate& candidate) { return candidate.cadre == cadre && candidate.to == to; });
  }

  PlanBuilder plan;
  UnitId north, south;
  PostId occupied, vacant, far, locked;
  CadreId anna, young, guest, retired;
  Plan built = emptyPlan();
  Timeline timeline;
};

TEST_F(Candidates, WhoHelpsTheQuotaComesFirst) {
  const Stage at = stage();
  CandidateSearch search(at, vacant, Onto::kChain);
  EXPECT_TRUE(search.step(1000));
  ASSERT_EQ(search.ranked().size(), 4U);
  EXPECT_EQ(search.ranked()[0].cadre, guest);
  EXPECT_EQ(search.ranked()[0].shortfall, -1);
  EXPECT_EQ(search.ranked()[0].effect.vacancies, -1);
  EXPECT_EQ(search.ranked()[1].cadre, anna);
  EXPECT_EQ(search.ranked()[1].shortfall, 0);
}

TEST_F(Candidates, ThoseRuledOutComeLastWithTheirReasons) {
  const Stage at = stage();
  CandidateSearch search(at, vacant, Onto::kChain);
  search.step(1000);
  const Candidate& by_rule = find(search, young, vacant);
  const Candidate& gone = find(search, retired, vacant);
  EXPECT_TRUE(by_rule.isRuledOut());
  EXPECT_EQ(by_rule.effect.findings.front().rule, "months_in_post");
  EXPECT_TRUE(gone.isRuledOut());
  EXPECT_EQ(gone.effect.findings.front().rule, "gone");
  EXPECT_TRUE(search.ranked()[2].isRuledOut());
  EXPECT_TRUE(search.ranked()[3].isRuledOut());
}

TEST_F(Candidates, OfAnOfficialAreAllPostsButTheirOwn) {
  const Stage at = stage();
  CandidateSearch search(at, anna, Onto::kSwap);
  search.step(1000);
  EXPECT_EQ(search.ranked().size(), 3U);
  EXPECT_TRUE(find(search, anna, locked).isRuledOut());
  EXPECT_EQ(find(search, anna, locked).effect.findings.front().rule, "locked");
  EXPECT_FALSE(find(search, anna, vacant).isRuledOut());
}

TEST_F(Candidates, AreTriedInSteps) {
  const Stage at = stage();
  CandidateSearch search(at, vacant, Onto::kChain);
  EXPECT_FALSE(search.step(3));
  EXPECT_EQ(search.ranked().size(), 3U);
  EXPECT_DOUBLE_EQ(search.progress(), 0.75);
  EXPECT_TRUE(search.step(1));
  EXPECT_TRUE(search.done());
  CandidateSearch at_once(at, vacant, Onto::kChain);
  at_once.step(100);
  for (std::size_t i = 0; i < search.ranked().size(); ++i) {
    EXPECT_EQ(search.ranked()[i].cadre, at_once.ranked()[i].cadre);
  }
}

TEST_F(Candidates, AWaivedFindingDoesNotRuleOut) {
  Move planned = test::move(young, vacant);
  planned.waivers = {{"months_in_post", "Thiếu người", nullptr}};
  AddMoves add{{"s", "2023-10-01"}, {planned}, {}};
  const Plan waived = applyCommand(built, add).value();
  const Timeline now = simulate(waived, *waived.scenarios->front());
  const Stage at{waived, *waived.scenarios->front(), now, 1};
  const Effect effect = RoundTrial(at).effectOf(Round{at.scenario.rounds[0]});
  EXPECT_TRUE(effect.findings.empty());
}

TEST_F(Candidates, WithoutARoundAreTriedInTheOneToCome) {
  Scenario none;
  none.key = "none";
  const Plan without = applyCommand(built, AddScenario{none, 1}).value();
  const Scenario& scenario = *(*without.scenarios)[1];
  const Timeline baseline = simulate(without, scenario);
  const Stage at{without, scenario, baseline, 0};
  CandidateSearch search(at, vacant, Onto::kChain);
  search.step(1000);
  const Expected<Command> command = moveOnto(at, guest, vacant, Onto::kChain);
  ASSERT_TRUE(command.has_value());
  const Expected<Effect> fresh = effectOf(at, *command);
  ASSERT_TRUE(fresh.has_value());
  EXPECT_EQ(find(search, guest, vacant).effect.cells.size(), fresh->cells.size());
  EXPECT_EQ(find(search, guest, vacant).shortfall, -1);
}

TEST_F(Candidates, WhoIsForcedOutInTheRoundIsNone) {
  Scenario scenario = *built.scenarios->front();
  scenario.rounds[0].moves = {test::move(young, {}, MoveType::kDismissal)};
  const Timeline played = simulate(built, scenario);
  const Stage with_fact{built, scenario, played, 1};
  CandidateSearch for_post(with_fact, vacant, Onto::kChain);
  for_post.step(SIZE_MAX / 2);
  EXPECT_TRUE(std::none_of(for_post.ranked().begin(), for_post.ranked().end(),
                           [&](const Candidate& c) { return c.cadre == young; }));
  CandidateSearch for_official(with_fact, young, Onto::kChain);
  for_official.step(SIZE_MAX / 2);
  EXPECT_TRUE(for_official.ranked().empty());
}

}  // namespace
}  // namespace cadre
