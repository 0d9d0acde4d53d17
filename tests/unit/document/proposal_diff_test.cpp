#include "document/proposal_diff.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "document/command.h"
#include "simulate/simulate.h"
#include "support/plan_builder.h"

namespace cadre {
namespace {

using propose::Proposal;
using propose::ProposedMove;
using test::PlanBuilder;

// Two communes with two posts each, all held by locals, one post vacant; and a candidate. The round
// has a swap of the first two.
class ProposalDiffOf : public ::testing::Test {
 protected:
  ProposalDiffOf() {
    district = plan.district("001");
    for (const char* key : {"a", "b", "c"}) {
      const UnitId commune = plan.commune(key, district);
      posts.push_back(plan.post(commune, plan.secretary));
      cadres.push_back(plan.cadre(key, posts.back()));
      plan[cadres.back()].native_place = commune;
    }
    vacant = plan.post(plan.commune("d", district), plan.secretary);
    candidate = plan.cadre("guest");
    plan[candidate].native_place = plan.district("002");
    plan.quota(Counts::kNonLocal, "0.5");
    Scenario scenario = test::scenario({test::round(
        "2023-10-01", {test::move(cadres[0], posts[1]), test::move(cadres[1], posts[0])})});
    scenario.key = "s";
    plan.scenario(scenario);
    built = plan.build();
    timeline = simulate(built, *built.scenarios->front());
  }

  static Proposal proposing(std::vector<ProposedMove> moves) {
    Proposal out;
    out.status = propose::Status::kOptimal;
    out.moves = std::move(moves);
    return out;
  }
  [[nodiscard]] const Round& round() const { return built.scenarios->front()->rounds[0]; }
  [[nodiscard]] ProposalDiff diff(const Proposal& proposal) const {
    return diffOf(built, round(), timeline.rounds[1], proposal);
  }
  [[nodiscard]] Round accepted(const ProposalDiff& of, const std::vector<std::uint8_t>& groups) {
    const Plan after = applyCommand(built, acceptCommand({"s", round().key}, of, groups)).value();
    return after.scenarios->front()->rounds[0];
  }
  static const ProposedLine& lineOf(const ProposalDiff& of, CadreId cadre) {
    return *std::find_if(of.lines.begin(), of.lines.end(),
                         [&](const ProposedLine& line) { return line.cadre == cadre; });
  }
  [[nodiscard]] ProposedMove move(std::size_t cadre, PostId to) const {
    return {cadres[cadre], posts[cadre], to, 10, false};
  }

