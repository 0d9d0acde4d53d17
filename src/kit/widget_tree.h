// What is on screen, as data: each widget that matters says its role, label, value and rectangle
// once, where it draws itself; what belongs together says so with a group around it.
//
// One tree feeds the browser tests and the accessible mirror (kit/mirror.h). It is made anew in
// every frame; parts outside the clip rectangle are cut off and widgets that are hidden altogether
// are left out. States that Dear ImGui knows (disabled, focused, being edited) are read from the
// last item; the rest is set on what add() returns. A popup or a dialog is a group of its own,
// whether its view says so or not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

namespace cadre::kit {

// Whether a widget can be in a state at all, and whether it is.
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
  // For people who do not see it. What is said instead of label and value, where those are short
  // or a key; empty: label and value.
  std::string name;
  ImGuiID id = 0;      // of ImGui's item; 0: it is only drawn
  ImGuiID window = 0;  // that it is drawn in
  int group = -1;      // its place among the groups; -1: none
  Has selected = Has::kNever;
  Has expanded = Has::kNever;
  bool disabled = false;
  bool focused = false;  // keys act on it, and the person uses keys
  bool editing = false;  // a text field that is being typed in
  int level = 0;         // of a heading; 0: none
  std::optional<WidgetRange> range;
};

struct WidgetGroup {
  std::string_view role;  // "banner", "main", "region", "table", "row", "list", "listitem", …
  std::string name;
  int parent = -1;
  ImGuiID window = 0;  // that it begins in
  ImGuiID root = 0;    // the popup or the whole screen around that
  int row = 0;         // its place in a list that shows only a part, from 1; 0: not told
  int rows = 0;        // how many rows a list has; 0: those that are there
  bool is_modal = false;
};

class WidgetTree {
 public:
  // What the mirror asks a widget for, by its ImGui id; each is good for the next frame it is in.
  struct Wishes {
    ImGuiID focus = 0;
    ImGuiID change = 0;
    int value = 0;
  };

  // While it lives, what is reported belongs to the group.
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
  // In screen coordinates, clipped to what the current window shows. The widget may be told more
  // about until the next one is added; one that is hidden takes it and forgets it.
  Widget& add(std::string_view role, std::string_view label, std::string_view value, ImVec2 min,
              ImVec2 max);
  // With the rectangle, the id and the state of the last ImGui item.
  Widget& addLastItem(std::string_view role, std::string_view label, std::string_view value = {});
  // Words that are only read. Whoever reports the same item again replaces them.
  void addText(std::string_view role, std::string_view text);

  void beginGroup(std::string_view role, std::string_view name, int row = 0, int rows = 0);
  void endGroup();
  // Names the popup that is being drawn.
  void namePopup(std::string_view name);

  // The value that the mirror wants this slider to have.
  [[nodiscard]] std::optional<int> takeWish(ImGuiID id);
  void wish(Wishes wishes) { wishes_ = wishes; }

  [[nodiscard]] const std::vector<Widget>& widgets() const { return widgets_; }
  [[nodiscard]] const std::vector<WidgetGroup>& groups() const { return groups_; }
  // [{"role": …, "label": …, "value": …, "x": …, "y": …, "w": …, "h": …}, …]
  [[nodiscard]] std::string json() const;

 private:
  // The group that something drawn now belongs to.
  int currentGroup();

  std::vector<Widget> widgets_;
  std::vector<WidgetGroup> groups_;
  std::vector<int> open_;
  Widget hidden_;
  Wishes wishes_;
};

}  // namespace cadre::kit
