// The open plan and its history: current plan, commands, undo and redo.
//
// Invariants: step i was made by applying commands 0..i to the base; 0 <= position <= steps; the
// current plan is the base at position 0 and the plan after step position - 1 elsewhere. Plans
// share sections, so a history of a thousand steps costs little more than what its edits changed.
#pragma once

#include <cstddef>
#include <vector>

#include "core/error.h"
#include "document/command.h"
#include "model/plan.h"

namespace cadre {

class Document {
 public:
  struct Step {
    Command command;
    Message label;
    Plan after;
  };

  explicit Document(Plan base) : base_(std::move(base)) {}

  [[nodiscard]] const Plan& plan() const { return planAt(position_); }
  [[nodiscard]] const Plan& base() const { return base_; }
  [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }
  [[nodiscard]] std::size_t position() const { return position_; }

  // Applies the command to the current plan and drops all redoable steps. On an error nothing
  // changes.
  Expected<void> apply(Command command);

  // Replaces the last command, so that dragging a control is a single step. On an error nothing
  // changes. REQUIRES: canUndo().
  Expected<void> amend(Command command);

  [[nodiscard]] bool canUndo() const { return position_ > 0; }
  [[nodiscard]] bool canRedo() const { return position_ < steps_.size(); }
  void undo();
  void redo();
  // Goes to any position in the history.
  void moveTo(std::size_t position);

  // The step that undo would revert, and the one that redo would apply. REQUIRES:
  // canUndo()/canRedo().
  [[nodiscard]] const Step& undoStep() const { return steps_[position_ - 1]; }
  [[nodiscard]] const Step& redoStep() const { return steps_[position_]; }

 private:
  [[nodiscard]] const Plan& planAt(std::size_t position) const {
    return position == 0 ? base_ : steps_[position - 1].after;
  }
  // Stores the command as the step at that index and makes it the last one.
  Expected<void> putAt(std::size_t place, Command command);

  Plan base_;
  std::vector<Step> steps_;
  std::size_t position_ = 0;
};

}  // namespace cadre
