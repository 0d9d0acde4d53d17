// The discipline register, the list for the consultation meeting, the load of rounds, and the
// purpose of moves.
#include <gtest/gtest.h>

#include "analysis/consultation_summary.h"
#include "analysis/discipline_register.h"
#include "analysis/move_purpose.h"
#include "analysis/round_load.h"
#include "simulate/simulate.h"
#include "support/plan_builder.h"

namespace cadre::test {
namespace {

struct Registers : ::testing::Test {
  PlanBuilder plan;
  UnitId unit = plan.commune("u1", plan.district("d1"));
  PostId post = plan.post(unit, plan.secretary);
  PostId vacant = plan.post(unit, plan.chairman);
  CadreId cadre = plan.cadre("c1", post);

  [[nodiscard]] DisciplineRegister on(std::string_view date) const {
    return disciplineRegister(plan.build(), day(date));
  }
  [[nodiscard]] std::vector<RoundConsultation> asked(const Move& one, Views views = {}) const {
    const Plan built = plan.build();
    Round only = round("2023-10-01", {one});
    if (views != Views{}) say(only, one.cadre, one.to, views);
    const Scenario played = scenario({only});
    return consultationOf(played, simulate(built, played));
  }
};

using DisciplineRegisterTest = Registers;

TEST_F(DisciplineRegisterTest, IsInForceUntilTheMonthsAreCompleted) {
  plan.rule("discipline", Severity::kHard, 12);
  plan[cadre].discipline = {{DisciplineKind::kReprimand, day("2022-08-15"), {}}};
  const DisciplineRegister before = on("2023-08-14");
  ASSERT_EQ(before.entries.size(), 1U);
  EXPECT_EQ(before.entries[0].state, DisciplineState::kInForce);
  EXPECT_EQ(before.entries[0].until, day("2023-08-15"));
  EXPECT_EQ(before.by_kind[0], (DisciplineCount{1, 0, 0}));
  EXPECT_EQ(on("2023-08-15").entries[0].state, DisciplineState::kOutOfForce);
  EXPECT_EQ(on("2023-08-15").by_kind[0], (DisciplineCount{0, 1, 0}));
}

TEST_F(DisciplineRegisterTest, AMonthsLastDayCompletesIt) {
  plan.rule("discipline", Severity::kHard, 6);
  plan[cadre].discipline = {{DisciplineKind::kWarning, day("2022-08-31"), {}}};
  EXPECT_EQ(on("2023-02-27").entries[0].state, DisciplineState::kInForce);
  EXPECT_EQ(on("2023-02-28").entries[0].state, DisciplineState::kOutOfForce);
  EXPECT_EQ(on("2023-02-28").entries[0].until, day("2023-02-28"));
}

TEST_F(DisciplineRegisterTest, WithoutTheRuleItsDefaultHolds) {
  plan[cadre].discipline = {{DisciplineKind::kReprimand, day("2022-07-28"), {}}};
  EXPECT_EQ(on("2023-07-27").months, 12);
  EXPECT_EQ(on("2023-07-27").entries[0].state, DisciplineState::kInForce);
  plan.rule("discipline", Severity::kOff, 3);
  EXPECT_EQ(on("2023-07-27").months, 12);
}

TEST_F(DisciplineRegisterTest, ALaterDecisionIsNotYetInForce) {
  plan[cadre].discipline = {{DisciplineKind::kWarning, day("2023-07-28"), {}}};
  EXPECT_EQ(on("2023-07-27").entries[0].state, DisciplineState::kNotYet);
  EXPECT_EQ(on("2023-07-28").entries[0].state, DisciplineState::kInForce);
}

TEST_F(DisciplineRegisterTest, ListsThoseInForceFirstAndTheLatestFirst) {
  plan[cadre].discipline = {{DisciplineKind::kReprimand, day("2020-01-01"), {}},
                            {DisciplineKind::kWarning, day("2023-01-01"), {}},
                            {DisciplineKind::kWarning, day("2023-05-01"), {}}};
  const DisciplineRegister out = on("2023-07-27");
  ASSERT_EQ(out.entries.size(), 3U);
  EXPECT_EQ(out.entries[0].on, day("2023-05-01"));
  EXPECT_EQ(out.entries[1].on, day("2023-01-01"));
  EXPECT_EQ(out.entries[2].state, DisciplineState::kOutOfForce);
  EXPECT_EQ(out.by_kind[1], (DisciplineCount{2, 0, 0}));
}

using ConsultationSummary = Registers;

TEST_F(ConsultationSummary, AsksThreePartiesOfAMove) {
  const std::vector<RoundConsultation> out = asked(move(cadre, vacant));
  ASSERT_EQ(out.size(), 1U);
  EXPECT_EQ(
      out[0].unasked,
      (std::vector<Unasked>{{0, Party::kCadre}, {0, Party::kOrigin}, {0, Party::kDestination}}));
  EXPECT_EQ(out[0].count(View::kUnasked), 3);
}

TEST_F(ConsultationSummary, CountsViewsByParty) {
  const RoundConsultation out =
      asked(move(cadre, vacant), {.cadre = View::kAgree, .destination = View::kDisagree})[0];
  EXPECT_EQ(out.count(Party::kCadre, View::kAgree), 1);
  EXPECT_EQ(out.count(Party::kDestination, View::kDisagree), 1);
  EXPECT_EQ(out.count(View::kConcern), 0);
  EXPECT_EQ(out.unasked, (std::vector<Unasked>{{0, Party::kOrigin}}));
}

TEST_F(ConsultationSummary, NobodyIsAskedAboutAForcedDeparture) {
  EXPECT_TRUE(asked(move(cadre, PostId{}, MoveType::kRelief))[0].unasked.empty());
  EXPECT_TRUE(asked(move(cadre, vacant, MoveType::kResignation))[0].unasked.empty());
}

TEST_F(ConsultationSummary, AMoveToNoPostHasNoDestinationAndANewcomerNoOrigin) {
  EXPECT_EQ(asked(move(cadre, PostId{}, MoveType::kTransfer))[0].unasked,
            (std::vector<Unasked>{{0, Party::kCadre}, {0, Party::kOrigin}}));
  const CadreId reserve = plan.cadre("c2");
  EXPECT_EQ(asked(move(reserve, vacant, MoveType::kAppointment))[0].unasked,
            (std::vector<Unasked>{{0, Party::kCadre}, {0, Party::kDestination}}));
}

TEST_F(ConsultationSummary, AViewThatIsRecordedCountsAllTheSame) {
  const Move one = move(cadre, PostId{}, MoveType::kRelief);
  EXPECT_EQ(asked(one, {.cadre = View::kDisagree})[0].count(Party::kCadre, View::kDisagree), 1);
}

TEST_F(ConsultationSummary, WhatWasSaidAboutAMoveThatIsGoneIsListedAndNotCounted) {
  Round one = round("2023-10-01", {move(cadre, vacant)});
  say(one, cadre, PostId{}, {.cadre = View::kDisagree, .destination = View::kConcern});
  say(one, cadre, vacant, {.cadre = View::kAgree});
  const Plan built = plan.build();
  const Scenario played = scenario({one});
  const RoundConsultation out = consultationOf(played, simulate(built, played)).front();
  EXPECT_EQ(out.without_move, std::vector<std::size_t>{0});
  EXPECT_EQ(out.count(View::kDisagree), 0);
  EXPECT_EQ(out.count(View::kAgree), 1);
}

struct RoundLoadTest : Registers {
  UnitId far = plan.commune("u2", plan.district("d2"));
  PostId far_post = plan.post(far, plan.secretary);
  CadreId far_cadre = plan.cadre("c2", far_post);

