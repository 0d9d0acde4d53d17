#include "lp/basis_factor.h"

#include <algorithm>
#include <cmath>

#include "core/places.h"

namespace cadre::lp {
namespace {

constexpr double kTiny = 1e-13;       // smaller values are rounding
constexpr double kLeastPivot = 1e-9;  // smaller pivots mean that a column depends on the others
constexpr double kThreshold = 0.1;    // least pivot, relative to the largest value in its column

// The order in which columns pivot, and in which row, as far as the sparsity pattern determines it:
// rows with one column left go first, columns with one row left go last.
struct Ordering {
  std::vector<std::int32_t> front;      // columns
  std::vector<std::int32_t> back;       // columns; the last one found pivots first
  std::vector<std::int32_t> nucleus;    // what is left
  std::vector<std::int32_t> pivot_row;  // by column; kNoRow in the nucleus
};

Ordering orderByPattern(std::span<const BasisFactor::Column> columns,
                        const std::vector<std::uint8_t>& row_is_free) {
  const std::size_t rows = row_is_free.size();
  std::vector<std::int32_t> in_row(rows, 0);
  std::vector<std::int32_t> in_column(columns.size(), 0);
  for (std::size_t j = 0; j < columns.size(); ++j) {
    for (const BasisFactor::Entry& entry : columns[j].entries) {
      if (row_is_free[at(entry.row)] == 0) continue;
      ++in_row[at(entry.row)];
      ++in_column[j];
    }
  }
  std::vector<std::int32_t> first(rows + 1, 0);  // columns of each row
  for (std::size_t i = 0; i < rows; ++i) first[i + 1] = first[i] + in_row[i];
  std::vector<std::int32_t> column_of(at(first[rows]));
  std::vector<std::int32_t> fill(first.begin(), first.end() - 1);
  for (std::size_t j = 0; j < columns.size(); ++j) {
    for (const BasisFactor::Entry& entry : columns[j].entries) {
      if (row_is_free[at(entry.row)] == 0) continue;
      column_of[at(fill[at(entry.row)]++)] = static_cast<std::int32_t>(j);
    }
  }
  Ordering out;
  out.pivot_row.assign(columns.size(), BasisFactor::kNoRow);
  std::vector<std::uint8_t> row_done(rows, 0);
  std::vector<std::uint8_t> column_done(columns.size(), 0);
  std::vector<std::int32_t> single_rows;
  std::vector<std::int32_t> single_columns;
  for (std::size_t i = 0; i < rows; ++i) {
    if (in_row[i] == 1) single_rows.push_back(static_cast<std::int32_t>(i));
  }
  for (std::size_t j = 0; j < columns.size(); ++j) {
    if (in_column[j] == 1) single_columns.push_back(static_cast<std::int32_t>(j));
  }
  // Removes a pivot from the pattern.
  const auto take = [&](std::size_t column, std::size_t row) {
    row_done[row] = 1;
    column_done[column] = 1;
    out.pivot_row[column] = static_cast<std::int32_t>(row);
    for (const BasisFactor::Entry& entry : columns[column].entries) {
      const std::size_t i = at(entry.row);
      if (row_is_free[i] == 0 || row_done[i] != 0) continue;
      if (--in_row[i] == 1) single_rows.push_back(entry.row);
    }
    for (std::int32_t k = first[row]; k < first[row + 1]; ++k) {
      const std::int32_t j = column_of[at(k)];
      if (column_done[at(j)] != 0) continue;
      if (--in_column[at(j)] == 1) single_columns.push_back(j);
    }
  };
  while (!single_rows.empty() || !single_columns.empty()) {
    if (!single_rows.empty()) {
      const std::size_t row = at(single_rows.back());
      single_rows.pop_back();
      if (row_done[row] != 0 || in_row[row] != 1) continue;
      for (std::int32_t k = first[row]; k < first[row + 1]; ++k) {
        const std::int32_t column = column_of[at(k)];
        if (column_done[at(column)] != 0) continue;
        out.front.push_back(column);
        take(at(column), row);
        break;
      }
      continue;
    }
    const std::size_t column = at(single_columns.back());
    single_columns.pop_back();
    if (column_done[column] != 0 || in_column[column] != 1) continue;
    for (const BasisFactor::Entry& entry : columns[column].entries) {
      if (row_is_free[at(entry.row)] == 0 || row_done[at(entry.row)] != 0) continue;
      out.back.push_back(static_cast<std::int32_t>(column));
      take(column, at(entry.row));
      break;
    }
  }
  for (std::size_t j = 0; j < columns.size(); ++j) {
    if (column_done[j] == 0) out.nucleus.push_back(static_cast<std::int32_t>(j));
  }
  std::sort(out.nucleus.begin(), out.nucleus.end(), [&](std::int32_t a, std::int32_t b) {
    return in_column[at(a)] != in_column[at(b)] ? in_column[at(a)] < in_column[at(b)] : a < b;
  });
  return out;
}

}  // namespace

BasisFactor::BasisFactor(std::size_t rows, std::size_t most_explicit_rows)
    : rows_(rows), is_explicit_(rows <= most_explicit_rows) {
  if (is_explicit_) multiplyOut();
}

bool BasisFactor::isFull() const {
  // The explicit inverse does not grow; only its rounding errors do.
  constexpr std::size_t kMostUpdates = 60;
  constexpr std::size_t kMostExplicitUpdates = 120;
  if (is_explicit_) return updates_ >= kMostExplicitUpdates;
  return updates_ >= kMostUpdates || rows_of_.size() > 4 * (size_when_fresh_ + rows_) + 1000;
}

void BasisFactor::clearEtas() {
  etas_.clear();
  rows_of_.clear();
  values_.clear();
}

void BasisFactor::append(std::size_t row, const std::vector<double>& column) {
  for (std::size_t i = 0; i < rows_; ++i) {
    if (i == row || std::abs(column[i]) < kTiny) continue;
    rows_of_.push_back(static_cast<std::int32_t>(i));
    values_.push_back(column[i]);
  }
  etas_.push_back({static_cast<std::int32_t>(row), 1.0 / column[row], rows_of_.size()});
}

std::vector<std::int32_t> BasisFactor::rebuild(std::span<const Column> columns,
                                               const std::vector<std::uint8_t>& row_is_free) {
  clearEtas();
  updates_ = 0;
  Ordering order = orderByPattern(columns, row_is_free);
  std::vector<double> work(rows_, 0.0);
  std::vector<std::uint8_t> is_open = row_is_free;  // rows of the nucleus without a pivot yet
  const auto appendRaw = [&](std::int32_t column) {
    const std::int32_t row = order.pivot_row[at(column)];
    double pivot = 0.0;
    for (const Entry& entry : columns[at(column)].entries) {
      if (entry.row == row) {
        pivot = entry.value;
      } else {
        rows_of_.push_back(entry.row);
        values_.push_back(entry.value);
      }
    }
    is_open[at(row)] = 0;
    if (pivot == 1.0 && columns[at(column)].entries.size() == 1) return;  // changes nothing
    etas_.push_back({row, 1.0 / pivot, rows_of_.size()});
  };
  for (const std::int32_t column : order.front) appendRaw(column);
  for (const std::int32_t column : order.back) is_open[at(order.pivot_row[at(column)])] = 0;
  for (const std::int32_t column : order.nucleus) {
    for (const Entry& entry : columns[at(column)].entries) work[at(entry.row)] = entry.value;
    solveFrom(0, work);
    double most = 0.0;
    for (std::size_t i = 0; i < rows_; ++i) {
      if (is_open[i] != 0) most = std::max(most, std::abs(work[i]));
    }
    std::int32_t row = kNoRow;
    for (std::size_t i = 0; i < rows_ && most > kLeastPivot; ++i) {
      if (is_open[i] == 0 || std::abs(work[i]) < kThreshold * most) continue;
      if (row == kNoRow || std::abs(work[i]) > std::abs(work[at(row)])) {
        row = static_cast<std::int32_t>(i);
      }
    }
    if (row != kNoRow) {
      append(at(row), work);
      is_open[at(row)] = 0;
      order.pivot_row[at(column)] = row;
    }
    std::fill(work.begin(), work.end(), 0.0);
  }
  for (std::size_t k = order.back.size(); k-- > 0;) appendRaw(order.back[k]);
  size_when_fresh_ = rows_of_.size();
  if (is_explicit_) multiplyOut();
  return std::move(order.pivot_row);
}

void BasisFactor::solveFrom(std::size_t eta, std::vector<double>& x) const {
  std::size_t begin = eta == 0 ? 0 : etas_[eta - 1].end;
  for (std::size_t e = eta; e < etas_.size(); ++e) {
    const Eta& one = etas_[e];
    const double value = x[at(one.row)];
    if (value != 0.0) {
      const double scaled = value * one.inverse;
      x[at(one.row)] = scaled;
      for (std::size_t k = begin; k < one.end; ++k) x[at(rows_of_[k])] -= values_[k] * scaled;
    }
    begin = one.end;
  }
}

// Builds the explicit inverse column by column. A unit vector is unaffected by all etas up to the
// one that pivots where it is 1.
void BasisFactor::multiplyOut() {
  if (inverse_) {
    inverse_->setToZero();
  } else {
    inverse_.emplace(rows_);
  }
  std::vector<std::size_t> first(rows_, etas_.size());
  for (std::size_t e = etas_.size(); e-- > 0;) first[at(etas_[e].row)] = e;
  std::vector<double> column(rows_);
  for (std::size_t k = 0; k < rows_; ++k) {
    if (first[k] == etas_.size()) {
      inverse_->column(k)[k] = 1.0;
      continue;
    }
    std::fill(column.begin(), column.end(), 0.0);
    column[k] = 1.0;
    solveFrom(first[k], column);
    std::copy(column.begin(), column.end(), inverse_->column(k).begin());
  }
  clearEtas();
}

void BasisFactor::solve(std::vector<double>& x) {
  if (inverse_) return inverse_->solve(x);
  solveFrom(0, x);
}

void BasisFactor::solveTransposed(std::vector<double>& y) {
  if (inverse_) return inverse_->solveTransposed(y);
  for (std::size_t e = etas_.size(); e-- > 0;) {
    const Eta& eta = etas_[e];
    const std::size_t begin = e == 0 ? 0 : etas_[e - 1].end;
    double sum = y[at(eta.row)];
    for (std::size_t k = begin; k < eta.end; ++k) sum -= values_[k] * y[at(rows_of_[k])];
    y[at(eta.row)] = sum * eta.inverse;
  }
}

void BasisFactor::inverseRow(std::size_t row, SparseVector& rho) {
  if (inverse_) return inverse_->row(row, rho);
  rho.clear();
  rho.values[row] = 1.0;
  solveTransposed(rho.values);
  rho.collect();
}

void BasisFactor::solveColumn(std::span<const Entry> column, SparseVector& solved) {
  solved.clear();
  for (const Entry& entry : column) {
    if (inverse_) {
      inverse_->addColumn(at(entry.row), entry.value, solved.values);
    } else {
      solved.values[at(entry.row)] = entry.value;
    }
  }
  if (!inverse_) solveFrom(0, solved.values);
  solved.collect();
}

void BasisFactor::solveAt(const SparseVector& x, std::span<const std::int32_t> rows,
                          std::vector<double>& out) {
  if (!inverse_) {
    out = x.values;
    return solveFrom(0, out);
  }
  for (const std::int32_t row : rows) out[at(row)] = inverse_->productAt(at(row), x);
}

void BasisFactor::squareRows(std::vector<double>& sums) {
  SparseVector rho(rows_);
  for (std::size_t r = 0; r < rows_; ++r) {
    inverseRow(r, rho);
    sums[r] = rho.square();
  }
}

void BasisFactor::replace(std::size_t row, const SparseVector& solved, const SparseVector& rho) {
  ++updates_;
  if (inverse_) return inverse_->replace(row, solved, rho);
  append(row, solved.values);
}

}  // namespace cadre::lp
