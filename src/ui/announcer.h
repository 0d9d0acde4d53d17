// What is said aloud (by the accessible mirror's live region) after an edit: how the quota of the
// units it concerns stands now, in one short sentence; and news that the top bar shows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ui/context.h"

namespace cadre::ui {

class Announcer {
 public:
  // Once after each frame; the sentence, or nothing. As long as a control is dragged nothing is
  // said: its release speaks for all of the drag.
  std::string update(const Context& context);
  // Another plan: its counts are no change.
  void planOpened() { revision_ = 0; }

 private:
  std::string changeOfQuota(const Context& context);

  std::string place_;  // scenario and quota that `cells_` is of
  std::uint64_t revision_ = 0;
  std::size_t entry_ = 0;
  std::vector<Cell> cells_;
  double notice_until_ = 0;  // tells one piece of news from the next
};

}  // namespace cadre::ui
