#include <string>

#include <gtest/gtest.h>

#include "support/headless.h"

namespace cadre::test {
namespace {

class Import : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(page.planner->openPlan(sample("thanh-tri-2023-07.json")).empty());
    page.settle();
    before = page.planner->planJson();
  }

  void open(const std::string& text, const std::string& name = "danh-sach.csv") {
    page.planner->fileOpened(name, text);
    page.settle();
  }

  // The line of the first official in the plan file.
  [[nodiscard]] std::string firstOfficial() const {
    const std::string json = page.planner->planJson();
    const std::size_t begin = json.find("{\"id\"", json.find("\"cadres\""));
    return json.substr(begin, json.find('\n', begin) - begin);
  }
  [[nodiscard]] std::string firstId() const {
    const std::string line = firstOfficial();
    return line.substr(8, line.find('"', 8) - 8);
  }

  // Fails the test when no button's text begins with that.
  void press(const std::string& begins) {
    for (const kit::Widget& widget : page.all("button")) {
      if (!widget.label.starts_with(begins)) continue;
      page.click("button", widget.label);
      return;
    }
    FAIL() << begins;
  }

  Headless page;
  std::string before;
};

TEST_F(Import, MenuOpensItAndSaysWhatToDo) {
  page.click("combobox", "Kế hoạch");
  page.click("menuitem", "Nhập danh sách cán bộ…");
  EXPECT_NE(page.find("dialog", "Nhập danh sách cán bộ"), nullptr);
  page.click("button", "Chọn tệp");
  EXPECT_EQ(page.host.picks, 1);
}

TEST_F(Import, ATableIsPreviewedAndChangesNothing) {
  open("Mã;Họ và tên\n" + firstId() + ";Tên Mới\nc9999;Người Mới\n");
  EXPECT_EQ(page.value("row", "Tên Mới"), "Thay đổi");
  EXPECT_EQ(page.value("row", "Người Mới"), "Mới");
  EXPECT_EQ(page.value("combobox", "Mã"), "Mã");
  EXPECT_NE(page.find("tab", "Mới 1"), nullptr);
  EXPECT_NE(page.find("button", "Nhập 2 người"), nullptr);
  EXPECT_EQ(page.planner->planJson(), before);
}

TEST_F(Import, ConfirmedItIsOneStepThatUndoTakesBack) {
  open("Mã;Họ và tên\n" + firstId() + ";Tên Mới\nc9999;Người Mới\n");
  press("Nhập 2 người");
  EXPECT_EQ(page.find("dialog", "Nhập danh sách cán bộ"), nullptr);
  const std::string after = page.planner->planJson();
  EXPECT_NE(after.find("Tên Mới"), std::string::npos);
  EXPECT_NE(after.find("Người Mới"), std::string::npos);
  EXPECT_EQ(page.host.stored.begin()->second.records.size(), 1U);
  ASSERT_EQ(page.host.restore_points.size(), 1U);
  EXPECT_EQ(page.host.restore_points.front().first.kind, platform::RestoreKind::kImport);
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.planner->planJson(), before);
  page.key(ImGuiKey_Y, true);
  EXPECT_EQ(page.planner->planJson(), after);
}

// An official added by the import may be selected when the import is undone.
TEST_F(Import, UndoneWhileANewOfficialIsChosen) {
  const std::string id = firstId();
  const std::size_t post = before.find("\"incumbent\": \"" + id + "\"");
  const std::size_t begin = before.rfind("{\"id\": \"", post) + 8;
  const std::string post_id = before.substr(begin, before.find('"', begin) - begin);
  open("Mã;Họ và tên;Vị trí\nc9999;Người Mới;" + post_id + "\n" + id + ";Tên Mới;\n");
  press("Nhập 2 người");
  ASSERT_EQ(page.value("post", post_id), "Người Mới");
  page.click("post", post_id);
  page.key(ImGuiKey_Z, true);
  EXPECT_EQ(page.planner->planJson(), before);
  EXPECT_EQ(page.find("post", "Người Mới"), nullptr);
}

