#include "propose/roadmap/roadmap.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "propose/model/build_instances.h"
#include "propose/search/branch_and_bound.h"
#include "random_plan.h"
#include "simulate/simulate.h"
#include "support/plan_builder.h"

namespace cadre::propose {
namespace {

using test::PlanBuilder;

std::string words(const Objective& o) {
  return std::to_string(o.shortfall) + " " + std::to_string(o.vacant) + " " +
         std::to_string(o.moves) + " " + std::to_string(o.cost);
}

// The objective of a scenario's rounds except cost, from the simulation.
Objective playedObjective(const Plan& plan, const Scenario& scenario, std::size_t first) {
  const Timeline timeline = simulate(plan, scenario);
  Objective out;
  for (std::size_t r = first; r < scenario.rounds.size(); ++r) {
    const RoundState& state = timeline.rounds[r + 1];
    for (const Cell& cell : state.cells) out.shortfall += cell.shortfall();
    for (std::size_t p = 0; p < plan.structure->posts.size(); ++p) {
      const PostId post{p};
      if (!plan.post(post).locked && !state.after.holder(post)) ++out.vacant;
      if (state.before.holder(post) != state.after.holder(post)) ++out.moves;
    }
  }
  return out;
}

// Every choice of moves for one round, post by post, as in an instance for one round.
class RoundChoices {
 public:
  explicit RoundChoices(const Instance& instance)
      : instance_(instance), taken_(instance.officials.size(), 0) {
    fill(0);
  }
  [[nodiscard]] const std::vector<Selection>& all() const { return all_; }

 private:
  static std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

  void fill(std::size_t post) {
    if (post == instance_.posts.size()) return judge();
    fill(post + 1);
    for (std::size_t a = 0; a < instance_.arcs.size(); ++a) {
      const Arc& arc = instance_.arcs[a];
      if (at(arc.post) != post || taken_[at(arc.official)] != 0) continue;
      taken_[at(arc.official)] = 1;
      chosen_.arcs.push_back(static_cast<std::int32_t>(a));
      fill(post + 1);
      chosen_.arcs.pop_back();
      taken_[at(arc.official)] = 0;
    }
  }

  void judge() {
    std::vector<std::uint8_t> changes(instance_.posts.size(), 0);
    for (const std::int32_t a : chosen_.arcs) changes[at(instance_.arcs[at(a)].post)] = 1;
    Selection out = chosen_;
    std::vector<std::int32_t> in_unit(instance_.head_limit.size(), 0);
    std::vector<std::int32_t> in_district(instance_.district_cap.size(), 0);
    for (std::size_t p = 0; p < instance_.posts.size(); ++p) {
      const OpenPost& post = instance_.posts[p];
      in_district[at(post.district)] += changes[p];
      if (post.unit >= 0) in_unit[at(post.unit)] += changes[p];
      if (post.holder < 0) continue;
      const bool goes = taken_[at(post.holder)] != 0;
      if (goes && changes[p] == 0) return;
      if (!goes && changes[p] != 0) out.leaves.push_back(static_cast<std::int32_t>(p));
    }
    for (std::size_t u = 0; u < in_unit.size(); ++u) {
      if (instance_.continuity_is_hard && in_unit[u] > instance_.head_limit[u]) return;
    }
    for (const std::int32_t p : out.leaves) {
      if (!instance_.officials[at(instance_.posts[at(p)].holder)].may_leave) return;
    }
    std::vector<std::uint8_t> is_taken(instance_.arcs.size(), 0);
    for (const std::int32_t a : out.arcs) is_taken[at(a)] = 1;
    if (!keepsApart(instance_, is_taken, changes)) return;
    for (std::size_t d = 0; d < in_district.size(); ++d) {
      if (in_district[d] > instance_.district_cap[d]) return;
    }
    out.objective = objectiveOf(instance_, out.arcs, out.leaves);
    all_.push_back(std::move(out));
  }

  const Instance& instance_;
  std::vector<std::uint8_t> taken_;
  Selection chosen_;
  std::vector<Selection> all_;
};

// The best roadmap by enumerating all choices of all rounds, with the model of a single round.
class EveryRoadmap {
 public:
  EveryRoadmap(const Plan& plan, Scenario scenario, std::size_t first)
      : plan_(plan), scenario_(std::move(scenario)) {
    go(first, {}, {});
  }
  [[nodiscard]] const Objective& best() const { return *best_; }

