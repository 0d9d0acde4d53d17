#include "ui/import_state.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/fold.h"

namespace cadre::ui {

namespace {

bool passes(const roster::Row& row, ImportFilter filter) {
  switch (filter) {
    case ImportFilter::kNew:
      return row.outcome == roster::RowOutcome::kNew;
    case ImportFilter::kChanged:
      return row.outcome == roster::RowOutcome::kChanged;
    case ImportFilter::kUnchanged:
      return row.outcome == roster::RowOutcome::kUnchanged;
    case ImportFilter::kError:
      return row.outcome == roster::RowOutcome::kError;
    case ImportFilter::kAll:
      break;
  }
  return true;
}

}  // namespace

ImportState::ImportState(std::string name, std::string_view text, const Plan& plan)
    : name_(std::move(name)) {
  Expected<roster::Table> table = roster::parseTable(text);
  if (!table) {
    error_ = table.error();
    return;
  }
  table_ = std::move(*table);
  mapping_ = roster::guessMapping(*table_, plan);
}

void ImportState::assign(std::size_t column, roster::Field field) {
  if (column >= mapping_.columns.size()) return;
  mapping_.assign(column, field);
  reading_.reset();
}

void ImportState::setGoneLeave(bool leave) {
  if (options_.gone_leave == leave) return;
  options_.gone_leave = leave;
  reading_.reset();
}

const roster::Reading& ImportState::reading(const Plan& plan, std::uint64_t revision) {
  if (!reading_ || made_for_ != revision) {
    reading_ = roster::readRoster(plan, *table_, mapping_, options_);
    made_for_ = revision;
    rows_for_.reset();
  }
  return *reading_;
}

const std::vector<std::size_t>& ImportState::rowsOf(ImportFilter wanted) {
  if (rows_for_ == wanted) return rows_;
  rows_.clear();
  rows_for_ = wanted;
  if (!reading_) return rows_;
  for (std::size_t i = 0; i < reading_->rows.size(); ++i) {
    if (passes(reading_->rows[i], wanted)) rows_.push_back(i);
  }
  return rows_;
}

const roster::Problem* ImportState::problemOf(std::size_t table_row) const {
  if (!reading_) return nullptr;
  const std::vector<roster::Problem>& problems = reading_->problems;
  const auto at = std::lower_bound(
      problems.begin(), problems.end(), table_row,
      [](const roster::Problem& problem, std::size_t row) { return problem.row < row; });
  return at == problems.end() || at->row != table_row ? nullptr : &*at;
}

std::string ImportState::columnName(std::size_t column) const {
  if (!table_ || column >= table_->columnCount()) return "";
  const std::string_view name =
      roster::trimmed(roster::withoutGuard(table_->cell(mapping_.header, column)));
  return name.empty() ? "(" + std::to_string(column + 1) + ")" : std::string(name);
}

std::size_t ImportState::people() const {
  return reading_ ? reading_->added + reading_->changed + reading_->left : 0;
}

bool isTableName(std::string_view file_name) {
  const std::string folded = text::fold(file_name);
  constexpr std::array<std::string_view, 3> kEndings = {".csv", ".tsv", ".txt"};
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return folded.ends_with(ending); });
}

}  // namespace cadre::ui
