#include "report/html_text.h"

#include <gtest/gtest.h>

namespace cadre::report {
namespace {

using std::string_view_literals::operator""sv;

TEST(EscapeHtml, MarkupBecomesText) {
  EXPECT_EQ(escapeHtml("<script>alert(\"1\" & '2')</script>"),
            "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;");
  EXPECT_EQ(escapeHtml("&lt;"), "&amp;lt;");
}

TEST(EscapeHtml, LettersOfEveryScriptPassThrough) {
  EXPECT_EQ(escapeHtml("Đặng Thị Huệ, 鄧氏惠, 😀, e\u0301"), "Đặng Thị Huệ, 鄧氏惠, 😀, e\u0301");
  EXPECT_EQ(escapeHtml("a\n\tb"), "a\n\tb");
  EXPECT_EQ(escapeHtml(""), "");
}

TEST(EscapeHtml, WhatNoReaderShouldMeetIsReplaced) {
  EXPECT_EQ(escapeHtml("a\0b"sv), "a\uFFFDb");
  EXPECT_EQ(escapeHtml("\x1b[1m\x7f"), "\uFFFD[1m\uFFFD");
  EXPECT_EQ(escapeHtml("\xC2\x85"), "\uFFFD");  // a C1 control
  EXPECT_EQ(escapeHtml("\uFFFE\U0010FFFF\uFDD0"), "\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(escapeHtml("a\xFFz\xE1\xBA"), "a\uFFFDz\uFFFD\uFFFD");
}

TEST(EscapeHtml, MarksThatTurnTheDirectionAreReplaced) {
  EXPECT_EQ(escapeHtml("\u202Etxt\u202C \u2066x\u2069 \u200F"),
            "\uFFFDtxt\uFFFD \uFFFDx\uFFFD \uFFFD");
}

TEST(HtmlWriter, EscapesTextsAndAttributes) {
  HtmlWriter out;
  out.open("td", {{"class", "number"}, {"data-unit", "\"><b>"}});
  out.text("<i>");
  out.close();
  out.element("th", {}, "a & b");
  EXPECT_EQ(out.take(),
            "<td class=\"number\" data-unit=\"&quot;&gt;&lt;b&gt;\">&lt;i&gt;</td>"
            "<th>a &amp; b</th>");
}

TEST(HtmlWriter, ClosesTheElementOpenedLast) {
  HtmlWriter out;
  out.open("tr");
  out.open("td");
  out.empty("br");
  out.close();
  out.close();
  EXPECT_EQ(out.take(), "<tr><td><br>\n</td></tr>\n");
}

}  // namespace
}  // namespace cadre::report
