#include "kit/zoom.h"

#include <gtest/gtest.h>

namespace cadre::kit {
namespace {

constexpr ImVec2 kFrame = {400, 200};

TEST(Zoom, KeepsThePointUnderTheFingersWhereItIs) {
  Zoom zoom;
  const ImVec2 before = zoom.place({110, 60}, {10, 10});
  zoom.change({100, 50}, 2.0F, {0, 0}, kFrame);
  const ImVec2 after = zoom.place({110, 60}, {10, 10});
  EXPECT_FLOAT_EQ(before.x, after.x);
  EXPECT_FLOAT_EQ(before.y, after.y);
  EXPECT_FLOAT_EQ(zoom.scale, 2.0F);
}

TEST(Zoom, NeverLeavesAGap) {
  Zoom zoom;
  zoom.change({200, 100}, 3.0F, {10000, -10000}, kFrame);
  EXPECT_FLOAT_EQ(zoom.offset.x, 0.0F);
  EXPECT_FLOAT_EQ(zoom.offset.y, kFrame.y * (1 - 3.0F));
}

TEST(Zoom, NeitherShrinksThePictureNorGrowsItForEver) {
  Zoom zoom;
  zoom.change({0, 0}, 0.1F, {0, 0}, kFrame);
  EXPECT_TRUE(zoom.isWhole());
  zoom.change({0, 0}, 1000.0F, {0, 0}, kFrame);
  EXPECT_FLOAT_EQ(zoom.scale, Zoom::kMost);
}

TEST(Zoom, StaysWhereItIsInAFrameWithoutRoom) {
  Zoom zoom;
  zoom.change({10, 10}, 3.0F, {0, 0}, kFrame);
  zoom.change({0, 0}, 1.0F, {0, 0}, {300, -8});
  EXPECT_FLOAT_EQ(zoom.offset.y, 0.0F);
}

TEST(Zoom, SaysWhatPartOfAnAxisShows) {
  Zoom zoom;
  zoom.change({400, 200}, 4.0F, {0, 0}, kFrame);
  EXPECT_FLOAT_EQ(zoom.firstX(kFrame.x), 0.75F);
  EXPECT_FLOAT_EQ(zoom.firstY(kFrame.y), 0.75F);
}

}  // namespace
}  // namespace cadre::kit