// The page is usable afterwards: no invisible dialog covers it.
TEST_F(Import, EscapeAndCancelLeaveThePlanAlone) {
  open("Mã;Họ và tên\nc9999;Người Mới\n");
  page.key(ImGuiKey_Escape);
  EXPECT_EQ(page.find("dialog", "Nhập danh sách cán bộ"), nullptr);
  open("Mã;Họ và tên\nc9999;Người Mới\n");
  press("Hủy");
  EXPECT_EQ(page.find("dialog", "Nhập danh sách cán bộ"), nullptr);
  EXPECT_EQ(page.planner->planJson(), before);
  page.click("button", "Thêm đợt");
  EXPECT_NE(page.planner->planJson(), before);
}

TEST_F(Import, AnotherPlanOpenedOverItClosesIt) {
  open("Mã;Họ và tên\nc9999;Người Mới\n");
  page.planner->fileOpened("plan.json", sample("phuc-tho-2021-2023.json"));
  page.settle();
  EXPECT_EQ(page.find("dialog", "Nhập danh sách cán bộ"), nullptr);
  const std::string other = page.planner->planJson();
  page.click("button", "Thêm đợt");
  EXPECT_NE(page.planner->planJson(), other);
}

TEST_F(Import, PastedCellsOpenIt) {
  page.planner->textPasted("Mã\tHọ và tên\nc9999\tNgười Mới\n");
  page.settle();
  EXPECT_NE(page.find("dialog", "Nhập danh sách cán bộ"), nullptr);
  EXPECT_EQ(page.value("row", "Người Mới"), "Mới");
  EXPECT_EQ(page.planner->planJson(), before);
}

TEST_F(Import, OtherTextIsTakenOnlyWhileItIsOpen) {
  page.planner->textPasted("Họ và tên,\nNgười Mới,\n");
  page.settle();
  EXPECT_EQ(page.find("dialog", "Nhập danh sách cán bộ"), nullptr);
  page.click("combobox", "Kế hoạch");
  page.click("menuitem", "Nhập danh sách cán bộ…");
  page.planner->textPasted("Mã,Họ và tên\nc9999,Người Mới\n");
  page.settle();
  EXPECT_EQ(page.value("row", "Người Mới"), "Mới");
}

TEST_F(Import, ErrorsNameLineAndColumn) {
  open("Mã;Họ và tên;Ngày sinh\n" + firstId() + ";Tên Mới;31/02/1970\nc9999;Người Mới;\n");
  EXPECT_EQ(page.value("row", "Tên Mới"), "Lỗi");
  ASSERT_EQ(page.all("error").size(), 1U);
  EXPECT_TRUE(page.all("error")[0].label.starts_with("Dòng 2, cột “Ngày sinh”: "))
      << page.all("error")[0].label;
  EXPECT_NE(page.find("button", "Nhập 1 người, bỏ 1 dòng lỗi"), nullptr);
}

TEST_F(Import, WithNothingToDoTheButtonIsDisabled) {
  open("Mã\n" + firstId() + "\n");
  EXPECT_EQ(page.value("button", "Không có gì để nhập"), "disabled");
}

TEST_F(Import, AColumnCanBeGivenAnotherMeaning) {
  open("Mã;Ghi chú\n" + firstId() + ";Tên Mới\n");
  EXPECT_EQ(page.value("combobox", "Ghi chú"), "Không dùng");
  page.click("combobox", "Ghi chú");
  page.click("menuitem", "Họ và tên");
  EXPECT_EQ(page.value("combobox", "Ghi chú"), "Họ và tên");
  EXPECT_EQ(page.value("row", "Tên Mới"), "Thay đổi");
}

