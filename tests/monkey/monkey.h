// A simulated user who tries everything: one page on top of the memory host, and random choices.
//
// Every act has its own random numbers, derived from the seed and the act's number, so that a run
// can be repeated, and shortened by leaving out acts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/gestures.h"
#include "record.h"
#include "support/headless.h"
#include "support/random.h"

namespace cadre::monkey {

class Monkey {
 public:
  Monkey(Record& record, std::uint32_t seed, std::string_view plan_json);

  // Begins an act: the random numbers start again from its number.
  void beginAct(int number);

  // --- chance ---
  std::int32_t below(std::int32_t count) { return random_.below(count); }
  bool oneIn(std::int32_t count) { return random_.oneIn(count); }
  template <class List>
  const auto& pick(const List& list) {
    return *(std::begin(list) + below(static_cast<std::int32_t>(std::size(list))));
  }

  // --- what is on screen ---
  [[nodiscard]] ImVec2 screen() const { return ImGui::GetIO().DisplaySize; }
  // A random widget that passes the filter; each role is equally likely, so that rare widgets are
  // not lost among hundreds of posts. A copy, which outlives the frame; empty if none passes.
  std::optional<kit::Widget> any(bool (*passes)(const kit::Widget&));
  // A point inside of it.
  ImVec2 pointIn(const kit::Widget& widget);
  ImVec2 anywhere();
  // Text that a user might type: names from the plan, dates, numbers, nonsense.
  std::string words();
  [[nodiscard]] bool isTyping() const { return ImGui::GetIO().WantTextInput; }

  // --- actions ---
  void say(std::string_view sentence) { record.say(sentence); }
  void frame();
  void settle(int frames = 3);
  // Runs frames until none is requested any more, up to a limit.
  void untilQuiet(int most);
  void wait(double seconds);
  void moveTo(ImVec2 at, int steps = 1);
  void press(int button = 0);
  void release(int button = 0);
  void click(ImVec2 at, int button = 0);
  void key(ImGuiKey key, ImGuiKeyChord modifiers = 0);
  void type(std::string_view text);
  void touch(int finger, kit::TouchPhase phase, ImVec2 at);
  // Releases all buttons, keys and fingers.
  void letGo();

  [[nodiscard]] double now() const { return now_; }

  Record& record;
  test::Headless page;

 private:
  std::uint32_t seed_;
  test::Random random_;
  double now_ = 0;  // seconds; the clock for touch
  std::vector<int> fingers_;
  ImVec2 finger_at_;
};

// "button \"Lưu\"", for messages.
[[nodiscard]] std::string nameOf(const kit::Widget& widget);

}  // namespace cadre::monkey
