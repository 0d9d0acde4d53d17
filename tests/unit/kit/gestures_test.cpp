#include "kit/gestures.h"

#include <string>

#include <gtest/gtest.h>

namespace cadre::kit {
namespace {

// The actions as letters: P point, p press, r release, T tap, M menu, S scroll, Z pinch, L leave.
std::string letters(const std::vector<TouchAction>& actions) {
  std::string out;
  for (const TouchAction& action : actions) {
    out += std::string("PprTMSZL")[static_cast<std::size_t>(action.kind)];
  }
  return out;
}

class Fingers : public ::testing::Test {
 protected:
  std::vector<TouchAction> down(float x, float y, Under under = Under::kNothing, int id = 1) {
    return send({id, TouchPhase::kDown, {x, y}, now}, under);
  }
  std::vector<TouchAction> move(float x, float y, int id = 1) {
    now += 0.016;
    return send({id, TouchPhase::kMove, {x, y}, now}, Under::kNothing);
  }
  std::vector<TouchAction> up(float x, float y, int id = 1) {
    return send({id, TouchPhase::kUp, {x, y}, now}, Under::kNothing);
  }
  std::vector<TouchAction> wait(double seconds) {
    now += seconds;
    const std::vector<TouchAction> out = gestures.pass(now);
    all += letters(out);
    return out;
  }
  std::vector<TouchAction> send(const Contact& contact, Under under) {
    const std::vector<TouchAction> out = gestures.take(contact, under);
    all += letters(out);
    return out;
  }

