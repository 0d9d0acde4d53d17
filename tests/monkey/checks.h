// Conditions that must hold after every act.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "monkey.h"

namespace cadre::monkey {

// The page's side of the accessible mirror: the state of web/mirror.mjs after the changes so far.
class MirrorTwin {
 public:
  // Requests the changes from the planner, and compares the result with the widget tree.
  void follow(Monkey& monkey);

 private:
  struct Node {
    std::uint32_t parent = 0;
    std::string role;
    std::string name;
    std::uint32_t flags = 0;
    unsigned id = 0;
    std::array<int, 4> place{};
  };
  void take(Record& record, std::string_view changes);

  std::unordered_map<std::uint32_t, Node> nodes_;
  std::vector<std::uint32_t> order_;
};

// Every widget is on the screen and inside the window in which it is drawn.
void checkPlaces(Monkey& monkey);
// No two widgets have the same id: a key or a press in the mirror would apply to both.
void checkIds(Monkey& monkey);
// The views and popups on screen, for the statistics.
void noteViews(Monkey& monkey);
// Replaying the journal, record by record, gives the plan on screen. Undoing everything gives the
// plan that was opened, and redoing everything the same plan again.
void checkKept(Monkey& monkey);
// The same with a user's keys. Closes popups and leaves fields first.
void checkUndo(Monkey& monkey);

}  // namespace cadre::monkey
