// The program's side of the accessible mirror: computes what web/mirror.mjs must change in the page
// so that its elements describe what is on screen.
//
// Each widget and group becomes a node with a key that stays the same as long as it is the same
// thing: its ImGui id if it has one, else its role, text and position. changes() compares with the
// last report and returns only the difference, so a frame without news costs no more than creating
// the nodes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kit/widget_tree.h"
#include "shared/numbers.h"

namespace cadre::kit {

// Words used by the mirror itself, in the language of the interface.
struct MirrorWords {
  std::string_view rows_before;
  std::string_view rows_after;
  std::string_view touch;   // a switch: explore by touch
  std::string_view screen;  // the name of the canvas
};

using shared::MirrorAct;
namespace mirror_bits = shared::mirror_bits;

class Mirror {
 public:
  struct Node {
    std::uint32_t key = 0;
    std::uint32_t parent = 0;  // 0: the page
    std::string_view role;
    std::string name;
    std::string value;
    std::uint32_t flags = 0;  // mirror_bits
    ImGuiID id = 0;
    int level = 0;
    int row = 0;
    int rows = 0;
    WidgetRange range;
    // In whole CSS pixels.
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
  };

  // Announces a sentence once, politely. Later sentences follow earlier ones.
  void say(std::string_view sentence);

  // Focuses, presses or sets the value of the widget behind an element. `id` is the node's; ids
  // that are gone or disabled have no effect. Takes effect in the next frame.
  static void act(WidgetTree& tree, MirrorAct act, ImGuiID id, int value);

  // JSON; empty when nothing changed since the last call:
  // {"say": "…", "words": {"touch": "…", "screen": "…"},
  //  "nodes": [[key, parent, role, …], …],  new and changed nodes; slots as in shared::MirrorSlot
  //  "moved": [key, x, y, …, key, x, …],    nodes that only moved: key and the slots from kX on
  //  "order": [key, …]}                     all keys, parents first, when the set of nodes changed
  std::string changes(const WidgetTree& tree, const MirrorWords& words);

  // The current nodes, parents before their children; for tests.
  [[nodiscard]] static std::vector<Node> nodesOf(const WidgetTree& tree, const MirrorWords& words);

 private:
  std::vector<Node> told_;
  std::string told_words_;
  std::string unsaid_;
};

}  // namespace cadre::kit
