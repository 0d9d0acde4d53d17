// The monkey: random but plausible acts on the whole interface, with checks after each. Usage, and
// what to do with a failure: docs/testing.md.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <string>
#include <string_view>

#include "run.h"

namespace cadre::monkey {
namespace {

struct Options {
  unsigned seed = 1;
  int runs = 1;
  int acts = 500;
  std::string plan;
  std::vector<int> only;
  bool shortens = false;
  bool tells = true;  // whether to print the number of acts of each kind, and what was reached
};

[[noreturn]] void usage() {
  std::fputs(
      "usage: monkey [--seed N] [--runs N] [--acts N] [--plan NAME] [--only ACT,ACT,...]\n"
      "              [--shorten] [--quiet]\n"
      "  --runs   runs from one seed to the next, each of so many acts\n"
      "  --plan   what each begins with: a sample without .json, small, random-N; else by chance\n"
      "  --only   these acts of the run alone, as a shortened find names them\n"
      "  --shorten  leaves out acts of a run that goes wrong for as long as it still does\n",
      stderr);
  std::exit(2);
}

Options read(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const bool has_value = i + 1 < argc;
    if (word == "--shorten") {
      options.shortens = true;
    } else if (word == "--quiet") {
      options.tells = false;
    } else if (!has_value) {
      usage();
    } else if (word == "--seed") {
      options.seed = static_cast<unsigned>(std::strtoul(argv[++i], nullptr, 10));
    } else if (word == "--runs") {
      options.runs = std::atoi(argv[++i]);
    } else if (word == "--acts") {
      options.acts = std::atoi(argv[++i]);
    } else if (word == "--plan") {
      options.plan = argv[++i];
    } else if (word == "--only") {
      const char* at = argv[++i];
      while (*at != '\0') {
        char* end = nullptr;
        options.only.push_back(static_cast<int>(std::strtol(at, &end, 10)));
        if (end == at) usage();
        at = *end == ',' ? end + 1 : end;
      }
    } else {
      usage();
    }
  }
  if (options.runs < 1 || options.acts < 1) usage();
  return options;
}

void tell(const Run& run, const std::string& wrong, const Record& record) {
  std::printf("FAILED  seed %u, act %d: %s\n", run.seed, record.act(), wrong.c_str());
  for (const std::string& sentence : record.sentences()) std::printf("    %s\n", sentence.c_str());
}

void tellAgain(const Run& run) {
  std::string command = "  again: monkey --seed " + std::to_string(run.seed);
  if (!run.plan.empty()) command += " --plan " + run.plan;
  command += " --only ";
  for (const int act : run.acts)
    command += (act == run.acts.front() ? "" : ",") + std::to_string(act);
  std::printf("%s\n", command.c_str());
}

void tellTallies(const Record& record) {
  std::vector<Record::Tally> tallies = record.tallies();
  std::sort(tallies.begin(), tallies.end(), [](const Record::Tally& a, const Record::Tally& b) {
    return std::string_view(a.name.data()) < std::string_view(b.name.data());
  });
  for (const Record::Tally& tally : tallies) {
    std::printf("%9ld  %s\n", tally.count, tally.name.data());
  }
}

int main(int argc, char** argv) {
  const Options options = read(argc, argv);
  Record& record = Record::make();
  int failed = 0;
  for (int i = 0; i < options.runs; ++i) {
    Run run{.seed = options.seed + static_cast<unsigned>(i),
            .plan = options.plan,
            .acts = options.only};
    if (run.acts.empty()) {
      run.acts.resize(static_cast<std::size_t>(options.acts));
      std::iota(run.acts.begin(), run.acts.end(), 1);
    }
    const std::string wrong = perform(run, record);
    if (wrong.empty()) continue;
    ++failed;
    tell(run, wrong, record);
    if (options.shortens) {
      run = shortened(std::move(run), record);
      tell(run, perform(run, record), record);
      tellAgain(run);
    } else {
      std::printf("  again: monkey --seed %u --acts %d%s%s --shorten\n", run.seed, record.act(),
                  run.plan.empty() ? "" : " --plan ", run.plan.c_str());
    }
    std::fflush(stdout);
  }
  if (options.tells) tellTallies(record);
  std::printf("%ld frames, the costliest %.3f s of the processor\n", record.frames(),
              record.slowest());
  std::printf("%d passed, %d failed\n", options.runs - failed, failed);
  return failed == 0 ? 0 : 1;
}

}  // namespace
}  // namespace cadre::monkey

int main(int argc, char** argv) { return cadre::monkey::main(argc, argv); }
