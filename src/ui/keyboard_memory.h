// What the keyboard needs from one frame to the next: the command palette, the list of shortcuts,
// where the focus shall go, and the tables that can be copied.
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
  std::size_t chosen = 0;  // place in what was found
  bool follow = false;     // scroll to the chosen one
  // The last answer, and the question.
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

// Fields that the next frame gives the keyboard to.
enum class FocusWish : std::uint8_t { kNone, kBoardSearch, kCandidateSearch };

struct KeyboardMemory {
  void beginFrame() {
    columns.clear();
    focus.beginFrame();
  }
  // What fills a table holds on to what the frame shows.
  void endFrame() { tables.clear(); }

  PaletteMemory palette;
  bool shortcuts_open = false;
  bool shortcuts_shown = false;
  const UiCommand* run_next = nullptr;  // at the beginning of the next frame
  kit::FocusMemory focus;
  FocusWish wish = FocusWish::kNone;
  // Text fields that stand in a column, and cells that were pasted into the active one.
  std::vector<unsigned> columns;
  std::string pasted_cells;
  // Tables that this frame has offered so far.
  std::vector<TableOffer> tables;
  bool copy_wanted = false;
  std::string copy_name;  // of the table that was asked for by name; empty: the one in focus
};

}  // namespace cadre::ui