 private:
  void go(std::size_t round, const Objective& so_far, const std::vector<CadreId>& moved) {
    if (round == scenario_.rounds.size()) {
      if (!best_ || so_far < *best_) best_ = so_far;
      return;
    }
    Question question;
    question.staying = moved;
    const Problem problem =
        buildProblem(plan_, scenario_, simulate(plan_, scenario_), round, question);
    Objective here = so_far;
    here.shortfall += problem.fixed_shortfall;
    if (problem.parts.empty()) return go(round + 1, here, moved);
    ASSERT_EQ(problem.parts.size(), 1U) << "one district is one part";
    const Instance& part = problem.parts[0];
    const RoundChoices choices(part);
    for (const Selection& choice : choices.all()) {
      std::vector<CadreId> movers = moved;
      std::vector<Move> moves;
      const auto add = [&](std::int32_t official, PostId to) {
        const Official& who = part.officials[static_cast<std::size_t>(official)];
        const PostId from =
            who.from < 0 ? PostId{} : part.posts[static_cast<std::size_t>(who.from)].post;
        movers.push_back(who.cadre);
        moves.push_back(newMove(who.cadre, from, to));
      };
      for (const std::int32_t a : choice.arcs) {
        const Arc& arc = part.arcs[static_cast<std::size_t>(a)];
        add(arc.official, part.posts[static_cast<std::size_t>(arc.post)].post);
      }
      for (const std::int32_t p : choice.leaves) {
        add(part.posts[static_cast<std::size_t>(p)].holder, PostId{});
      }
      scenario_.rounds[round].moves = std::move(moves);
      go(round + 1, here + choice.objective, movers);
      scenario_.rounds[round].moves.clear();
    }
  }

  const Plan& plan_;
  Scenario scenario_;
  std::optional<Objective> best_;
};

RoadmapQuestion rounds(std::size_t count) {
  RoadmapQuestion out;
  out.rounds = count;
  return out;
}

Scenario noRounds() { return test::scenario({}); }

TEST(Roadmap, IsTheBestOfAllThatThereAre) {
  std::size_t with_moves = 0;
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    test::Random random(seed);
    PlanBuilder builder =
        test::randomPlan(random, {.districts = 1, .communes = 2, .candidates = random.below(3)});
    const Plan plan = builder.build();
    const RoadmapQuestion question = rounds(2 + seed % 2);
    const EveryRoadmap every(plan, withNewRounds(plan, noRounds(), question), 0);
    const Roadmap found = roadmap(plan, noRounds(), question);
    ASSERT_EQ(words(found.objective), words(every.best())) << seed;
    ASSERT_EQ(words(found.bound), words(every.best())) << seed;
    ASSERT_EQ(found.status, Status::kOptimal) << seed;
    with_moves += found.objective.moves > 1 ? 1 : 0;
  }
  EXPECT_GT(with_moves, 50U);
}

TEST(Roadmap, PlayedItComesToWhatItSays) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    test::Random random(seed);
    PlanBuilder builder =
        test::randomPlan(random, {.districts = 3, .communes = 5, .candidates = 6});
    if (random.oneIn(2)) {
      if (!builder.rule_set.caps) builder.rule_set.caps.emplace();
      builder.rule_set.caps->moves_per_round = 2 + random.below(4);
    }
    const Plan plan = builder.build();
    const RoadmapQuestion question = rounds(4);
    const Roadmap found = roadmap(plan, noRounds(), question);
    const Scenario played = withRoadmap(plan, noRounds(), question, found);
    const Objective objective = playedObjective(plan, played, 0);
    EXPECT_EQ(found.objective.shortfall, objective.shortfall) << seed;
    EXPECT_EQ(found.objective.vacant, objective.vacant) << seed;
    EXPECT_EQ(found.objective.moves, objective.moves) << seed;
    EXPECT_LE(found.bound, found.objective) << seed;
    // Costs of the moves, and of units whose heads change together.
    const Timeline timeline = simulate(plan, played);
    std::int64_t cost = 0;
    std::map<CadreId, int> moved;
    for (std::size_t r = 0; r < found.rounds.size(); ++r) {
      for (const ProposedMove& move : found.rounds[r].moves) {
        cost += move.cost;
        ++moved[move.cadre];
      }
      for (const Finding& finding : timeline.rounds[r + 1].findings) {
        if (finding.severity == Severity::kSoft && finding.rule == "continuity") cost += 20;
        const bool is_of_others = finding.rule == "relatives";  // who come in the same round
        EXPECT_TRUE(finding.severity == Severity::kSoft || is_of_others)
            << seed << " " << finding.rule;
      }
      EXPECT_EQ(timeline.rounds[r + 1].moves,
                static_cast<std::int32_t>(found.rounds[r].moves.size()));
      if (plan.rule_set->caps && plan.rule_set->caps->moves_per_round) {
        EXPECT_LE(found.rounds[r].objective.moves, *plan.rule_set->caps->moves_per_round);
      }
    }
    EXPECT_EQ(found.objective.cost, cost) << seed;
    for (const auto& [cadre, times] : moved) EXPECT_EQ(times, 1) << seed;
  }
}

