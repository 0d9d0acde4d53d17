#include "document/what_if.h"

#include <utility>
#include <variant>

#include <gtest/gtest.h>

#include "simulate/simulate.h"
#include "support/plan_builder.h"

namespace cadre {
namespace {

using test::day;
using test::PlanBuilder;

// Two districts with two communes each; everyone except `guest` is local where they serve.
class WhatIf : public ::testing::Test {
 protected:
  WhatIf() {
    const UnitId north = plan.district("001");
    const UnitId south = plan.district("002");
    const UnitId a = plan.commune("a", north);
    const UnitId b = plan.commune("b", south);
    const UnitId c = plan.commune("c", south);
    post_a = plan.post(a, plan.secretary);
    post_b = plan.post(b, plan.secretary);
    post_c = plan.post(c, plan.secretary);
    anna = plan.cadre("anna", post_a);
    bert = plan.cadre("bert", post_b);
    guest = plan.cadre("guest");
    plan[anna].native_place = a;
    plan[bert].native_place = b;
    plan[guest].native_place = a;
    plan.quota(Counts::kNonLocal, "0.5");
    test::PlanBuilder& builder = plan;
    Scenario scenario = test::scenario({test::round("2023-10-01", {})});
    scenario.key = "s";
    builder.scenario(scenario);
    built = plan.build();
  }

  [[nodiscard]] Stage stage(std::size_t entry = 1) {
    timeline = simulate(built, scenario());
    return {built, scenario(), timeline, entry};
  }
  [[nodiscard]] const Scenario& scenario() const { return *built.scenarios->front(); }

  void apply(const Expected<Command>& command) {
    ASSERT_TRUE(command.has_value());
    Expected<Plan> next = applyCommand(built, *command);
    ASSERT_TRUE(next.has_value());
    built = *next;
  }

