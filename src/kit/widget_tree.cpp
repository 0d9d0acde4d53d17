#include "kit/widget_tree.h"

#include <algorithm>

#include <imgui_internal.h>

#include "json/writer.h"

namespace cadre::kit {
namespace {

bool sameRectangle(const Widget& widget, ImVec2 min, ImVec2 max) {
  return widget.min.x == min.x && widget.min.y == min.y && widget.max.x == max.x &&
         widget.max.y == max.y;
}

// Some roles express their state through their value.
void readStateFromValue(Widget& widget) {
  if (widget.role == "tab" || widget.role == "checkbox") {
    widget.selected = has(widget.value == "selected" || widget.value == "checked");
  } else if (widget.value == "selected") {
    widget.selected = Has::kIs;
  }
}

}  // namespace

void WidgetTree::clear() {
  widgets_.clear();
  groups_.clear();
  open_.clear();
}

int WidgetTree::currentGroup() {
  const ImGuiWindow& window = *ImGui::GetCurrentWindow();
  const ImGuiWindow& root = *window.RootWindow;
  const int open = open_.empty() ? -1 : open_.back();
  const ImGuiID open_root = open < 0 ? 0 : groups_[static_cast<std::size_t>(open)].root;
  if (open_root == root.ID) return open;
  constexpr ImGuiWindowFlags kApart = ImGuiWindowFlags_Popup | ImGuiWindowFlags_Modal;
  if ((root.Flags & kApart) == 0) return open_root == 0 ? open : -1;
  const auto own = std::find_if(groups_.begin(), groups_.end(), [&](const WidgetGroup& group) {
    return group.parent < 0 && group.role == "dialog" && group.root == root.ID;
  });
  if (own != groups_.end()) return static_cast<int>(own - groups_.begin());
  WidgetGroup group;
  group.role = "dialog";
  group.window = group.root = root.ID;
  group.is_modal = (root.Flags & ImGuiWindowFlags_Modal) != 0;
  groups_.push_back(std::move(group));
  return static_cast<int>(groups_.size()) - 1;
}

Widget& WidgetTree::add(std::string_view role, std::string_view label, std::string_view value,
                        ImVec2 min, ImVec2 max) {
  const ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 clip_min = list->GetClipRectMin();
  const ImVec2 clip_max = list->GetClipRectMax();
  const ImVec2 shown_min = {std::max(min.x, clip_min.x), std::max(min.y, clip_min.y)};
  const ImVec2 shown_max = {std::min(max.x, clip_max.x), std::min(max.y, clip_max.y)};
  if (shown_min.x >= shown_max.x || shown_min.y >= shown_max.y) {
    hidden_ = {};
    return hidden_;
  }
  const int group = currentGroup();
  if (role == "dialog") namePopup(label);
  if (!widgets_.empty() && widgets_.back().role == "text" &&
      sameRectangle(widgets_.back(), shown_min, shown_max)) {
    widgets_.pop_back();
  }
  Widget& widget = widgets_.emplace_back();
  widget.role = role;
  widget.label = label;
  widget.value = value;
  widget.min = shown_min;
  widget.max = shown_max;
  widget.window = ImGui::GetCurrentWindow()->ID;
  widget.group = group;
  readStateFromValue(widget);
  return widget;
}

Widget& WidgetTree::addLastItem(std::string_view role, std::string_view label,
                                std::string_view value) {
  Widget& widget = add(role, label, value, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
  ImGuiContext& gui = *ImGui::GetCurrentContext();
  const ImGuiID id = gui.LastItemData.ID;
  if (id == 0) return widget;
  widget.id = id;
  widget.disabled = (gui.LastItemData.InFlags & ImGuiItemFlags_Disabled) != 0;
  widget.focused = gui.NavId == id && !gui.NavDisableHighlight;
  widget.editing = gui.ActiveId == id && gui.InputTextState.ID == id;
  if (wishes_.focus == id) {
    wishes_.focus = 0;
    ImGui::FocusWindow(ImGui::GetCurrentWindow());
    ImGui::SetFocusID(id, ImGui::GetCurrentWindow());
    gui.NavDisableHighlight = false;
    gui.NavDisableMouseHover = true;
  }
  return widget;
}

void WidgetTree::addText(std::string_view role, std::string_view text) {
  const ImGuiWindow& root = *ImGui::GetCurrentWindow()->RootWindow;
  // A tooltip repeats what its widget already says.
  if (text.empty() || (root.Flags & ImGuiWindowFlags_Tooltip) != 0) return;
  add(role, text, {}, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
}

void WidgetTree::beginGroup(std::string_view role, std::string_view name, int row, int rows) {
  WidgetGroup group;
  group.role = role;
  group.name = name;
  group.parent = currentGroup();
  group.window = ImGui::GetCurrentWindow()->ID;
  group.root = ImGui::GetCurrentWindow()->RootWindow->ID;
  group.row = row;
  group.rows = rows;
  groups_.push_back(std::move(group));
  open_.push_back(static_cast<int>(groups_.size()) - 1);
}

void WidgetTree::endGroup() { open_.pop_back(); }

void WidgetTree::namePopup(std::string_view name) {
  int group = currentGroup();
  while (group >= 0 && groups_[static_cast<std::size_t>(group)].parent >= 0) {
    group = groups_[static_cast<std::size_t>(group)].parent;
  }
  if (group < 0) return;
  WidgetGroup& popup = groups_[static_cast<std::size_t>(group)];
  if (popup.role == "dialog" && popup.name.empty()) popup.name = name;
}

std::optional<int> WidgetTree::takeWish(ImGuiID id) {
  if (wishes_.change != id || id == 0) return std::nullopt;
  wishes_.change = 0;
  return wishes_.value;
}

std::string WidgetTree::json() const {
  JsonWriter out;
  out.beginArray();
  for (const Widget& widget : widgets_) {
    out.beginObject();
    out.key("role").string(widget.role);
    out.key("label").string(widget.label);
    out.key("value").string(widget.value);
    out.key("x").number(static_cast<double>(widget.min.x));
    out.key("y").number(static_cast<double>(widget.min.y));
    out.key("w").number(static_cast<double>(widget.max.x - widget.min.x));
    out.key("h").number(static_cast<double>(widget.max.y - widget.min.y));
    if (widget.focused) out.key("focused").boolean(true);
    if (widget.disabled) out.key("disabled").boolean(true);
    out.endObject();
  }
  out.endArray();
  return out.take();
}

}  // namespace cadre::kit
