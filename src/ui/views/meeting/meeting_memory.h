// State of a meeting: its page, the masked names, and the figures shown.
#pragma once

#include <cstdint>
#include <memory>

#include "core/memo.h"
#include "ui/name_mask.h"

namespace cadre::ui {

struct MeetingTable;

struct MeetingMemory {
  bool open = false;                        // shown instead of everything else
  bool is_full_screen = false;              // whether the page fills the screen
  int page = 0;                             // page of districts, when several are needed
  NameMask mask;                            // numbers stay the same while the plan is open
  Memo<MeetingTable, std::uint64_t> table;  // by revision of the plan
};

}  // namespace cadre::ui
