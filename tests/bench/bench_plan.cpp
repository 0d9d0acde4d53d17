// The time to simulate, load and save a plan: Hà Nội, and a made-up country of 21,200 posts. Four
// rounds of about forty moves each.
#include <cstdio>
#include <string>

#include <benchmark/benchmark.h>

#include "document/command.h"
#include "plan_io/plan_io.h"
#include "samples/samples.h"
#include "simulate/simulate.h"

namespace cadre {
namespace {

constexpr int kRounds = 4;
constexpr int kMoves = 40;

struct Subject {
  explicit Subject(const Plan& base)
      : plan(samples::withRounds(base, kRounds, kMoves)), text(plan_io::savePlan(plan)) {}

  Plan plan;
  std::string text;
};

const Subject& city() {
  static const Subject subject(samples::haNoi(samples::readHanoi(CADRE_ASSETS_DIR).value()));
  return subject;
}

const Subject& country() {
  static const Subject subject(samples::country());
  return subject;
}

void simulateRounds(benchmark::State& state, const Subject& (*subject)()) {
  const Plan& plan = subject().plan;
  const Scenario& scenario = *plan.scenarios->front();
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(simulate(plan, scenario));
}

// The wait after each edit: the command and the simulation.
void edit(benchmark::State& state, const Subject& (*subject)()) {
  const Plan& plan = subject().plan;
  const Round& round = plan.scenarios->front()->rounds.front();
  const Command command = RemoveMove{{plan.scenarios->front()->key, round.key}, 0};
  for ([[maybe_unused]] auto _ : state) {
    const Expected<Plan> after = applyCommand(plan, command);
    benchmark::DoNotOptimize(simulate(*after, *after->scenarios->front()));
  }
}

void load(benchmark::State& state, const Subject& (*subject)()) {
  const std::string& text = subject().text;
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(plan_io::loadPlan(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void save(benchmark::State& state, const Subject& (*subject)()) {
  const Plan& plan = subject().plan;
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(plan_io::savePlan(plan));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(subject().text.size()));
}

BENCHMARK_CAPTURE(simulateRounds, city, city)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(edit, city, city)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(load, city, city)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(save, city, city)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(simulateRounds, country, country)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(edit, country, country)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(load, country, country)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(save, country, country)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cadre

BENCHMARK_MAIN();
