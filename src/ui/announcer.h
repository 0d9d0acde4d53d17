// The sentences announced by the accessible mirror's live region: after an edit, the new count of
// the quotas concerned, in one short sentence; and the top bar's notices.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ui/context.h"

namespace cadre::ui {

class Announcer {
 public:
  // Call once after each frame. Returns the sentence, or nothing. Nothing is announced while a
  // control is dragged: its release covers the whole drag.
  std::string update(const Context& context);
  // Another plan was opened: its counts are not a change.
  void planOpened() { revision_ = 0; }

 private:
  std::string changeOfQuota(const Context& context);

  std::string scope_;  // the scenario and quota to which `cells_` belongs
  std::uint64_t revision_ = 0;
  std::size_t entry_ = 0;
  std::vector<Cell> cells_;
  double notice_until_ = 0;  // distinguishes one notice from the next
};

}  // namespace cadre::ui
