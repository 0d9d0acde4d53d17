#include "kit/mirror.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include <imgui_internal.h>

#include "json/writer.h"

namespace cadre::kit {
namespace {

using Node = Mirror::Node;
using shared::MirrorSlot;

// FNV-1a.
constexpr std::uint32_t kSeed = 2166136261U;

std::uint32_t mixedByte(std::uint32_t hash, std::uint32_t byte) {
  return (hash ^ byte) * 16777619U;
}

std::uint32_t mixed(std::uint32_t hash, std::string_view text) {
  for (const char c : text) hash = mixedByte(hash, static_cast<unsigned char>(c));
  return mixedByte(hash, 0xFFU);
}

std::uint32_t mixed(std::uint32_t hash, std::uint32_t number) {
  for (unsigned shift = 0; shift < 32; shift += 8)
    hash = mixedByte(hash, (number >> shift) & 0xFFU);
  return hash;
}

std::uint32_t flag(Has state, std::uint32_t can, std::uint32_t is) {
  return (state == Has::kNever ? 0U : can) | (state == Has::kIs ? is : 0U);
}

bool saysTheSame(const Node& a, const Node& b) {
  return a.parent == b.parent && a.role == b.role && a.name == b.name && a.value == b.value &&
         a.flags == b.flags && a.id == b.id && a.level == b.level && a.row == b.row &&
         a.rows == b.rows && a.range.least == b.range.least && a.range.most == b.range.most &&
         a.range.now == b.range.now;
}

bool isInTheSamePlace(const Node& a, const Node& b) {
  return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

// Walks the tree once and creates the nodes.
class Maker {
 public:
  Maker(const WidgetTree& tree, const MirrorWords& words)
      : tree_(tree), words_(words), group_keys_(tree.groups().size(), 0) {
    nodes_.reserve(tree.widgets().size() + tree.groups().size());
    findScrolled();
  }

  std::vector<Node> make() {
    const std::vector<Widget>& widgets = tree_.widgets();
    for (std::size_t i = 0; i < widgets.size(); ++i) {
      const Scrolled* scrolled = scrolledOf(widgets[i].window);
      if (scrolled != nullptr && scrolled->first == i && scrolled->has_before) {
        addScroll(*scrolled, widgets[i], "rows-before", words_.rows_before);
      }
      // Do not announce the name of a popup twice.
      if (widgets[i].role != "dialog") addWidget(widgets[i]);
      if (scrolled != nullptr && scrolled->last == i && scrolled->has_after) {
        addScroll(*scrolled, widgets[i], "rows-after", words_.rows_after);
      }
    }
    return std::move(nodes_);
  }

 private:
  struct Scrolled {
    ImGuiWindow* window = nullptr;
    std::size_t first = 0;
    std::size_t last = 0;
    bool has_before = false;
    bool has_after = false;
  };

  void findScrolled() {
    const std::vector<Widget>& widgets = tree_.widgets();
    for (std::size_t i = 0; i < widgets.size(); ++i) {
      Scrolled* known = scrolledOf(widgets[i].window);
      if (known != nullptr) {
        known->last = i;
        continue;
      }
      ImGuiWindow* window = ImGui::FindWindowByID(widgets[i].window);
      Scrolled scrolled{window, i, i};
      // Windows without a scrollbar are merely a line too high for their place.
      const bool scrolls = window != nullptr && (window->Flags & ImGuiWindowFlags_NoScrollbar) == 0;
      if (scrolls) {
        scrolled.has_before = window->Scroll.y > 0;
        scrolled.has_after = window->Scroll.y < window->ScrollMax.y;
      }
      scrolled_.push_back(scrolled);
    }
  }

  Scrolled* scrolledOf(ImGuiID window) {
    const auto found = std::find_if(scrolled_.begin(), scrolled_.end(), [&](const Scrolled& s) {
      return s.window != nullptr && s.window->ID == window;
    });
    return found == scrolled_.end() ? nullptr : &*found;
  }

  // Different things that look alike are distinguished by counting them.
  std::uint32_t keyOf(std::uint32_t hash) {
    const int seen = ++seen_[hash];
    const std::uint32_t key = seen == 1 ? hash : mixed(hash, static_cast<std::uint32_t>(seen));
    return key == 0 ? 1 : key;
  }

  std::uint32_t groupKey(int place) {
    if (place < 0) return 0;
    const auto index = static_cast<std::size_t>(place);
    if (group_keys_[index] != 0) return group_keys_[index];
    const WidgetGroup& group = tree_.groups()[index];
    Node node;
    node.parent = groupKey(group.parent);
    node.role = group.role;
    node.name = group.name;
    node.flags = mirror_bits::kGroup | (group.is_modal ? mirror_bits::kModal : 0U);
    node.row = group.row;
    node.rows = group.rows;
    std::uint32_t hash = mixed(mixed(kSeed, node.parent), group.role);
    // A popup gets its name only while it is being drawn.
    hash = group.role == "dialog" ? mixed(hash, group.root)
                                  : mixed(mixed(hash, group.window), group.name);
    if (group.row > 0) hash = mixed(hash, static_cast<std::uint32_t>(group.row));
    node.key = group_keys_[index] = keyOf(hash);
    nodes_.push_back(std::move(node));
    return group_keys_[index];
  }

  void place(Node& node, const Widget& widget) const {
    node.x = static_cast<int>(std::lround(widget.min.x));
    node.y = static_cast<int>(std::lround(widget.min.y));
    node.width = static_cast<int>(std::lround(widget.max.x)) - node.x;
    node.height = static_cast<int>(std::lround(widget.max.y)) - node.y;
  }

  void addWidget(const Widget& widget) {
    Node node;
    node.parent = groupKey(widget.group);
    node.role = widget.role;
    node.name = widget.name.empty() ? widget.label : widget.name;
    const bool is_state =
        widget.value == "selected" || widget.value == "checked" || widget.value == "disabled";
    if (!is_state && (widget.name.empty() || widget.role == "textbox")) node.value = widget.value;
    node.flags = (widget.disabled ? mirror_bits::kDisabled : 0U) |
                 (widget.focused ? mirror_bits::kFocused : 0U) |
                 (widget.editing ? mirror_bits::kEditing : 0U) |
                 flag(widget.selected, mirror_bits::kCanBeSelected, mirror_bits::kSelected) |
                 flag(widget.expanded, mirror_bits::kCanExpand, mirror_bits::kExpanded);
    node.id = widget.id;
    node.level = widget.level;
    if (widget.range) node.range = *widget.range;
    place(node, widget);
    std::uint32_t hash = mixed(kSeed, widget.role);
    if (widget.id != 0) {
      hash = mixed(hash, widget.id);
    } else {
      hash = mixed(mixed(hash, node.parent), widget.label);
    }
    node.key = keyOf(hash);
    nodes_.push_back(std::move(node));
  }

  // For a list that shows only part of its rows: pressing it shows the next part. It is placed
  // after the list, not in it, so that it does not count as a row.
  void addScroll(const Scrolled& scrolled, const Widget& widget, std::string_view role,
                 std::string_view name) {
    int place = widget.group;
    while (place >= 0) {
      const WidgetGroup& group = tree_.groups()[static_cast<std::size_t>(place)];
      const bool is_list = group.role == "list" || group.role == "table";
      if (group.parent < 0 || (group.window != scrolled.window->ID && !is_list)) break;
      place = group.parent;
    }
    Node node;
    node.parent = groupKey(place);
    node.role = role;
    node.name = name;
    node.id = scrolled.window->ID;
    const ImRect& inner = scrolled.window->InnerRect;
    node.x = static_cast<int>(std::lround(inner.Min.x));
    node.y = static_cast<int>(std::lround(role == "rows-before" ? inner.Min.y : inner.Max.y - 1));
    node.width = static_cast<int>(std::lround(inner.GetWidth()));
    node.height = 1;
    node.key = keyOf(mixed(mixed(kSeed, role), node.id));
    nodes_.push_back(std::move(node));
  }

  const WidgetTree& tree_;
  const MirrorWords& words_;
  std::vector<std::uint32_t> group_keys_;
  std::vector<Scrolled> scrolled_;
  std::unordered_map<std::uint32_t, int> seen_;
  std::vector<Node> nodes_;
};

void write(JsonWriter& out, const Node& node, MirrorSlot slot) {
  switch (slot) {
    case MirrorSlot::kKey:
      return out.integer(node.key);
    case MirrorSlot::kParent:
      return out.integer(node.parent);
    case MirrorSlot::kRole:
      return out.string(node.role);
    case MirrorSlot::kName:
      return out.string(node.name);
    case MirrorSlot::kValue:
      return out.string(node.value);
    case MirrorSlot::kFlags:
      return out.integer(node.flags);
    case MirrorSlot::kId:
      return out.integer(node.id);
    case MirrorSlot::kLevel:
      return out.integer(node.level);
    case MirrorSlot::kRow:
      return out.integer(node.row);
    case MirrorSlot::kRows:
      return out.integer(node.rows);
    case MirrorSlot::kLeast:
      return out.integer(node.range.least);
    case MirrorSlot::kMost:
      return out.integer(node.range.most);
    case MirrorSlot::kNow:
      return out.integer(node.range.now);
    case MirrorSlot::kX:
      return out.integer(node.x);
    case MirrorSlot::kY:
      return out.integer(node.y);
    case MirrorSlot::kWidth:
      return out.integer(node.width);
    case MirrorSlot::kHeight:
      return out.integer(node.height);
  }
}

// The slots from `first` onwards.
void writeFrom(MirrorSlot first, JsonWriter& out, const Node& node) {
  for (int slot = static_cast<int>(first); slot < shared::kMirrorSlotCount; ++slot)
    write(out, node, static_cast<MirrorSlot>(slot));
}

// The differences from what was last reported: nodes that are new or changed, nodes that only
// moved, and whether the set of nodes changed. Points into the nodes.
struct Difference {
  std::vector<const Node*> other;
  std::vector<const Node*> moved;
  bool is_other_order = false;

  [[nodiscard]] bool empty() const { return other.empty() && moved.empty() && !is_other_order; }
};

Difference differenceOf(const std::vector<Node>& told, const std::vector<Node>& nodes) {
  Difference out;
  out.is_other_order = nodes.size() != told.size();
  std::unordered_map<std::uint32_t, const Node*> before;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node* old = i < told.size() && told[i].key == nodes[i].key ? &told[i] : nullptr;
    if (old == nullptr) {
      out.is_other_order = true;
      if (before.empty()) {
        for (const Node& node : told) before.emplace(node.key, &node);
      }
      const auto found = before.find(nodes[i].key);
      if (found != before.end()) old = found->second;
    }
    if (old != nullptr && old->parent != nodes[i].parent) out.is_other_order = true;
    if (old == nullptr || !saysTheSame(*old, nodes[i])) {
      out.other.push_back(&nodes[i]);
    } else if (!isInTheSamePlace(*old, nodes[i])) {
      out.moved.push_back(&nodes[i]);
    }
  }
  return out;
}

void write(JsonWriter& out, const Difference& difference, const std::vector<Node>& nodes) {
  if (!difference.other.empty()) {
    out.key("nodes").beginArray();
    for (const Node* node : difference.other) {
      out.beginArray();
      writeFrom(MirrorSlot{}, out, *node);
      out.endArray();
    }
    out.endArray();
  }
  if (!difference.moved.empty()) {
    out.key("moved").beginArray();
    for (const Node* node : difference.moved) {
      write(out, *node, MirrorSlot::kKey);
      writeFrom(MirrorSlot::kX, out, *node);
    }
    out.endArray();
  }
  if (difference.is_other_order) {
    out.key("order").beginArray();
    for (const Node& node : nodes) out.integer(node.key);
    out.endArray();
  }
}

}  // namespace

std::vector<Node> Mirror::nodesOf(const WidgetTree& tree, const MirrorWords& words) {
  return Maker(tree, words).make();
}

void Mirror::act(WidgetTree& tree, MirrorAct act, ImGuiID id, int value) {
  const auto isIt = [id](const Widget& widget) { return widget.id == id; };
  const auto widget = std::find_if(tree.widgets().begin(), tree.widgets().end(), isIt);
  const bool can_act = id != 0 && widget != tree.widgets().end() && !widget->disabled;
  switch (act) {
    case MirrorAct::kFocus:
      if (can_act) tree.wish({.focus = id});
      break;
    case MirrorAct::kPress:
      if (!can_act) break;
      ImGui::ActivateItemByID(id);
      // The text field is then edited by typing, not dragged.
      ImGui::GetCurrentContext()->NavNextActivateFlags = ImGuiActivateFlags_PreferInput;
      break;
    case MirrorAct::kChange:
      if (can_act) tree.wish({.change = id, .value = value});
      break;
    case MirrorAct::kRowsBefore:
    case MirrorAct::kRowsAfter: {
      ImGuiWindow* window = ImGui::FindWindowByID(id);
      if (window == nullptr) break;
      // The former last row is then the first one.
      constexpr float kOverlap = 40.0F;
      const float page = std::max(kOverlap, window->InnerRect.GetHeight() - kOverlap);
      const float to = window->Scroll.y + (act == MirrorAct::kRowsBefore ? -page : page);
      ImGui::SetScrollY(window, std::clamp(to, 0.0F, window->ScrollMax.y));
      break;
    }
  }
}

void Mirror::say(std::string_view sentence) {
  if (!unsaid_.empty()) unsaid_ += ". ";
  unsaid_ += sentence;
}

std::string Mirror::changes(const WidgetTree& tree, const MirrorWords& words) {
  std::vector<Node> nodes = nodesOf(tree, words);
  const Difference difference = differenceOf(told_, nodes);
  const std::string own_words = std::string(words.touch) + '\0' + std::string(words.screen);
  const bool other_words = own_words != told_words_;
  if (difference.empty() && unsaid_.empty() && !other_words) return "";
  JsonWriter out(JsonWriter::Layout::kOneLine);
  out.beginObject();
  if (!unsaid_.empty()) out.key("say").string(unsaid_);
  if (other_words) {
    out.key("words").beginObject();
    out.key("touch").string(words.touch);
    out.key("screen").string(words.screen);
    out.endObject();
  }
  write(out, difference, nodes);
  out.endObject();
  unsaid_.clear();
  told_words_ = own_words;
  told_ = std::move(nodes);
  return out.take();
}

}  // namespace cadre::kit
