// Keyboard state kept between frames: the command palette, the list of shortcuts, pending focus
// changes, and the tables that can be copied.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <imgui.h>

#include "kit/focus.h"
#include "ui/palette_index.h"

namespace cadre::ui {

class TableText;
struct UiCommand;

struct PaletteMemory {
  bool is_open = false;
  bool is_shown = false;  // its popup
  std::string query;
  std::size_t chosen = 0;  // index in the results
  bool follow = false;     // scroll to the selected result
  // The last results, and their query.
  std::vector<Found> found;
  bool is_searched = false;
  std::string asked_for;
  std::shared_ptr<PlanNames> names;
};

// A table on screen that can be copied, in the frame that offers it.
struct TableOffer {
  std::string name;
  ImVec2 min;
  ImVec2 max;
  std::function<void(TableText&)> fill;
};

// Fields that get the keyboard focus in the next frame.
enum class FocusWish : std::uint8_t { kNone, kBoardSearch, kCandidateSearch };

struct KeyboardMemory {
  void beginFrame() {
    columns.clear();
    focus.beginFrame();
  }
  // The function that fills a table refers to the frame's data.
  void endFrame() { tables.clear(); }

  PaletteMemory palette;
  bool shortcuts_open = false;
  bool shortcuts_shown = false;
  const UiCommand* run_next = nullptr;  // runs at the beginning of the next frame
  kit::FocusMemory focus;
  FocusWish wish = FocusWish::kNone;
  // Text fields that form a column, and cells pasted into the active one.
  std::vector<unsigned> columns;
  std::string pasted_cells;
  // Tables offered in this frame so far.
  std::vector<TableOffer> tables;
  bool copy_wanted = false;
  std::string copy_name;  // the table requested by name; empty: the focused one
};

}  // namespace cadre::ui
