// The time to compare five scenarios, forecast ten years and find every post's successors: Hà Nội,
// and a made-up country of 21,200 posts. Four rounds of about forty moves each.
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "analysis/comparison.h"
#include "analysis/forecast.h"
#include "analysis/grade_check.h"
#include "analysis/succession.h"
#include "samples/samples.h"
#include "simulate/simulate.h"

namespace cadre {
namespace {

constexpr int kRounds = 4;
constexpr int kMoves = 40;
constexpr std::size_t kScenarios = 5;
constexpr int kForecastMonths = 120;

// Five scenarios, each without some moves of the one before.
struct Subject {
  explicit Subject(const Plan& base) : plan(samples::withRounds(base, kRounds, kMoves)) {
    Scenario scenario = *plan.scenarios->front();
    for (std::size_t i = 0; i < kScenarios; ++i) {
      scenarios.push_back(scenario);
      for (Round& round : scenario.rounds) {
        if (!round.moves.empty()) round.moves.pop_back();
      }
    }
    for (const Scenario& one : scenarios) timelines.push_back(simulate(plan, one));
  }

  Plan plan;
  std::vector<Scenario> scenarios;
  std::vector<Timeline> timelines;
};

const Subject& city() {
  static const Subject subject(samples::haNoi(samples::readHanoi(CADRE_ASSETS_DIR).value()));
  return subject;
}

const Subject& country() {
  static const Subject subject(samples::country());
  return subject;
}

// The wait when opening the comparison: five simulations, their figures, and the moves by which the
// first two differ.
void compareFiveScenarios(benchmark::State& state, const Subject& (*subject)()) {
  const Subject& it = subject();
  for ([[maybe_unused]] auto _ : state) {
    std::vector<Timeline> timelines;
    for (const Scenario& scenario : it.scenarios) timelines.push_back(simulate(it.plan, scenario));
    std::vector<const Scenario*> scenarios;
    std::vector<const Timeline*> pointers;
    for (std::size_t i = 0; i < it.scenarios.size(); ++i) {
      scenarios.push_back(&it.scenarios[i]);
      pointers.push_back(&timelines[i]);
    }
    benchmark::DoNotOptimize(compare(it.plan, scenarios, pointers));
    benchmark::DoNotOptimize(
        differences(it.scenarios[0], timelines[0], it.scenarios[1], timelines[1]));
  }
}

void forecastTenYears(benchmark::State& state, const Subject& (*subject)()) {
  const Subject& it = subject();
  const Date horizon = addMonths(it.timelines.front().rounds.back().date, kForecastMonths);
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(forecast(it.plan, it.timelines.front(), horizon));
  }
}

void successors(benchmark::State& state, const Subject& (*subject)()) {
  const Subject& it = subject();
  const RoundState& end = it.timelines.front().rounds.back();
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(succession(it.plan, end.after, end.date));
  }
}

void successorsFromAnywhere(benchmark::State& state, const Subject& (*subject)()) {
  const Subject& it = subject();
  const RoundState& end = it.timelines.front().rounds.back();
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(succession(it.plan, end.after, end.date, {.from_anywhere = true}));
  }
}

void checkGrades(benchmark::State& state, const Subject& (*subject)()) {
  const Subject& it = subject();
  const RoundState& end = it.timelines.front().rounds.back();
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(gradeFlags(it.plan, end.after));
}

BENCHMARK_CAPTURE(compareFiveScenarios, city, city)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(forecastTenYears, city, city)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(successors, city, city)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(successorsFromAnywhere, city, city)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(checkGrades, city, city)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compareFiveScenarios, country, country)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(forecastTenYears, country, country)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(successors, country, country)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cadre

BENCHMARK_MAIN();
