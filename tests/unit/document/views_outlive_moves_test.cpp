// What somebody said is kept when the move that it was about is removed: simulation, candidates and
// proposals give the same answer, however often they are queried.
#include <algorithm>

#include <gtest/gtest.h>

#include "document/candidates.h"
#include "document/command.h"
#include "document/proposal_diff.h"
#include "document/round_trial.h"
#include "plan_io/plan_io.h"
#include "propose/proposal.h"
#include "simulate/simulate.h"
#include "support/plan_builder.h"

namespace cadre {
namespace {

using propose::ProposedMove;
using test::PlanBuilder;

// Two local secretaries and one vacant post; the quota needs two who are not local.
class ViewsOutliveMoves : public ::testing::Test {
 protected:
  ViewsOutliveMoves() {
    const UnitId district = builder.district("001");
    for (const char* key : {"a", "b", "c"}) {
      const UnitId commune = builder.commune(key, district);
      posts.push_back(builder.post(commune, builder.secretary));
      if (key[0] == 'c') break;
      cadres.push_back(builder.cadre(key, posts.back()));
      builder[cadres.back()].native_place = commune;
      builder[cadres.back()].pool = {builder.secretary};
    }
    candidate = builder.cadre("guest");
    builder[candidate].native_place = builder.commune("d", district);
    builder[candidate].pool = {builder.secretary};
    builder.quota(Counts::kNonLocal, "0.5").titles = {builder.secretary};
  }

  void begin(Severity severity) {
    builder.rule("consent", severity, 0);
    Scenario scenario = test::scenario({test::round("2023-10-01", {})});
    scenario.key = "s";
    scenario.rounds[0].key = "r";
    builder.scenario(scenario);
    plan = builder.build();
  }

  void run(const Command& command) { plan = applyCommand(plan, command).value(); }
  void say(CadreId cadre, PostId to, Views views) {
    SetViews command = entryToChange(ref, round(), cadre, to);
    static_cast<Views&>(command.entry.views) = views;
    run(command);
  }

  [[nodiscard]] const Scenario& scenario() const { return *plan.scenarios->front(); }
  [[nodiscard]] const Round& round() const { return scenario().rounds[0]; }
  [[nodiscard]] propose::Proposal proposed() const {
    return propose::propose(plan, scenario(), simulate(plan, scenario()), 0, propose::Question{});
  }
  // Makes a proposal and accepts all of it.
  propose::Proposal accept() {
    propose::Proposal out = proposed();
    const Timeline timeline = simulate(plan, scenario());
    const ProposalDiff diff = diffOf(plan, round(), timeline.rounds[1], out);
    run(acceptCommand(ref, diff, std::vector<std::uint8_t>(diff.groups.size(), 1)));
    return out;
  }
  [[nodiscard]] bool finds(CadreId cadre) const {
    const Timeline timeline = simulate(plan, scenario());
    const std::vector<Finding>& findings = timeline.rounds[1].findings;
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
      return finding.rule == "consent" && finding.cadre == cadre;
    });
  }
  static bool moves(const propose::Proposal& proposal, CadreId cadre, PostId to) {
    return std::any_of(proposal.moves.begin(), proposal.moves.end(), [&](const ProposedMove& move) {
      return move.cadre == cadre && move.to == to;
    });
  }

  void proposeAgainAndAgain();

  PlanBuilder builder;
  std::vector<PostId> posts;
  std::vector<CadreId> cadres;
  CadreId candidate;
  RoundRef ref{"s", "r"};
  Plan plan = emptyPlan();
};

TEST_F(ViewsOutliveMoves, AMoveThatIsTakenOutAndPutInAgainHasItsViewAndItsFinding) {
  begin(Severity::kSoft);
  const AddMoves add{ref, {test::move(cadres[0], posts[2])}, {}};
  run(add);
  say(cadres[0], posts[2], {.cadre = View::kDisagree});
  EXPECT_TRUE(finds(cadres[0]));
  run(RemoveMove{ref, 0});
  EXPECT_FALSE(finds(cadres[0])) << "nobody moves";
  run(add);
  EXPECT_TRUE(finds(cadres[0]));
  run(AddMoves{ref, {test::move(cadres[0], PostId{}, MoveType::kTransfer)}, {}});
  EXPECT_FALSE(finds(cadres[0])) << "it was about another destination";
  run(add);
  EXPECT_TRUE(finds(cadres[0]));
}

