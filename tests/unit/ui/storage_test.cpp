// Stored plans from the user's perspective: read-only in a second tab, failing storage, damaged
// copies, deleted plans, restore points.
#include <gtest/gtest.h>

#include "support/headless.h"

namespace cadre::test {
namespace {

using platform::PlanAccess;
using platform::StorageState;

struct Open : Headless {
  Open() {
    EXPECT_TRUE(planner->openPlan(sample("thanh-tri-2023-07.json")).empty());
    settle();
  }
  platform::StoredPlan& stored() { return host.stored.at(host.current); }
};

TEST(Storage, APlanOpenElsewhereRefusesEditsVisibly) {
  Open page;
  page.click("button", "Thêm đợt");
  const std::string before = page.planner->planJson();
  page.planner->accessChanged(PlanAccess::kOtherTab);
  page.settle();
  EXPECT_NE(page.find("alert", "Chỉ xem"), nullptr);
  page.click("button", "Thêm đợt");
  EXPECT_EQ(page.planner->planJson(), before);
  EXPECT_EQ(page.value("status", "Lưu trữ"), "chỉ xem: không có gì thay đổi");
  EXPECT_EQ(page.stored().records.size(), 1U);
}

TEST(Storage, APlanOpenElsewhereRefusesUndoAndRedo) {
  Open page;
  page.click("button", "Thêm đợt");
  page.click("button", "Thêm đợt");
  page.key(ImGuiKey_Z, true);
  const std::string before = page.planner->planJson();
  page.planner->accessChanged(PlanAccess::kOtherTab);
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.planner->planJson(), before);
  EXPECT_EQ(page.value("status", "Lưu trữ"), "chỉ xem: không có gì thay đổi");
  page.key(ImGuiKey_Y, true);
  EXPECT_EQ(page.planner->planJson(), before);
  EXPECT_EQ(page.stored().position, 1U);
}

TEST(Storage, TakesOverWhenTheOtherTabCloses) {
  Open page;
  page.planner->accessChanged(PlanAccess::kOtherTab);
  page.settle();
  page.planner->accessChanged(PlanAccess::kTaken);
  page.settle();
  EXPECT_EQ(page.find("alert", "Chỉ xem"), nullptr);
  EXPECT_EQ(page.value("status", "Lưu trữ"), "thẻ kia đã đóng: giờ sửa được ở đây");
  page.click("button", "Thêm đợt");
  EXPECT_EQ(page.stored().records.size(), 1U);
}

TEST(Storage, ACopyOfAPlanOpenElsewhereCanBeEdited) {
  Open page;
  const std::string original = page.host.current;
  page.planner->accessChanged(PlanAccess::kOtherTab);
  page.settle();
  page.click("button", "Sửa trên bản sao");
  EXPECT_NE(page.host.current, original);
  EXPECT_EQ(page.host.titles.at(page.host.current), "Thanh Trì 7/2023 (bản sao)");
  page.click("button", "Thêm đợt");
  EXPECT_EQ(page.stored().records.size(), 1U);
  EXPECT_TRUE(page.host.stored.at(original).records.empty());
}

TEST(Storage, APlanThatOpensIsWritableAfterOneThatWasNot) {
  Open page;
  page.planner->accessChanged(PlanAccess::kConflict);
  page.settle();
  EXPECT_NE(page.find("button", "Mở bản mới nhất"), nullptr);
  ASSERT_TRUE(page.planner->openPlan(sample("ha-noi-2023.json")).empty());
  page.settle();
  EXPECT_EQ(page.find("alert", "Chỉ xem"), nullptr);
}

TEST(Storage, EachWayOfNotSavingSaysSoAndOffersAFile) {
  for (const StorageState state :
       {StorageState::kFull, StorageState::kFailed, StorageState::kUnavailable}) {
    Open page;
    EXPECT_EQ(page.find("alert", "Chưa lưu được"), nullptr);
    page.planner->storageChanged(state, "");
    page.settle();
    ASSERT_NE(page.find("alert", "Chưa lưu được"), nullptr);
    page.click("button", "Lưu tệp ngay");
    EXPECT_EQ(page.host.saved_files.size(), 1U);
    page.planner->storageChanged(StorageState::kSaved, "12:01");
    page.settle();
    EXPECT_EQ(page.find("alert", "Chưa lưu được"), nullptr);
  }
}

TEST(Storage, AHiddenWarningComesBackWhenAnotherThingGoesWrong) {
  Open page;
  page.planner->storageChanged(StorageState::kFailed, "");
  page.settle();
  page.click("button", "Ẩn thông báo");
  EXPECT_EQ(page.find("alert", "Chưa lưu được"), nullptr);
  page.planner->storageChanged(StorageState::kFailed, "");
  page.settle();
  EXPECT_EQ(page.find("alert", "Chưa lưu được"), nullptr);
  page.planner->storageChanged(StorageState::kFull, "");
  page.settle();
  EXPECT_NE(page.find("alert", "Chưa lưu được"), nullptr);
}

TEST(Storage, AFullStorageLeadsToThePlansThatCanGo) {
  Open page;
  const std::string first = page.host.current;
  ASSERT_TRUE(page.planner->openPlan(sample("ha-noi-2023.json")).empty());
  page.planner->storageChanged(StorageState::kFull, "");
  page.settle();
  page.click("button", "Thử lưu lại");
  EXPECT_EQ(page.host.retries, 1);
  page.click("button", "Xóa bớt kế hoạch cũ");
  // The open plan cannot be deleted.
  page.click("button", "Xóa khỏi trình duyệt");
  EXPECT_EQ(page.host.deleted, std::set<std::string>{first});
}

TEST(Storage, ADeletedPlanCanBeBroughtBackOrDeletedForGood) {
  Open page;
  const std::string first = page.host.current;
  ASSERT_TRUE(page.planner->openPlan(sample("ha-noi-2023.json")).empty());
  page.settle();
  page.click("combobox", "Kế hoạch");
  page.click("menuitem", "Kế hoạch khác…");
  ASSERT_EQ(page.all("stored").size(), 2U);
  page.click("button", "Xóa khỏi trình duyệt");
  EXPECT_EQ(page.all("stored").size(), 1U);
  ASSERT_EQ(page.all("deleted").size(), 1U);
  page.click("button", "Lấy lại");
  EXPECT_EQ(page.all("stored").size(), 2U);
  EXPECT_TRUE(page.all("deleted").empty());
  page.click("button", "Xóa khỏi trình duyệt");
  page.click("button", "Xóa hẳn");
  EXPECT_TRUE(page.all("deleted").empty());
  EXPECT_FALSE(page.host.stored.contains(first));
}

TEST(Storage, TheListNamesAPlanAsItIsCalledNow) {
  Open page;
  const std::string before = page.host.titles.at(page.host.current);
  page.click("combobox", "Kế hoạch");
  page.click("textbox", "Tên kế hoạch");
  page.key(ImGuiKey_A, true);
  page.type("Bản 2");
  page.key(ImGuiKey_Enter);
  page.settle();
  EXPECT_EQ(page.host.titles.at(page.host.current), "Bản 2");
  page.key(ImGuiKey_Escape);
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.host.titles.at(page.host.current), before);
}

