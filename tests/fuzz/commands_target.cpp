// Random commands, each from its own seed, so that changing a byte changes one step.
#include <cstdint>
#include <string>
#include <vector>

#include "document/restore.h"
#include "plan_io/plan_io.h"
#include "plan_io_random.h"
#include "promises.h"
#include "require.h"
#include "targets.h"

namespace cadre::fuzz {
namespace {

using samples::Random;

constexpr std::size_t kMostSteps = 16;

std::uint64_t takeNumber(std::string_view& bytes) {
  std::uint64_t out = 0;
  for (int i = 0; i < 2 && !bytes.empty(); ++i) {
    out = out * 256 + static_cast<std::uint8_t>(bytes.front());
    bytes.remove_prefix(1);
  }
  return out;
}

// A document, with the texts that it must give at each position of its history.
class Story {
 public:
  explicit Story(Plan base) : document_(std::move(base)) {
    texts_.push_back(plan_io::savePlan(document_.plan()));
  }

  // A random command, appended or replacing the last one. It refers to the plan that it is applied
  // to: officials added by a replaced command do not exist there.
  void apply(Random& random, bool in_place) {
    const bool amends = in_place && document_.canUndo();
    const Plan& before = amends ? planBefore() : document_.plan();
    const Command command = test::randomCommand(before, random);
    std::string record = writeCommand(command, before);
    const Expected<void> done = amends ? document_.amend(command) : document_.apply(command);
    if (done) {
      texts_.resize(document_.position());
      texts_.push_back(plan_io::savePlan(document_.plan()));
      records_.resize(document_.position() - 1);
      records_.push_back(std::move(record));
    }
    requireText();
  }

  void undo() {
    if (document_.canUndo()) document_.undo();
    requireText();
  }
  void redo() {
    if (document_.canRedo()) document_.redo();
    requireText();
  }
  void moveTo(std::uint64_t place) {
    document_.moveTo(static_cast<std::size_t>(place % texts_.size()));
    requireText();
  }

  void requireJournal() const {
    const auto restored = restoreDocument(texts_.front(), records_, document_.position());
    require(restored.has_value() && restored->problems.empty(), "the journal can be followed");
    require(restored->document.position() == document_.position(), "to where it was left");
    for (std::size_t i = 0; i < records_.size(); ++i) {
      require(plan_io::savePlan(restored->document.steps()[i].after) == texts_[i + 1],
              "the journal gives the same bytes");
    }
  }

  [[nodiscard]] const Plan& plan() const { return document_.plan(); }

 private:
  [[nodiscard]] const Plan& planBefore() const {
    const std::size_t place = document_.position() - 1;
    return place == 0 ? document_.base() : document_.steps()[place - 1].after;
  }

  void requireText() const {
    require(document_.steps().size() + 1 == texts_.size(), "steps are those that were made");
    require(plan_io::savePlan(document_.plan()) == texts_[document_.position()],
            "each place of the history has its bytes");
  }

  Document document_;
  std::vector<std::string> texts_;    // by position
  std::vector<std::string> records_;  // by step
};

}  // namespace

void commands(std::string_view bytes) {
  Random random(takeNumber(bytes));
  Story story(test::randomPlan(random));
  for (std::size_t i = 0; i < kMostSteps && !bytes.empty(); ++i) {
    const auto what = static_cast<std::uint8_t>(bytes.front());
    bytes.remove_prefix(1);
    const std::uint64_t number = takeNumber(bytes);
    Random own(number);
    switch (what % 8) {
      case 0:
        story.undo();
        break;
      case 1:
        story.redo();
        break;
      case 2:
        story.moveTo(number);
        break;
      default:
        story.apply(own, what % 8 == 3);
    }
  }
  story.requireJournal();
  requireOpensAgain(story.plan());
  requireSimulates(story.plan());
}

}  // namespace cadre::fuzz