// Somebody refuses the first result; from then on every query gives the second one, whether the
// round contains the refused move, another, or none.
void ViewsOutliveMoves::proposeAgainAndAgain() {
  const propose::Proposal first = accept();
  ASSERT_FALSE(first.moves.empty());
  const ProposedMove refused = first.moves.front();
  say(refused.cadre, refused.to, {.origin = View::kDisagree, .destination = View::kConcern});
  EXPECT_TRUE(finds(refused.cadre));
  const propose::Proposal second = accept();
  EXPECT_FALSE(moves(second, refused.cadre, refused.to));
  EXPECT_FALSE(finds(refused.cadre)) << "the refused move is not in the round";
  ASSERT_EQ(round().consultations.size(), 1U) << "what was said is";
  const auto same = [&](const propose::Proposal& other) {
    return other.objective == second.objective && other.moves.size() == second.moves.size() &&
           std::equal(other.moves.begin(), other.moves.end(), second.moves.begin(),
                      [](const ProposedMove& a, const ProposedMove& b) {
                        return a.cadre == b.cadre && a.to == b.to && a.cost == b.cost;
                      });
  };
  EXPECT_TRUE(same(proposed()));
  const std::string once = plan_io::savePlan(plan);
  EXPECT_TRUE(same(accept()));
  EXPECT_EQ(plan_io::savePlan(plan), once) << "a second acceptance changes nothing";
  while (!round().moves.empty()) run(RemoveMove{ref, 0});
  EXPECT_TRUE(same(proposed()));
  run(AddMoves{ref, {test::move(refused.cadre, refused.to)}, {}});
  EXPECT_TRUE(finds(refused.cadre)) << "put back by hand, it is refused as before";
  EXPECT_TRUE(same(proposed()));
  EXPECT_TRUE(same(accept()));
}

TEST_F(ViewsOutliveMoves, ProposingTwiceGivesTheSameAnswerWhereConsentIsMandatory) {
  begin(Severity::kHard);
  proposeAgainAndAgain();
}

TEST_F(ViewsOutliveMoves, ProposingTwiceGivesTheSameAnswerWhereConsentIsAdvisory) {
  begin(Severity::kSoft);
  proposeAgainAndAgain();
}

TEST_F(ViewsOutliveMoves, CandidatesReadTheSameRegister) {
  begin(Severity::kSoft);
  const auto found = [&](PostId to) {
    const Timeline timeline = simulate(plan, scenario());
    const Stage stage{plan, scenario(), timeline, 1};
    CandidateSearch search(stage, candidate, Onto::kChain);
    while (!search.step(10)) {
    }
    return *std::find_if(search.ranked().begin(), search.ranked().end(),
                         [&](const Candidate& one) { return one.to == to; });
  };
  const Candidate before = found(posts[2]);
  say(candidate, posts[2], {View::kDisagree, View::kUnasked, View::kConcern});
  const Candidate after = found(posts[2]);
  EXPECT_EQ(after.soft, before.soft + 1);
  EXPECT_EQ(after.cost, before.cost + 20 + 40 + 15) << "the rule, and the views of two";
  EXPECT_EQ(found(posts[0]).cost, found(posts[1]).cost) << "it was about one destination";
}

// The round is simulated again for each choice, but only the effects of the choice are recomputed.
TEST_F(ViewsOutliveMoves, AQuickTrialKnowsWhatWasSaidAboutOtherMoves) {
  begin(Severity::kSoft);
  run(AddMoves{ref, {test::move(cadres[0], posts[2])}, {}});
  say(cadres[0], posts[2], {.cadre = View::kDisagree});
  say(cadres[1], posts[0], {.destination = View::kDisagree});
  const Timeline timeline = simulate(plan, scenario());
  const Stage stage{plan, scenario(), timeline, 1};
  const Command command = AddMoves{ref, {test::move(cadres[1], posts[0])}, {}};
  const Effect quick = RoundTrial(stage).effectOf(command).value();
  const Effect whole = effectOf(stage, command).value();
  ASSERT_EQ(quick.findings.size(), 1U);
  EXPECT_EQ(quick.findings[0].cadre, cadres[1]);
  EXPECT_EQ(whole.findings.size(), 1U);
  EXPECT_EQ(quick.resolved, whole.resolved);
}

}  // namespace
}  // namespace cadre
