// What must hold after each act, whatever was done.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "monkey.h"

namespace cadre::monkey {

// The page's side of the accessible mirror: what web/mirror.mjs knows after the changes it was
// told.
class MirrorTwin {
 public:
  // Asks the planner what has changed, and compares the whole with its tree.
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

// Every widget lies on the screen and in the window that it is drawn in.
void checkPlaces(Monkey& monkey);
// No two widgets have the same id: a key or a press in the mirror would mean both.
void checkIds(Monkey& monkey);
// The views and popups that are on screen, for the tally.
void noteViews(Monkey& monkey);
// What was kept gives the plan that is on screen: its records apply one by one. It undone to the
// start is the plan that was opened, and done again to the end what it was.
void checkKept(Monkey& monkey);
// The same by the keys of a person. Leaves popups and fields first.
void checkUndo(Monkey& monkey);

}  // namespace cadre::monkey
