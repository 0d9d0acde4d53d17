// A page with a plan, and the command palette on it.
#pragma once

#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "support/headless.h"

namespace cadre::test {

inline std::unique_ptr<Headless> pageWith(const std::string& file, float width = 1440,
                                          float height = 900) {
  auto page = std::make_unique<Headless>(width, height);
  EXPECT_TRUE(page->planner->openPlan(sample(file)).empty());
  page->settle();
  return page;
}

inline std::unique_ptr<Headless> city() { return pageWith("ha-noi-2023.json"); }

inline void openPalette(Headless& page) { page.key(ImGuiKey_K, true); }

inline bool paletteIsOpen(const Headless& page) {
  return page.find("textbox", "Tìm lệnh, đơn vị, vị trí, cán bộ") != nullptr;
}

inline std::string firstOption(const Headless& page) {
  const std::vector<kit::Widget> options = page.all("option");
  return options.empty() ? "(none)" : options.front().label;
}

}  // namespace cadre::test
