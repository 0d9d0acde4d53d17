// Properties of comparisons and forecasts for all plans: random ones, from seeds.
#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "analysis/comparison.h"
#include "analysis/forecast.h"
#include "rules/rule.h"
#include "samples/random.h"
#include "simulate/simulate.h"
#include "support/plan_builder.h"

namespace cadre::test {
namespace {

using samples::Random;

constexpr int kPlans = 400;

struct World {
  PlanBuilder plan;
  std::vector<PostId> posts;
  std::vector<CadreId> cadres;
  Scenario first;
  Scenario second;
};

Date dayAfter(Date date, int days) { return dateFromDays(daysSinceEpoch(date) + days); }

// Officials whose service or terms end, or who turn forty, around the dates of the rounds.
void addPeople(World& world, Random& random) {
  PlanBuilder& plan = world.plan;
  const Date as_of = plan.header.as_of;
  for (int i = random.between(1, 14); i > 0; --i) {
    const CadreId cadre = plan.cadre("c" + std::to_string(world.cadres.size()));
    world.cadres.push_back(cadre);
    if (random.chance(600)) plan[cadre].service_ends = dayAfter(as_of, random.between(-60, 1500));
    if (random.chance(700)) {
      plan[cadre].in_post_since = dayAfter(as_of, -random.between(0, 3000));
      plan[cadre].terms_as_head_here = random.between(0, 2);
    }
    if (random.chance(700)) {
      plan[cadre].birth = addMonths(dayAfter(as_of, random.between(-90, 1500)), -40 * 12);
    }
    if (random.chance(500)) plan[cadre].native_place = plan.city;
  }
  for (const PostId post : world.posts) {
    if (random.chance(700)) plan[post].incumbent = random.pick(world.cadres);
  }
}

Scenario randomScenario(const World& world, Random& random) {
  Scenario out = scenario({});
  Date date = world.plan.header.as_of;
  for (int r = random.between(0, 4); r > 0; --r) {
    date = dayAfter(date, random.between(0, 400));
    Round& next = out.rounds.emplace_back(round(isoDate(date), {}));
    for (int m = random.between(0, 5); m > 0; --m) {
      const PostId to = random.chance(150) ? PostId{} : random.pick(world.posts);
      Move& one = next.moves.emplace_back(move(random.pick(world.cadres), to));
      one.type = static_cast<MoveType>(random.between(0, 7));
      if (random.chance(300)) say(next, one.cadre, one.to, {.origin = View::kAgree});
    }
  }
  return out;
}

World randomWorld(int seed) {
  Random random(static_cast<std::uint64_t>(seed));
  World out;
  PlanBuilder& plan = out.plan;
  for (int d = random.between(1, 3); d > 0; --d) {
    const UnitId district = plan.district("d" + std::to_string(d));
    for (int c = random.between(1, 3); c > 0; --c) {
      const UnitId commune =
          plan.commune("u" + std::to_string(d) + "-" + std::to_string(c), district);
      out.posts.push_back(plan.post(commune, plan.secretary));
      out.posts.push_back(plan.post(commune, plan.chairman));
    }
  }
  plan.quota(Counts::kNonLocal, "0.5");
  if (random.chance(700)) plan.quota(Counts::kUnderAge, "0.3").age = 40;
  if (random.chance(700)) plan.rule("head_terms", Severity::kHard, 2);
  addPeople(out, random);
  out.first = randomScenario(out, random);
  out.second = random.chance(500) ? randomScenario(out, random) : out.first;
  for (Round& round : out.second.rounds) {
    if (!round.moves.empty() && random.chance(400)) round.moves.pop_back();
  }
  return out;
}

std::size_t countOnlyFirst(const std::vector<MoveDifference>& all) {
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [](const auto& one) { return !one.second; }));
}

TEST(AnalysisProperty, AComparisonOfAScenarioWithItselfIsEmpty) {
  for (int seed = 0; seed < kPlans; ++seed) {
    const World world = randomWorld(seed);
    const Plan plan = world.plan.build();
    const Timeline timeline = simulate(plan, world.first);
    EXPECT_TRUE(differences(world.first, timeline, world.first, timeline).empty())
        << "seed " << seed;
    const std::vector<const Scenario*> scenarios = {&world.first, &world.first};
    const std::vector<const Timeline*> timelines = {&timeline, &timeline};
    const Comparison both = compare(plan, scenarios, timelines);
    EXPECT_EQ(both.figures[0], both.figures[1]) << "seed " << seed;
  }
}

