// How long proposals take, in CPU time of this process (under Node by the clock):
//
//   bench_propose district|city REPETITIONS SECONDS FILE...
//
// Proposes for the first round of each plan's first scenario, REPETITIONS times and once before to
// warm up; a search is stopped after about so many SECONDS. Prints a line for each plan: the
// medians in seconds of making the instances from the plan and of solving them; the four parts of
// the objective and of the proven bound; the status as a number. tests/bench/propose.sh sets it
// beside HiGHS.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>
#include <utility>
#include <vector>

#include "plan_io/plan_io.h"
#include "platform/file_io.h"
#include "propose/model/build_instances.h"
#include "propose/proposal_job.h"
#include "simulate/simulate.h"

namespace {

using namespace cadre;  // NOLINT(google-build-using-namespace): a program of one file

constexpr std::size_t kSlice = 2000;  // pivots between two checks of the clock

// Under Node the process clock has a resolution of milliseconds, in which a district is solved
// twice.
double now() {
#ifdef __EMSCRIPTEN__
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
#else
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
#endif
}

template <class F>
double secondsOf(const F& work) {
  const double start = now();
  work();
  return now() - start;
}

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

propose::Proposal search(propose::Problem problem, const propose::Question& question,
                         double seconds) {
  const double end = now() + seconds;
  propose::ProposalJob job(std::move(problem), question);
  while (!job.step(kSlice) && now() < end) {
  }
  return job.best();
}

void print(const propose::Objective& objective) {
  std::printf(" %lld %lld %lld %lld", static_cast<long long>(objective.shortfall),
              static_cast<long long>(objective.vacant), static_cast<long long>(objective.moves),
              static_cast<long long>(objective.cost));
}

bool measure(const char* file, const propose::Question& question, int repetitions, double seconds) {
  const Expected<std::string> text = platform::readFile(file);
  if (!text) return false;
  const std::expected<Plan, Errors> plan = plan_io::loadPlan(*text);
  if (!plan || plan->scenarios->empty() || plan->scenarios->front()->rounds.empty()) return false;
  const Scenario& scenario = *plan->scenarios->front();
  const Timeline timeline = simulate(*plan, scenario);
  propose::Proposal found;
  std::vector<double> preparing;
  std::vector<double> solving;
  for (int i = 0; i <= repetitions; ++i) {
    propose::Problem problem;
    const double prepared =
        secondsOf([&] { problem = propose::buildProblem(*plan, scenario, timeline, 0, question); });
    const double solved = secondsOf([&] { found = search(std::move(problem), question, seconds); });
    if (i == 0) continue;  // warms up
    preparing.push_back(prepared);
    solving.push_back(solved);
  }
  std::printf("%.6f %.6f", median(preparing), median(solving));
  print(found.objective);
  print(found.bound);
  std::printf(" %d\n", static_cast<int>(found.status));
  std::fflush(stdout);
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  const int repetitions = argc > 4 ? std::atoi(argv[2]) : 0;
  const double seconds = argc > 4 ? std::atof(argv[3]) : 0;
  const std::string_view name = argc > 4 ? argv[1] : "";
  if (repetitions < 1 || (name != "district" && name != "city")) {
    std::fputs("usage: bench_propose district|city REPETITIONS SECONDS FILE...\n", stderr);
    return 2;
  }
  propose::Question question;
  if (name == "city") question.within = kWholePlan;
  for (int i = 4; i < argc; ++i) {
    if (measure(argv[i], question, repetitions, seconds)) continue;
    std::fprintf(stderr, "%s is not a plan with a round\n", argv[i]);
    return 2;
  }
  return 0;
}
