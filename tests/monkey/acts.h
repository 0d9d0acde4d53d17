// What a monkey can do. A kind of act is one line of a table; each says in words what it is about
// to do before it does it.
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

// By the mouse and by fingers.
[[nodiscard]] std::span<const ActKind> pointerActs();
// By keys.
[[nodiscard]] std::span<const ActKind> keyActs();
// By what is around the page: files, storage, the window, a screen reader.
[[nodiscard]] std::span<const ActKind> outsideActs();

// Does one of them by chance, and lets what it began settle.
void perform(Monkey& monkey);

}  // namespace cadre::monkey
