#include "lp/explicit_inverse.h"

#include <algorithm>

#include "core/places.h"

namespace cadre::lp {

void ExplicitInverse::row(std::size_t row, SparseVector& out) const {
  const double* entry = entries_.data() + row;
  for (std::size_t k = 0; k < rows_; ++k, entry += rows_) out.values[k] = *entry;
  out.collect();
}

void ExplicitInverse::addColumn(std::size_t column, double times, std::vector<double>& x) const {
  const double* entries = entries_.data() + column * rows_;
  double* sums = x.data();
  for (std::size_t i = 0; i < rows_; ++i) sums[i] += times * entries[i];
}

double ExplicitInverse::productAt(std::size_t row, const SparseVector& x) const {
  double sum = 0.0;
  for (const std::int32_t k : x.places) sum += x.values[at(k)] * entries_[at(k) * rows_ + row];
  return sum;
}

void ExplicitInverse::solve(std::vector<double>& x) {
  work_.swap(x);
  std::fill(x.begin(), x.end(), 0.0);
  for (std::size_t k = 0; k < rows_; ++k) {
    if (work_[k] != 0.0) addColumn(k, work_[k], x);
  }
}

void ExplicitInverse::solveTransposed(std::vector<double>& y) {
  work_.swap(y);
  sparse_.clear();
  for (std::size_t i = 0; i < rows_; ++i) {
    if (work_[i] != 0.0) sparse_.push_back(place(i));
  }
  const double* entry = entries_.data();
  for (std::size_t k = 0; k < rows_; ++k, entry += rows_) {
    double even = 0.0;  // two sums, because each addition depends on the previous one
    double odd = 0.0;
    std::size_t n = 0;
    for (; n + 1 < sparse_.size(); n += 2) {
      even += work_[at(sparse_[n])] * entry[sparse_[n]];
      odd += work_[at(sparse_[n + 1])] * entry[sparse_[n + 1]];
    }
    if (n < sparse_.size()) even += work_[at(sparse_[n])] * entry[sparse_[n]];
    y[k] = even + odd;
  }
}

void ExplicitInverse::replace(std::size_t row, const SparseVector& solved,
                              const SparseVector& rho) {
  const double inverse = 1.0 / solved.values[row];
  for (const std::int32_t k : rho.places) {
    const double times = rho.values[at(k)] * inverse;
    double* entries = entries_.data() + at(k) * rows_;
    for (const std::int32_t i : solved.places) entries[at(i)] -= times * solved.values[at(i)];
    entries[row] = times;
  }
}

}  // namespace cadre::lp
