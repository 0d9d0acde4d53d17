#include "random_instance.h"

#include <algorithm>

namespace cadre::propose::test {

namespace {

// Pairs of officials who may not be in some of the posts together.
void addExclusions(Instance& out, Random& random) {
  if (random.oneIn(2)) return;
  out.exclusions_are_hard = random.oneIn(2);
  out.exclusion_cost = out.exclusions_are_hard ? 0 : 20;
  const auto officials = static_cast<std::int32_t>(out.officials.size());
  for (std::int32_t n = random.below(4); n > 0 && officials > 1; --n) {
    const std::int32_t a = random.below(officials);
    const std::int32_t b = (a + 1 + random.below(officials - 1)) % officials;
    std::vector<std::uint8_t> is_in(out.posts.size());
    for (std::uint8_t& in : is_in) in = random.oneIn(2) ? 1 : 0;
    Exclusion added;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(out.arcs.size()); ++i) {
      const Arc& arc = out.arcs[static_cast<std::size_t>(i)];
      const bool is_theirs = arc.official == a || arc.official == b;
      if (is_theirs && is_in[static_cast<std::size_t>(arc.post)] != 0) added.arcs.push_back(i);
    }
    if (!out.exclusions_are_hard) added.pair = out.pairs++;
    for (const std::int32_t official : {a, b}) {
      const std::int32_t from = out.officials[static_cast<std::size_t>(official)].from;
      if (from < 0 || is_in[static_cast<std::size_t>(from)] == 0) continue;
      added.stays = from;
      out.exclusions.push_back(added);
    }
    if (added.stays < 0) out.exclusions.push_back(added);
  }
}

void addStanding(Instance& out, Random& random) {
  if (!random.oneIn(3)) return;
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(out.arcs.size()); ++i) {
    if (random.oneIn(5)) out.standing_arcs.push_back(i);
  }
  for (std::int32_t p = 0; p < static_cast<std::int32_t>(out.posts.size()); ++p) {
    const std::int32_t holder = out.posts[static_cast<std::size_t>(p)].holder;
    if (holder < 0 || !out.officials[static_cast<std::size_t>(holder)].may_leave) continue;
    if (random.oneIn(5)) out.standing_leaves.push_back(p);
  }
}

}  // namespace

Instance randomInstance(std::uint32_t seed, std::int32_t most_posts, std::int32_t most_districts) {
  Random random(seed);
  Instance out;
  const std::int32_t posts = 1 + random.below(most_posts);
  out.head_limit.resize(static_cast<std::size_t>(1 + random.below(most_posts / 2 + 1)), 1);
  for (std::int32_t& limit : out.head_limit) {
    if (random.oneIn(5)) limit = 2 * random.below(2);
  }
  out.district_cap.assign(static_cast<std::size_t>(1 + random.below(most_districts)), INT32_MAX);
  if (random.oneIn(3)) {
    std::fill(out.district_cap.begin(), out.district_cap.end(), random.below(3));
  }
  for (std::int32_t p = 0; p < posts; ++p) {
    OpenPost post;
    if (!random.oneIn(4)) {
      post.holder = static_cast<std::int32_t>(out.officials.size());
      out.officials.push_back({CadreId{}, p, !random.oneIn(6)});
    }
    post.unit =
        random.oneIn(4) ? -1 : random.below(static_cast<std::int32_t>(out.head_limit.size()));
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
  const bool may_leave = out.posts[0].holder >= 0 &&
                         out.officials[static_cast<std::size_t>(out.posts[0].holder)].may_leave;
  if (random.oneIn(6) && may_leave) out.pinned_leaves.push_back(0);
  addExclusions(out, random);
  addStanding(out, random);
  out.continuity_is_hard = random.oneIn(3);
  out.continuity_cost = random.oneIn(3) ? 0 : 20;
  out.leave_cost = random.oneIn(2) ? 300 : 7;
  return out;
}

Instance twoVacantHeads() {
  Instance out;
  out.head_limit = {1};
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
