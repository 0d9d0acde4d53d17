#include "roster/table.h"

#include <algorithm>
#include <utility>

#include "text/strings.h"
#include "text/utf8.h"

namespace cadre::roster {

using text::Str;

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kDelimiters = ",;\t";
constexpr char kApostrophe = '\'';

std::unexpected<Error> failed(ErrorCode code, std::string place, Message message) {
  return std::unexpected(Error{code, std::move(place), std::move(message)});
}

std::string lineText(std::size_t line) { return "line " + std::to_string(line); }

std::string linePlace(std::size_t line, std::size_t column) {
  return lineText(line) + ", column " + std::to_string(column);
}

// Line breaks and characters before a position in the text, for errors.
std::string placeOf(std::string_view text, std::size_t at) {
  std::size_t line = 1;
  std::size_t column = 1;
  for (std::size_t i = 0; i < at; ++i) {
    const bool breaks = text[i] == '\n' || (text[i] == '\r' && text.substr(i + 1, 1) != "\n");
    if (breaks) {
      ++line;
      column = 1;
    } else if (!text::continuesCharacter(text[i]) && text[i] != '\r') {
      ++column;
    }
  }
  return linePlace(line, column);
}

// A byte order mark, or a zero byte among the first two: what a spreadsheet saves as "Unicode
// text".
bool looksLikeUtf16(std::string_view bytes) {
  const std::string_view first = bytes.substr(0, 2);
  return first == "\xFF\xFE" || first == "\xFE\xFF" || first.find('\0') != std::string_view::npos;
}

bool isBreak(char c) { return c == '\n' || c == '\r'; }

bool isDelimiter(char c) { return kDelimiters.contains(c); }

// How well a delimiter divides the first rows of a text into columns.
struct Division {
  std::size_t columns = 0;  // of the row with the most columns
  std::size_t alike = 0;    // rows with as many columns as the one before
};

Division divide(std::string_view text, char delimiter) {
  constexpr std::size_t kRows = 30;
  constexpr std::size_t kBytes = 64 * 1024;
  Division out;
  std::size_t rows = 0;
  std::size_t columns = 1;
  std::size_t before = 0;
  bool at_start = true;  // of a cell
  bool has_text = false;
  const std::size_t end = std::min(text.size(), kBytes);
  for (std::size_t i = 0; i < end && rows < kRows; ++i) {
    const char c = text[i];
    if (c == '"' && at_start) {
      // A doubled quote closes and reopens the quoted part, which is equivalent here.
      const std::size_t close = text.find('"', i + 1);
      has_text = true;
      if (close == std::string_view::npos) break;
      at_start = text.substr(close + 1, 1) == "\"";  // doubled: the cell continues
      i = close;
      continue;
    }
    // After any delimiter, so that a cell quoted because of another delimiter is recognised, too.
    at_start = isDelimiter(c) || isBreak(c);
    if (c == delimiter) {
      ++columns;
    } else if (isBreak(c)) {
      out.columns = std::max(out.columns, columns);
      if (has_text) {
        if (columns > 1 && columns == before) ++out.alike;
        before = columns;
        ++rows;
      }
      columns = 1;
      has_text = false;
    } else {
      has_text = true;
    }
  }
  if (has_text) {  // a last row without a line break
    out.columns = std::max(out.columns, columns);
    if (columns > 1 && columns == before) ++out.alike;
  }
  return out;
}

char guessDelimiter(std::string_view text) {
  char best = kDelimiters.front();
  Division best_division;
  for (const char candidate : kDelimiters) {
    const Division division = divide(text, candidate);
    if (division.columns < 2) continue;
    const bool better = division.alike != best_division.alike
                            ? division.alike > best_division.alike
                            : division.columns > best_division.columns;
    if (best_division.columns >= 2 && !better) continue;
    best = candidate;
    best_division = division;
  }
  return best;
}

// Leading characters that a spreadsheet ignores.
std::string_view withoutLeadingSpace(std::string_view text) {
  while (!text.empty()) {
    const text::Decoded next = text::decodeFirst(text);
    const bool passed = next.valid && (next.code <= ' ' || next.code == 0xA0 ||
                                       next.code == 0x200B || next.code == 0xFEFF);
    if (!passed) break;
    text.remove_prefix(next.length);
  }
  return text;
}

bool beginsFormula(std::string_view text) {
  if (text.empty()) return false;
  switch (text::decodeFirst(text).code) {
    case '=':
    case '+':
    case '-':
    case '@':
    case 0xFF1D:  // full-width = + - @
    case 0xFF0B:
    case 0xFF0D:
    case 0xFF20:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string_view Table::cell(std::size_t row, std::size_t column) const {
  const Row& in = rows_[row];
  if (column >= in.count) return {};
  const Cell& at = cells_[in.first + column];
  return std::string_view(text_).substr(at.begin, at.size);
}

class TableParser {
 public:
  TableParser(std::string_view text, char delimiter) : text_(text) {
    table_.delimiter_ = delimiter;
    table_.text_.reserve(text.size());
  }

  Expected<Table> parse() {
    while (at_ < text_.size()) {
      if (Expected<void> row = readRow(); !row) return std::unexpected(row.error());
    }
    if (table_.rows_.empty()) return failed(ErrorCode::kMissing, "", {Str::table_empty, {}});
    return std::move(table_);
  }

 private:
  Expected<void> readRow() {
    Table::Row row{table_.cells_.size(), 0, line_};
    std::size_t width = 0;
    while (true) {
      const std::size_t begin = table_.text_.size();
      if (Expected<void> cell = readCell(); !cell) return cell;
      const std::size_t size = table_.text_.size() - begin;
      if (width == kMaxTableColumns && size > 0) {
        return failed(ErrorCode::kTooLarge, lineText(line_),
                      {Str::table_too_many_columns, {{"most", std::int64_t{kMaxTableColumns}}}});
      }
      if (width < kMaxTableColumns) {
        table_.cells_.push_back(
            {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(size)});
        ++width;
        if (size > 0) row.count = width;
      }
      if (at_ >= text_.size() || text_[at_] != table_.delimiter_) break;
      ++at_;
    }
    endLine();
    table_.cells_.resize(row.first + row.count);
    if (row.count == 0) return {};
    if (table_.cells_.size() > kMaxTableCells) {
      return failed(ErrorCode::kTooLarge, lineText(row.line),
                    {Str::error_too_many_values, {{"limit", std::int64_t{kMaxTableCells}}}});
    }
    if (table_.rows_.size() == kMaxTableRows) {
      return failed(ErrorCode::kTooLarge, lineText(row.line),
                    {Str::table_too_many_rows, {{"most", std::int64_t{kMaxTableRows}}}});
    }
    table_.columns_ = std::max(table_.columns_, row.count);
    table_.rows_.push_back(row);
    return {};
  }

  Expected<void> readCell() {
    if (at_ < text_.size() && text_[at_] == '"') {
      if (Expected<void> quoted = readQuoted(); !quoted) return quoted;
    }
    // Anything after a closing quote belongs to the cell as written.
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != table_.delimiter_ && !isBreak(text_[at_])) ++at_;
    table_.text_ += text_.substr(begin, at_ - begin);
    return {};
  }

  Expected<void> readQuoted() {
    const std::size_t open = at_++;
    while (true) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) {
        return failed(ErrorCode::kSyntax, placeOf(text_, open), {Str::table_quote, {}});
      }
      countLines(text_.substr(at_, quote - at_));
      table_.text_ += text_.substr(at_, quote - at_);
      at_ = quote + 1;
      if (at_ >= text_.size() || text_[at_] != '"') return {};
      table_.text_ += '"';
      ++at_;
    }
  }

