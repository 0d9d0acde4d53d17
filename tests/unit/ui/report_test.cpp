#include <string>

#include <gtest/gtest.h>

#include "support/headless.h"

namespace cadre::test {
namespace {

class ReportMenu : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(page.planner->openPlan(sample("ha-noi-2023.json")).empty());
    page.settle();
  }

  Headless page;
};

TEST_F(ReportMenu, PrintsTheReportOfTheChosenScenario) {
  page.click("combobox", "Kế hoạch");
  page.click("menuitem", "Báo cáo để in…");
  ASSERT_EQ(page.host.reports.size(), 1U);
  const auto& [name, html] = *page.host.reports.begin();
  EXPECT_EQ(name, "ha-noi-2023-phuong-an-a.html");
  EXPECT_TRUE(html.starts_with("<!doctype html>\n<html lang=\"vi\">"));
  EXPECT_NE(html.find("<dd>Phương án A</dd>"), std::string::npos);
  EXPECT_TRUE(page.host.saved_files.empty());
}

TEST_F(ReportMenu, DownloadsTheSameReportWithoutSavingThePlan) {
  page.click("combobox", "Kế hoạch");
  page.click("menuitem", "Tải báo cáo HTML");
  ASSERT_EQ(page.host.exported_files.size(), 1U);
  EXPECT_TRUE(page.host.saved_files.empty());
  page.click("combobox", "Kế hoạch");
  page.click("menuitem", "Báo cáo để in…");
  EXPECT_EQ(page.host.exported_files, page.host.reports);
}

TEST_F(ReportMenu, SpeaksTheLanguageOfTheInterface) {
  page.click("tab", "EN");
  page.click("combobox", "Plan");
  page.click("menuitem", "Report to print…");
  ASSERT_EQ(page.host.reports.size(), 1U);
  EXPECT_NE(page.host.reports.begin()->second.find("<html lang=\"en\">"), std::string::npos);
}

}  // namespace
}  // namespace cadre::test
