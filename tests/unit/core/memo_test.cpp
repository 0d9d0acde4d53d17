#include "core/memo.h"

#include <string>

#include <gtest/gtest.h>

namespace cadre {
namespace {

TEST(Memo, WorksOutOnceWhatIsAskedAgain) {
  Memo<std::string, int> memo;
  int asked = 0;
  const auto work_out = [&] { return std::to_string(++asked); };
  const std::string& first = memo.of(7, work_out);
  EXPECT_EQ(first, "1");
  EXPECT_EQ(&memo.of(7, work_out), &first);
}

TEST(Memo, WorksOutAnotherQuestionAndTheFirstAnew) {
  Memo<std::string, int> memo;
  int asked = 0;
  const auto work_out = [&] { return std::to_string(++asked); };
  EXPECT_EQ(memo.of(7, work_out), "1");
  EXPECT_EQ(memo.of(8, work_out), "2");
  EXPECT_EQ(memo.of(7, work_out), "3");
}

TEST(Memo, ForgetsWhenItIsTold) {
  Memo<std::string, int> memo;
  int asked = 0;
  const auto work_out = [&] { return std::to_string(++asked); };
  EXPECT_EQ(memo.of(7, work_out), "1");
  memo.forget();
  EXPECT_EQ(memo.of(7, work_out), "2");
}

}  // namespace
}  // namespace cadre
