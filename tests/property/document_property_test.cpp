// Any sequence of commands: undo, redo and the journal give the same bytes.
#include <gtest/gtest.h>

#include "document/restore.h"
#include "plan_io/plan_io.h"
#include "plan_io_random.h"

namespace cadre::test {
namespace {

constexpr std::uint64_t kHistories = 60;
constexpr int kCommands = 40;

struct History {
  Document document;
  std::vector<std::string> plans;  // by position
  std::vector<std::string> records;
  int refused = 0;
};

History randomHistory(std::uint64_t seed) {
  samples::Random random(seed);
  // The plan as when opened: an opened plan knows the version of its file.
  const auto opened = plan_io::loadPlan(plan_io::savePlan(randomPlan(random)));
  History out{Document(opened.value()), {}, {}, 0};
  out.plans.push_back(plan_io::savePlan(out.document.plan()));
  for (int i = 0; i < kCommands; ++i) {
    const Command command = randomCommand(out.document.plan(), random);
    std::string record = writeCommand(command, out.document.plan());
    if (!out.document.apply(command)) {
      ++out.refused;
      EXPECT_EQ(plan_io::savePlan(out.document.plan()), out.plans.back()) << "seed " << seed;
      continue;
    }
    out.records.push_back(std::move(record));
    out.plans.push_back(plan_io::savePlan(out.document.plan()));
  }
  return out;
}

TEST(DocumentProperty, MostRandomCommandsFit) {
  int refused = 0;
  for (std::uint64_t seed = 0; seed < kHistories; ++seed) refused += randomHistory(seed).refused;
  EXPECT_LT(refused, static_cast<int>(kHistories) * kCommands / 2);
}

TEST(DocumentProperty, UndoAndRedoRestoreTheSameBytes) {
  for (std::uint64_t seed = 0; seed < kHistories; ++seed) {
    History history = randomHistory(seed);
    Document& document = history.document;
    while (document.canUndo()) {
      document.undo();
      ASSERT_EQ(plan_io::savePlan(document.plan()), history.plans[document.position()]) << seed;
    }
    while (document.canRedo()) {
      document.redo();
      ASSERT_EQ(plan_io::savePlan(document.plan()), history.plans[document.position()]) << seed;
    }
    samples::Random random(seed);
    for (int i = 0; i < 10; ++i) {
      document.moveTo(static_cast<std::size_t>(random.below(history.plans.size())));
      ASSERT_EQ(plan_io::savePlan(document.plan()), history.plans[document.position()]) << seed;
    }
  }
}

TEST(DocumentProperty, TheJournalRestoresTheSameBytes) {
  for (std::uint64_t seed = 0; seed < kHistories; ++seed) {
    const History history = randomHistory(seed);
    const std::size_t position = seed % history.plans.size();
    const auto restored = restoreDocument(history.plans[0], history.records, position);
    ASSERT_TRUE(restored.has_value()) << seed;
    ASSERT_TRUE(restored->problems.empty()) << seed << restored->problems[0].place;
    ASSERT_EQ(restored->document.position(), position);
    for (std::size_t i = 0; i < restored->document.steps().size(); ++i) {
      ASSERT_EQ(plan_io::savePlan(restored->document.steps()[i].after), history.plans[i + 1])
          << "seed " << seed << ", after " << history.records[i];
    }
  }
}

// Whatever the commands were, the plan can be written and opened.
TEST(DocumentProperty, EveryStepOpensAgain) {
  for (std::uint64_t seed = 0; seed < kHistories; ++seed) {
    for (const std::string& text : randomHistory(seed).plans) {
      const auto plan = plan_io::loadPlan(text);
      ASSERT_TRUE(plan.has_value()) << "seed " << seed << " " << plan.error().front().place;
      ASSERT_EQ(plan_io::savePlan(*plan), text) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace cadre::test