// More choices than fit below the last column: the list opens upwards and stays on the screen.
TEST_F(Import, TheLastColumnsListIsOnTheScreen) {
  std::string header = "Mã";
  for (int i = 1; i < 16; ++i) header += ";Cột " + std::to_string(i);
  open(header + "\n" + firstId() + "\n");
  page.click("combobox", "Cột 15");
  const kit::Widget* first = page.find("menuitem", "Không dùng");
  ASSERT_NE(first, nullptr);
  EXPECT_GE(first->min.y, 0);
  for (const kit::Widget& item : page.all("menuitem")) EXPECT_LE(item.max.y, 900);
}

TEST_F(Import, EscapeInTheListOfMeaningsClosesThatAlone) {
  open("Mã;Ghi chú\n" + firstId() + ";Tên Mới\n");
  page.click("combobox", "Ghi chú");
  ASSERT_NE(page.find("menuitem", "Ngày sinh"), nullptr);
  page.key(ImGuiKey_Escape);
  EXPECT_EQ(page.find("menuitem", "Ngày sinh"), nullptr);
  EXPECT_NE(page.find("dialog", "Nhập danh sách cán bộ"), nullptr);
}

TEST_F(Import, ThoseNotInTheFileStayUnlessTheyAreSaidToHaveLeft) {
  open("Mã;Họ và tên\n" + firstId() + ";Tên Mới\n");
  EXPECT_NE(page.find("button", "Nhập 1 người"), nullptr);
  EXPECT_NE(page.find("status", "Không có trong tệp"), nullptr);
  page.click("tab", "Thôi công tác");
  EXPECT_EQ(page.find("button", "Nhập 1 người"), nullptr);
  press("Nhập ");
  const std::string after = page.planner->planJson();
  EXPECT_NE(after.find(R"("incumbent": null)"), std::string::npos);
  EXPECT_EQ(before.find(R"("service_ends": "2023-07-27")"), std::string::npos);
  EXPECT_NE(after.find(R"("service_ends": "2023-07-27")"), std::string::npos);
}

TEST_F(Import, WhatIsNoTableIsExplained) {
  open("Mã;Họ và tên\nc1;\"không đóng\n");
  ASSERT_EQ(page.all("error").size(), 1U);
  EXPECT_NE(page.all("error")[0].label.find("line 2, column 4"), std::string::npos)
      << page.all("error")[0].label;
  EXPECT_NE(page.find("button", "Chọn tệp"), nullptr);
}

TEST_F(Import, EveryTableExported) {
  for (const char* name : {"Danh sách cán bộ", "Lượt điều chuyển", "Chỉ tiêu", "Phát hiện"}) {
    page.click("combobox", "Kế hoạch");
    page.click("menuitem", name);
  }
  EXPECT_EQ(page.host.exported_files.size(), 4U);
  for (const auto& [name, bytes] : page.host.exported_files) {
    EXPECT_TRUE(name.ends_with(".csv")) << name;
    EXPECT_TRUE(bytes.starts_with("\xEF\xBB\xBF")) << name;
  }
}

TEST_F(Import, TheExportedRosterChangesNothing) {
  page.click("combobox", "Kế hoạch");
  page.click("menuitem", "Danh sách cán bộ");
  ASSERT_EQ(page.host.exported_files.size(), 1U);
  open(page.host.exported_files.begin()->second);
  EXPECT_EQ(page.all("error").size(), 0U);
  EXPECT_EQ(page.value("button", "Không có gì để nhập"), "disabled");
}

TEST(ImportWithoutAPlan, SaysToOpenOneFirst) {
  Headless page;
  page.planner->fileOpened("danh-sach.csv", "Mã;Họ và tên\nc1;An\n");
  page.settle();
  ASSERT_EQ(page.all("error").size(), 1U);
  EXPECT_NE(page.all("error")[0].label.find("hãy mở một kế hoạch"), std::string::npos);
}

}  // namespace
}  // namespace cadre::test
