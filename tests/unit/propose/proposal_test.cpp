#include "propose/proposal.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "simulate/simulate.h"
#include "support/plan_builder.h"

namespace cadre::propose {
namespace {

using test::PlanBuilder;

// One district with three communes, a secretary and a chairman in each, all local and all in the
// pool of both titles; and one candidate from another district.
class ProposalOf : public ::testing::Test {
 protected:
  ProposalOf() {
    district = plan.district("001");
    other = plan.district("002");
    for (const char* key : {"a", "b", "c"}) {
      const UnitId commune = plan.commune(key, district);
      communes.push_back(commune);
      for (const TitleId title : {plan.secretary, plan.chairman}) {
        posts.push_back(plan.post(commune, title));
        const CadreId cadre =
            plan.cadre(std::string(key) + std::to_string(posts.size()), posts.back());
        plan[cadre].native_place = commune;
        plan[cadre].pool = {plan.secretary, plan.chairman};
        cadres.push_back(cadre);
      }
    }
    plan.quota(Counts::kNonLocal, "0.5");
  }

  Proposal solve(std::vector<Move> moves = {}) {
    Scenario scenario = test::scenario({test::round("2023-10-01", std::move(moves))});
    scenario.key = "s" + std::to_string(scenarios++);
    plan.scenario(scenario);
    built = plan.build();
    const Scenario& last = *built.scenarios->back();
    const Timeline timeline = simulate(built, last);
    const Proposal out = propose(built, last, timeline, 0, Question{});
    Scenario played = last;
    played.rounds[0] = roundWith(last.rounds[0], out);
    after = simulate(built, played);
    return out;
  }

  PlanBuilder plan;
  UnitId district, other;
  std::vector<UnitId> communes;
  std::vector<PostId> posts;
  std::vector<CadreId> cadres;
  Plan built = emptyPlan();
  Timeline after;
  int scenarios = 0;
};

TEST_F(ProposalOf, ReachesTheQuotaWithTheFewestMoves) {
  const Proposal found = solve();
  EXPECT_EQ(found.status, Status::kOptimal);
  EXPECT_EQ(found.objective.shortfall, 0);
  EXPECT_EQ(found.objective.moves, 3) << "three of six posts";
  EXPECT_EQ(found.bound, found.objective);
  EXPECT_EQ(after.rounds[1].cells[0].attained, 3);
  EXPECT_EQ(after.hardFindings(), 0U);
}

TEST_F(ProposalOf, NothingIsProposedWhereNothingIsMissing) {
  plan.quota_set.quotas[0].target = Share{0};
  const Proposal found = solve();
  EXPECT_EQ(found.status, Status::kOptimal);
  EXPECT_TRUE(found.moves.empty());
}

TEST_F(ProposalOf, WhoIsNotInThePoolIsNotMoved) {
  for (const CadreId cadre : cadres) plan[cadre].pool.clear();
  const Proposal found = solve();
  EXPECT_EQ(found.objective.shortfall, 3);
  EXPECT_TRUE(found.moves.empty());
}

TEST_F(ProposalOf, AHardRuleAboutLeavingHoldsBack) {
  plan.rule("months_in_post", Severity::kHard, 36);
  for (const CadreId cadre : cadres) plan[cadre].in_post_since = test::day("2023-01-01");
  EXPECT_EQ(solve().objective.shortfall, 3);
}

TEST_F(ProposalOf, CapsHold) {
  plan.rule_set.caps = Caps{2, std::nullopt, nullptr};
  EXPECT_EQ(solve().objective.moves, 2);
  plan.rule_set.caps = Caps{std::nullopt, 2, nullptr};
  const Proposal found = solve();
  EXPECT_EQ(found.objective.moves, 2);
  EXPECT_EQ(found.objective.shortfall, 1);
  plan.rule_set.caps = Caps{0, 0, nullptr};
  EXPECT_TRUE(solve().moves.empty());
}

TEST_F(ProposalOf, VacanciesAreFilled) {
  plan[posts[0]].incumbent = CadreId{};
  const Proposal found = solve();
  EXPECT_EQ(found.objective.vacant, 0);
  EXPECT_TRUE(after.rounds[1].after.holder(posts[0]));
}

TEST_F(ProposalOf, PinnedMovesStay) {
  Move pinned = test::move(cadres[0], posts[2]);
  pinned.pinned = true;
  pinned.reason = "đã thống nhất";
  const Proposal found = solve({pinned});
  EXPECT_EQ(found.status, Status::kOptimal);
  EXPECT_EQ(after.rounds[1].after.holder(posts[2]), cadres[0]);
  EXPECT_EQ(found.objective.shortfall, 0);
  const auto kept = std::find_if(found.moves.begin(), found.moves.end(),
                                 [](const ProposedMove& move) { return move.pinned; });
  ASSERT_NE(kept, found.moves.end());
  EXPECT_EQ(kept->cadre, cadres[0]);
}

TEST_F(ProposalOf, PinsIntoOnePostContradict) {
  Move first = test::move(cadres[0], posts[2]);
  Move second = test::move(cadres[1], posts[2]);
  first.pinned = second.pinned = true;
  const Proposal found = solve({first, second});
  EXPECT_EQ(found.status, Status::kInfeasible);
  EXPECT_EQ(found.broken_pin, 1U);
}

TEST_F(ProposalOf, APinIntoAPostWhoseHolderCannotLeaveContradicts) {
  plan.rule("months_in_post", Severity::kHard, 36);
  plan[cadres[2]].in_post_since = test::day("2023-01-01");
  Move pinned = test::move(cadres[0], posts[2]);
  pinned.pinned = true;
  const Proposal found = solve({pinned});
  EXPECT_EQ(found.status, Status::kInfeasible);
  EXPECT_EQ(found.broken_pin, 0U);
}

TEST_F(ProposalOf, LockedPostsStay) {
  for (const PostId post : posts) plan[post].locked = true;
  const Proposal found = solve();
  EXPECT_EQ(found.status, Status::kOptimal);
  EXPECT_TRUE(found.moves.empty());
  EXPECT_EQ(found.objective.shortfall, 3);
}

TEST_F(ProposalOf, AQuotaOverTheCityTiesDistrictsTogether) {
  const UnitId far = plan.commune("far", other);
  const PostId post = plan.post(far, plan.secretary);
  const CadreId cadre = plan.cadre("far", post);
  plan[cadre].native_place = far;
  plan[cadre].pool = {plan.secretary};
  Quota& city = plan.quota(Counts::kNonLocal, "0.5");
  city.group_level = kLevelCity;
  const Proposal found = solve();
  EXPECT_EQ(found.status, Status::kOptimal);
  // Four of seven in the city; the second district cannot move its only official.
  EXPECT_EQ(found.objective.moves, 4);
  EXPECT_EQ(found.objective.shortfall, 1);
}

}  // namespace
}  // namespace cadre::propose
