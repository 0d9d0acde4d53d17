// What is on screen, as data: each relevant widget records its role, label, value and rectangle
// where it draws itself; related widgets are enclosed in a group.
//
// One tree feeds both the browser tests and the accessible mirror (kit/mirror.h). It is rebuilt
// every frame; parts outside the clip rectangle are cut off, and fully hidden widgets are left out.
// States known to Dear ImGui (disabled, focused, being edited) are read from the last item; others
// are set on what add() returns. Every popup or dialog is a group of its own, even if its view does
// not declare one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

namespace cadre::kit {

// Whether a widget can have a state at all, and whether it has it.
enum class Has : std::uint8_t { kNever, kNot, kIs };
[[nodiscard]] constexpr Has has(bool is) { return is ? Has::kIs : Has::kNot; }

struct WidgetRange {
  int least = 0;
  int most = 0;
  int now = 0;
};

struct Widget {
  std::string_view role;  // a literal: "button", "tile", "post", "row", "textbox", "status", …
  std::string label;
  std::string value;
  ImVec2 min;
  ImVec2 max;
  // Spoken text for assistive technology, used instead of label and value where those are
  // abbreviated or a key; empty: label and value.
  std::string name;
  ImGuiID id = 0;      // of ImGui's item; 0: it is only drawn
  ImGuiID window = 0;  // the window it is drawn in
  int group = -1;      // index of its group; -1: none
  Has selected = Has::kNever;
  Has expanded = Has::kNever;
  bool disabled = false;
  bool focused = false;  // it receives the keys, and keys are in use
  bool editing = false;  // a text field being edited
  int level = 0;         // of a heading; 0: none
  std::optional<WidgetRange> range;
};

struct WidgetGroup {
  std::string_view role;  // "banner", "main", "region", "table", "row", "list", "listitem", …
  std::string name;
  int parent = -1;
  ImGuiID window = 0;  // the window it begins in
  ImGuiID root = 0;    // the enclosing popup, or the main window
  int row = 0;         // row number in a list of which only a part is shown, from 1; 0: unknown
  int rows = 0;        // number of rows in a list; 0: those present
  bool is_modal = false;
};

class WidgetTree {
 public:
  // An action requested by the mirror for a widget, by ImGui id; valid in the widget's next frame.
  struct Wishes {
    ImGuiID focus = 0;
    ImGuiID change = 0;
    int value = 0;
  };

  // During its lifetime, widgets added to the tree belong to the group.
  class Scope {
   public:
    Scope(WidgetTree& tree, std::string_view role, std::string_view name = {}, int rows = 0)
        : tree_(tree) {
      tree_.beginGroup(role, name, 0, rows);
    }
    // A row of a list or table, counted from 0.
    Scope(WidgetTree& tree, std::string_view role, int row) : tree_(tree) {
      tree_.beginGroup(role, {}, row + 1, 0);
    }
    ~Scope() { tree_.endGroup(); }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    WidgetTree& tree_;
  };

  void clear();
  // In screen coordinates, clipped to the visible part of the current window. The returned widget
  // may be modified until the next one is added; changes to a hidden widget are ignored.
  Widget& add(std::string_view role, std::string_view label, std::string_view value, ImVec2 min,
              ImVec2 max);
  // Uses the rectangle, id and state of the last ImGui item.
  Widget& addLastItem(std::string_view role, std::string_view label, std::string_view value = {});
  // Static text. Adding the same item again replaces it.
  void addText(std::string_view role, std::string_view text);

  void beginGroup(std::string_view role, std::string_view name, int row = 0, int rows = 0);
  void endGroup();
  // Names the popup being drawn.
  void namePopup(std::string_view name);

  // The value that the mirror requests for this slider.
  [[nodiscard]] std::optional<int> takeWish(ImGuiID id);
  void wish(Wishes wishes) { wishes_ = wishes; }

  [[nodiscard]] const std::vector<Widget>& widgets() const { return widgets_; }
  [[nodiscard]] const std::vector<WidgetGroup>& groups() const { return groups_; }
  // [{"role": …, "label": …, "value": …, "x": …, "y": …, "w": …, "h": …}, …]
  [[nodiscard]] std::string json() const;

 private:
  // The group of anything drawn now.
  int currentGroup();

  std::vector<Widget> widgets_;
  std::vector<WidgetGroup> groups_;
  std::vector<int> open_;
  Widget hidden_;
  Wishes wishes_;
};

}  // namespace cadre::kit
