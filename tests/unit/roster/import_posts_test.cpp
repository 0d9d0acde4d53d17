// Who gets which post, and rows that depend on each other for it.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "roster_case.h"

namespace cadre::roster {
namespace {

using test::RosterCase;

TEST(RosterImport, APostById) {
  RosterCase c;
  const Plan after = c.imported("Mã;Vị trí\nc01;00640/deputy1\n");
  EXPECT_FALSE(after.post(c.secretary_a).incumbent);
  EXPECT_EQ(after.post(c.deputies[1]).incumbent, c.an);
  EXPECT_EQ(c.read("Mã;Vị trí\nc01;00640/secretary\n").unchanged, 1U);
}

TEST(RosterImport, SeveralPostsAtOnce) {
  RosterCase c;
  const Plan after = c.imported("Mã;Vị trí\nc01;\"00640/secretary; 00640/deputy0\"\n");
  EXPECT_EQ(after.post(c.secretary_a).incumbent, c.an);
  EXPECT_EQ(after.post(c.deputies[0]).incumbent, c.an);
}

TEST(RosterImport, APostByUnitAndTitle) {
  RosterCase c;
  const Plan after =
      c.imported("Mã;Đơn vị;Chức danh\nc04;640;Phó chủ tịch\nc01;Văn Điển;bi thu dang uy\n");
  EXPECT_EQ(after.post(c.deputies[0]).incumbent, c.dung);
  EXPECT_EQ(after.post(c.secretary_a).incumbent, c.an);
  EXPECT_EQ(c.problem("Mã;Đơn vị;Chức danh\nc04;00643;Chairman\n"),
            "2 Đơn vị: Xã Tân Triều has no post of Chairman");
  EXPECT_EQ(c.problem("Mã;Đơn vị;Chức danh\nc04;00643;\n"),
            "2 Chức danh: both unit and title are needed");
}

TEST(RosterImport, WithoutTheOtherColumnUnitOrTitleChangesNothing) {
  RosterCase c;
  const Reading reading = c.read("Mã;Chức danh\nc01;Phó chủ tịch\n");
  EXPECT_EQ(reading.unchanged, 1U);
  EXPECT_EQ(reading.notes.size(), 1U);
}

TEST(RosterImport, SeatsAlikeAreKeptOrGivenInOrder) {
  RosterCase c;
  c.builder[c.deputies[1]].incumbent = c.dung;
  c.build();
  const Plan after = c.imported(
      "Mã;Họ và tên;Đơn vị;Chức danh\nz1;Một;00640;deputy\nc04;Lê Chi;00640;deputy\n"
      "z2;Hai;00640;deputy\n");
  EXPECT_EQ(after.post(c.deputies[0]).incumbent, CadreId{4U});
  EXPECT_EQ(after.post(c.deputies[1]).incumbent, c.dung);
  EXPECT_EQ(after.post(c.deputies[2]).incumbent, CadreId{5U});
  EXPECT_EQ(c.problems("Mã;Họ và tên;Đơn vị;Chức danh\nz1;Một;00640;chairman\n"
                       "c02;Hai;00640;chairman\n"),
            (std::vector<std::string>{
                "2 Đơn vị: Thị trấn Văn Điển has 1 posts of Chairman, the file has more people",
                "3 Đơn vị: Thị trấn Văn Điển has 1 posts of Chairman, the file has more people"}));
}

TEST(RosterImport, TwoPeopleInOnePostIsAnErrorInBoth) {
  RosterCase c;
  const std::vector<std::string> found =
      c.problems("Mã;Vị trí\nc01;00640/deputy0\nc02;00640/deputy0\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0],
            "2 Vị trí: Deputy, Thị trấn Văn Điển is on line 3 too; one person for each post");
}

TEST(RosterImport, ThePostOfSomebodyWhoStaysIsNotTaken) {
  RosterCase c;
  EXPECT_EQ(c.problem("Mã;Vị trí\nc01;00640/chairman\n"),
            "2 Vị trí: Chairman, Thị trấn Văn Điển is held by Trần Thị Bình, for whom the file has "
            "no valid row");
  const Plan swapped = c.imported("Mã;Vị trí\nc01;00640/chairman\nc02;00640/secretary\n");
  EXPECT_EQ(swapped.post(c.secretary_a).incumbent, c.binh);
  EXPECT_EQ(swapped.post(c.chairman_a).incumbent, c.an);
}

// c02 cannot leave, so c01 cannot come, so c04 cannot come either.
TEST(RosterImport, ARowLeftOutLeavesOutThoseThatNeedIt) {
  RosterCase c;
  const std::vector<std::string> found = c.problems(
      "Mã;Vị trí;Ngày "
      "sinh\nc04;00640/secretary;\nc01;00640/chairman;01/01/1970\nc02;;31/02/1970\n");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_TRUE(found[0].starts_with("2 Vị trí"));
  EXPECT_TRUE(found[1].starts_with("3 Vị trí"));
  EXPECT_TRUE(found[2].starts_with("4 Ngày sinh"));
  EXPECT_TRUE(c.read("Mã;Vị trí;Ngày sinh\nc04;00640/secretary;\nc01;00640/chairman;01/01/1970\n"
                     "c02;;31/02/1970\n")
                  .merge.empty());
}

TEST(RosterImport, NewRelativesAreLinkedBothWays) {
  RosterCase c;
  const Plan after = c.imported(
      "Mã;Họ và tên;Người thân\nz1;Một;z2\nc01;Nguyễn Văn An;Hai [z2]\nz2;Hai;\"z1; c01\"\n");
  EXPECT_EQ(after.cadre(c.an).relatives, std::vector{CadreId{5U}});
  EXPECT_EQ(after.cadre(CadreId{4U}).relatives, std::vector{CadreId{5U}});
  EXPECT_EQ(after.cadre(CadreId{5U}).relatives, (std::vector{CadreId{4U}, c.an}));
}

TEST(RosterImport, ARelativeOfARowInErrorIsAnError) {
  RosterCase c;
  const std::vector<std::string> found = c.problems(
      "Mã;Họ và tên;Người thân;Ngày sinh\nz1;Một;;31/02/1970\nz2;Hai;z1;\nz3;Ba;z2;\nz4;Bốn;;\n");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[1], "3 Người thân: z1 is new and has a row in error");
  EXPECT_EQ(found[2], "4 Người thân: z2 is new and has a row in error");
  const Plan after =
      c.imported("Mã;Họ và tên;Người thân;Ngày sinh\nz1;Một;;31/02/1970\nz4;Bốn;z5;\nz5;Năm;z4;\n");
  EXPECT_EQ(after.cadre(CadreId{4U}).key, "z4");
  EXPECT_EQ(after.cadre(CadreId{4U}).relatives, std::vector{CadreId{5U}});
}

}  // namespace
}  // namespace cadre::roster
