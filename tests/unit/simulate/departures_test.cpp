// "Meaning" of the plan format: everyone whose service has ended leaves before the round.
#include <gtest/gtest.h>

#include "simulate/simulate.h"
#include "simulate_case.h"

namespace cadre::test {
namespace {

struct OneOfficial {
  PlanBuilder plan;
  UnitId commune = plan.commune("a", plan.district("1"));
  PostId post = plan.post(commune, plan.secretary);
  PostId second_post = plan.post(commune, plan.deputy);
  CadreId official = plan.cadre("x", post);

  // As of 27/07/2023, rounds on 01/10/2023 and 01/04/2024, no moves.
  [[nodiscard]] Timeline play(std::string_view service_ends) {
    plan[official].service_ends = day(service_ends);
    return simulate(plan.build(), scenario({round("2023-10-01", {}), round("2024-04-01", {})}));
  }
};

TEST(Departures, ServiceThatEndedBeforeTheRosterDateIsOverInTheBaseline) {
  OneOfficial at;
  for (const char* ends : {"2023-07-26", "2020-01-01"}) {
    const Timeline timeline = at.play(ends);
    EXPECT_FALSE(timeline.rounds[0].after.holder(at.post)) << ends;
    EXPECT_TRUE(timeline.rounds[0].after.gone(at.official)) << ends;
    ASSERT_EQ(timeline.rounds[0].departures.size(), 1U) << ends;
  }
}

TEST(Departures, ServiceThatEndsOnTheRosterDateIsOverInTheBaseline) {
  OneOfficial at;
  EXPECT_FALSE(at.play("2023-07-27").rounds[0].after.holder(at.post));
}

TEST(Departures, ServiceThatEndsAfterTheRosterDateIsNot) {
  OneOfficial at;
  const Timeline timeline = at.play("2023-07-28");
  EXPECT_EQ(timeline.rounds[0].after.holder(at.post), at.official);
  EXPECT_FALSE(timeline.rounds[1].before.holder(at.post));
}

TEST(Departures, ServiceThatEndsOnTheDayOfARoundIsOverBeforeIt) {
  OneOfficial at;
  const Timeline timeline = at.play("2023-10-01");
  EXPECT_FALSE(timeline.rounds[1].before.holder(at.post));
  EXPECT_FALSE(timeline.rounds[1].after.holder(at.post));
}

TEST(Departures, ServiceThatEndsTheDayAfterARoundLastsThroughIt) {
  OneOfficial at;
  const Timeline timeline = at.play("2023-10-02");
  EXPECT_EQ(timeline.rounds[1].after.holder(at.post), at.official);
  EXPECT_FALSE(timeline.rounds[2].before.holder(at.post));
}

TEST(Departures, AreListedOnceWithTheDayForEveryPostThatFallsVacant) {
  OneOfficial at;
  at.plan[at.second_post].incumbent = at.official;
  const Timeline timeline = at.play("2023-09-15");
  EXPECT_TRUE(timeline.rounds[0].departures.empty());
  ASSERT_EQ(timeline.rounds[1].departures.size(), 2U);
  for (const Departure& departure : timeline.rounds[1].departures) {
    EXPECT_EQ(departure.cadre, at.official);
    EXPECT_EQ(departure.on, day("2023-09-15"));
  }
  EXPECT_EQ(timeline.rounds[1].departures[0].post, at.post);
  EXPECT_EQ(timeline.rounds[1].departures[1].post, at.second_post);
  EXPECT_TRUE(timeline.rounds[2].departures.empty());
}

TEST(Departures, ComeInTheOrderOfTheirDays) {
  OneOfficial at;
  const CadreId other = at.plan.cadre("y", at.second_post);
  at.plan[other].service_ends = day("2023-08-01");
  const Timeline timeline = at.play("2023-09-15");
  ASSERT_EQ(timeline.rounds[1].departures.size(), 2U);
  EXPECT_EQ(timeline.rounds[1].departures[0].cadre, other);
  EXPECT_EQ(timeline.rounds[1].departures[1].cadre, at.official);
}

TEST(Departures, OneWithoutAPostGoesWithoutADeparture) {
  OneOfficial at;
  const CadreId candidate = at.plan.cadre("n");
  at.plan[candidate].service_ends = day("2023-09-15");
  const Timeline timeline = at.play("2040-01-01");
  EXPECT_TRUE(timeline.rounds[1].departures.empty());
  EXPECT_TRUE(timeline.rounds[1].before.gone(candidate));
}

TEST(Departures, ALockDoesNotHoldUpRetirement) {
  OneOfficial at;
  at.plan[at.post].locked = true;
  EXPECT_FALSE(at.play("2023-09-15").rounds[1].before.holder(at.post));
}

TEST(Departures, ThePostThatFellVacantIsOpenInTheRound) {
  OneOfficial at;
  const CadreId candidate = at.plan.cadre("n");
  at.plan[at.official].service_ends = day("2023-10-01");
  const Played state =
      simulateRound(at.plan.build(), round("2023-10-01", {move(candidate, at.post)}));
  EXPECT_EQ(state.lines(), "");
  EXPECT_EQ(state.after.holder(at.post), candidate);
}

TEST(Departures, OneWhoMovedRetiresFromTheNewPost) {
  OneOfficial at;
  at.plan[at.official].service_ends = day("2024-01-31");
  const Timeline timeline =
      simulate(at.plan.build(), scenario({round("2023-10-01", {move(at.official, at.second_post)}),
                                          round("2024-04-01", {})}));
  ASSERT_EQ(timeline.rounds[2].departures.size(), 1U);
  EXPECT_EQ(timeline.rounds[2].departures[0].post, at.second_post);
}

}  // namespace
}  // namespace cadre::test
