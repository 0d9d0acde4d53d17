#include "kit/press_area.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace cadre::kit {
namespace {

// The monkey found a row of a list with no width left; Dear ImGui asserts on that.
TEST(PressArea, IsAPixelWhereThereIsNoRoom) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {100, 100};
  io.IniFilename = nullptr;
  io.Fonts->Build();
  ImGui::NewFrame();
  for (const ImVec2 size : {ImVec2{0, 20}, ImVec2{20, 0}, ImVec2{-3, -3}}) {
    pressArea("area", size);
    EXPECT_EQ(ImGui::GetItemRectSize().x, std::max(1.0F, size.x));
    EXPECT_EQ(ImGui::GetItemRectSize().y, std::max(1.0F, size.y));
    ImGui::NewLine();
    ImGui::PushID(static_cast<int>(size.x));
  }
  for (int i = 0; i < 3; ++i) ImGui::PopID();
  ImGui::EndFrame();
  ImGui::DestroyContext();
}

}  // namespace
}  // namespace cadre::kit