  [[nodiscard]] RoundLoad of(std::vector<Move> moves) const {
    const Plan built = plan.build();
    const Scenario played = scenario({round("2023-10-01", std::move(moves))});
    return roundLoads(built, played, simulate(built, played)).front();
  }
};

TEST_F(RoundLoadTest, CountsMovesThatHappenWhereTheyEnd) {
  const RoundLoad load = of({move(cadre, far_post), move(far_cadre, vacant), move(cadre, post)});
  EXPECT_EQ(load.moves, 2);  // nobody moves twice
  EXPECT_EQ(load.in_fullest, 1);
  EXPECT_EQ(load.fullest, plan.build().structure->districtOf(unit));
}

TEST_F(RoundLoadTest, AMoveToNoPostCountsWhereItLeaves) {
  const RoundLoad load = of({move(far_cadre, PostId{}, MoveType::kRelief)});
  EXPECT_EQ(load.fullest, plan.build().structure->districtOf(far));
}

TEST_F(RoundLoadTest, IsOverACapOnlyAboveIt) {
  const std::vector<Move> moves = {move(cadre, vacant), move(far_cadre, post)};
  EXPECT_FALSE(of(moves).isOver() || of(moves).isDistrictOver());  // no caps
  plan.rule_set.caps = Caps{2, 2, {}};
  EXPECT_FALSE(of(moves).isOver() || of(moves).isDistrictOver());
  plan.rule_set.caps = Caps{1, 2, {}};
  EXPECT_TRUE(of(moves).isDistrictOver());
  plan.rule_set.caps = Caps{2, 1, {}};
  EXPECT_TRUE(of(moves).isOver());
}

TEST(MovePurpose, FollowsFromTheTypeAndTheDirective) {
  Move one;
  EXPECT_EQ(purposeOf(one), Purpose::kDevelopmental);
  one.type = MoveType::kTransfer;
  one.directive = "Chỉ thị 24-CT/TU";
  EXPECT_EQ(purposeOf(one), Purpose::kCorrective);
  one.directive.clear();
  EXPECT_EQ(purposeOf(one), Purpose::kDevelopmental);
  one.type = MoveType::kRelief;
  EXPECT_EQ(purposeOf(one), Purpose::kCorrective);
  one.type = MoveType::kDismissal;
  EXPECT_EQ(purposeOf(one), Purpose::kCorrective);
  one.type = MoveType::kResignation;
  one.directive = "Chỉ thị 24-CT/TU";
  EXPECT_EQ(purposeOf(one), Purpose::kOwnWish);
}

}  // namespace
}  // namespace cadre::test