TEST(Storage, GoesBackToARestorePointAndFromThereBack) {
  Open page;
  page.click("button", "Thêm đợt");
  const std::string one = page.planner->planJson();
  page.click("combobox", "Kế hoạch");
  page.click("menuitem", "Điểm khôi phục…");
  EXPECT_NE(page.find("dialog", "Điểm khôi phục"), nullptr);
  EXPECT_TRUE(page.all("restore-point").empty());
  page.click("button", "Đặt điểm khôi phục ngay");
  ASSERT_EQ(page.all("restore-point").size(), 1U);
  EXPECT_EQ(page.value("restore-point", "02/01/2026 03:04"),
            "Đặt bằng tay; 0 chỉnh sửa từ đó đến nay");
  page.click("button", "Đóng");
  page.click("button", "Thêm đợt");
  const std::string two = page.planner->planJson();
  ASSERT_NE(one, two);

  page.click("combobox", "Kế hoạch");
  page.click("menuitem", "Điểm khôi phục…");
  EXPECT_EQ(page.value("restore-point", "02/01/2026 03:04"),
            "Đặt bằng tay; 1 chỉnh sửa từ đó đến nay");
  page.click("button", "Khôi phục");
  EXPECT_EQ(page.planner->planJson(), one);
  EXPECT_EQ(page.find("dialog", "Điểm khôi phục"), nullptr);
  EXPECT_EQ(page.value("status", "Lưu trữ"), "đã khôi phục về 02/01/2026 03:04");

  page.click("combobox", "Kế hoạch");
  page.click("menuitem", "Điểm khôi phục…");
  page.click("button", "Khôi phục");
  EXPECT_EQ(page.planner->planJson(), two);
}

