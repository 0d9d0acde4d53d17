#include "random_instance.h"

#include <algorithm>

namespace cadre::propose::test {

Instance randomInstance(std::uint32_t seed, std::int32_t most_posts, std::int32_t most_districts) {
  Random random(seed);
  Instance out;
  const std::int32_t posts = 1 + random.below(most_posts);
  out.head_units = static_cast<std::size_t>(1 + random.below(most_posts / 2 + 1));
  out.district_cap.assign(static_cast<std::size_t>(1 + random.below(most_districts)), INT32_MAX);
  if (random.oneIn(3)) {
    std::fill(out.district_cap.begin(), out.district_cap.end(), random.below(3));
  }
  for (std::int32_t p = 0; p < posts; ++p) {
    OpenPost post;
    if (!random.oneIn(4)) {
      post.holder = static_cast<std::int32_t>(out.officials.size());
      out.officials.push_back({CadreId{}, p});
    }
    post.unit = random.oneIn(4) ? -1 : random.below(static_cast<std::int32_t>(out.head_units));
    post.district = random.below(static_cast<std::int32_t>(out.district_cap.size()));
    out.posts.push_back(post);
  }
  for (std::int32_t c = random.below(3); c > 0; --c) out.officials.push_back({CadreId{}, -1});
  for (std::int32_t o = 0; o < static_cast<std::int32_t>(out.officials.size()); ++o) {
    for (std::int32_t p = 0; p < posts; ++p) {
      const bool is_own = out.officials[static_cast<std::size_t>(o)].from == p;
      if (!is_own && !random.oneIn(3)) out.arcs.push_back({o, p, random.below(4) * 5});
    }
  }
  for (std::int32_t q = random.below(3); q > 0; --q) {
    QuotaCell cell;
    cell.missing = random.below(5) - 1;
    for (std::int32_t p = 0; p < posts; ++p) {
      if (random.oneIn(3)) continue;
      if (out.posts[static_cast<std::size_t>(p)].holder >= 0 && random.oneIn(3)) {
        cell.vacating.push_back(p);
      }
      for (std::int32_t a = 0; a < static_cast<std::int32_t>(out.arcs.size()); ++a) {
        const bool is_into = out.arcs[static_cast<std::size_t>(a)].post == p;
        if (is_into && random.oneIn(2)) cell.arcs.push_back(a);
      }
    }
    out.cells.push_back(cell);
  }
  if (!out.arcs.empty() && random.oneIn(4)) {
    out.pinned_arcs.push_back(random.below(static_cast<std::int32_t>(out.arcs.size())));
  }
  if (random.oneIn(6) && out.posts[0].holder >= 0) out.pinned_leaves.push_back(0);
  out.continuity_is_hard = random.oneIn(3);
  out.continuity_cost = random.oneIn(3) ? 0 : 20;
  out.leave_cost = random.oneIn(2) ? 300 : 7;
  return out;
}

Instance twoVacantHeads() {
  Instance out;
  out.head_units = 1;
  out.continuity_cost = 20;
  out.district_cap = {INT32_MAX};
  for (std::int32_t i = 0; i < 2; ++i) {
    out.posts.push_back({PostId{}, -1, 0, 0});
    out.officials.push_back({});
    out.arcs.push_back({i, i, 10});
  }
  return out;
}

}  // namespace cadre::propose::test
