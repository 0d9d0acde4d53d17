// One plan setting that can be changed to one of several values, starting with the mildest, and
// their results so far: determines which value to try next and which values gain something.
//
// Invariant: gains never decrease along the values, so only few values must be tried.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "propose/why_not/apply_change.h"
#include "propose/why_not/plan_change.h"

namespace cadre::propose {

// Stands for the whole plan instead of a district.
inline constexpr std::size_t kTotal = SIZE_MAX;

// Shortfalls of the districts examined, and of the whole.
struct Shortfalls {
  std::vector<std::int64_t> by_district;
  std::int64_t total = 0;

  [[nodiscard]] std::int64_t of(std::size_t group) const {
    return group == kTotal ? total : by_district[group];
  }
  // The districts, then kTotal.
  [[nodiscard]] std::vector<std::size_t> groups() const;
};

struct Dial {
  Change change;
  std::vector<std::int32_t> values = {0};
  std::optional<std::size_t> district;  // the only district affected by the change
  Reach reach = Reach::kOne;
  std::vector<std::optional<Shortfalls>> results;  // by value; empty: nothing tried yet

  [[nodiscard]] std::size_t last() const { return values.size() - 1; }
  // REQUIRES: the value was tried.
  [[nodiscard]] std::int64_t gain(const Shortfalls& base, std::size_t value,
                                  std::size_t group) const {
    return base.of(group) - results[value]->of(group);
  }
  // The next value to try, in order to find the smallest that gains anything and the smallest that
  // gains most; empty when both are known.
  [[nodiscard]] std::optional<std::size_t> nextValue(const Shortfalls& base) const;
  // The first value with that gain. REQUIRES: the last value has it, and nextValue() is empty.
  [[nodiscard]] std::size_t firstThatGains(const Shortfalls& base, std::size_t group,
                                           std::int64_t wanted) const {
    return static_cast<std::size_t>(spanOf(base, group, wanted).from);
  }

 private:
  // The first value known to have that gain, and the last known not to (-1: none).
  struct Span {
    std::ptrdiff_t below;
    std::ptrdiff_t from;
  };
  [[nodiscard]] Span spanOf(const Shortfalls& base, std::size_t group, std::int64_t wanted) const;
};

}  // namespace cadre::propose
