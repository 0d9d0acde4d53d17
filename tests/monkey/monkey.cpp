#include "monkey.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <map>

#include "text/fold.h"

namespace cadre::monkey {
namespace {

// A frame longer than a second is a hang for the user. With sanitizers the same work takes ten
// times as long or more.
#ifdef CADRE_SANITIZED
constexpr double kMostSeconds = 15.0;
#else
constexpr double kMostSeconds = 1.0;
#endif

double processorSeconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

std::uint32_t mixed(std::uint32_t seed, std::uint32_t number) {
  std::uint64_t x = (std::uint64_t{seed} << 32U | number) + 0x9E3779B97F4A7C15U;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return static_cast<std::uint32_t>(x ^ (x >> 31U));
}

}  // namespace

Monkey::Monkey(Record& the_record, std::uint32_t seed, std::string_view plan_json)
    : record(the_record), seed_(seed), random_(seed) {
  if (!plan_json.empty() && !page.planner->openPlan(plan_json).empty()) {
    record.fault("the plan to begin with does not open");
  }
  settle();
}

void Monkey::beginAct(int number) {
  record.beginAct(number);
  random_ = test::Random(mixed(seed_, static_cast<std::uint32_t>(number)));
}

std::optional<kit::Widget> Monkey::any(bool (*passes)(const kit::Widget&)) {
  std::map<std::string_view, std::vector<const kit::Widget*>> by_role;
  for (const kit::Widget& widget : page.planner->widgets()) {
    if (passes(widget)) by_role[widget.role].push_back(&widget);
  }
  if (by_role.empty()) return std::nullopt;
  auto role = by_role.begin();
  std::advance(role, below(static_cast<std::int32_t>(by_role.size())));
  return *pick(role->second);
}

ImVec2 Monkey::pointIn(const kit::Widget& widget) {
  const auto within = [this](float from, float to) {
    return from + (to - from) * static_cast<float>(below(1000)) / 1000.0F;
  };
  // Usually near the middle, like a hand would aim.
  if (!oneIn(4)) return {(widget.min.x + widget.max.x) / 2, (widget.min.y + widget.max.y) / 2};
  return {within(widget.min.x, widget.max.x), within(widget.min.y, widget.max.y)};
}

ImVec2 Monkey::anywhere() {
  const ImVec2 size = screen();
  return {static_cast<float>(below(static_cast<std::int32_t>(size.x) + 1)),
          static_cast<float>(below(static_cast<std::int32_t>(size.y) + 1))};
}

std::string Monkey::words() {
  static constexpr std::array<std::string_view, 24> kTexts = {
      "Nguyễn Tiến Hậu",
      "do manh tuong",
      "chúc sơn",
      "huyen thanh tri",
      "Đợt 3/2024",
      "01/10/2023",
      "31/02/2023",
      "2023-10-01",
      "1/1/1",
      "50",
      "-5",
      "0,5",
      "999999999999",
      "50%",
      " ",
      "a",
      "ế",
      "e\u0302\u0301",
      "👩‍💼 người",
      "%s%n%d",
      "\"\\/<b>&",
      "Phương án B",
      "vì lý do gia đình; đã trao đổi với Ban Tổ chức",
      "\u202Eabc\u200B"};
  const std::optional<kit::Widget> widget =
      any([](const kit::Widget& w) { return !w.label.empty(); });
  switch (below(4)) {
    case 0:
      if (widget) return widget->label;
      break;
    case 1:
      if (widget && !widget->value.empty()) return text::fold(widget->value);
      break;
    case 2:
      if (oneIn(8)) {
        std::string out;
        for (int i = 0; i < 60; ++i) out += pick(kTexts);
        return out;
      }
      break;
    default:
      break;
  }
  return std::string(pick(kTexts));
}

void Monkey::frame() {
  constexpr double kFrame = 1.0 / 60;
  now_ += kFrame;
  page.planner->pass(now_);
  const double before = processorSeconds();
  page.frame();
  const double took = processorSeconds() - before;
  record.noteFrame(took);
  if (took > kMostSeconds) {
    record.fault("a frame took " + std::to_string(took) + " s of the processor");
  }
}

void Monkey::settle(int frames) {
  for (int i = 0; i < frames; ++i) frame();
}

void Monkey::untilQuiet(int most) {
  for (int i = 0; i < most; ++i) {
    const int before = page.host.frames_requested;
    frame();
    if (page.host.frames_requested == before) return;
  }
}

void Monkey::wait(double seconds) {
  now_ += seconds;
  float& step = ImGui::GetIO().DeltaTime;
  const float usual = step;
  step = static_cast<float>(seconds);
  frame();
  step = usual;
  settle(2);
}

void Monkey::moveTo(ImVec2 at, int steps) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_Mouse);
  ImVec2 from = io.MousePos;
  if (!ImGui::IsMousePosValid(&from)) from = at;
  for (int i = 1; i <= steps; ++i) {
    const float part = static_cast<float>(i) / static_cast<float>(steps);
    io.AddMousePosEvent(from.x + (at.x - from.x) * part, from.y + (at.y - from.y) * part);
    frame();
  }
}

void Monkey::press(int button) {
  ImGui::GetIO().AddMouseButtonEvent(button, true);
  frame();
}

void Monkey::release(int button) {
  ImGui::GetIO().AddMouseButtonEvent(button, false);
  frame();
}

void Monkey::click(ImVec2 at, int button) {
  moveTo(at);
  press(button);
  release(button);
  frame();
}

void Monkey::key(ImGuiKey key, ImGuiKeyChord modifiers) {
  ImGuiIO& io = ImGui::GetIO();
  static constexpr std::array kModifiers = {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt};
  for (const ImGuiKey modifier : kModifiers) io.AddKeyEvent(modifier, (modifiers & modifier) != 0);
  io.AddKeyEvent(key, true);
  frame();
  io.AddKeyEvent(key, false);
  for (const ImGuiKey modifier : kModifiers) io.AddKeyEvent(modifier, false);
  settle(2);
}

void Monkey::type(std::string_view text) {
  ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
  settle(2);
}

void Monkey::touch(int finger, kit::TouchPhase phase, ImVec2 at) {
  if (phase == kit::TouchPhase::kDown) fingers_.push_back(finger);
  if (phase == kit::TouchPhase::kUp) std::erase(fingers_, finger);
  finger_at_ = at;
  page.planner->touch({finger, phase, at, now_});
  frame();
}

void Monkey::letGo() {
  for (const int finger : std::vector<int>(fingers_)) {
    touch(finger, kit::TouchPhase::kUp, finger_at_);
  }
  bool held = false;
  for (int button = 0; button < 3; ++button) {
    if (!ImGui::GetIO().MouseDown[button]) continue;
    held = true;
    ImGui::GetIO().AddMouseButtonEvent(button, false);
  }
  if (held) settle(2);
}

std::string nameOf(const kit::Widget& widget) {
  return std::string(widget.role) + " \"" + widget.label + "\"";
}

}  // namespace cadre::monkey
