#include "propose/drops.h"

#include <gtest/gtest.h>

#include "propose/run_to_end.h"
#include "simulate/simulate.h"
#include "support/plan_builder.h"

namespace cadre::propose {
namespace {

using test::move;
using test::PlanBuilder;

// One district of three communes with a secretary each; the quota wants all three not to be local.
// Everybody is at home, so that three who change places in a ring reach it, and two who swap do
// not.
struct Ring {
  PlanBuilder builder;
  UnitId district = builder.district("d");
  std::vector<UnitId> communes;
  std::vector<PostId> posts;
  std::vector<CadreId> people;

  Ring() {
    for (const char* key : {"a", "b", "c"}) {
      communes.push_back(builder.commune(key, district));
      posts.push_back(builder.post(communes.back(), builder.secretary));
      people.push_back(builder.cadre(std::string("p") + key, posts.back()));
      builder[people.back()].native_place = communes.back();
      builder[people.back()].pool = {builder.secretary};
    }
    builder.quota(Counts::kNonLocal, "1").titles = {builder.secretary};
  }

  // What drops there are where these moves stand.
  [[nodiscard]] std::vector<Drop> drops(const std::vector<Move>& moves) const {
    const Plan plan = builder.build();
    const Scenario scenario = test::scenario({test::round("2024-01-01", moves)});
    const Timeline timeline = simulate(plan, scenario);
    const auto standing = standingMoves(plan, scenario.rounds[0], timeline.rounds[1]);
    const Scenario keeps = keeping(scenario, 0, standing);
    const Proposal kept = propose(plan, keeps, simulate(plan, keeps), 0, {});
    DropsJob job(plan, scenario, timeline, 0, {}, standing, kept);
    runToEnd(job);
    gain_of_all = job.gainOfAll();
    return job.drops();
  }
  mutable Objective gain_of_all;
};

TEST(Drops, ASwapThatStandsIsKeptAndWhatDroppingItGainsIsSaid) {
  const Ring ring;
  const std::vector<Drop> drops =
      ring.drops({move(ring.people[0], ring.posts[1]), move(ring.people[1], ring.posts[0])});
  // The ring keeps one of the two moves, so that it is enough to drop the other.
  ASSERT_EQ(drops.size(), 1U);
  ASSERT_TRUE(drops[0].gain.has_value());
  EXPECT_EQ(drops[0].gain->shortfall, 1);
  EXPECT_EQ(ring.gain_of_all.shortfall, 1);
}

TEST(Drops, WhereNothingIsBetterThereAreNone) {
  const Ring ring;
  EXPECT_TRUE(ring.drops({move(ring.people[0], ring.posts[1]), move(ring.people[1], ring.posts[2]),
                          move(ring.people[2], ring.posts[0])})
                  .empty());
  EXPECT_TRUE(ring.drops({}).empty());
}

TEST(Drops, FactsAndPinsAndWhatCannotHappenAreNoStandingMoves) {
  const Ring ring;
  const Plan plan = ring.builder.build();
  std::vector<Move> moves = {move(ring.people[0], {}, MoveType::kResignation),
                             move(ring.people[1], ring.posts[0]),
                             move(ring.people[1], ring.posts[2])};
  moves[1].pinned = true;
  const Scenario scenario = test::scenario({test::round("2024-01-01", moves)});
  const Timeline timeline = simulate(plan, scenario);
  EXPECT_TRUE(standingMoves(plan, scenario.rounds[0], timeline.rounds[1]).empty());
}

}  // namespace
}  // namespace cadre::propose
