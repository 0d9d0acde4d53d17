#include "ui/kit/widget_tree.h"

#include <algorithm>

#include "plan_io/json_writer.h"

namespace cadre::ui {

void WidgetTree::add(std::string_view role, std::string_view label, std::string_view value,
                     ImVec2 min, ImVec2 max) {
  const ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 clip_min = list->GetClipRectMin();
  const ImVec2 clip_max = list->GetClipRectMax();
  const ImVec2 shown_min = {std::max(min.x, clip_min.x), std::max(min.y, clip_min.y)};
  const ImVec2 shown_max = {std::min(max.x, clip_max.x), std::min(max.y, clip_max.y)};
  if (shown_min.x >= shown_max.x || shown_min.y >= shown_max.y) return;
  widgets_.push_back({role, std::string(label), std::string(value), shown_min, shown_max});
}

void WidgetTree::addLastItem(std::string_view role, std::string_view label,
                             std::string_view value) {
  add(role, label, value, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
}

std::string WidgetTree::json() const {
  plan_io::JsonWriter out;
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
    out.endObject();
  }
  out.endArray();
  return out.take();
}

}  // namespace cadre::ui
