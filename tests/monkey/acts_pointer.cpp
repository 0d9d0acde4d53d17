#include <array>
#include <cmath>
#include <optional>

#include "acts.h"
#include "kit/touch.h"

namespace cadre::monkey {
namespace {

using kit::TouchPhase;

bool isAny(const kit::Widget& /*widget*/) { return true; }
bool isControl(const kit::Widget& widget) {
  return widget.id != 0 && !widget.disabled && widget.role != "status" && widget.role != "text" &&
         widget.role != "heading";
}
bool isPost(const kit::Widget& widget) { return widget.role == "post"; }
bool isSeated(const kit::Widget& widget) { return isPost(widget) && !widget.value.empty(); }
bool isDroppedOn(const kit::Widget& widget) { return isPost(widget) || widget.role == "tile"; }
bool isDragged(const kit::Widget& widget) {
  return widget.role == "slider" || widget.role == "separator" || widget.role == "textbox";
}
bool isField(const kit::Widget& widget) { return widget.role == "textbox"; }

void clickControl(Monkey& monkey) {
  std::optional<kit::Widget> widget = monkey.any(monkey.oneIn(12) ? isAny : isControl);
  if (!widget) return;
  monkey.say("click " + nameOf(*widget));
  monkey.click(monkey.pointIn(*widget));
}

void doubleClick(Monkey& monkey) {
  std::optional<kit::Widget> widget = monkey.any(isControl);
  if (!widget) return;
  monkey.say("double click " + nameOf(*widget));
  const ImVec2 at = monkey.pointIn(*widget);
  monkey.click(at);
  monkey.click(at);
}

void openMenu(Monkey& monkey) {
  std::optional<kit::Widget> widget = monkey.any(isAny);
  if (!widget) return;
  monkey.say("right click " + nameOf(*widget));
  monkey.click(monkey.pointIn(*widget), 1);
}

void hover(Monkey& monkey) {
  std::optional<kit::Widget> widget = monkey.any(isAny);
  if (!widget) return;
  monkey.say("rest on " + nameOf(*widget));
  monkey.moveTo(monkey.pointIn(*widget), 2);
  monkey.wait(0.7);
}

void clickAnywhere(Monkey& monkey) {
  const ImVec2 at = monkey.anywhere();
  monkey.say("click at " + std::to_string(at.x) + ", " + std::to_string(at.y));
  monkey.click(at);
}

void dragOfficial(Monkey& monkey) {
  std::optional<kit::Widget> from = monkey.any(isSeated);
  if (!from) return;
  const ImVec2 start = monkey.pointIn(*from);
  std::string sentence = "drag " + nameOf(*from);
  monkey.moveTo(start);
  monkey.press();
  const int stops = 1 + monkey.below(3);
  for (int i = 0; i < stops; ++i) {
    // A tile under a resting drag opens its district.
    std::optional<kit::Widget> to = monkey.any(isDroppedOn);
    if (!to) break;
    sentence += " to " + nameOf(*to);
    monkey.say(sentence);
    monkey.moveTo(monkey.pointIn(*to), 3);
    if (to->role == "tile") monkey.wait(0.4);
  }
  const bool chains = monkey.oneIn(4);
  if (chains) ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
  monkey.frame();
  // Now and then keeps holding while something else happens.
  if (!monkey.oneIn(8)) monkey.release();
  if (chains) ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
}

void dragControl(Monkey& monkey) {
  std::optional<kit::Widget> widget = monkey.any(isDragged);
  if (!widget) return;
  monkey.say("drag along " + nameOf(*widget));
  const ImVec2 from = monkey.pointIn(*widget);
  monkey.moveTo(from);
  monkey.press();
  const int steps = 1 + monkey.below(4);
  for (int i = 0; i < steps; ++i) {
    const bool stays = widget->role != "separator" && !monkey.oneIn(4);
    monkey.moveTo(stays ? monkey.pointIn(*widget) : monkey.anywhere(), 2);
  }
  if (!monkey.oneIn(10)) monkey.release();
}

void dragAnywhere(Monkey& monkey) {
  monkey.say("drag over the screen");
  monkey.moveTo(monkey.anywhere());
  const int button = monkey.below(3);
  monkey.press(button);
  monkey.moveTo(monkey.anywhere(), 3);
  monkey.release(button);
}

void turnWheel(Monkey& monkey) {
  std::optional<kit::Widget> widget = monkey.any(isAny);
  const bool zooms = monkey.oneIn(4);
  const int lines = monkey.below(41) - 20;
  if (widget) monkey.moveTo(monkey.pointIn(*widget));
  monkey.say("turn the wheel by " + std::to_string(lines) + (zooms ? " with Ctrl" : ""));
  ImGuiIO& io = ImGui::GetIO();
  if (zooms) io.AddKeyEvent(ImGuiMod_Ctrl, true);
  io.AddMouseWheelEvent(monkey.oneIn(5) ? static_cast<float>(lines) : 0.0F,
                        static_cast<float>(lines) / 2);
  monkey.frame();
  if (zooms) io.AddKeyEvent(ImGuiMod_Ctrl, false);
  monkey.settle(2);
}

void typeIntoField(Monkey& monkey) {
  std::optional<kit::Widget> field = monkey.any(isField);
  if (!field) return;
  const std::string words = monkey.words();
  monkey.say("type \"" + words + "\" into " + nameOf(*field));
  monkey.click(monkey.pointIn(*field));
  if (monkey.oneIn(2)) monkey.key(ImGuiKey_A, ImGuiMod_Ctrl);
  monkey.type(words);
  if (monkey.oneIn(2)) monkey.key(monkey.oneIn(3) ? ImGuiKey_Tab : ImGuiKey_Enter);
}

void tap(Monkey& monkey) {
  std::optional<kit::Widget> widget = monkey.any(isControl);
  if (!widget) return;
  monkey.say("tap " + nameOf(*widget));
  const ImVec2 at = monkey.pointIn(*widget);
  monkey.touch(0, TouchPhase::kDown, at);
  monkey.touch(0, TouchPhase::kUp, at);
  monkey.settle(4);
}

void hold(Monkey& monkey) {
  std::optional<kit::Widget> widget = monkey.any(isAny);
  if (!widget) return;
  monkey.say("hold a finger on " + nameOf(*widget));
  const ImVec2 at = monkey.pointIn(*widget);
  monkey.touch(0, TouchPhase::kDown, at);
  monkey.wait(0.6);
  if (monkey.oneIn(2)) {
    std::optional<kit::Widget> to = monkey.any(isDroppedOn);
    for (int i = 0; i < 3 && to; ++i) {
      const ImVec2 next = monkey.pointIn(*to);
      monkey.touch(0, TouchPhase::kMove, next);
      to = monkey.any(isDroppedOn);
    }
  }
  if (!monkey.oneIn(8))
    monkey.touch(0, monkey.oneIn(9) ? TouchPhase::kCancel : TouchPhase::kUp, at);
  monkey.settle(2);
}

void pan(Monkey& monkey) {
  ImVec2 at = monkey.anywhere();
  monkey.say("pan with a finger");
  monkey.touch(0, TouchPhase::kDown, at);
  const ImVec2 step = {static_cast<float>(monkey.below(61) - 30),
                       static_cast<float>(monkey.below(121) - 60)};
  for (int i = 0; i < 5; ++i) {
    at = {at.x + step.x, at.y + step.y};
    monkey.touch(0, TouchPhase::kMove, at);
  }
  monkey.touch(0, TouchPhase::kUp, at);
  monkey.settle(4);
}

void pinch(Monkey& monkey) {
  const ImVec2 middle = monkey.anywhere();
  float spread = 20.0F + static_cast<float>(monkey.below(120));
  const float factor = 0.6F + 0.1F * static_cast<float>(monkey.below(10));
  monkey.say("pinch with two fingers");
  const auto left = [&] { return ImVec2(middle.x - spread, middle.y); };
  const auto right = [&] { return ImVec2(middle.x + spread, middle.y + spread / 2); };
  monkey.touch(0, TouchPhase::kDown, left());
  monkey.touch(1, TouchPhase::kDown, right());
  for (int i = 0; i < 4; ++i) {
    spread *= factor;
    monkey.touch(0, TouchPhase::kMove, left());
    monkey.touch(1, TouchPhase::kMove, right());
  }
  monkey.touch(0, TouchPhase::kUp, left());
  monkey.touch(1, TouchPhase::kUp, right());
  monkey.settle(2);
}

constexpr auto kActs = std::to_array<ActKind>({
    {"click", 300, clickControl},
    {"double click", 15, doubleClick},
    {"right click", 30, openMenu},
    {"rest", 20, hover},
    {"click anywhere", 15, clickAnywhere},
    {"drag an official", 60, dragOfficial},
    {"drag a control", 40, dragControl},
    {"drag anywhere", 10, dragAnywhere},
    {"wheel", 25, turnWheel},
    {"type into a field", 60, typeIntoField},
    {"tap", 50, tap},
    {"hold", 15, hold},
    {"pan", 15, pan},
    {"pinch", 10, pinch},
});

}  // namespace

std::span<const ActKind> pointerActs() { return kActs; }

}  // namespace cadre::monkey
