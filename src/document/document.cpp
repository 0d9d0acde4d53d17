#include "document/document.h"

#include <algorithm>
#include <utility>

namespace cadre {

Expected<void> Document::apply(Command command) {
  Expected<Plan> after = applyCommand(plan(), command);
  if (!after) return std::unexpected(after.error());
  Message label = labelOf(command, plan());
  steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(position_), steps_.end());
  if (saved_at_ != kNeverSaved && saved_at_ > position_) saved_at_ = kNeverSaved;
  steps_.push_back({std::move(command), std::move(label), std::move(*after)});
  ++position_;
  return {};
}

Expected<void> Document::amend(Command command) {
  const std::size_t place = position_ - 1;
  const Plan& before = place == 0 ? base_ : steps_[place - 1].after;
  Expected<Plan> after = applyCommand(before, command);
  if (!after) return std::unexpected(after.error());
  Message label = labelOf(command, before);
  steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(place), steps_.end());
  if (saved_at_ != kNeverSaved && saved_at_ > place) saved_at_ = kNeverSaved;
  steps_.push_back({std::move(command), std::move(label), std::move(*after)});
  return {};
}

void Document::undo() {
  if (canUndo()) --position_;
}

void Document::redo() {
  if (canRedo()) ++position_;
}

void Document::moveTo(std::size_t position) { position_ = std::min(position, steps_.size()); }

}  // namespace cadre
