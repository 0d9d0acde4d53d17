// A ranking predicts what a new simulation shows after the move.
#include <gtest/gtest.h>

#include "document/candidates.h"
#include "document/refusal.h"
#include "plan_io_random.h"
#include "simulate/simulate.h"

namespace cadre::test {
namespace {

constexpr std::uint64_t kPlans = 150;

bool sameFindings(std::vector<Finding> a, std::vector<Finding> b) {
  if (a.size() != b.size()) return false;
  for (const Finding& finding : a) {
    const auto found = std::find_if(b.begin(), b.end(), [&](const Finding& other) {
      return other.rule == finding.rule && other.cadre == finding.cadre &&
             other.post == finding.post && other.severity == finding.severity &&
             other.waived == finding.waived && other.message == finding.message;
    });
    if (found == b.end()) return false;
    b.erase(found);
  }
  return true;
}

void expectForetold(const Stage& stage, const Candidate& candidate, Onto onto, std::uint64_t seed) {
  const Expected<Command> command = moveOnto(stage, candidate.cadre, candidate.to, onto);
  ASSERT_TRUE(command.has_value()) << seed;
  const Expected<Effect> fresh = effectOf(stage, *command);
  ASSERT_TRUE(fresh.has_value()) << seed;
  ASSERT_EQ(candidate.effect.cells.size(), fresh->cells.size()) << seed;
  for (std::size_t i = 0; i < fresh->cells.size(); ++i) {
    ASSERT_EQ(candidate.effect.cells[i].before, fresh->cells[i].before) << seed;
    ASSERT_EQ(candidate.effect.cells[i].after, fresh->cells[i].after) << seed;
  }
  ASSERT_EQ(candidate.effect.vacancies, fresh->vacancies) << seed;
  ASSERT_EQ(candidate.effect.resolved, fresh->resolved) << seed;
  ASSERT_TRUE(sameFindings(candidate.effect.findings, fresh->findings)) << seed;
}

TEST(CandidatesProperty, EveryEffectIsThatOfAFreshSimulation) {
  std::size_t compared = 0;
  for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
    samples::Random random(seed);
    const Plan plan = randomPlan(random);
    const Scenario& scenario = *plan.scenarios->front();
    const Timeline timeline = simulate(plan, scenario);
    const std::size_t entry = static_cast<std::size_t>(random.below(timeline.rounds.size()));
    const Stage stage{plan, scenario, timeline, entry};
    const auto onto = static_cast<Onto>(random.below(2));
    const PostId post{static_cast<std::size_t>(random.below(plan.structure->posts.size()))};
    CandidateSearch comers(stage, post, onto);
    comers.step(1000);
    for (const Candidate& candidate : comers.ranked()) {
      ASSERT_NO_FATAL_FAILURE(expectForetold(stage, candidate, onto, seed));
      ++compared;
    }
    CandidateSearch places(stage, CadreId{std::size_t{0}}, onto);
    places.step(1000);
    for (const Candidate& candidate : places.ranked()) {
      ASSERT_NO_FATAL_FAILURE(expectForetold(stage, candidate, onto, seed));
      ++compared;
    }
  }
  EXPECT_GT(compared, kPlans * 5);
}

TEST(CandidatesProperty, TheRankingIsSorted) {
  for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
    samples::Random random(seed);
    const Plan plan = randomPlan(random);
    const Scenario& scenario = *plan.scenarios->front();
    const Timeline timeline = simulate(plan, scenario);
    const Stage stage{plan, scenario, timeline, 0};
    CandidateSearch search(stage, PostId{std::size_t{0}}, Onto::kChain);
    while (!search.step(2)) continue;
    const std::vector<Candidate>& ranked = search.ranked();
    for (std::size_t i = 1; i < ranked.size(); ++i) {
      ASSERT_FALSE(isBetter(ranked[i], ranked[i - 1])) << seed;
    }
  }
}

TEST(CandidatesProperty, EveryRepairIsThatOfAFreshSimulation) {
  std::size_t compared = 0;
  for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
    samples::Random random(seed);
    const Plan plan = randomPlan(random);
    const Scenario& scenario = *plan.scenarios->front();
    const Timeline timeline = simulate(plan, scenario);
    for (std::size_t r = 0; r < scenario.rounds.size(); ++r) {
      const Stage stage{plan, scenario, timeline, r + 1};
      for (std::size_t m = 0; m < scenario.rounds[r].moves.size(); ++m) {
        const Expected<Refusal> refusal = ifRefused(stage, m);
        ASSERT_TRUE(refusal.has_value()) << seed;
        const Expected<Effect> alone =
            effectOf(stage, RemoveMove{{scenario.key, scenario.rounds[r].key}, m});
        ASSERT_TRUE(alone.has_value()) << seed;
        ASSERT_EQ(shortfallChange(refusal->effect), shortfallChange(*alone)) << seed;
        ASSERT_EQ(refusal->effect.vacancies, alone->vacancies) << seed;
        for (const Repair& repair : refusal->repairs) {
          const Expected<Effect> fresh = effectOf(stage, repair.command);
          ASSERT_TRUE(fresh.has_value()) << seed;
          ASSERT_EQ(repair.what.shortfall, shortfallChange(*fresh)) << seed;
          ASSERT_TRUE(sameFindings(repair.what.effect.findings, fresh->findings)) << seed;
          ++compared;
        }
      }
    }
  }
  EXPECT_GT(compared, 50U);
}

}  // namespace
}  // namespace cadre::test