  Gestures gestures;
  double now = 10.0;
  std::string all;
};

TEST_F(Fingers, ThatComeAndGoTap) {
  down(50, 60);
  const std::vector<TouchAction> out = up(53, 58);
  ASSERT_EQ(letters(out), "T");
  EXPECT_EQ(out[0].at.x, 50.0F);
}

TEST_F(Fingers, ThatTrembleStillTap) {
  down(50, 60);
  move(54, 63);
  up(54, 63);
  EXPECT_EQ(all, "T");
}

TEST_F(Fingers, GoingUpOnAnOfficialScroll) {
  down(50, 60, Under::kDraggable);
  const std::vector<TouchAction> out = move(53, 40);
  ASSERT_EQ(letters(out), "S");
  EXPECT_EQ(out[0].delta.y, -20.0F);
  EXPECT_EQ(letters(move(53, 30)), "S");
}

TEST_F(Fingers, GoingSidewaysOnAnOfficialDragFromWhereTheyCameDown) {
  down(50, 60, Under::kDraggable);
  const std::vector<TouchAction> out = move(70, 63);
  ASSERT_EQ(letters(out), "PpP");
  EXPECT_EQ(out[0].at.x, 50.0F);
  EXPECT_EQ(out[2].at.x, 70.0F);
  move(90, 200);
  EXPECT_EQ(letters(up(90, 200)), "PrL");
}

TEST_F(Fingers, GoingSidewaysOnNothingScroll) {
  down(50, 60);
  EXPECT_EQ(letters(move(80, 62)), "S");
}

TEST_F(Fingers, OnAKnobDragAtOnce) {
  EXPECT_EQ(letters(down(50, 60, Under::kKnob)), "Pp");
  EXPECT_EQ(letters(move(50, 63)), "P");
  EXPECT_EQ(letters(up(50, 63)), "PrL");
}

TEST_F(Fingers, ThatRestHoldAndThenOpenTheMenu) {
  down(50, 60, Under::kDraggable);
  EXPECT_EQ(letters(wait(Gestures::kHold - 0.05)), "");
  EXPECT_EQ(letters(wait(0.1)), "P");
  EXPECT_EQ(letters(up(50, 60)), "M");
}

TEST_F(Fingers, ThatLiftedInTimeTapHoweverLateItIsHeard) {
  down(50, 60, Under::kDraggable);
  const double lifted = now + 0.1;
  wait(0.9);
  EXPECT_EQ(letters(send({1, TouchPhase::kUp, {50, 60}, lifted}, Under::kNothing)), "T");
}

TEST_F(Fingers, ThatRestAndThenMoveUpDrag) {
  down(50, 60, Under::kDraggable);
  wait(0.5);
  EXPECT_EQ(letters(move(50, 30)), "pP");
  EXPECT_EQ(letters(up(50, 30)), "PrL");
}

TEST_F(Fingers, ThatLiftInMotionLetTheScrollGlideAndStop) {
  down(50, 300);
  for (int i = 1; i <= 5; ++i) move(50, 300.0F - static_cast<float>(i) * 20);
  up(50, 200);
  ASSERT_TRUE(gestures.deadline().has_value());
  float glided = 0;
  int steps = 0;
  while (gestures.deadline() && ++steps < 1000) {
    for (const TouchAction& action : wait(0.016)) glided += action.delta.y;
  }
  EXPECT_LT(glided, -100.0F);
  EXPECT_LT(steps, 300);
}

TEST_F(Fingers, ThatRestBeforeTheyLiftDoNotLetItGlide) {
  down(50, 300);
  for (int i = 1; i <= 5; ++i) move(50, 300.0F - static_cast<float>(i) * 20);
  now += 0.2;
  up(50, 200);
  EXPECT_FALSE(gestures.deadline().has_value());
}

TEST_F(Fingers, ThatStopAGlideDoNotTap) {
  down(50, 300);
  for (int i = 1; i <= 5; ++i) move(50, 300.0F - static_cast<float>(i) * 20);
  up(50, 200);
  all.clear();
  down(50, 200);
  up(50, 200);
  EXPECT_EQ(all, "");
  down(50, 200);
  up(50, 200);
  EXPECT_EQ(all, "T");
}

TEST_F(Fingers, OfWhichThereAreTwoPinchAroundTheirMiddle) {
  down(100, 100);
  EXPECT_EQ(letters(down(200, 100, Under::kNothing, 2)), "");
  const std::vector<TouchAction> out = move(300, 100, 2);
  ASSERT_EQ(letters(out), "Z");
  EXPECT_FLOAT_EQ(out[0].factor, 2.0F);
  EXPECT_FLOAT_EQ(out[0].at.x, 200.0F);
  EXPECT_FLOAT_EQ(out[0].delta.x, 50.0F);
}

TEST_F(Fingers, OfWhichASecondComesTakeBackTheDrag) {
  down(50, 60, Under::kDraggable);
  move(80, 60);
  EXPECT_EQ(letters(down(200, 100, Under::kNothing, 2)), "Lr");
}

TEST_F(Fingers, ThatAreLeftOfAPinchDoNothing) {
  down(100, 100);
  down(200, 100, Under::kDraggable, 2);
  move(210, 100, 2);
  all.clear();
  up(210, 100, 2);
  move(150, 300);
  wait(1.0);
  up(150, 300);
  EXPECT_EQ(all, "");
}

TEST_F(Fingers, ThatTheBrowserTakesAwayDropNothing) {
  down(50, 60, Under::kDraggable);
  move(80, 60);
  all.clear();
  send({1, TouchPhase::kCancel, {80, 60}, now}, Under::kNothing);
  EXPECT_EQ(all, "Lr");
}

TEST_F(Fingers, ThatWereLiftedAreNotTakenAway) {
  down(50, 300);
  for (int i = 1; i <= 5; ++i) move(50, 300.0F - static_cast<float>(i) * 20);
  up(50, 200);
  send({1, TouchPhase::kCancel, {50, 200}, now}, Under::kNothing);
  EXPECT_TRUE(gestures.deadline().has_value());
}

TEST_F(Fingers, ThatRestDependOnTimeOnlyUntilTheyHold) {
  EXPECT_FALSE(gestures.deadline().has_value());
  down(50, 60);
  ASSERT_TRUE(gestures.deadline().has_value());
  EXPECT_DOUBLE_EQ(*gestures.deadline(), now + Gestures::kHold);
  wait(0.5);
  EXPECT_FALSE(gestures.deadline().has_value());
}

}  // namespace
}  // namespace cadre::kit
