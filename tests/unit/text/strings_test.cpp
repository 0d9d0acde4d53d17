#include "text/strings.h"

#include <string>

#include <gtest/gtest.h>

namespace cadre::text {
namespace {

TEST(Strings, EveryKeyHasATextInBothLanguages) {
  for (std::size_t i = 0; i < kStringCount; ++i) {
    const Str key = static_cast<Str>(i);
    EXPECT_FALSE(get(key, Language::kVietnamese).empty()) << kStringKeys[i];
    EXPECT_FALSE(get(key, Language::kEnglish).empty()) << kStringKeys[i];
  }
}

TEST(Strings, EveryKeyIsFoundByItsName) {
  for (std::size_t i = 0; i < kStringCount; ++i) {
    EXPECT_EQ(findKey(kStringKeys[i]), static_cast<Str>(i));
  }
}

TEST(Strings, AnUnknownNameIsNoKey) {
  EXPECT_FALSE(findKey("").has_value());
  EXPECT_FALSE(findKey("no.such.key").has_value());
  EXPECT_FALSE(findKey("zzz").has_value());
}

}  // namespace
}  // namespace cadre::text