  PlanBuilder plan;
  PostId post_a, post_b, post_c;
  CadreId anna, bert, guest;
  Plan built = emptyPlan();
  Timeline timeline;
};

TEST_F(WhatIf, OntoAnOccupiedPostTheTwoSwap) {
  apply(moveOnto(stage(), anna, post_b, Onto::kSwap));
  const Seating& after = stage().timeline.rounds[1].after;
  EXPECT_EQ(after.holder(post_b), anna);
  EXPECT_EQ(after.holder(post_a), bert);
}

TEST_F(WhatIf, AChainLeavesTheOtherInPlaceUntilTheyMoveOn) {
  apply(moveOnto(stage(), anna, post_b, Onto::kChain));
  EXPECT_EQ(stage().timeline.rounds[1].findings.front().rule, "post_taken");
  apply(moveOnto(stage(), bert, post_c, Onto::kChain));
  const Seating& after = stage().timeline.rounds[1].after;
  EXPECT_EQ(after.holder(post_b), anna);
  EXPECT_EQ(after.holder(post_c), bert);
  EXPECT_FALSE(after.holder(post_a));
}

TEST_F(WhatIf, SwappingBackTakesTheMovesOut) {
  apply(moveOnto(stage(), anna, post_b, Onto::kSwap));
  apply(moveOnto(stage(), anna, post_a, Onto::kSwap));
  EXPECT_TRUE(scenario().rounds.front().moves.empty());
}

TEST_F(WhatIf, MovingOnReplacesTheEarlierMove) {
  apply(moveOnto(stage(), anna, post_c, Onto::kSwap));
  apply(moveOnto(stage(), anna, post_b, Onto::kSwap));
  EXPECT_EQ(stage().timeline.rounds[1].after.holder(post_b), anna);
  EXPECT_EQ(stage().timeline.rounds[1].after.holder(post_c), bert);
}

TEST_F(WhatIf, SomeoneWithoutAPostIsAppointed) {
  apply(moveOnto(stage(), guest, post_c, Onto::kSwap));
  EXPECT_EQ(scenario().rounds.front().moves.front().type, MoveType::kAppointment);
}

TEST_F(WhatIf, NothingHappensOntoTheOwnPost) {
  EXPECT_FALSE(moveOnto(stage(), anna, post_a, Onto::kSwap).has_value());
}

TEST_F(WhatIf, InTheBaselineTheMoveGoesIntoTheFirstRound) {
  const Stage baseline = stage(0);
  EXPECT_EQ(entryOf(baseline), 1U);
  apply(moveOnto(baseline, anna, post_c, Onto::kSwap));
  EXPECT_EQ(scenario().rounds.size(), 1U);
  EXPECT_EQ(scenario().rounds.front().moves.size(), 1U);
}

TEST_F(WhatIf, WithoutARoundOneIsMadeForTheNextQuarter) {
  apply(Command{DeleteRound{{"s", scenario().rounds.front().key}}});
  apply(moveOnto(stage(0), anna, post_c, Onto::kSwap));
  ASSERT_EQ(scenario().rounds.size(), 1U);
  EXPECT_EQ(scenario().rounds.front().date, day("2023-10-01"));
  EXPECT_EQ(scenario().rounds.front().name, "Đợt 1/2023");
}

TEST_F(WhatIf, LeavingOfficeVacatesThePost) {
  apply(moveOut(stage(), anna, MoveType::kResignation));
  EXPECT_FALSE(stage().timeline.rounds[1].after.holder(post_a));
  EXPECT_FALSE(moveOut(stage(), guest, MoveType::kRelief).has_value());
}

TEST_F(WhatIf, TheEffectIsWhatTheSimulationShowsAfterwards) {
  const Stage before = stage();
  const Expected<Command> command = moveOnto(before, anna, post_b, Onto::kSwap);
  const Expected<Effect> effect = effectOf(before, *command);
  ASSERT_TRUE(effect.has_value());
  ASSERT_EQ(effect->cells.size(), 2U);
  const Timeline then = timeline;
  apply(command);
  const Timeline now = simulate(built, scenario());
  for (const CellChange& change : effect->cells) {
    EXPECT_EQ(change.before, *then.find(1, change.before.quota, change.before.unit));
    EXPECT_EQ(change.after, *now.find(1, change.after.quota, change.after.unit));
  }
}

TEST_F(WhatIf, TheEffectCountsVacanciesAndNewFindings) {
  const Stage before = stage();
  const Expected<Effect> gone = effectOf(before, *moveOut(before, anna, MoveType::kResignation));
  EXPECT_EQ(gone->vacancies, 1);
  const Expected<Effect> chain = effectOf(before, *moveOnto(before, anna, post_b, Onto::kChain));
  ASSERT_EQ(chain->findings.size(), 1U);
  EXPECT_EQ(chain->findings.front().rule, "post_taken");
}

// Another scenario of the plan, as a target for copying.
Scenario otherScenario(std::vector<Round> rounds) {
  Scenario out = test::scenario(std::move(rounds));
  out.key = "other";
  out.name = "Khác";
  return out;
}

TEST_F(WhatIf, AMoveIsCopiedIntoTheRoundOfTheSameKey) {
  Round from = scenario().rounds[0];
  from.moves = {test::move(anna, post_c)};
  Round same = from;
  same.date = day("2024-01-01");
  same.moves = {test::move(guest, post_a)};
  const Scenario into = otherScenario({test::round("2023-10-01", {}), same});
  const Expected<Command> command = copyMove(into, from, from.moves[0]);
  ASSERT_TRUE(command.has_value());
  const auto& added = std::get<AddMoves>(*command);
  EXPECT_EQ(added.round, (RoundRef{"other", from.key}));
  ASSERT_EQ(added.moves.size(), 1U);
  EXPECT_EQ(added.moves[0].to, post_c);
}

TEST_F(WhatIf, WithoutThatKeyTheRoundOfTheSameDateTakesIt) {
  Round from = scenario().rounds[0];
  from.key = "r9";
  from.moves = {test::move(anna, post_c)};
  Round dated = test::round("2023-10-01", {});
  dated.key = "theirs";
  const Expected<Command> command = copyRound(otherScenario({dated}), from);
  ASSERT_TRUE(command.has_value());
  EXPECT_EQ(std::get<AddMoves>(*command).round.round, "theirs");
}

TEST_F(WhatIf, WithoutEitherTheRoundIsMade) {
  Round from = scenario().rounds[0];
  from.moves = {test::move(anna, post_c), test::move(guest, post_a)};
  const Expected<Command> command = copyMove(otherScenario({}), from, from.moves[1]);
  ASSERT_TRUE(command.has_value());
  const auto& added = std::get<AddRound>(*command);
  EXPECT_EQ(added.round.date, from.date);
  ASSERT_EQ(added.round.moves.size(), 1U);
  EXPECT_EQ(added.round.moves[0].cadre, guest);
}

TEST(FreeScenarioKey, IsOneThatNoScenarioHas) {
  test::PlanBuilder plan;
  const auto add = [&](const char* key) {
    Scenario scenario = test::scenario({});
    scenario.key = key;
    plan.scenario(std::move(scenario));
  };
  EXPECT_EQ(freeScenarioKey(plan.build()).key, "s1");
  add("s2");
  add("s3");
  EXPECT_EQ(freeScenarioKey(plan.build()).key, "s4") << "goes on from how many there are";
  EXPECT_EQ(freeScenarioKey(plan.build()).number, 4);
}

}  // namespace
}  // namespace cadre
