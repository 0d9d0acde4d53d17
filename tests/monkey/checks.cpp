#include "checks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include <imgui_internal.h>
#include <nlohmann/json.hpp>

#include "document/restore.h"
#include "kit/mirror.h"
#include "plan_io/plan_io.h"
#include "shared/numbers.h"
#include "text/strings.h"

namespace cadre::monkey {
namespace {

using Json = nlohmann::json;

namespace mirror_bits = shared::mirror_bits;
using shared::MirrorSlot;

constexpr std::size_t kSlots = shared::kMirrorSlotCount;
constexpr auto kPlace = static_cast<std::size_t>(MirrorSlot::kX);  // the position, from there on
constexpr std::size_t kPlaces = kSlots - kPlace;

const Json& in(const Json& node, MirrorSlot slot) { return node[static_cast<std::size_t>(slot)]; }

// The slots of the node that begins at `start`.
std::array<int, kPlaces> placeIn(const Json& list, std::size_t start) {
  const auto number = [&](MirrorSlot slot) {
    return list[start + static_cast<std::size_t>(slot) - kPlace].get<int>();
  };
  return {number(MirrorSlot::kX), number(MirrorSlot::kY), number(MirrorSlot::kWidth),
          number(MirrorSlot::kHeight)};
}

int whole(float value) { return static_cast<int>(std::lround(value)); }

// Everything that the mirror and the tree must agree on about a widget.
using Said = std::tuple<std::string, std::string, unsigned, std::array<int, 4>, std::uint32_t>;

std::string wordsOf(const Said& said) {
  return std::get<0>(said) + " \"" + std::get<1>(said) + "\" (" +
         std::to_string(std::get<2>(said)) + ")";
}

constexpr std::uint32_t kStates = mirror_bits::kDisabled | mirror_bits::kFocused |
                                  mirror_bits::kEditing | mirror_bits::kSelected |
                                  mirror_bits::kExpanded;

Said saidOf(const kit::Widget& widget) {
  const int x = whole(widget.min.x);
  const int y = whole(widget.min.y);
  const std::uint32_t states = (widget.disabled ? mirror_bits::kDisabled : 0U) |
                               (widget.focused ? mirror_bits::kFocused : 0U) |
                               (widget.editing ? mirror_bits::kEditing : 0U) |
                               (widget.selected == kit::Has::kIs ? mirror_bits::kSelected : 0U) |
                               (widget.expanded == kit::Has::kIs ? mirror_bits::kExpanded : 0U);
  return {std::string(widget.role),
          widget.name.empty() ? widget.label : widget.name,
          widget.id,
          {x, y, whole(widget.max.x) - x, whole(widget.max.y) - y},
          states};
}

std::string bytesOf(const platform::StoredPlan& plan, std::size_t position, Record& record) {
  const auto restored = restoreDocument(plan.base, plan.records, position);
  if (!restored) record.fault("what was kept cannot be opened");
  if (!restored->problems.empty()) record.fault("a record that was kept cannot be applied");
  return plan_io::savePlan(restored->document.plan());
}

}  // namespace

void MirrorTwin::take(Record& record, std::string_view changes) {
  if (changes.empty()) return;
  const Json told = Json::parse(changes, nullptr, false);
  if (!told.is_object()) record.fault("the mirror is told what is no JSON");
  if (const auto nodes = told.find("nodes"); nodes != told.end()) {
    for (const Json& node : *nodes) {
      if (node.size() != kSlots) record.fault("a node of the mirror lacks something");
      Node& known = nodes_[in(node, MirrorSlot::kKey).get<std::uint32_t>()];
      known = {.parent = in(node, MirrorSlot::kParent).get<std::uint32_t>(),
               .role = in(node, MirrorSlot::kRole).get<std::string>(),
               .name = in(node, MirrorSlot::kName).get<std::string>(),
               .flags = in(node, MirrorSlot::kFlags).get<std::uint32_t>(),
               .id = in(node, MirrorSlot::kId).get<unsigned>(),
               .place = placeIn(node, kPlace)};
    }
  }
  if (const auto moved = told.find("moved"); moved != told.end()) {
    for (std::size_t i = 0; i + kPlaces < moved->size(); i += 1 + kPlaces) {
      const auto known = nodes_.find((*moved)[i].get<std::uint32_t>());
      if (known == nodes_.end()) record.fault("the mirror moves what it does not know");
      known->second.place = placeIn(*moved, i + 1);
    }
  }
  if (const auto order = told.find("order"); order != told.end()) {
    order_ = order->get<std::vector<std::uint32_t>>();
    std::unordered_map<std::uint32_t, Node> kept;
    for (const std::uint32_t key : order_) {
      const auto known = nodes_.find(key);
      if (known == nodes_.end()) record.fault("the mirror orders what it does not know");
      const std::uint32_t parent = known->second.parent;
      if (parent != 0 && !kept.contains(parent)) record.fault("a node comes before its group");
      if (!kept.emplace(key, known->second).second)
        record.fault("a node stands twice in the mirror");
    }
    nodes_ = std::move(kept);
  }
  if (nodes_.size() != order_.size()) record.fault("the mirror has nodes without a place");
}

void MirrorTwin::follow(Monkey& monkey) {
  take(monkey.record, monkey.page.planner->mirrorChanges());
  std::multiset<Said> mirror;
  for (const auto& [key, node] : nodes_) {
    const bool is_extra = (node.flags & mirror_bits::kGroup) != 0 || node.role == "rows-before" ||
                          node.role == "rows-after";
    if (is_extra) continue;
    mirror.insert({node.role, node.name, node.id, node.place, node.flags & kStates});
  }
  for (const kit::Widget& widget : monkey.page.planner->widgets()) {
    if (widget.role == "dialog") continue;  // its group has its name
    const Said said = saidOf(widget);
    const auto found = mirror.find(said);
    if (found == mirror.end()) monkey.record.fault("the mirror lacks " + wordsOf(said));
    mirror.erase(found);
  }
  if (!mirror.empty()) {
    monkey.record.fault("the mirror has more than is there: " + wordsOf(*mirror.begin()));
  }
}

void checkPlaces(Monkey& monkey) {
  constexpr float kHair = 0.6F;
  const ImVec2 screen = monkey.screen();
  for (const kit::Widget& widget : monkey.page.planner->widgets()) {
    const bool is_sound = std::isfinite(widget.min.x) && std::isfinite(widget.min.y) &&
                          widget.min.x < widget.max.x && widget.min.y < widget.max.y;
    if (!is_sound) monkey.record.fault(nameOf(widget) + " has no place");
    if (widget.min.x < -kHair || widget.min.y < -kHair || widget.max.x > screen.x + kHair ||
        widget.max.y > screen.y + kHair) {
      monkey.record.fault(nameOf(widget) + " lies outside of the screen");
    }
    const ImGuiWindow* window = ImGui::FindWindowByID(widget.window);
    if (window == nullptr) monkey.record.fault(nameOf(widget) + " lies in no window");
    const ImRect rect(window->Pos.x - kHair, window->Pos.y - kHair,
                      window->Pos.x + window->Size.x + kHair,
                      window->Pos.y + window->Size.y + kHair);
    if (window->WasActive && !rect.Contains(ImRect(widget.min, widget.max))) {
      monkey.record.fault(nameOf(widget) + " lies outside of its panel " + window->Name);
    }
  }
}

void checkIds(Monkey& monkey) {
  std::map<ImGuiID, const kit::Widget*> seen;
  for (const kit::Widget& widget : monkey.page.planner->widgets()) {
    if (widget.id == 0) continue;
    const auto [other, is_new] = seen.try_emplace(widget.id, &widget);
    // One item may be reported twice in the same place, as a row and as its text.
    const kit::Widget& first = *other->second;
    if (is_new || (first.min.x == widget.min.x && first.min.y == widget.min.y)) continue;
    monkey.record.fault(nameOf(first) + " and " + nameOf(widget) + " are one to Dear ImGui");
  }
}

void noteViews(Monkey& monkey) {
  // Only tabs named by the interface, in Vietnamese or English, without names of the plan.
  static const std::map<std::string_view, std::string_view> kWords = [] {
    std::map<std::string_view, std::string_view> words;
    for (std::size_t i = 0; i < text::kStringCount; ++i) {
      const auto key = static_cast<text::Str>(i);
      const std::string_view vietnamese = text::get(key, text::Language::kVietnamese);
      words.emplace(vietnamese, vietnamese);
      words.emplace(text::get(key, text::Language::kEnglish), vietnamese);
    }
    return words;
  }();
  Record& record = monkey.record;
  for (const kit::Widget& widget : monkey.page.planner->widgets()) {
    const auto word = kWords.find(widget.label);
    if (word == kWords.end()) continue;
    const std::string name(word->second);
    if (widget.role == "dialog") record.count("dialog: " + name);
    if (widget.role == "tab" && widget.selected == kit::Has::kIs) record.count("tab: " + name);
    if (widget.role == "combobox" && widget.expanded == kit::Has::kIs)
      record.count("menu: " + name);
  }
  for (const ImGuiPopupData& popup : ImGui::GetCurrentContext()->OpenPopupStack) {
    // Popups with a name generated by ImGui are menus.
    const std::string_view name = popup.Window == nullptr ? "" : popup.Window->Name;
    record.count("popup: " + std::string(name.starts_with("##") ? "(a menu)" : name));
  }
}

void checkKept(Monkey& monkey) {
  const platform::MemoryHost& host = monkey.page.host;
  const std::string shown = monkey.page.planner->planJson();
  const auto kept = host.stored.find(host.current);
  if (shown.empty() || kept == host.stored.end()) return;
  const platform::StoredPlan& plan = kept->second;
  monkey.record.count("check: journal");
  if (bytesOf(plan, plan.position, monkey.record) != shown) {
    monkey.record.fault("the journal does not give the plan that is on screen");
  }
  auto restored = restoreDocument(plan.base, plan.records, plan.position);
  Document& document = restored->document;
  document.moveTo(0);
  const auto base = plan_io::loadPlan(plan.base);
  if (plan_io::savePlan(document.plan()) != plan_io::savePlan(*base)) {
    monkey.record.fault("undone to the start it is not what was opened");
  }
  document.moveTo(plan.position);
  if (plan_io::savePlan(document.plan()) != shown) {
    monkey.record.fault("done again it is not what it was");
  }
}

void checkUndo(Monkey& monkey) {
  constexpr int kMost = 200;
  monkey.letGo();
  for (int i = 0; i < 8; ++i) {
    monkey.key(ImGuiKey_Escape);
  }
  const platform::MemoryHost& host = monkey.page.host;
  const auto kept = host.stored.find(host.current);
  const std::string before = monkey.page.planner->planJson();
  if (kept == host.stored.end() || before.empty()) return;
  const std::string id = host.current;
  const std::size_t position = kept->second.position;
  const std::string base = kept->second.base;
  if (position == 0 || position > kMost) return;
  monkey.say("undo to the start");
  for (std::size_t i = 0; i < position; ++i) monkey.key(ImGuiKey_Z, ImGuiMod_Ctrl);
  const auto now = host.stored.find(id);
  // A dialog that Escape does not close receives the keys; undo does not work then.
  if (host.current != id || now == host.stored.end()) return;
  if (now->second.position == position) return;
  monkey.record.count("check: undo by keys");
  if (now->second.position != 0) monkey.record.fault("Ctrl+Z does not come to the start");
  const auto opened = plan_io::loadPlan(base);
  if (monkey.page.planner->planJson() != plan_io::savePlan(*opened)) {
    monkey.record.fault("undone to the start it is not what was opened");
  }
  monkey.say("redo to the end");
  for (std::size_t i = 0; i < position; ++i) monkey.key(ImGuiKey_Y, ImGuiMod_Ctrl);
  if (monkey.page.planner->planJson() != before) {
    monkey.record.fault("done again it is not what it was");
  }
}

}  // namespace cadre::monkey