  PlanBuilder plan;
  UnitId district;
  std::vector<PostId> posts;
  std::vector<CadreId> cadres;
  PostId vacant;
  CadreId candidate;
  Plan built = emptyPlan();
  Timeline timeline;
};

TEST_F(ProposalDiffOf, TellsNewKeptChangedAndDroppedMovesApart) {
  const ProposalDiff all_kept = diff(proposing({move(0, posts[1]), move(1, posts[0])}));
  EXPECT_EQ(lineOf(all_kept, cadres[0]).kind, Proposed::kKept);
  EXPECT_FALSE(all_kept.groups[0].changes_round);
  const ProposalDiff other =
      diff(proposing({move(0, vacant), {candidate, {}, posts[0], 5, false}}));
  EXPECT_EQ(lineOf(other, cadres[0]).kind, Proposed::kChanged);
  EXPECT_EQ(lineOf(other, cadres[0]).instead_of, posts[1]);
  EXPECT_EQ(lineOf(other, candidate).kind, Proposed::kNew);
  EXPECT_EQ(lineOf(other, cadres[1]).kind, Proposed::kDropped);
  EXPECT_EQ(other.lines.size(), 3U);
}

TEST_F(ProposalDiffOf, MovesOfAChainAreOneGroupInItsOrder) {
  // a goes to the vacant post, b after a, the guest after b.
  const ProposalDiff chain =
      diff(proposing({move(0, vacant), move(1, posts[0]), {candidate, {}, posts[1], 5, false}}));
  ASSERT_EQ(chain.groups.size(), 1U);
  EXPECT_EQ(chain.groups[0].shape, Shape::kChain);
  EXPECT_EQ(chain.lines[0].cadre, cadres[0]);
  EXPECT_EQ(chain.lines[1].cadre, cadres[1]);
  EXPECT_EQ(chain.lines[2].cadre, candidate);
  EXPECT_EQ(chain.lines[0].makes_room_for, cadres[1]);
  EXPECT_EQ(chain.lines[1].follows, cadres[0]);
}

TEST_F(ProposalDiffOf, SwapsAndCyclesAreClosed) {
  EXPECT_EQ(diff(proposing({move(0, posts[1]), move(1, posts[0])})).groups[0].shape, Shape::kSwap);
  const ProposalDiff cycle =
      diff(proposing({move(0, posts[1]), move(1, posts[2]), move(2, posts[0])}));
  ASSERT_EQ(cycle.groups.size(), 1U);
  EXPECT_EQ(cycle.groups[0].shape, Shape::kCycle);
}

TEST_F(ProposalDiffOf, EachMoveSaysWhichCellsItRaises) {
  const ProposalDiff swap = diff(proposing({move(0, posts[1]), move(1, posts[0])}));
  ASSERT_EQ(swap.lines[0].gains.size(), 1U);
  EXPECT_EQ(swap.lines[0].gains[0].unit, district);
  EXPECT_EQ(swap.lines[0].gains[0].change, 1);
}

TEST_F(ProposalDiffOf, EachMoveSaysWhatItsCostIsMadeOf) {
  const ProposalDiff of = diff(proposing(
      {{cadres[0], posts[0], posts[2], 50, false}, {cadres[2], posts[2], PostId{}, 300, false}}));
  const propose::CostParts& moved = lineOf(of, cadres[0]).parts;
  EXPECT_EQ(moved.preference, 10) << "has no wishes";
  EXPECT_EQ(moved.soft_rules, 40) << "the rest";
  EXPECT_EQ(moved.total(), 50);
  EXPECT_EQ(lineOf(of, cadres[2]).parts.leave, 300);
}

TEST_F(ProposalDiffOf, AcceptedInPartLeavesTheOtherGroupsAsTheyWere) {
  const ProposalDiff two = diff(proposing({move(2, vacant)}));
  ASSERT_EQ(two.groups.size(), 2U) << "the swap that is dropped, and the move";
  const std::size_t dropped = lineOf(two, cadres[0]).group;
  std::vector<std::uint8_t> only_new = {1, 1};
  only_new[dropped] = 0;
  const Round kept = accepted(two, only_new);
  ASSERT_EQ(kept.moves.size(), 3U);
  EXPECT_EQ(kept.moves[2].cadre, cadres[2]);
  EXPECT_EQ(two.changedMoves(only_new), 1);
  const Round all = accepted(two, {1, 1});
  ASSERT_EQ(all.moves.size(), 1U);
  EXPECT_EQ(all.moves[0].to, vacant);
}

TEST_F(ProposalDiffOf, AcceptedWholeItIsTheRoundOfTheProposal) {
  const Proposal proposal =
      proposing({move(0, vacant), move(1, posts[0]), {candidate, {}, posts[1], 5, false}});
  const ProposalDiff of = diff(proposal);
  const Round mine = accepted(of, std::vector<std::uint8_t>(of.groups.size(), 1));
  const Round theirs = propose::roundWith(round(), proposal);
  ASSERT_EQ(mine.moves.size(), theirs.moves.size());
  for (const Move& move : theirs.moves) {
    const Move* same = mine.moveOf(move.cadre);
    ASSERT_NE(same, nullptr);
    EXPECT_EQ(same->to, move.to);
    EXPECT_EQ(same->type, move.type);
  }
}

TEST_F(ProposalDiffOf, APinnedMoveIsAcceptedPinned) {
  ProposedMove pinned{candidate, {}, vacant, 5, true};
  const ProposalDiff of = diff(proposing({move(0, posts[1]), move(1, posts[0]), pinned}));
  const Round after = accepted(of, std::vector<std::uint8_t>(of.groups.size(), 1));
  ASSERT_NE(after.moveOf(candidate), nullptr);
  EXPECT_TRUE(after.moveOf(candidate)->pinned);
  EXPECT_EQ(after.moveOf(candidate)->type, MoveType::kAppointment);
}

TEST_F(ProposalDiffOf, FiguresCountTheScope) {
  const RoundState& state = timeline.rounds[1];
  const RoundFigures all = figuresOf(built, round(), state.before, state, {});
  EXPECT_EQ(all.shortfall, 0);
  EXPECT_EQ(all.vacant, 1);
  EXPECT_EQ(all.moves, 2);
  EXPECT_GT(all.cost, 0);
  const UnitId elsewhere = built.cadre(candidate).native_place;
  const RoundFigures none = figuresOf(built, round(), state.before, state, {elsewhere});
  EXPECT_EQ(none.vacant, 0);
  EXPECT_EQ(none.moves, 0);
  EXPECT_EQ(none.cost, 0);
}

}  // namespace
}  // namespace cadre
