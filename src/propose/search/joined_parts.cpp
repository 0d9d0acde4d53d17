#include "propose/search/joined_parts.h"

#include <algorithm>

namespace cadre::propose {

JoinedParts::JoinedParts(std::span<const Curve> curves, std::size_t cap) {
  constexpr std::int32_t kImpossible = -1;
  std::vector<Objective> before(cap + 1);
  std::vector<Objective> now(cap + 1);
  std::vector<std::uint8_t> is_possible(cap + 1, 1);
  std::size_t reach = 0;  // more posts than this improve nothing
  for (const Curve& curve : curves) {
    const std::vector<Curve::Point>& points = curve.points;
    std::vector<std::int32_t> share(cap + 1, kImpossible);
    const std::size_t most = points.empty() ? 0 : points.size() - 1;
    for (std::size_t c = 0; c <= cap; ++c) {
      // Beyond the reach of the parts so far, `before` is constant.
      const std::size_t from = c > reach ? std::min(c - reach, most) : 0;
      for (std::size_t k = from; k <= most && k <= c && k < points.size(); ++k) {
        if (!points[k].objective || is_possible[c - k] == 0) continue;
        const Objective sum = before[c - k] + *points[k].objective;
        if (share[c] != kImpossible && !(sum < now[c])) continue;
        now[c] = sum;
        share[c] = static_cast<std::int32_t>(k);
      }
    }
    for (std::size_t c = 0; c <= cap; ++c) is_possible[c] = share[c] != kImpossible ? 1 : 0;
    reach = std::min(cap, reach + most);
    before.swap(now);
    share_.push_back(std::move(share));
  }
  last_.resize(cap + 1);
  for (std::size_t c = 0; c <= cap; ++c) {
    if (is_possible[c] != 0) last_[c] = before[c];
  }
}

std::optional<Objective> JoinedParts::best(std::size_t most) const { return last_[most]; }

std::vector<std::size_t> JoinedParts::shares(std::size_t most) const {
  std::vector<std::size_t> out(share_.size());
  for (std::size_t i = share_.size(); i-- > 0;) {
    out[i] = static_cast<std::size_t>(share_[i][most]);
    most -= out[i];
  }
  return out;
}

}  // namespace cadre::propose
