// Plans with a password, as users open and save them. The host in these tests answers on request.
#include <gtest/gtest.h>

#include "plan_io/encrypted_plan.h"
#include "support/headless.h"

namespace cadre::test {
namespace {

using platform::LockOutcome;

const char* const kFile = "thanh-tri.cadre";
// Not contained in any text on screen.
const char* const kPassword = "qua cầu rút ván";

// The header of an encrypted plan; only the host reads its content.
std::string lockedFile() {
  const plan_io::EncryptedHeader header{.iterations = plan_io::kIterations,
                                        .salt = std::string(plan_io::kSaltSize, 's'),
                                        .nonce = std::string(plan_io::kNonceSize, 'n'),
                                        .key_check = std::string(plan_io::kKeyCheckSize, 'k')};
  return plan_io::encryptedFile(plan_io::encryptedHeader(header, 4), "xxxx",
                                std::string(plan_io::kTagSize, 't'));
}

struct Open : Headless {
  Open() {
    EXPECT_TRUE(planner->openPlan(sample("phuc-tho-2021-2023.json")).empty());
    settle();
  }

  void answer(LockOutcome outcome, std::string_view bytes = "") {
    const auto& asked = host.unlocks.empty() ? host.locks : host.unlocks;
    planner->lockDone(asked.back().ticket, outcome, bytes);
    settle();
  }
  void askToOpen() {
    planner->fileOpened(kFile, lockedFile());
    settle();
  }
  void tryPassword(std::string_view password) {
    type(password);
    click("button", "Mở bằng mật khẩu này");
  }
  void askToSave() {
    click("combobox", "Kế hoạch");
    click("menuitem", "Lưu tệp có mật khẩu…");
  }
  void typeTwice(std::string_view first, std::string_view again) {
    type(first);
    click("textbox", "Nhập lại mật khẩu");
    type(again);
    click("button", "Mã hóa và lưu");
  }
};

TEST(Password, IsAskedForWhenAFileHasOne) {
  Open page;
  const std::string before = page.planner->planJson();
  page.askToOpen();
  EXPECT_NE(page.find("dialog", "thanh-tri.cadre có mật khẩu"), nullptr);
  EXPECT_TRUE(page.host.unlocks.empty());
  EXPECT_EQ(page.planner->planJson(), before);
}

TEST(Password, OpensThePlanOnceTheHostHasIt) {
  Open page;
  page.askToOpen();
  page.tryPassword(kPassword);
  ASSERT_EQ(page.host.unlocks.size(), 1U);
  EXPECT_EQ(page.host.unlocks[0].password, kPassword);
  EXPECT_EQ(page.host.unlocks[0].bytes, lockedFile());
  EXPECT_NE(page.find("status", "Đang kiểm tra mật khẩu…"), nullptr);
  page.answer(LockOutcome::kDone, sample("thanh-tri-2023-07.json"));
  EXPECT_EQ(page.find("dialog", "có mật khẩu"), nullptr);
  EXPECT_EQ(page.planner->planJson(), sample("thanh-tri-2023-07.json"));
}

TEST(Password, IsAskedForAgainWhenItIsWrong) {
  Open page;
  const std::string before = page.planner->planJson();
  page.askToOpen();
  page.tryPassword("sai");
  page.answer(LockOutcome::kWrongPassword);
  EXPECT_NE(page.find("error", "Sai mật khẩu"), nullptr);
  EXPECT_EQ(page.planner->planJson(), before);
  page.tryPassword(kPassword);
  ASSERT_EQ(page.host.unlocks.size(), 2U);
  EXPECT_EQ(page.host.unlocks[1].password, kPassword);
}

TEST(Password, IsNotAskedForWhenTheFileIsDamaged) {
  Open page;
  const std::string before = page.planner->planJson();
  std::string damaged = lockedFile();
  damaged[66] = '!';
  page.planner->fileOpened(kFile, damaged);
  page.settle();
  EXPECT_EQ(page.find("dialog", "có mật khẩu"), nullptr);
  EXPECT_NE(page.find("error", "đã bị hỏng"), nullptr);
  EXPECT_EQ(page.planner->planJson(), before);
}

TEST(Password, OfAnAlteredFileIsSaidToBeRight) {
  Open page;
  page.askToOpen();
  page.tryPassword(kPassword);
  page.answer(LockOutcome::kAltered);
  EXPECT_NE(page.find("error", "mật khẩu đúng nhưng"), nullptr);
}

TEST(Password, ThatIsCancelledOpensNothingLater) {
  Open page;
  const std::string before = page.planner->planJson();
  page.askToOpen();
  page.tryPassword(kPassword);
  page.click("button", "Hủy");
  page.answer(LockOutcome::kDone, sample("thanh-tri-2023-07.json"));
  EXPECT_EQ(page.find("dialog", "có mật khẩu"), nullptr);
  EXPECT_EQ(page.planner->planJson(), before);
}

TEST(Password, OfAFileThatHoldsNoPlanLeavesThePlanOpen) {
  Open page;
  const std::string before = page.planner->planJson();
  page.askToOpen();
  page.tryPassword(kPassword);
  page.answer(LockOutcome::kDone, "{}");
  EXPECT_FALSE(page.all("error").empty());
  EXPECT_EQ(page.planner->planJson(), before);
}

TEST(Password, SavesThePlanUnderAnotherEnding) {
  Open page;
  page.askToSave();
  page.typeTwice(kPassword, kPassword);
  ASSERT_EQ(page.host.locks.size(), 1U);
  EXPECT_EQ(page.host.locks[0].bytes, page.planner->planJson());
  EXPECT_EQ(page.host.locks[0].password, kPassword);
  page.answer(LockOutcome::kDone, "locked");
  ASSERT_EQ(page.host.saved_files.size(), 1U);
  EXPECT_TRUE(page.host.saved_files.begin()->first.ends_with(".cadre"));
  EXPECT_EQ(page.host.saved_files.begin()->second, "locked");
}

TEST(Password, ForSavingIsTypedTwiceTheSame) {
  Open page;
  page.askToSave();
  page.typeTwice(kPassword, "một câu khác");
  EXPECT_NE(page.find("error", "không giống nhau"), nullptr);
  EXPECT_TRUE(page.host.locks.empty());
}

TEST(Password, ForSavingIsNotShort) {
  Open page;
  page.askToSave();
  page.typeTwice("bảy chữ", "bảy chữ");
  EXPECT_NE(page.find("error", "ít nhất 8 ký tự"), nullptr);
  EXPECT_TRUE(page.host.locks.empty());
}

TEST(Password, OfAPlanIsAskedForWhenItIsSavedAgain) {
  Open page;
  page.askToOpen();
  page.tryPassword(kPassword);
  page.answer(LockOutcome::kDone, sample("thanh-tri-2023-07.json"));
  page.key(ImGuiKey_S, true);
  EXPECT_NE(page.find("dialog", "Lưu tệp có mật khẩu"), nullptr);
  EXPECT_TRUE(page.host.saved_files.empty());
  page.click("button", "Lưu không có mật khẩu");
  ASSERT_EQ(page.host.saved_files.size(), 1U);
  EXPECT_TRUE(page.host.saved_files.begin()->first.ends_with(".json"));
}

TEST(Password, OfAPlanIsAskedForAlsoWhenItComesBackFromTheJournal) {
  platform::StoredPlan kept;
  std::string settings;
  {
    Open page;
    page.askToOpen();
    page.tryPassword(kPassword);
    page.answer(LockOutcome::kDone, sample("thanh-tri-2023-07.json"));
    page.click("button", "Thêm đợt");
    kept = page.host.stored.at(page.host.current);
    settings = page.host.settings;
  }
  Headless later(1440, 900, settings);
  later.planner->storedPlanOpened(kept);
  later.settle();
  later.key(ImGuiKey_S, true);
  EXPECT_NE(later.find("dialog", "Lưu tệp có mật khẩu"), nullptr);
  EXPECT_TRUE(later.host.saved_files.empty());
}

TEST(Password, OfOnePlanIsNotAskedForOfTheNext) {
  Open page;
  page.askToOpen();
  page.tryPassword(kPassword);
  page.answer(LockOutcome::kDone, sample("thanh-tri-2023-07.json"));
  EXPECT_TRUE(page.planner->openPlan(sample("phuc-tho-2021-2023.json")).empty());
  page.settle();
  page.key(ImGuiKey_S, true);
  EXPECT_EQ(page.find("dialog", "có mật khẩu"), nullptr);
  EXPECT_EQ(page.host.saved_files.size(), 1U);
}

TEST(Password, IsNeitherInTheTreeNorInSettingsNorInTheJournal) {
  Open page;
  page.askToSave();
  page.click("checkbox", "Hiện mật khẩu");
  page.click("textbox", "Nhập lại mật khẩu");
  page.type(kPassword);
  EXPECT_EQ(page.planner->widgetsJson().find(kPassword), std::string::npos);
  EXPECT_EQ(page.host.settings.find(kPassword), std::string::npos);
  for (const auto& [id, plan] : page.host.stored) {
    EXPECT_EQ(plan.base.find(kPassword), std::string::npos);
    EXPECT_TRUE(plan.records.empty());
  }
}

}  // namespace
}  // namespace cadre::test