TEST(AnalysisProperty, DifferencesAreTheSameBothWays) {
  int compared = 0;
  for (int seed = 0; seed < kPlans; ++seed) {
    const World world = randomWorld(seed);
    const Plan plan = world.plan.build();
    const Timeline a = simulate(plan, world.first);
    const Timeline b = simulate(plan, world.second);
    const std::vector<MoveDifference> there = differences(world.first, a, world.second, b);
    const std::vector<MoveDifference> back = differences(world.second, b, world.first, a);
    ASSERT_EQ(there.size(), back.size()) << "seed " << seed;
    const auto only_second = [](const auto& one) { return !one.first; };
    EXPECT_EQ(countOnlyFirst(there),
              static_cast<std::size_t>(std::count_if(back.begin(), back.end(), only_second)));
    if (!there.empty()) ++compared;
  }
  EXPECT_GT(compared, kPlans / 4);
}

std::vector<Cell> cellsOn(const Forecast& forecast, Date date) {
  std::vector<Cell> out;
  for (const CellForecast& cell : forecast.cells) out.push_back(cell.on(date));
  return out;
}

TEST(AnalysisProperty, AForecastsFirstStepAndItsRoundsAreTheTimelinesCells) {
  for (int seed = 0; seed < kPlans; ++seed) {
    const World world = randomWorld(seed);
    const Plan plan = world.plan.build();
    const Timeline timeline = simulate(plan, world.first);
    const Forecast found = forecast(plan, timeline, addMonths(plan.header->as_of, 60));
    for (std::size_t entry = 0; entry < timeline.rounds.size(); ++entry) {
      const Date date = timeline.rounds[entry].date;
      const bool is_last_of_day =
          entry + 1 == timeline.rounds.size() || timeline.rounds[entry + 1].date != date;
      if (is_last_of_day) {
        EXPECT_EQ(cellsOn(found, date), timeline.rounds[entry].cells)
            << "seed " << seed << ", entry " << entry;
      }
    }
  }
}

TEST(AnalysisProperty, AForecastOfAnyDayIsASimulationWithAnEmptyRoundOnThatDay) {
  for (int seed = 0; seed < kPlans; ++seed) {
    Random random(static_cast<std::uint64_t>(seed) + 1'000'000);
    const World world = randomWorld(seed);
    const Plan plan = world.plan.build();
    const Timeline timeline = simulate(plan, world.first);
    const Forecast found = forecast(plan, timeline, addMonths(plan.header->as_of, 80));
    for (int i = 0; i < 6; ++i) {
      const Date date = dayAfter(plan.header->as_of, random.between(0, 2000));
      Scenario longer = world.first;
      const auto after =
          std::upper_bound(longer.rounds.begin(), longer.rounds.end(), date,
                           [](Date day, const Round& round) { return day < round.date; });
      const std::size_t entry = static_cast<std::size_t>(after - longer.rounds.begin()) + 1;
      longer.rounds.insert(after, round(isoDate(date), {}));
      EXPECT_EQ(cellsOn(found, date), simulate(plan, longer).rounds[entry].cells)
          << "seed " << seed << ", " << isoDate(date);
    }
    ASSERT_FALSE(HasFailure());
  }
}

TEST(AnalysisProperty, EveryDepartureOfTheTimelineIsALeaveOfTheForecast) {
  int departures = 0;
  for (int seed = 0; seed < kPlans; ++seed) {
    const World world = randomWorld(seed);
    const Plan plan = world.plan.build();
    const Timeline timeline = simulate(plan, world.first);
    const Forecast found = forecast(plan, timeline, plan.header->as_of);
    for (const RoundState& state : timeline.rounds) {
      for (const Departure& gone : state.departures) {
        if (gone.on < plan.header->as_of) continue;
        ++departures;
        EXPECT_EQ(std::count_if(found.leaves.begin(), found.leaves.end(),
                                [&](const Leave& leave) {
                                  return leave.kind == LeaveKind::kServiceEnds &&
                                         leave.cadre == gone.cadre && leave.post == gone.post &&
                                         leave.date == gone.on;
                                }),
                  1)
            << "seed " << seed;
      }
    }
  }
  EXPECT_GT(departures, kPlans / 4);
}

}  // namespace
}  // namespace cadre::test
