// The time to process a roster of 20,000 rows, from the text of a file to the result of each row:
// dividing the text into cells, recognising columns, reading and matching every row; then the
// merge.
//
// The plan is the made-up country, and the roster is its own export with a birth date changed in
// every tenth row, like a table returned by the offices.
#include <string>

#include <benchmark/benchmark.h>

#include "report/csv.h"
#include "roster/import.h"
#include "samples/samples.h"

namespace cadre {
namespace {

using roster::Table;

constexpr std::size_t kRows = 20'000;

struct Subject {
  Subject() : plan(samples::country()) {
    Plan edited = plan;
    auto roster = std::make_shared<Roster>(*plan.roster);
    for (std::size_t i = 0; i < roster->cadres.size(); i += 10) {
      roster->cadres[i].birth = Date{1970, 1, 31};
    }
    edited.roster = roster;
    text = report::rosterCsv(edited, text::Language::kVietnamese);
    std::size_t end = 0;
    for (std::size_t line = 0; line <= kRows && end != std::string::npos; ++line) {
      end = text.find("\r\n", end + 1);
    }
    if (end != std::string::npos) text.resize(end + 2);
  }

  Plan plan;
  std::string text;
};

const Subject& country() {
  static const Subject subject;
  return subject;
}

void importRoster(benchmark::State& state) {
  const Subject& subject = country();
  std::size_t rows = 0;
  for ([[maybe_unused]] auto _ : state) {
    const Table table = roster::parseTable(subject.text).value();
    const roster::Mapping mapping = roster::guessMapping(table, subject.plan);
    roster::Reading reading =
        roster::readRoster(subject.plan, table, mapping, {.gone_leave = false});
    rows = reading.rows.size();
    if (rows != kRows || reading.failed > 0 || reading.changed == 0) {
      state.SkipWithError("the roster is not read as it should be");
    }
    benchmark::DoNotOptimize(reading);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows));
}

void parseRoster(benchmark::State& state) {
  const Subject& subject = country();
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(roster::parseTable(subject.text));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(subject.text.size()));
}

void mergeRoster(benchmark::State& state) {
  const Subject& subject = country();
  const Table table = roster::parseTable(subject.text).value();
  const roster::Reading reading = roster::readRoster(
      subject.plan, table, roster::guessMapping(table, subject.plan), {.gone_leave = false});
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(roster::applyMerge(subject.plan, reading.merge));
  }
}

void exportRoster(benchmark::State& state) {
  const Subject& subject = country();
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(report::rosterCsv(subject.plan, text::Language::kVietnamese));
  }
}

BENCHMARK(importRoster)->Unit(benchmark::kMillisecond);
BENCHMARK(parseRoster)->Unit(benchmark::kMillisecond);
BENCHMARK(mergeRoster)->Unit(benchmark::kMillisecond);
BENCHMARK(exportRoster)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cadre

BENCHMARK_MAIN();
