#include "report/html_bars.h"

#include <gtest/gtest.h>

#include "html_page.h"

namespace cadre::report {
namespace {

test::HtmlPage pageOf(const Bar& bar) {
  HtmlWriter out;
  writeBar(out, bar);
  test::HtmlPage page = test::readHtml("<!doctype html>" + out.take());
  EXPECT_EQ(page.mistake, "");
  return page;
}

std::string attribute(const test::HtmlElement& element, const std::string& name) {
  const auto found = element.attributes.find(name);
  return found == element.attributes.end() ? "(none)" : found->second;
}

TEST(Bars, AreAsWideAsTheShare) {
  const test::HtmlPage page = pageOf(
      {.share = 531, .before = 143, .target = Share{5000}, .reached = true, .label = "53,1%"});
  const auto rects = page.all("rect");
  ASSERT_EQ(rects.size(), 3U);
  EXPECT_EQ(attribute(*rects[0], "width"), "1000");
  EXPECT_EQ(attribute(*rects[1], "width"), "531");
  EXPECT_EQ(attribute(*rects[2], "width"), "143");
  EXPECT_EQ(attribute(*page.all("line")[0], "x1"), "500");
  EXPECT_EQ(attribute(*page.all("svg")[0], "aria-label"), "53,1%");
}

TEST(Bars, WithoutABaselineHaveOneBar) {
  EXPECT_EQ(
      pageOf({.share = 0, .before = {}, .target = Share{10000}, .label = ""}).all("rect").size(),
      2U);
}

TEST(Bars, ShowByColourWhetherTheTargetIsReached) {
  const auto fill = [](bool reached) {
    return attribute(
        *pageOf(
             {.share = 500, .before = {}, .target = Share{5000}, .reached = reached, .label = ""})
             .all("rect")[1],
        "fill");
  };
  EXPECT_NE(fill(true), fill(false));
}

TEST(Bars, HaveOnlyPresentationAttributes) {
  const test::HtmlPage page =
      pageOf({.share = 531, .before = 143, .target = Share{5525}, .reached = false, .label = ""});
  for (const test::HtmlElement& element : page.elements) {
    EXPECT_EQ(element.attributes.count("style"), 0U) << element.name;
  }
  EXPECT_EQ(attribute(*page.all("line")[0], "x2"), "552");
}

}  // namespace
}  // namespace cadre::report
