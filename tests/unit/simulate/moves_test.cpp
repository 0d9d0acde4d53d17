// "Meaning" of the plan format: all moves of a round at once.
#include <algorithm>

#include <gtest/gtest.h>

#include "simulate/apply_moves.h"
#include "simulate/simulate.h"
#include "simulate_case.h"

namespace cadre::test {
namespace {

using Happened = std::vector<std::uint8_t>;
using Posts = std::vector<PostId>;

// Four posts p0 to p3 in four communes, held by c0 to c3, and a candidate without a post.
struct FourPosts {
  FourPosts() {
    const UnitId district = plan.district("1");
    for (std::size_t i = 0; i < 4; ++i) {
      communes.push_back(plan.commune("u" + std::to_string(i), district));
      p.push_back(plan.post(communes[i], plan.chairman));
      c.push_back(plan.cadre("c" + std::to_string(i), p[i]));
    }
    candidate = plan.cadre("n");
  }

  PlanBuilder plan;
  std::vector<UnitId> communes;
  std::vector<PostId> p;
  std::vector<CadreId> c;
  CadreId candidate;

  [[nodiscard]] Played play(std::vector<Move> moves) const {
    return simulateRound(plan.build(), round("2023-10-01", std::move(moves)));
  }
};

TEST(Moves, AMoveLeavesThePostHeldAndTakesAnother) {
  FourPosts at;
  at.plan[at.p[3]].incumbent = {};
  const Played state = at.play({move(at.c[0], at.p[3])});
  EXPECT_EQ(state.after.holder(at.p[3]), at.c[0]);
  EXPECT_FALSE(state.after.holder(at.p[0]));
  EXPECT_EQ(state.moves, 1);
  EXPECT_TRUE(state.findings.empty());
}

TEST(Moves, TheStateBeforeTheRoundIsKept) {
  FourPosts at;
  at.plan[at.p[3]].incumbent = {};
  const Played state = at.play({move(at.c[0], at.p[3])});
  EXPECT_EQ(state.before.holder(at.p[0]), at.c[0]);
  EXPECT_FALSE(state.before.holder(at.p[3]));
}

TEST(Moves, ASwapFits) {
  FourPosts at;
  const Played state = at.play({move(at.c[0], at.p[1]), move(at.c[1], at.p[0])});
  EXPECT_EQ(state.after.holder(at.p[0]), at.c[1]);
  EXPECT_EQ(state.after.holder(at.p[1]), at.c[0]);
  EXPECT_TRUE(state.findings.empty());
}

TEST(Moves, ACycleFitsInAnyOrder) {
  FourPosts at;
  std::vector<Move> cycle = {move(at.c[0], at.p[1]), move(at.c[1], at.p[2]), move(at.c[2], at.p[3]),
                             move(at.c[3], at.p[0])};
  for (std::size_t turn = 0; turn < cycle.size(); ++turn) {
    const Played state = at.play(cycle);
    EXPECT_EQ(state.moves, 4);
    for (std::size_t i = 0; i < 4; ++i) {
      EXPECT_EQ(state.after.holder(at.p[(i + 1) % 4]), at.c[i]);
    }
    std::rotate(cycle.begin(), cycle.begin() + 1, cycle.end());
  }
}

TEST(Moves, AChainFitsWhenItEndsInAVacancy) {
  FourPosts at;
  at.plan[at.p[3]].incumbent = {};
  const Played state = at.play({move(at.candidate, at.p[0]), move(at.c[0], at.p[1]),
                                move(at.c[1], at.p[2]), move(at.c[2], at.p[3])});
  EXPECT_EQ(state.moves, 4);
  EXPECT_EQ(state.after.holder(at.p[0]), at.candidate);
  EXPECT_EQ(state.after.holder(at.p[3]), at.c[2]);
}

TEST(Moves, AChainFitsWhenItsLastOneLeaves) {
  FourPosts at;
  const Played state = at.play({move(at.c[0], at.p[1]), move(at.c[1], {}, MoveType::kResignation)});
  EXPECT_EQ(state.moves, 2);
  EXPECT_EQ(state.after.holder(at.p[1]), at.c[0]);
  EXPECT_FALSE(state.after.firstPost(at.c[1]));
}

TEST(Moves, AMoveToNoPostLeavesTheRostersPosts) {
  FourPosts at;
  const Played state = at.play({move(at.c[0], {}, MoveType::kTransfer)});
  EXPECT_FALSE(state.after.holder(at.p[0]));
  EXPECT_FALSE(state.after.gone(at.c[0]));
}

TEST(Moves, EveryPostHeldIsLeft) {
  FourPosts at;
  at.plan[at.p[1]].incumbent = at.c[0];
  at.plan[at.p[3]].incumbent = {};
  const Played state = at.play({move(at.c[0], at.p[3])});
  EXPECT_EQ(postsOf(state.after, at.c[0]), Posts{at.p[3]});
  EXPECT_FALSE(state.after.holder(at.p[0]));
  EXPECT_FALSE(state.after.holder(at.p[1]));
}

TEST(Moves, KeepLeavesThePostsThatItNames) {
  FourPosts at;
  at.plan[at.p[1]].incumbent = at.c[0];
  at.plan[at.p[3]].incumbent = {};
  Move keeping = move(at.c[0], at.p[3]);
  keeping.keep = {at.p[1]};
  EXPECT_EQ(postsOf(at.play({keeping}).after, at.c[0]), (Posts{at.p[1], at.p[3]}));
  Move leaving = move(at.c[0], {}, MoveType::kTransfer);
  leaving.keep = {at.p[1]};
  EXPECT_EQ(postsOf(at.play({leaving}).after, at.c[0]), Posts{at.p[1]});
}

TEST(Moves, KeepingAPostHoldsItAgainstOthers) {
  FourPosts at;
  at.plan[at.p[3]].incumbent = {};
  Move keeping = move(at.c[0], at.p[3]);
  keeping.keep = {at.p[0]};
  const Played state = at.play({keeping, move(at.candidate, at.p[0])});
  EXPECT_EQ(state.happened, (Happened{1, 0}));
  EXPECT_EQ(state.lines(), "hard post_taken n → u0/chairman\n");
}

TEST(Moves, KeepOfAPostNotHeldMeansNothing) {
  FourPosts at;
  at.plan[at.p[3]].incumbent = {};
  Move keeping = move(at.c[0], at.p[3]);
  keeping.keep = {at.p[1]};
  const Played state = at.play({keeping});
  EXPECT_EQ(postsOf(state.after, at.c[0]), Posts{at.p[3]});
  EXPECT_EQ(state.after.holder(at.p[1]), at.c[1]);
}

TEST(Moves, AMoveToThePostHeldChangesNothing) {
  FourPosts at;
  const Played state = at.play({move(at.c[0], at.p[0], MoveType::kAppointment)});
  EXPECT_EQ(state.after.holder(at.p[0]), at.c[0]);
  EXPECT_TRUE(state.findings.empty());
}

TEST(Moves, OneWhoIsGoneDoesNotMove) {
  FourPosts at;
  at.plan[at.c[0]].service_ends = day("2023-09-30");
  at.plan[at.p[3]].incumbent = {};
  const Played state = at.play({move(at.c[0], at.p[3])});
  EXPECT_EQ(state.happened, Happened{0});
  EXPECT_EQ(state.lines(), "hard gone c0 → u3/chairman\n");
  EXPECT_FALSE(state.after.holder(at.p[3]));
}

TEST(Moves, NobodyMovesIntoALockedPost) {
  FourPosts at;
  at.plan[at.p[3]].incumbent = {};
  at.plan[at.p[3]].locked = true;
  const Played state = at.play({move(at.c[0], at.p[3])});
  EXPECT_EQ(state.lines(), "hard locked c0 → u3/chairman\n");
  EXPECT_EQ(state.after.holder(at.p[0]), at.c[0]);
}

TEST(Moves, NobodyMovesOutOfALockedPost) {
  FourPosts at;
  at.plan[at.p[3]].incumbent = {};
  at.plan[at.p[0]].locked = true;
  EXPECT_EQ(at.play({move(at.c[0], at.p[3])}).lines(), "hard locked c0 → u0/chairman\n");
  EXPECT_EQ(at.play({move(at.c[0], {}, MoveType::kDismissal)}).lines(),
            "hard locked c0 → u0/chairman\n");
}

TEST(Moves, ALockedPostThatIsKeptHoldsUpNothing) {
  FourPosts at;
  at.plan[at.p[3]].incumbent = {};
  at.plan[at.p[0]].locked = true;
  Move keeping = move(at.c[0], at.p[3]);
  keeping.keep = {at.p[0]};
  const Played state = at.play({keeping});
  EXPECT_TRUE(state.findings.empty());
  EXPECT_EQ(postsOf(state.after, at.c[0]), (Posts{at.p[0], at.p[3]}));
}

TEST(Moves, OnlyTheFirstMoveOfOneCadreHappens) {
  FourPosts at;
  at.plan[at.p[2]].incumbent = {};
  at.plan[at.p[3]].incumbent = {};
  const Played state = at.play({move(at.c[0], at.p[2]), move(at.c[0], at.p[3]), move(at.c[0], {})});
  EXPECT_EQ(state.happened, (Happened{1, 0, 0}));
  EXPECT_EQ(state.lines(),
            "hard moved_twice c0 → u3/chairman\nhard moved_twice c0 → u0/chairman\n");
  EXPECT_EQ(state.after.holder(at.p[2]), at.c[0]);
}

TEST(Moves, AMoveThatALockHoldsUpIsNotTheFirstMove) {
  FourPosts at;
  at.plan[at.p[2]].incumbent = {};
  at.plan[at.p[2]].locked = true;
  at.plan[at.p[3]].incumbent = {};
  const Played state = at.play({move(at.c[0], at.p[2]), move(at.c[0], at.p[3])});
  EXPECT_EQ(state.happened, (Happened{0, 1}));
  EXPECT_EQ(state.after.holder(at.p[3]), at.c[0]);
}

TEST(PostTaken, AMoveIntoAHeldPostDoesNotHappen) {
  FourPosts at;
  const Played state = at.play({move(at.c[0], at.p[1])});
  EXPECT_EQ(state.lines(), "hard post_taken c0 → u1/chairman\n");
  EXPECT_EQ(state.after.holder(at.p[0]), at.c[0]);
  EXPECT_EQ(state.after.holder(at.p[1]), at.c[1]);
  EXPECT_EQ(state.moves, 0);
}

TEST(PostTaken, OfTwoMovesIntoAPostTheLaterIsTakenOut) {
  FourPosts at;
  at.plan[at.p[3]].incumbent = {};
  const Played state = at.play({move(at.c[1], at.p[3]), move(at.c[0], at.p[3])});
  EXPECT_EQ(state.happened, (Happened{1, 0}));
  EXPECT_EQ(state.lines(), "hard post_taken c0 → u3/chairman\n");
}

TEST(PostTaken, OfThreeMovesIntoAPostTheFirstStays) {
  FourPosts at;
  at.plan[at.p[3]].incumbent = {};
  const Played state =
      at.play({move(at.c[1], at.p[3]), move(at.c[0], at.p[3]), move(at.c[2], at.p[3])});
  EXPECT_EQ(state.happened, (Happened{1, 0, 0}));
}

TEST(PostTaken, OneTakenOutStaysAndSoTakesOutTheOneWhoWasToFollow) {
  FourPosts at;
  at.plan[at.p[3]].incumbent = {};
  // n goes to p0 because c0 leaves it; but c0 is second into p3 and stays, so n cannot come.
  const Played state =
      at.play({move(at.candidate, at.p[0]), move(at.c[1], at.p[3]), move(at.c[0], at.p[3])});
  EXPECT_EQ(state.happened, (Happened{0, 1, 0}));
  EXPECT_EQ(state.lines(), "hard post_taken n → u0/chairman\nhard post_taken c0 → u3/chairman\n");
  EXPECT_EQ(state.after.holder(at.p[0]), at.c[0]);
}

TEST(PostTaken, TheCascadeRunsThroughAWholeChain) {
  FourPosts at;
  // n → p0 → p1 → p2 → p3, which stays occupied: they fail one after the other, from the end.
  const Played state = at.play({move(at.candidate, at.p[0]), move(at.c[0], at.p[1]),
                                move(at.c[1], at.p[2]), move(at.c[2], at.p[3])});
  EXPECT_EQ(state.happened, (Happened{0, 0, 0, 0}));
  EXPECT_EQ(state.findings.size(), 4U);
}

TEST(PostTaken, TheLatestMoveIntoSuchAPostGoesEvenWhenAnEarlierOneIsAtFault) {
  FourPosts at;
  // Both posts are crowded at first: p1 by c0, p3 by c2. c2 is later and is removed first; its post
  // p2 then stays occupied, which makes no other post crowded.
  const Played state = at.play({move(at.c[0], at.p[1]), move(at.c[2], at.p[3])});
  EXPECT_EQ(state.happened, (Happened{0, 0}));
}

TEST(PostTaken, AMoveTakenOutBeforeTheCascadeReachedItStaysOut) {
  FourPosts at;
  at.plan[at.p[3]].incumbent = {};
  // p3: n and c1 (later) — c1 out, stays in p1, so that c0 into p1 is out as well.
  const Played state =
      at.play({move(at.c[0], at.p[1]), move(at.candidate, at.p[3]), move(at.c[1], at.p[3])});
  EXPECT_EQ(state.happened, (Happened{0, 1, 0}));
  EXPECT_EQ(state.after.holder(at.p[0]), at.c[0]);
  EXPECT_EQ(state.after.holder(at.p[1]), at.c[1]);
  EXPECT_EQ(state.after.holder(at.p[3]), at.candidate);
}

TEST(PostTaken, AMoveThatALockHoldsUpKeepsItsPost) {
  FourPosts at;
  at.plan[at.p[3]].incumbent = {};
  at.plan[at.p[3]].locked = true;
  const Played state = at.play({move(at.candidate, at.p[0]), move(at.c[0], at.p[3])});
  EXPECT_EQ(state.lines(), "hard post_taken n → u0/chairman\nhard locked c0 → u3/chairman\n");
}

TEST(PostTaken, TheSecondMoveOfACadreFreesNoPost) {
  FourPosts at;
  at.plan[at.p[3]].incumbent = {};
  Move first = move(at.c[0], at.p[3]);
  first.keep = {at.p[0]};
  const Played state =
      at.play({first, move(at.c[0], {}, MoveType::kResignation), move(at.candidate, at.p[0])});
  EXPECT_EQ(state.happened, (Happened{1, 0, 0}));
}

TEST(Tenure, StartsAgainInANewPost) {
  FourPosts at;
  at.plan[at.c[0]].in_post_since = day("2019-05-01");
  at.plan[at.c[0]].terms_as_head_here = 2;
  at.plan[at.p[3]].incumbent = {};
  const Played state = at.play({move(at.c[0], at.p[3])});
  EXPECT_EQ(state.before.since(at.c[0]), day("2019-05-01"));
  EXPECT_EQ(state.after.since(at.c[0]), day("2023-10-01"));
  EXPECT_EQ(state.after.termsAsHead(at.c[0]), 0);
}

TEST(Tenure, StaysForOneWhoseMoveDoesNotHappen) {
  FourPosts at;
  at.plan[at.c[0]].in_post_since = day("2019-05-01");
  EXPECT_EQ(at.play({move(at.c[0], at.p[1])}).after.since(at.c[0]), day("2019-05-01"));
}

TEST(Tenure, TermsGoOnInAnotherPostOfTheSameUnit) {
  FourPosts at;
  at.plan[at.c[0]].in_post_since = day("2019-05-01");
  at.plan[at.c[0]].terms_as_head_here = 1;
  const PostId secretary = at.plan.post(at.communes[0], at.plan.secretary);
  const Played state = at.play({move(at.c[0], secretary)});
  EXPECT_EQ(state.after.since(at.c[0]), day("2023-10-01"));
  EXPECT_EQ(state.after.termsAsHead(at.c[0]), 1);
}

TEST(Tenure, GoesOnInThePostThatOneOfSeveralIsGivenUpFor) {
  FourPosts at;
  at.plan[at.p[1]].incumbent = at.c[0];
  at.plan[at.c[0]].in_post_since = day("2019-05-01");
  const Played state = at.play({move(at.c[0], at.p[1])});
  EXPECT_EQ(postsOf(state.after, at.c[0]), Posts{at.p[1]});
  EXPECT_EQ(state.after.since(at.c[0]), day("2019-05-01"));
}

TEST(Tenure, OfACandidateStartsWithTheFirstPost) {
  FourPosts at;
  at.plan[at.p[3]].incumbent = {};
  const Played state = at.play({move(at.candidate, at.p[3], MoveType::kAppointment)});
  EXPECT_EQ(state.after.since(at.candidate), day("2023-10-01"));
  EXPECT_EQ(state.after.termsAsHead(at.candidate), 0);
}

TEST(Tenure, CountsFromTheMoveInTheNextRound) {
  FourPosts at;
  at.plan.rule("months_in_post", Severity::kHard, 6);
  at.plan[at.p[3]].incumbent = {};
  const Plan plan = at.plan.build();
  const Scenario early = scenario({round("2023-10-01", {move(at.c[0], at.p[3])}),
                                   round("2024-03-31", {move(at.c[0], at.p[0])})});
  EXPECT_EQ(lines(plan, simulate(plan, early).rounds[2]), "hard months_in_post c0 → u0/chairman\n");
  const Scenario due = scenario({round("2023-10-01", {move(at.c[0], at.p[3])}),
                                 round("2024-04-01", {move(at.c[0], at.p[0])})});
  EXPECT_EQ(lines(plan, simulate(plan, due).rounds[2]), "");
}

}  // namespace
}  // namespace cadre::test
