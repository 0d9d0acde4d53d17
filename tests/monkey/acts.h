// The acts of the monkey. Each kind is one line of a table; each describes in words what it is
// about to do before it does it.
#pragma once

#include <span>
#include <string_view>

#include "monkey.h"

namespace cadre::monkey {

struct ActKind {
  std::string_view name;
  int weight;
  void (*perform)(Monkey&);
};

// With the mouse and by touch.
[[nodiscard]] std::span<const ActKind> pointerActs();
// By keys.
[[nodiscard]] std::span<const ActKind> keyActs();
// Through the page's surroundings: files, storage, the window, a screen reader.
[[nodiscard]] std::span<const ActKind> outsideActs();

// Performs a random one, and lets its effects settle.
void perform(Monkey& monkey);

}  // namespace cadre::monkey
