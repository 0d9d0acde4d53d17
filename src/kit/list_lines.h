// The visible lines of a long list whose lines all have the same height.
#pragma once

#include <cstddef>
#include <utility>

#include <imgui.h>

#include "kit/frame.h"

namespace cadre::kit {

// Calls draw(i) for each visible line of `count`, from the cursor down, as an item of the list that
// the caller has begun in the tree. REQUIRES: each line takes `height`, including the space below
// it.
template <class Draw>
void listLines(const Frame& frame, std::size_t count, float height, Draw&& draw) {
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(count), height);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const WidgetTree::Scope line(frame.tree, "listitem", i);
      draw(static_cast<std::size_t>(i));
    }
  }
}

}  // namespace cadre::kit
