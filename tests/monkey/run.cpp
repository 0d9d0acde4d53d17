#include "run.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "acts.h"
#include "checks.h"
#include "monkey.h"
#include "plans.h"

namespace cadre::monkey {
namespace {

constexpr int kActsToKept = 40;
constexpr int kActsToUndo = 150;

// An act that takes longer counts as a hang: SIGPROF ends the process. Measured in processor time,
// so that a busy machine does not matter.
void setAlarm() {
  constexpr time_t kSeconds = 180;
  const itimerval timer{.it_interval = {}, .it_value = {.tv_sec = kSeconds, .tv_usec = 0}};
  setitimer(ITIMER_PROF, &timer, nullptr);
}

[[noreturn]] void performHere(const Run& run, Record& record) {
  test::Random random(run.seed);
  const std::string plan = run.plan.empty() ? anyPlanName(random) : run.plan;
  record.say("begin with " + plan);
  Monkey monkey(record, run.seed, planNamed(plan));
  MirrorTwin mirror;
  int done = 0;
  for (const int act : run.acts) {
    setAlarm();
    monkey.beginAct(act);
    perform(monkey);
    checkPlaces(monkey);
    checkIds(monkey);
    mirror.follow(monkey);
    noteViews(monkey);
    // A button held for long would surprise a later act.
    if (monkey.oneIn(3)) monkey.letGo();
    ++done;
    if (done % kActsToKept == 0) checkKept(monkey);
    if (done % kActsToUndo == 0) checkUndo(monkey);
  }
  checkKept(monkey);
  checkUndo(monkey);
  _exit(0);
}

std::string howItEnded(int status, const Record& record) {
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    if (signal == SIGPROF) return "it hangs";
    return std::string("it crashes: ") + strsignal(signal);
  }
  if (WEXITSTATUS(status) == 0) return "";
  const std::string fault = record.faultText();
  return fault.empty() ? "it ends by itself (a sanitizer, most likely)" : fault;
}

}  // namespace

std::string perform(const Run& run, Record& record) {
  record.begin();
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child < 0) {
    std::perror("fork");
    std::exit(2);
  }
  if (child == 0) performHere(run, record);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return howItEnded(status, record);
}

Run shortened(Run run, Record& record) {
  // Acts after the failure are not needed.
  std::erase_if(run.acts, [last = record.act()](int act) { return act > last; });
  for (std::size_t part = run.acts.size() / 2; part > 0; part /= 2) {
    for (std::size_t from = 0; from < run.acts.size();) {
      Run without = run;
      const auto begin = without.acts.begin() + static_cast<std::ptrdiff_t>(from);
      const auto room = static_cast<std::size_t>(without.acts.end() - begin);
      without.acts.erase(begin, begin + static_cast<std::ptrdiff_t>(std::min(part, room)));
      if (!perform(without, record).empty()) {
        std::erase_if(without.acts, [last = record.act()](int act) { return act > last; });
        run = std::move(without);
      } else {
        from += part;
      }
    }
  }
  return run;
}

}  // namespace cadre::monkey