TEST(Roadmap, IsNoWorseThanRoundByRound) {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    test::Random random(seed);
    const Plan plan =
        test::randomPlan(random, {.districts = 2, .communes = 5, .candidates = 3}).build();
    const RoadmapQuestion question = rounds(3);
    Scenario scenario = withNewRounds(plan, noRounds(), question);
    Question one;
    Objective sum;
    for (std::size_t r = 0; r < 3; ++r) {
      const Proposal found = propose(plan, scenario, simulate(plan, scenario), r, one);
      sum = sum + found.objective;
      scenario.rounds[r] = roundWith(scenario.rounds[r], found);
      for (const ProposedMove& move : found.moves) one.staying.push_back(move.cadre);
    }
    const Roadmap found = roadmap(plan, noRounds(), question);
    EXPECT_LE(found.objective, sum) << seed;
    EXPECT_EQ(found.status, Status::kOptimal) << seed;
  }
}

// Two districts that could each use one move in the first round, and a cap of one in all.
TEST(Roadmap, WhereTheCapOfTheRoundBindsTheGapIsSaid) {
  test::Random random(5);
  PlanBuilder builder = test::randomPlan(random, {.districts = 3, .communes = 4, .candidates = 0});
  builder.rule_set.rules.clear();
  builder.rule_set.caps.emplace().moves_per_round = 2;
  const Plan plan = builder.build();
  const Roadmap found = roadmap(plan, noRounds(), rounds(2));
  EXPECT_TRUE(found.is_capped);
  EXPECT_EQ(found.status, Status::kFeasible);
  EXPECT_LT(found.bound, found.objective);
  for (const RoadmapRound& round : found.rounds) EXPECT_LE(round.objective.moves, 2);
}

TEST(Roadmap, FollowsTheLastRoundOfTheScenario) {
  PlanBuilder builder;
  const Plan plan = builder.build();
  Round last = test::round("2024-08-31", {});
  last.key = "roadmap-2";
  const Scenario found = withNewRounds(plan, test::scenario({last}), rounds(3));
  ASSERT_EQ(found.rounds.size(), 4U);
  EXPECT_EQ(isoDate(found.rounds[1].date), "2025-02-28");
  EXPECT_EQ(isoDate(found.rounds[3].date), "2026-02-28");
  EXPECT_EQ(found.rounds[1].key, "roadmap-1");
  EXPECT_EQ(found.rounds[2].key, "roadmap-3") << "the second is taken";
  const Scenario first = withNewRounds(plan, noRounds(), rounds(1));
  EXPECT_EQ(first.rounds[0].date, addMonths(plan.header->as_of, 6));
}

TEST(Roadmap, CutIntoSmallStepsItIsTheSame) {
  test::Random random(3);
  const Plan plan =
      test::randomPlan(random, {.districts = 2, .communes = 5, .candidates = 3}).build();
  const Roadmap expected = roadmap(plan, noRounds(), rounds(3));
  RoadmapJob job(plan, noRounds(), rounds(3));
  double progress = 0.0;
  Objective best = job.best().objective;
  while (!job.step(1)) {
    EXPECT_GE(job.progress(), progress);
    progress = job.progress();
    EXPECT_LE(job.best().objective, best);
    best = job.best().objective;
  }
  EXPECT_EQ(words(job.best().objective), words(expected.objective));
  EXPECT_EQ(words(job.best().bound), words(expected.bound));
}

TEST(Roadmap, OfAnEmptyPlanIsNothing) {
  PlanBuilder builder;
  const Roadmap found = roadmap(builder.build(), noRounds(), rounds(2));
  EXPECT_EQ(found.status, Status::kOptimal);
  EXPECT_EQ(words(found.objective), "0 0 0 0");
  EXPECT_TRUE(found.parts.empty());
}

}  // namespace
}  // namespace cadre::propose
