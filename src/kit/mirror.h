// The accessible mirror's side of the program: what web/mirror.mjs has to change in the page so
// that its elements say what is on screen.
//
// Each widget and group becomes a node with a key that stays the same as long as it is the same
// thing: by its ImGui id where it has one, else by its role, its words and where it is. changes()
// compares with what was told last and answers only the difference, so that a frame that shows
// nothing new costs the making of the nodes and no more.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kit/widget_tree.h"
#include "shared/numbers.h"

namespace cadre::kit {

// Words of the mirror itself, in the language of the interface.
struct MirrorWords {
  std::string_view rows_before;
  std::string_view rows_after;
  std::string_view touch;   // a switch: explore by touch
  std::string_view screen;  // what the canvas is called
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

  // To be said once, politely. Later sentences follow earlier ones.
  void say(std::string_view sentence);

  // What an element stands for gets the keyboard, is pressed, or is set to the value. `id` is the
  // node's; what is no longer there or disabled does nothing. Takes effect in the next frame.
  static void act(WidgetTree& tree, MirrorAct act, ImGuiID id, int value);

  // JSON, or nothing when all is as it was told last:
  // {"say": "…", "words": {"touch": "…", "screen": "…"},
  //  "nodes": [[key, parent, role, …], …],   new ones and those that say something else: what
  //  stands
  //                                          where says shared::MirrorSlot
  //  "moved": [key, x, y, …, key, x, …],     those that are only elsewhere: the key, and the slots
  //  from
  //                                          kX on
  //  "order": [key, …]}                      all, parents first, when there are others than before
  std::string changes(const WidgetTree& tree, const MirrorWords& words);

  // What there is now, parents before their children; for tests.
  [[nodiscard]] static std::vector<Node> nodesOf(const WidgetTree& tree, const MirrorWords& words);

 private:
  std::vector<Node> told_;
  std::string told_words_;
  std::string unsaid_;
};

}  // namespace cadre::kit
