#include "propose/why_not/dial.h"

#include <algorithm>
#include <numeric>

namespace cadre::propose {

std::vector<std::size_t> Shortfalls::groups() const {
  std::vector<std::size_t> out(by_district.size());
  std::iota(out.begin(), out.end(), std::size_t{0});
  out.push_back(kTotal);
  return out;
}

std::optional<std::size_t> Dial::nextValue(const Shortfalls& base) const {
  if (results.empty() || !results[last()]) return last();
  for (const std::size_t group : base.groups()) {
    const std::int64_t most = gain(base, last(), group);
    if (most <= 0) continue;
    for (const std::int64_t wanted : {std::int64_t{1}, most}) {
      const Span span = spanOf(base, group, wanted);
      if (span.from - span.below > 1) return static_cast<std::size_t>((span.from + span.below) / 2);
    }
  }
  return std::nullopt;
}

Dial::Span Dial::spanOf(const Shortfalls& base, std::size_t group, std::int64_t wanted) const {
  Span out{-1, static_cast<std::ptrdiff_t>(last())};
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!results[i]) continue;
    const auto value = static_cast<std::ptrdiff_t>(i);
    if (gain(base, i, group) >= wanted) {
      out.from = std::min(out.from, value);
    } else {
      out.below = std::max(out.below, value);
    }
  }
  return out;
}

}  // namespace cadre::propose