  void countLines(std::string_view inside) {
    for (std::size_t i = 0; i < inside.size(); ++i) {
      const bool half = inside[i] == '\r' && inside.substr(i + 1, 1) == "\n";
      if (isBreak(inside[i]) && !half) ++line_;
    }
  }

  void endLine() {
    if (at_ >= text_.size()) return;
    at_ += text_.substr(at_, 2) == "\r\n" ? 2 : 1;
    ++line_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  Table table_;
};

Expected<Table> parseTable(std::string_view text) {
  if (text.size() > kMaxTableBytes) {
    constexpr std::size_t kMegabyte = std::size_t{1} << 20U;
    const auto found = static_cast<std::int64_t>((text.size() + kMegabyte - 1) / kMegabyte);
    return failed(
        ErrorCode::kTooLarge, "",
        {Str::error_file_too_large,
         {{"found", found}, {"limit", static_cast<std::int64_t>(kMaxTableBytes / kMegabyte)}}});
  }
  if (looksLikeUtf16(text)) return failed(ErrorCode::kSyntax, "", {Str::table_utf16, {}});
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (const std::size_t bad = text::findInvalid(text); bad != std::string_view::npos) {
    return failed(ErrorCode::kSyntax, placeOf(text, bad), {Str::error_not_utf8, {}});
  }
  return TableParser(text, guessDelimiter(text)).parse();
}

TableWriter::TableWriter(TableStyle style) : style_(style) {
  if (style_.byte_order_mark) out_ = kByteOrderMark;
}

void TableWriter::cell(std::string_view text) {
  if (row_begun_) out_ += style_.delimiter;
  row_begun_ = true;
  // Cells with any of the delimiters are quoted, so that it does not matter which one another
  // program guesses.
  appendCell(out_, text, kDelimiters);
}

void TableWriter::endRow() {
  out_ += "\r\n";
  row_begun_ = false;
}

void appendCell(std::string& out, std::string_view text, std::string_view delimiters) {
  const std::string safe = guarded(text);
  const auto needsQuotes = [delimiters](char c) {
    return c == '"' || isBreak(c) || delimiters.contains(c);
  };
  if (std::none_of(safe.begin(), safe.end(), needsQuotes)) {
    out += safe;
    return;
  }
  out += '"';
  for (const char c : safe) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string guarded(std::string_view text) {
  const bool breaks = !text.empty() && (text.front() == '\t' || isBreak(text.front()));
  const bool guard = breaks || text.starts_with(kApostrophe) || beginsFormula(text) ||
                     beginsFormula(withoutLeadingSpace(text));
  std::string out;
  out.reserve(text.size() + 1);
  if (guard) out += kApostrophe;
  out += text;
  return out;
}

std::string_view withoutGuard(std::string_view text) {
  return text.starts_with(kApostrophe) ? text.substr(1) : text;
}

}  // namespace cadre::roster
