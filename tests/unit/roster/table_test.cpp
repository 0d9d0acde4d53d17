#include "roster/table.h"

#include <gtest/gtest.h>

#include "text/format.h"
#include "text/strings.h"

namespace cadre::roster {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rowsOf(const Table& table) {
  Rows out;
  for (std::size_t row = 0; row < table.rowCount(); ++row) {
    auto& cells = out.emplace_back();
    for (std::size_t i = 0; i < table.cellCount(row); ++i) cells.emplace_back(table.cell(row, i));
  }
  return out;
}

Rows parsed(std::string_view text) { return rowsOf(parseTable(text).value()); }

struct Failure {
  std::string place;
  std::string text;
};

Failure failureOf(std::string_view text) {
  const Expected<Table> table = parseTable(text);
  if (table) return {"(none)", ""};
  return {table.error().place, text::render(table.error().message, text::Language::kEnglish)};
}

std::string written(std::string_view cell, TableStyle style = {',', false}) {
  TableWriter out(style);
  out.cell(cell);
  out.endRow();
  return out.take();
}

TEST(TableText, EveryDelimiterIsGuessed) {
  const Rows expected = {{"a", "b"}, {"1", "2"}};
  EXPECT_EQ(parsed("a,b\n1,2\n"), expected);
  EXPECT_EQ(parsed("a;b\n1;2\n"), expected);
  EXPECT_EQ(parsed("a\tb\n1\t2\n"), expected);
}

TEST(TableText, ADelimiterInsideCellsDoesNotMislead) {
  EXPECT_EQ(parsed("Họ, tên;Quê\nAn, Bình;Xã A, Huyện B\nChi;Xã C\n"),
            (Rows{{"Họ, tên", "Quê"}, {"An, Bình", "Xã A, Huyện B"}, {"Chi", "Xã C"}}));
  EXPECT_EQ(parsed("a;\"1,2,3\"\nb;\"4,5,6\"\n"), (Rows{{"a", "1,2,3"}, {"b", "4,5,6"}}));
}

TEST(TableText, OneColumnHasNoDelimiter) {
  EXPECT_EQ(parsed("Mã\nc1\nc2"), (Rows{{"Mã"}, {"c1"}, {"c2"}}));
}

TEST(TableText, AByteOrderMarkIsNoPartOfTheFirstCell) {
  EXPECT_EQ(parsed("\xEF\xBB\xBFMã;Tên\nc1;An\n"), (Rows{{"Mã", "Tên"}, {"c1", "An"}}));
}

TEST(TableText, EveryLineEndIsOne) {
  const Rows expected = {{"a", "b"}, {"1", "2"}, {"3", "4"}};
  EXPECT_EQ(parsed("a,b\r\n1,2\r\n3,4"), expected);
  EXPECT_EQ(parsed("a,b\r1,2\r3,4\r"), expected);
  EXPECT_EQ(parsed("a,b\n1,2\n3,4\n"), expected);
}

TEST(TableText, QuotedCellsHoldQuotesDelimitersAndLines) {
  EXPECT_EQ(parsed("a,b\n\"x\"\"y\",\"1\n2\r\n3,4\"\n"),
            (Rows{{"a", "b"}, {"x\"y", "1\n2\r\n3,4"}}));
  EXPECT_EQ(parsed("a,b\n\"\",x\n"), (Rows{{"a", "b"}, {"", "x"}}));
}

TEST(TableText, AQuoteInsideACellIsACharacter) {
  EXPECT_EQ(parsed("a,b\nAn \"Ba\",2\n"), (Rows{{"a", "b"}, {"An \"Ba\"", "2"}}));
}

TEST(TableText, RowsKnowTheirLines) {
  const Table table = parseTable("a,b\r\n\"1\r\n2\n3\",x\r\n\r\n,,\r\n4,5\r\n").value();
  ASSERT_EQ(table.rowCount(), 3U);
  EXPECT_EQ(table.line(0), 1U);
  EXPECT_EQ(table.line(1), 2U);
  EXPECT_EQ(table.line(2), 7U) << "after three lines of a cell and two without text";
}

TEST(TableText, CellsBeyondARowsEndAreEmpty) {
  const Table table = parseTable("a,b,c\n1\n1,,\n").value();
  EXPECT_EQ(table.columnCount(), 3U);
  EXPECT_EQ(table.cellCount(1), 1U);
  EXPECT_EQ(table.cellCount(2), 1U);
  EXPECT_EQ(table.cell(1, 2), "");
  EXPECT_EQ(table.cell(1, 99), "");
}

TEST(TableText, AnUnclosedQuoteNamesItsPlace) {
  const Failure failure = failureOf("a;b\nĐỗ;\"không đóng\nx;y\n");
  EXPECT_EQ(failure.place, "line 2, column 4");
  EXPECT_NE(failure.text.find("never closed"), std::string::npos);
}

TEST(TableText, OtherEncodingsAreNamed) {
  using namespace std::string_literals;
  EXPECT_NE(failureOf("\xFF\xFEM\0"s).text.find("UTF-16"), std::string::npos);
  EXPECT_NE(failureOf("\xFE\xFF\0M"s).text.find("UTF-16"), std::string::npos);
  EXPECT_NE(failureOf("M\0a\0"s).text.find("UTF-16"), std::string::npos) << "without a mark";
  const Failure failure = failureOf("Ma;Ten\nc1;Nguy\xEA\nn\n");
  EXPECT_EQ(failure.place, "line 2, column 8");
  EXPECT_NE(failure.text.find("not UTF-8"), std::string::npos);
}

TEST(TableText, NothingIsNoTable) {
  for (const char* text : {"", "\n\n", ";;\n;;\n", "\xEF\xBB\xBF"}) {
    EXPECT_EQ(failureOf(text).text, "there are no rows") << text;
  }
}

TEST(TableText, LimitsAreKept) {
  std::string rows = "a,b\n";
  for (std::size_t i = 1; i < kMaxTableRows; ++i) rows += "1,2\n";
  EXPECT_TRUE(parseTable(rows).has_value());
  rows += "1,2\n";
  EXPECT_EQ(failureOf(rows).place, "line 200001");
  const std::string wide(kMaxTableColumns - 1, ',');
  EXPECT_TRUE(parseTable(wide + "x\n").has_value());
  EXPECT_TRUE(parseTable(wide + "x,,,,\n").has_value()) << "empty cells do no harm";
  EXPECT_EQ(failureOf(wide + "x,y\n").place, "line 1");
  EXPECT_NE(failureOf(std::string(kMaxTableBytes + 1, 'x')).text.find("MB"), std::string::npos);
}

TEST(TableText, ManyWideRowsAreRefusedBeforeTheyFillTheMemory) {
  std::string row(kMaxTableColumns - 1, ',');
  row += "x\n";
  std::string text;
  while (text.size() < kMaxTableCells + (kMaxTableCells >> 4U)) text += row;
  EXPECT_NE(failureOf(text).text.find("values"), std::string::npos);
}

TEST(TableText, WhatASpreadsheetCouldRunIsGuarded) {
  for (const char* cell :
       {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", "\t=1", "\rx", "\nx", " =1",
        "\xC2\xA0=1", "'=1", "'", "=cmd|' /C calc'!A0", "\"=1"}) {
    const std::string text = written(cell);
    const bool starts_guarded = text.starts_with("'") || text.starts_with("\"'");
    EXPECT_EQ(starts_guarded, std::string_view(cell) != "\"=1") << text;
    EXPECT_EQ(withoutGuard(parseTable(text).value().cell(0, 0)), cell);
  }
}

TEST(TableText, PlainTextIsWrittenAsItIs) {
  EXPECT_EQ(written("Nguyễn Văn An"), "Nguyễn Văn An\r\n");
  EXPECT_EQ(written("27/07/2023"), "27/07/2023\r\n");
  EXPECT_EQ(written(" a "), " a \r\n");
  EXPECT_EQ(written("a=b"), "a=b\r\n");
  EXPECT_EQ(withoutGuard("An"), "An");
}

TEST(TableText, CellsAreQuotedForEveryDelimiter) {
  for (const char delimiter : {',', ';', '\t'}) {
    EXPECT_EQ(written("a;b", {delimiter, false}), "\"a;b\"\r\n");
    EXPECT_EQ(written("a,b", {delimiter, false}), "\"a,b\"\r\n");
    EXPECT_EQ(written("a\"b", {delimiter, false}), "\"a\"\"b\"\r\n");
  }
}

TEST(TableText, WriterKeepsToItsStyle) {
  TableWriter out({';', true});
  out.cell("Mã");
  out.cell("");
  out.endRow();
  out.cell("c1");
  out.cell("x");
  out.endRow();
  EXPECT_EQ(out.take(), "\xEF\xBB\xBFMã;\r\nc1;x\r\n");
}

}  // namespace
}  // namespace cadre::roster
