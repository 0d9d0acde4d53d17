#include <array>
#include <iterator>
#include <optional>

#include "acts.h"
#include "kit/mirror.h"
#include "plan_io/encrypted_plan.h"
#include "plans.h"
#include "shared/numbers.h"

namespace cadre::monkey {
namespace {

using platform::LockOutcome;
using platform::PlanAccess;
using platform::StorageState;

void changeWindow(Monkey& monkey) {
  struct Size {
    float width;
    float height;
  };
  static constexpr auto kSizes = std::to_array<Size>({{390, 844},
                                                      {844, 390},
                                                      {320, 568},
                                                      {768, 1024},
                                                      {1024, 768},
                                                      {1280, 720},
                                                      {1440, 900},
                                                      {1920, 1080},
                                                      {3840, 2160}});
  const Size size = monkey.pick(kSizes);
  monkey.say("resize to " + std::to_string(size.width) + " x " + std::to_string(size.height));
  ImGui::GetIO().DisplaySize = {size.width, size.height};
  monkey.settle();
}

// Rebuilds the fonts: an expensive act, and therefore a rare one.
void changeDensity(Monkey& monkey) {
  monkey.page.density = monkey.pick(std::array{1.0F, 1.25F, 1.5F, 2.0F});
  monkey.say("pixels to the unit: " + std::to_string(monkey.page.density));
  monkey.settle();
}

void changePointer(Monkey& monkey) {
  ImGuiIO& io = ImGui::GetIO();
  io.ConfigFlags ^= ImGuiConfigFlags_IsTouchScreen;
  monkey.say("fingers are what is used here, or no longer");
  monkey.settle();
}

test::Random chanceOf(Monkey& monkey) {
  return test::Random(static_cast<std::uint32_t>(monkey.below(1 << 30)));
}

void openPlan(Monkey& monkey) {
  test::Random random = chanceOf(monkey);
  const std::string name = anyPlanName(random);
  monkey.say("open the file " + name);
  monkey.page.planner->fileOpened(name + ".json", planNamed(name));
  monkey.settle();
}

void openDamaged(Monkey& monkey) {
  test::Random random = chanceOf(monkey);
  const std::string name = anyPlanName(random);
  monkey.say("open a damaged copy of " + name);
  const char* file = monkey.pick(std::array{"plan.json", "plan.cadre", "plan.csv", "plan", "\xFF"});
  monkey.page.planner->fileOpened(file, damaged(planNamed(name), random));
  monkey.settle();
}

void fetchSample(Monkey& monkey) {
  if (monkey.page.host.samples_asked.empty()) return;
  const std::string file = monkey.page.host.samples_asked.back();
  monkey.page.host.samples_asked.clear();
  if (monkey.oneIn(5)) {
    monkey.say("the sample " + file + " does not come");
    monkey.page.planner->fileFailed(file, "network error");
  } else {
    monkey.say("the sample " + file + " comes");
    monkey.page.planner->fileOpened(file, planNamed(file.substr(0, file.find('.'))));
  }
  monkey.settle();
}

void openLocked(Monkey& monkey) {
  const plan_io::EncryptedHeader header{.iterations = plan_io::kIterations,
                                        .salt = std::string(plan_io::kSaltSize, 's'),
                                        .nonce = std::string(plan_io::kNonceSize, 'n'),
                                        .key_check = std::string(plan_io::kKeyCheckSize, 'k')};
  monkey.say("open a plan with a password");
  monkey.page.planner->fileOpened(
      "plan.cadre", plan_io::encryptedFile(plan_io::encryptedHeader(header, 4), "xxxx",
                                           std::string(plan_io::kTagSize, 't')));
  monkey.settle();
}

void answerLocks(Monkey& monkey) {
  platform::MemoryHost& host = monkey.page.host;
  const bool unlocks = !host.unlocks.empty();
  auto& asked = unlocks ? host.unlocks : host.locks;
  if (asked.empty()) return;
  const auto outcome = static_cast<LockOutcome>(monkey.below(shared::kLockOutcomeCount));
  const bool done = outcome == LockOutcome::kDone || monkey.oneIn(2);
  monkey.say(std::string("what was asked of a password ") + (done ? "is done" : "fails"));
  const std::uint32_t ticket = asked.back().ticket;
  asked.clear();
  test::Random random = chanceOf(monkey);
  const std::string bytes = unlocks ? planNamed(anyPlanName(random)) : "locked";
  monkey.page.planner->lockDone(ticket, done ? LockOutcome::kDone : outcome, bytes);
  monkey.settle();
}

void openStored(Monkey& monkey) {
  platform::MemoryHost& host = monkey.page.host;
  if (host.stored.empty()) return;
  auto entry = host.stored.begin();
  std::advance(entry, monkey.below(static_cast<std::int32_t>(host.stored.size())));
  const std::string id = entry->first;
  if (monkey.oneIn(4) && !entry->second.records.empty() && id != host.current) {
    test::Random random = chanceOf(monkey);
    std::string& record = entry->second.records[static_cast<std::size_t>(
        random.below(static_cast<std::int32_t>(entry->second.records.size())))];
    record = damaged(std::move(record), random);
    monkey.say("open the kept " + id + ", a record of which is damaged");
  } else {
    monkey.say("open the kept " + id);
  }
  host.openStored(id);
  monkey.settle();
}

void importRoster(Monkey& monkey) {
  test::Random random = chanceOf(monkey);
  const std::string table = rosterOf(monkey.page.planner->planJson(), random);
  if (table.empty()) return;
  if (monkey.oneIn(3)) {
    monkey.say("paste a roster");
    monkey.page.planner->textPasted(table);
  } else {
    monkey.say("open a roster");
    monkey.page.planner->fileOpened("roster.csv", table);
  }
  monkey.settle();
}

void pasteText(Monkey& monkey) {
  const std::string words = monkey.words() + "\t" + monkey.words() + "\n" + monkey.words();
  monkey.say("paste \"" + words + "\"");
  ui::Planner& planner = *monkey.page.planner;
  // Like the page: cells for a column, else text for the field, else for the planner.
  if (monkey.isTyping()) {
    if (!planner.cellsPasted(words)) monkey.type(words);
  } else {
    planner.textPasted(words);
  }
  monkey.settle();
}

void actInMirror(Monkey& monkey) {
  using kit::MirrorAct;
  const std::vector<kit::Widget>& widgets = monkey.page.planner->widgets();
  if (widgets.empty()) return;
  std::optional<kit::Widget> widget = monkey.any([](const kit::Widget& w) { return w.id != 0; });
  const auto act = static_cast<MirrorAct>(monkey.below(shared::kMirrorActCount));
  unsigned id = widget ? widget->id : 0;
  if (act == MirrorAct::kRowsBefore || act == MirrorAct::kRowsAfter) {
    id = monkey.pick(widgets).window;
  }
  int value = monkey.below(200) - 50;
  if (widget && widget->range && !monkey.oneIn(4)) {
    value = widget->range->least + monkey.below(widget->range->most - widget->range->least + 1);
  }
  // An id that no longer exists.
  if (monkey.oneIn(30)) id = static_cast<unsigned>(monkey.below(1 << 30));
  monkey.say("in the mirror: act " + std::to_string(static_cast<int>(act)) + " with " +
             std::to_string(value) + " on " + (widget ? nameOf(*widget) : std::string("nothing")));
  monkey.page.planner->mirrorAct(act, id, value);
  monkey.settle();
}

void changeStorage(Monkey& monkey) {
  ui::Planner& planner = *monkey.page.planner;
  switch (monkey.below(4)) {
    case 0:
      monkey.say("storage changes");
      planner.storageChanged(static_cast<StorageState>(monkey.below(shared::kStorageStateCount)),
                             monkey.oneIn(2) ? "12:01" : "");
      break;
    case 1:
      monkey.say("another tab has the plan");
      planner.accessChanged(monkey.oneIn(2) ? PlanAccess::kOtherTab : PlanAccess::kConflict);
      break;
    case 2:
      monkey.say("the page leaves the full screen, or fills it");
      planner.fullScreenChanged(monkey.oneIn(2));
      break;
    default:
      monkey.say("a kept plan cannot be read");
      planner.storedPlanFailed("plan-1", "damaged block");
      break;
  }
  monkey.settle();
  // A plan held by another tab soon stops all work, so this does not last.
  if (!monkey.oneIn(4)) planner.accessChanged(PlanAccess::kTaken);
  monkey.settle();
}

void waitAWhile(Monkey& monkey) {
  monkey.say("wait");
  monkey.wait(0.1 + 0.1 * monkey.below(100));
  monkey.untilQuiet(200);
}

constexpr auto kActs = std::to_array<ActKind>({
    {"resize", 12, changeWindow},
    {"density", 1, changeDensity},
    {"touch screen", 2, changePointer},
    {"open a plan", 8, openPlan},
    {"open a damaged file", 5, openDamaged},
    {"a sample comes", 12, fetchSample},
    {"open a locked plan", 3, openLocked},
    {"answer a lock", 8, answerLocks},
    {"open a kept plan", 6, openStored},
    {"import a roster", 8, importRoster},
    {"paste cells", 12, pasteText},
    {"mirror", 60, actInMirror},
    {"storage", 5, changeStorage},
    {"wait", 10, waitAWhile},
});

}  // namespace

std::span<const ActKind> outsideActs() { return kActs; }

}  // namespace cadre::monkey
