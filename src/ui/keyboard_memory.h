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
    panels.clear();
    columns.clear();
    field_kind = 0;
  }
  // What fills a table holds on to what the frame shows.
  void endFrame() { tables.clear(); }

  PaletteMemory palette;
  bool shortcuts_open = false;
  bool shortcuts_shown = false;
  const UiCommand* run_next = nullptr;  // at the beginning of the next frame
  FocusWish focus = FocusWish::kNone;
  // What has the focus, at the end of the last frame.
  unsigned focus_window = 0;
  unsigned focus_item = 0;
  unsigned focus_scope = 0;
  // Panels: those of this frame, and which way the focus shall go from the one that has it.
  std::vector<unsigned> panels;
  int panel_step = 0;
  unsigned enter_panel = 0;  // its first item gets the focus in the next frame
  // Text fields: the kind of the active one (kit/draw.h), those that stand in a column, and cells
  // that were pasted into the active one.
  int field_kind = 0;
  std::vector<unsigned> columns;
  std::string pasted_cells;
  // Tables that this frame has offered so far.
  std::vector<TableOffer> tables;
  bool copy_wanted = false;
  std::string copy_name;  // of the table that was asked for by name; empty: the one in focus
};

}  // namespace cadre::ui
