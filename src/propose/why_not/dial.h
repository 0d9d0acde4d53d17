// One setting of a plan that can be changed, to one of several values from the mildest on, and what
// was found of them: which value to try next, and which gain something.
//
// Invariant: gains only grow along the values, so that few of them have to be tried.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "propose/why_not/apply_change.h"
#include "propose/why_not/plan_change.h"

namespace cadre::propose {

// In place of a district: the whole.
inline constexpr std::size_t kTotal = SIZE_MAX;

// Shortfalls of the districts that are looked at, and of the whole.
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
  std::optional<std::size_t> district;  // the only one that the change concerns
  Reach reach = Reach::kOne;
  std::vector<std::optional<Shortfalls>> results;  // by value; empty: nothing tried yet

  [[nodiscard]] std::size_t last() const { return values.size() - 1; }
  // REQUIRES: the value was tried.
  [[nodiscard]] std::int64_t gain(const Shortfalls& base, std::size_t value,
                                  std::size_t group) const {
    return base.of(group) - results[value]->of(group);
  }
  // The next value to try, so that the smallest that gains anything and the smallest that gains
  // most get known; nothing when they are.
  [[nodiscard]] std::optional<std::size_t> nextValue(const Shortfalls& base) const;
  // The first value that gains so much. REQUIRES: the last does, and nextValue() says nothing.
  [[nodiscard]] std::size_t firstThatGains(const Shortfalls& base, std::size_t group,
                                           std::int64_t wanted) const {
    return static_cast<std::size_t>(spanOf(base, group, wanted).from);
  }

 private:
  // The first value known to gain that much, and the last known not to (-1: none).
  struct Span {
    std::ptrdiff_t below;
    std::ptrdiff_t from;
  };
  [[nodiscard]] Span spanOf(const Shortfalls& base, std::size_t group, std::int64_t wanted) const;
};

}  // namespace cadre::propose
