#include "kit/press_area.h"

#include <algorithm>

namespace cadre::kit {

bool pressArea(const char* id, ImVec2 size) {
  return ImGui::InvisibleButton(id, {std::max(1.0F, size.x), std::max(1.0F, size.y)});
}

}  // namespace cadre::kit
