// The time to rank every official of the city for one post and every post for one official, and to
// work out what a refusal breaks and how to repair it. Four rounds of about forty moves each; the
// question is asked in the second.
#include <benchmark/benchmark.h>

#include "document/candidates.h"
#include "document/refusal.h"
#include "samples/samples.h"
#include "simulate/simulate.h"

namespace cadre {
namespace {

constexpr int kRounds = 4;
constexpr int kMoves = 40;
constexpr std::size_t kEntry = 2;
constexpr std::size_t kAll = 1'000'000;

struct Subject {
  Subject()
      : plan(samples::withRounds(samples::haNoi(samples::readHanoi(CADRE_ASSETS_DIR).value()),
                                 kRounds, kMoves)),
        timeline(simulate(plan, *plan.scenarios->front())) {}

  [[nodiscard]] Stage stage() const { return {plan, *plan.scenarios->front(), timeline, kEntry}; }

  Plan plan;
  Timeline timeline;
};

const Subject& city() {
  static const Subject subject;
  return subject;
}

PostId someVacancy() {
  const Seating& now = city().timeline.rounds[kEntry].after;
  for (std::size_t p = 0; p < now.postCount(); ++p) {
    if (!now.holder(PostId{p})) return PostId{p};
  }
  return PostId{std::size_t{0}};
}

void candidatesForOnePost(benchmark::State& state) {
  const Stage stage = city().stage();
  const PostId post = someVacancy();
  for ([[maybe_unused]] auto _ : state) {
    CandidateSearch search(stage, post, Onto::kChain);
    search.step(kAll);
    benchmark::DoNotOptimize(search.ranked().data());
  }
}

void postsForOneOfficial(benchmark::State& state) {
  const Stage stage = city().stage();
  const CadreId cadre = city().timeline.rounds[kEntry].after.holder(PostId{std::size_t{0}});
  for ([[maybe_unused]] auto _ : state) {
    CandidateSearch search(stage, cadre ? cadre : CadreId{std::size_t{0}}, Onto::kSwap);
    search.step(kAll);
    benchmark::DoNotOptimize(search.ranked().data());
  }
}

void refusalOfOneMove(benchmark::State& state) {
  const Stage stage = city().stage();
  for ([[maybe_unused]] auto _ : state) {
    const Expected<Refusal> refusal = ifRefused(stage, 0);
    benchmark::DoNotOptimize(&refusal);
  }
}

BENCHMARK(candidatesForOnePost)->Name("candidates for a post/city")->Unit(benchmark::kMillisecond);
BENCHMARK(postsForOneOfficial)->Name("posts for an official/city")->Unit(benchmark::kMillisecond);
BENCHMARK(refusalOfOneMove)->Name("refusal and repairs/city")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cadre

BENCHMARK_MAIN();
