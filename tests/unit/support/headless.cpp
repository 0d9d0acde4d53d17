#include "support/headless.h"

#include <cstddef>

#include <implot.h>

#include "platform/file_io.h"

namespace cadre::test {
namespace {

std::string asset(const std::string& name) {
  return platform::readFile(std::string(CADRE_ASSETS_DIR) + "/" + name).value_or("");
}

ImVec2 middle(const kit::Widget& widget) {
  return {(widget.min.x + widget.max.x) / 2, (widget.min.y + widget.max.y) / 2};
}

}  // namespace

Headless::Headless(float width, float height, std::string settings)
    : regular_(asset("fonts/NotoSans-Regular.ttf")),
      bold_(asset("fonts/NotoSans-Bold.ttf")),
      icons_(asset("fonts/LucideIcons.ttf")) {
  ImGui::CreateContext();
  ImPlot::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = {width, height};
  io.DeltaTime = 1.0F / 60.0F;
  io.ConfigInputTextCursorBlink = false;
  planner = std::make_unique<ui::Planner>(
      host, kit::FontData{.regular = regular_, .semibold = bold_, .icons = icons_}, settings);
  host.tell(planner.get());
  planner->prepareFonts(density);
  io.Fonts->SetTexID(nullptr);
  settle();
}

Headless::~Headless() {
  host.tell(nullptr);
  planner.reset();
  ImPlot::DestroyContext();
  ImGui::DestroyContext();
}

void Headless::frame() {
  constexpr unsigned kDepths = 4;
  frameBelow(depth_++ % kDepths);
}

void Headless::frameBelow(unsigned levels) {
  constexpr std::size_t kLevel = 4096;
  constexpr char kFill = 0x5A;
  volatile char room[kLevel];
  for (volatile char& byte : room) byte = kFill;
  if (levels > 0) {
    frameBelow(levels - 1);
    room[0] = kFill;  // used afterwards, so that no compiler optimises it away
    return;
  }
  host.deliver();
  if (planner->prepareFonts(density)) ImGui::GetIO().Fonts->SetTexID(nullptr);
  ImGui::NewFrame();
  planner->draw();
  ImGui::Render();
}

void Headless::settle(int frames) {
  for (int i = 0; i < frames; ++i) frame();
}

void Headless::moveTo(ImVec2 at) {
  ImGui::GetIO().AddMousePosEvent(at.x, at.y);
  frame();
}

void Headless::click(std::string_view role, std::string_view label) {
  const kit::Widget* widget = find(role, label);
  if (widget == nullptr) return;
  moveTo(middle(*widget));
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  frame();
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  settle(4);
}

void Headless::drag(std::string_view from_role, std::string_view from_label,
                    std::string_view to_role, std::string_view to_label, bool drop) {
  constexpr int kSteps = 8;
  const kit::Widget* from = find(from_role, from_label);
  const kit::Widget* to = find(to_role, to_label);
  if (from == nullptr || to == nullptr) return;
  const ImVec2 start = middle(*from);
  const ImVec2 end = middle(*to);
  moveTo(start);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  frame();
  for (int i = 1; i <= kSteps; ++i) {
    const float t = static_cast<float>(i) / kSteps;
    moveTo({start.x + (end.x - start.x) * t, start.y + (end.y - start.y) * t});
  }
  frame();
  if (!drop) return;
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  settle(4);
}

void Headless::key(ImGuiKey key, bool ctrl, bool shift) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, ctrl);
  io.AddKeyEvent(ImGuiMod_Shift, shift);
  io.AddKeyEvent(key, true);
  settle(2);
  io.AddKeyEvent(key, false);
  io.AddKeyEvent(ImGuiMod_Ctrl, false);
  io.AddKeyEvent(ImGuiMod_Shift, false);
  settle(3);
}

void Headless::type(std::string_view text) {
  ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
  settle(3);
}

const kit::Widget* Headless::find(std::string_view role, std::string_view label) const {
  const kit::Widget* partly = nullptr;
  for (const kit::Widget& widget : planner->widgets()) {
    if (widget.role != role) continue;
    if (widget.label == label) return &widget;
    if (partly == nullptr && widget.label.find(label) != std::string::npos) partly = &widget;
  }
  return partly;
}

std::string Headless::value(std::string_view role, std::string_view label) const {
  const kit::Widget* widget = find(role, label);
  return widget == nullptr ? "(none)" : widget->value;
}

std::vector<kit::Widget> Headless::all(std::string_view role) const {
  std::vector<kit::Widget> out;
  for (const kit::Widget& widget : planner->widgets()) {
    if (widget.role == role) out.push_back(widget);
  }
  return out;
}

std::string sample(const std::string& file_name) { return asset("samples/" + file_name); }

}  // namespace cadre::test
