// What a meeting remembers: its page, who is masked as what, and the figures that it shows.
#pragma once

#include <cstdint>
#include <memory>

#include "ui/name_mask.h"

namespace cadre::ui {

struct MeetingTable;

struct MeetingMemory {
  bool open = false;            // shown instead of everything else
  bool is_full_screen = false;  // the page fills the screen
  int page = 0;                 // of the chosen districts, where they do not fit on one
  NameMask mask;                // numbers stay for as long as the plan is open
  std::shared_ptr<const MeetingTable> table;
  std::uint64_t made_for = 0;  // revision of the plan
};

}  // namespace cadre::ui
