#include "document/document.h"

#include <algorithm>
#include <utility>

namespace cadre {

Expected<void> Document::putAt(std::size_t place, Command command) {
  const Plan& before = planAt(place);
  Expected<Plan> after = applyCommand(before, command);
  if (!after) return std::unexpected(after.error());
  Message label = labelOf(command, before);
  steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(place), steps_.end());
  steps_.push_back({std::move(command), std::move(label), std::move(*after)});
  position_ = place + 1;
  return {};
}

Expected<void> Document::apply(Command command) { return putAt(position_, std::move(command)); }

Expected<void> Document::amend(Command command) { return putAt(position_ - 1, std::move(command)); }

void Document::undo() {
  if (canUndo()) --position_;
}

void Document::redo() {
  if (canRedo()) ++position_;
}

void Document::moveTo(std::size_t position) { position_ = std::min(position, steps_.size()); }

}  // namespace cadre
