#include "text/fold.h"

#include <string>

#include <gtest/gtest.h>

namespace cadre::text {
namespace {

TEST(Fold, DropsMarksAndCase) {
  EXPECT_EQ(fold("Thanh Trì"), "thanh tri");
  EXPECT_EQ(fold("ĐÔNG ANH"), "dong anh");
  EXPECT_EQ(fold("Phúc Thọ"), "phuc tho");
  EXPECT_EQ(fold("Nguyễn Thị Hưởng"), "nguyen thi huong");
}

TEST(Fold, KnowsEveryVietnameseLetterInBothCases) {
  EXPECT_EQ(fold("aàảãáạăằẳẵắặâầẩẫấậ"), std::string(18, 'a'));
  EXPECT_EQ(fold("AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬ"), std::string(18, 'a'));
  EXPECT_EQ(fold("eèẻẽéẹêềểễếệEÈẺẼÉẸÊỀỂỄẾỆ"), std::string(24, 'e'));
  EXPECT_EQ(fold("iìỉĩíịIÌỈĨÍỊ"), std::string(12, 'i'));
  EXPECT_EQ(fold("oòỏõóọôồổỗốộơờởỡớợ"), std::string(18, 'o'));
  EXPECT_EQ(fold("OÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢ"), std::string(18, 'o'));
  EXPECT_EQ(fold("uùủũúụưừửữứựUÙỦŨÚỤƯỪỬỮỨỰ"), std::string(24, 'u'));
  EXPECT_EQ(fold("yỳỷỹýỵYỲỶỸÝỴ"), std::string(12, 'y'));
  EXPECT_EQ(fold("đĐ"), "dd");
}

TEST(Fold, ComposedAndDecomposedLettersAreTheSame) {
  EXPECT_EQ(fold("Tri\u0300"), fold("Trì"));
  EXPECT_EQ(fold("Tho\u0323"), fold("Thọ"));
  EXPECT_EQ(fold("e\u0302\u0323"), "e");
}

TEST(Fold, WhiteSpaceIsOneSpaceAndNoneAtTheEnds) {
  EXPECT_EQ(fold("  Thanh \t\n Trì\u00A0 "), "thanh tri");
  EXPECT_EQ(fold("   "), "");
  EXPECT_EQ(fold(""), "");
}

TEST(Fold, OtherScriptsAndSignsPass) {
  EXPECT_EQ(fold("北京 № 5-7"), "北京 № 5-7");
  EXPECT_EQ(fold("😀"), "😀");
}

TEST(Fold, BytesThatAreNotUtf8AreDropped) {
  EXPECT_EQ(fold("a\xFF"
                 "b"),
            "ab");
  EXPECT_EQ(fold("a\xC3"), "a");
  EXPECT_EQ(fold("a\x80z"), "az");
  EXPECT_EQ(fold("a\xE0\x80\x80z"), "az");      // overlong
  EXPECT_EQ(fold("a\xED\xA0\x80z"), "az");      // a surrogate
  EXPECT_EQ(fold("a\xF4\x90\x80\x80z"), "az");  // beyond Unicode
}

TEST(Fold, IsStable) {
  for (const char* sample : {"Thị trấn Văn Điển", "  Xã  Ngọc Hồi ", "北京", ""}) {
    EXPECT_EQ(fold(fold(sample)), fold(sample));
  }
}

TEST(MatchesFolded, WantsEveryWordInAnyOrder) {
  const std::string haystack = fold("Chủ tịch UBND xã Ngọc Hồi");
  EXPECT_TRUE(matchesFolded(haystack, "ngoc hoi"));
  EXPECT_TRUE(matchesFolded(haystack, "hoi chu"));
  EXPECT_TRUE(matchesFolded(haystack, "ubn"));
  EXPECT_FALSE(matchesFolded(haystack, "ngoc ha"));
}

TEST(MatchesFolded, AnEmptyQueryMatchesEverything) {
  EXPECT_TRUE(matchesFolded("ngoc hoi", ""));
  EXPECT_TRUE(matchesFolded("", ""));
  EXPECT_TRUE(matchesFolded("ngoc hoi", " "));
  EXPECT_FALSE(matchesFolded("", "a"));
}

}  // namespace
}  // namespace cadre::text
