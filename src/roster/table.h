// Tables as text: reads and writes CSV and TSV as spreadsheets save, copy and open them.
//
// Reading is total: any bytes give a table or one error with its position, in time and memory
// bounded by the size of the text. A cell of a file written here and opened in a spreadsheet is
// never evaluated as a formula: the writer puts an apostrophe in front if necessary, and
// withoutGuard removes it again, so that the text is preserved.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"

namespace cadre::roster {

inline constexpr std::size_t kMaxTableBytes = std::size_t{64} << 20U;
inline constexpr std::size_t kMaxTableRows = 200'000;
inline constexpr std::size_t kMaxTableColumns = 200;
inline constexpr std::size_t kMaxTableCells = 6'000'000;

// Rows of cells; a row may be shorter than others. Rows without any text are left out.
class Table {
 public:
  [[nodiscard]] std::size_t rowCount() const { return rows_.size(); }
  // Columns of the longest row.
  [[nodiscard]] std::size_t columnCount() const { return columns_; }
  // The number of cells in the row, not counting empty ones at its end.
  [[nodiscard]] std::size_t cellCount(std::size_t row) const { return rows_[row].count; }
  // Empty beyond the end of the row. Valid as long as the table exists and is not moved.
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const;
  // The line on which the row begins, counted from 1 (a quoted cell may span several lines).
  [[nodiscard]] std::size_t line(std::size_t row) const { return rows_[row].line; }
  [[nodiscard]] char delimiter() const { return delimiter_; }

 private:
  friend class TableParser;

  struct Cell {
    std::uint32_t begin;
    std::uint32_t size;
  };
  struct Row {
    std::size_t first;  // in cells_
    std::size_t count;
    std::size_t line;
  };

  std::string text_;  // of all cells, concatenated
  std::vector<Cell> cells_;
  std::vector<Row> rows_;
  std::size_t columns_ = 0;
  char delimiter_ = ',';
};

// UTF-8 with or without a byte order mark; the delimiter (comma, semicolon or tab) is the one that
// divides the first rows best; lines end with CRLF, LF or CR; a cell that begins with a quote ends
// at the next single quote. The error's place is "line L" or "line L, column C".
[[nodiscard]] Expected<Table> parseTable(std::string_view text);

struct TableStyle {
  char delimiter = ',';
  bool byte_order_mark = true;  // tells Excel that the file is UTF-8
};

// Writes cells one by one; lines end with CRLF.
class TableWriter {
 public:
  explicit TableWriter(TableStyle style);

  void cell(std::string_view text);
  void endRow();
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  TableStyle style_;
  std::string out_;
  bool row_begun_ = false;
};

// Appends the text as one cell: guarded, and quoted if it contains a quote, a line break or one of
// the delimiters.
void appendCell(std::string& out, std::string_view text, std::string_view delimiters);

// The text preceded by an apostrophe if a spreadsheet could evaluate it as a formula (it begins
// with = + - @ or their full-width forms, possibly after spaces, or with a tab or a line break), or
// if it already begins with an apostrophe.
[[nodiscard]] std::string guarded(std::string_view text);

// The text without its leading apostrophe, if any: withoutGuard(guarded(x)) is x for every x.
[[nodiscard]] std::string_view withoutGuard(std::string_view text);

}  // namespace cadre::roster
