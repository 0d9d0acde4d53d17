// The number of seats that count in one cell, by convolution over sets and people. Internal to
// analysis.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/risk_model.h"
#include "analysis/risk_number.h"

namespace cadre::risk {

template <class Number>
struct CellFigures {
  Number probability;
  Number shortfall;
};

template <class Number>
class CellCounter {
 public:
  explicit CellCounter(const Chances<Number>& chances) : chances_(chances) {}

  [[nodiscard]] CellFigures<Number> figures(const ModelCell& cell) const {
    const auto needed = static_cast<std::size_t>(std::max(cell.needed, 0));
    Counts counts = {fraction<Number>(1, 0)};
    for (const CellPart& part : cell.parts) {
      if (part.set == MoveSets::kNone) {
        addPeople(counts, part.seats[0], cell, needed);
        continue;
      }
      const auto set = static_cast<std::size_t>(part.set);
      Counts fails = {chances_.fails[set]};
      addPeople(fails, part.seats[0], cell, needed);
      Counts happens = {chances_.happens[set]};
      addPeople(happens, part.seats[1], cell, needed);
      if (fails.size() < happens.size()) fails.swap(happens);
      for (std::size_t i = 0; i < happens.size(); ++i) fails[i] += happens[i];
      counts = convolved(counts, fails, needed);
    }
    CellFigures<Number> out{fraction<Number>(0, 0), fraction<Number>(0, 0)};
    if (counts.size() > needed) out.probability = counts[needed];
    for (std::size_t i = 0; i < std::min(needed, counts.size()); ++i) {
      out.shortfall += counts[i] * fraction<Number>(needed - i, 0);
    }
    return out;
  }

 private:
  // By number of seats, with everything from `most` on in one entry.
  using Counts = std::vector<Number>;

  // Each person counts with all seats or, when gone, with none.
  void addPeople(Counts& counts, const std::vector<std::int32_t>& seats, const ModelCell& cell,
                 std::size_t most) const {
    const Number& stays = chances_.stays[cell.date];
    const Number& leaves = chances_.leaves[cell.date];
    for (const std::int32_t own : seats) {
      const auto more = static_cast<std::size_t>(own);
      const std::size_t size = counts.size();
      counts.resize(std::min(size + more, most + 1), fraction<Number>(0, 0));
      for (std::size_t i = std::min(size, most); i-- > 0;) {
        const Number now = counts[i];
        counts[i] = now * leaves;
        counts[std::min(i + more, most)] += now * stays;
      }
    }
  }

  static Counts convolved(const Counts& a, const Counts& b, std::size_t most) {
    Counts out(std::min(a.size() + b.size() - 1, most + 1), fraction<Number>(0, 0));
    for (std::size_t i = 0; i < a.size(); ++i) {
      for (std::size_t j = 0; j < b.size(); ++j) out[std::min(i + j, most)] += a[i] * b[j];
    }
    return out;
  }

  const Chances<Number>& chances_;
};

}  // namespace cadre::risk