TEST(Storage, RestoringIsNotOfferedWhereThePlanIsReadOnly) {
  Open page;
  page.host.addRestorePoint(platform::RestoreKind::kManual);
  page.click("button", "Thêm đợt");
  const std::string before = page.planner->planJson();
  page.planner->accessChanged(PlanAccess::kOtherTab);
  page.click("combobox", "Kế hoạch");
  page.click("menuitem", "Điểm khôi phục…");
  ASSERT_EQ(page.all("restore-point").size(), 1U);
  page.click("button", "Khôi phục");
  EXPECT_EQ(page.planner->planJson(), before);
}

TEST(Storage, ADamagedRecordLeavesWhatCameBeforeItAsAPlanOfItsOwn) {
  Open page;
  page.click("button", "Thêm đợt");
  const std::string one = page.planner->planJson();
  page.click("button", "Thêm đợt");
  page.click("button", "Thêm đợt");
  const std::string damaged = page.host.current;
  page.stored().records[1] = "{\"do\": ";
  const platform::StoredPlan before = page.stored();

  page.host.openStored(damaged);
  page.settle();
  EXPECT_EQ(page.planner->planJson(), one);
  EXPECT_NE(page.host.current, damaged);
  EXPECT_EQ(page.stored().records.size(), 1U);
  EXPECT_EQ(page.host.titles.at(page.host.current), "Thanh Trì 7/2023 (đã phục hồi)");
  EXPECT_EQ(page.host.stored.at(damaged).records, before.records);
  EXPECT_NE(page.find("dialog", "Bản lưu trong trình duyệt bị hỏng"), nullptr);
  ASSERT_EQ(page.all("error").size(), 2U);
  EXPECT_NE(page.all("error").front().label.find("Chỉnh sửa thứ 2"), std::string::npos);
  page.click("button", "Lưu dữ liệu thô ra tệp");
  EXPECT_EQ(page.host.raw_exports, std::vector<std::string>{damaged});
  page.click("button", "Lưu tệp ngay");
  EXPECT_EQ(page.host.saved_files.size(), 1U);
  page.click("button", "Đóng");
  page.click("button", "Thêm đợt");
  EXPECT_EQ(page.stored().records.size(), 2U);
}

TEST(Storage, ADamagedBeginningKeepsTheOpenPlan) {
  Open page;
  const std::string damaged = page.host.current;
  page.stored().base = "";
  ASSERT_TRUE(page.planner->openPlan(sample("ha-noi-2023.json")).empty());
  page.settle();
  const std::string open = page.host.current;
  const std::string before = page.planner->planJson();
  page.host.openStored(damaged);
  page.settle();
  EXPECT_NE(page.find("dialog", "Bản lưu trong trình duyệt bị hỏng"), nullptr);
  EXPECT_EQ(page.planner->planJson(), before);
  EXPECT_EQ(page.host.current, open);
  EXPECT_TRUE(page.host.damaged.contains(damaged));
}

TEST(Storage, ADamagedBeginningAtTheStartLeavesThePageUsable) {
  Headless page;
  page.planner->storedPlanOpened({.id = "x", .base = "not a plan", .records = {}});
  page.settle();
  EXPECT_NE(page.find("dialog", "Bản lưu trong trình duyệt bị hỏng"), nullptr);
  EXPECT_EQ(page.find("button", "Lưu tệp ngay"), nullptr);
  page.click("button", "Đóng");
  EXPECT_EQ(page.all("sample").size(), 3U);
}

TEST(Storage, WhatTheBrowserCannotReadIsSaidWithItsReason) {
  Headless page;
  page.planner->storedPlanFailed("x", "disk error");
  page.settle();
  ASSERT_EQ(page.all("error").size(), 1U);
  EXPECT_NE(page.all("error").front().label.find("disk error"), std::string::npos);
}

}  // namespace
}  // namespace cadre::test
