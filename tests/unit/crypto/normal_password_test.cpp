#include "crypto/normal_password.h"

#include <gtest/gtest.h>

namespace cadre::crypto {
namespace {

TEST(NormalPassword, IsTheSameHoweverALetterWasTyped) {
  const std::string whole = "\u1EC5";  // ễ
  EXPECT_EQ(normalPassword("e\u0302\u0303"), whole);
  EXPECT_EQ(normalPassword("\u00EA\u0303"), whole);
  EXPECT_EQ(normalPassword(whole), whole);
}

TEST(NormalPassword, PutsMarksInTheirOrder) {
  const std::string whole = "\u1EC7";  // ệ: the dot below comes before the roof
  EXPECT_EQ(normalPassword("e\u0302\u0323"), whole);
  EXPECT_EQ(normalPassword("e\u0323\u0302"), whole);
  EXPECT_EQ(normalPassword("\u00EA\u0323"), whole);
}

TEST(NormalPassword, LeavesAMarkThatFindsItsLetterTaken) {
  EXPECT_EQ(normalPassword("e\u0303\u0302"), "\u1EBD\u0302");
  EXPECT_EQ(normalPassword("\u0302e"), "\u0302e");
}

TEST(NormalPassword, KnowsCharactersThatAreNeverComposed) {
  EXPECT_EQ(normalPassword("\u0958"), "\u0915\u093C");
  EXPECT_EQ(normalPassword("\u212B"), "\u00C5");
}

TEST(NormalPassword, ComposesHangul) {
  EXPECT_EQ(normalPassword("\u1112\u1161\u11AB"), "\uD55C");
  EXPECT_EQ(normalPassword("\uD558\u11AB"), "\uD55C");
}

TEST(NormalPassword, IsNothingWithoutUtf8) {
  EXPECT_EQ(normalPassword("\xFF"), std::nullopt);
  EXPECT_EQ(normalPassword("a\xE1\xBB"), std::nullopt);
  EXPECT_EQ(normalPassword(""), "");
}

}  // namespace
}  // namespace cadre::crypto
