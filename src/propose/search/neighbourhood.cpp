#include "propose/search/neighbourhood.h"

#include <algorithm>
#include <utility>

#include "core/places.h"

namespace cadre::propose {
namespace {

constexpr std::int32_t kNone = -1;

}  // namespace

Neighbourhood::Neighbourhood(const Instance& whole, const Selection& selection,
                             std::span<const std::int32_t> wanted,
                             std::span<const std::int32_t> usable, std::int32_t most_moves) {
  is_inside_.assign(whole.posts.size(), 0);
  changes_.assign(whole.posts.size(), 0);
  for (const std::int32_t post : wanted) is_inside_[at(post)] = 1;
  for (const std::int32_t arc : selection.arcs) changes_[at(whole.arcs[at(arc)].post)] = 1;
  close(whole, selection);
  addPosts(whole);
  addOfficials(whole, selection);
  addArcs(whole, selection, usable);
  addCells(whole, selection);
  addExclusions(whole, selection);
  addStanding(whole);
  std::int32_t outside = 0;
  for (std::size_t p = 0; p < changes_.size(); ++p) {
    outside += is_inside_[p] == 0 ? changes_[p] : 0;
  }
  most_moves_ = std::min(most_moves, whole.cap);
  if (most_moves_ != INT32_MAX) most_moves_ -= outside;
}

// Whoever enters a post inside comes from inside, and the posts of a unit stay together.
void Neighbourhood::close(const Instance& whole, const Selection& selection) {
  std::vector<std::uint8_t> unit_inside(whole.head_limit.size(), 0);
  for (bool grows = true; grows;) {
    grows = false;
    const auto put = [&](std::int32_t post) {
      if (is_inside_[at(post)] != 0) return;
      is_inside_[at(post)] = 1;
      grows = true;
    };
    for (const std::int32_t a : selection.arcs) {
      const Arc& arc = whole.arcs[at(a)];
      const std::int32_t from = whole.officials[at(arc.official)].from;
      if (from < 0) continue;
      if (is_inside_[at(from)] != 0) put(arc.post);
      if (is_inside_[at(arc.post)] != 0) put(from);
    }
    for (std::size_t p = 0; p < whole.posts.size(); ++p) {
      const std::int32_t unit = whole.posts[p].unit;
      if (unit >= 0 && is_inside_[p] != 0) unit_inside[at(unit)] = 1;
    }
    for (std::size_t p = 0; p < whole.posts.size(); ++p) {
      const std::int32_t unit = whole.posts[p].unit;
      if (unit >= 0 && unit_inside[at(unit)] != 0) put(static_cast<std::int32_t>(p));
    }
  }
}

void Neighbourhood::addPosts(const Instance& whole) {
  instance_.continuity_is_hard = whole.continuity_is_hard;
  instance_.continuity_cost = whole.continuity_cost;
  instance_.leave_cost = whole.leave_cost;
  std::vector<std::int32_t> unit_place(whole.head_limit.size(), kNone);
  std::vector<std::int32_t> district_place(whole.district_cap.size(), kNone);
  std::vector<std::int32_t> outside(whole.district_cap.size(), 0);
  for (std::size_t p = 0; p < whole.posts.size(); ++p) {
    if (is_inside_[p] == 0) outside[at(whole.posts[p].district)] += changes_[p];
  }
  post_place_.assign(whole.posts.size(), kNone);
  for (std::size_t p = 0; p < whole.posts.size(); ++p) {
    if (is_inside_[p] == 0) continue;
    OpenPost post = whole.posts[p];
    post.holder = kNone;
    if (post.unit >= 0) {
      std::int32_t& place = unit_place[at(post.unit)];
      if (place == kNone) {
        place = static_cast<std::int32_t>(instance_.head_limit.size());
        instance_.head_limit.push_back(whole.head_limit[at(post.unit)]);
      }
      post.unit = place;
    }
    std::int32_t& district = district_place[at(post.district)];
    if (district == kNone) {
      const std::int32_t cap = whole.district_cap[at(post.district)];
      district = static_cast<std::int32_t>(instance_.district_cap.size());
      instance_.district_cap.push_back(cap == INT32_MAX ? cap : cap - outside[at(post.district)]);
    }
    post.district = district;
    post_place_[p] = static_cast<std::int32_t>(post_of_.size());
    post_of_.push_back(static_cast<std::int32_t>(p));
    instance_.posts.push_back(post);
  }
  for (const CappedPosts& capped : whole.group_caps) {
    CappedPosts inside{{}, capped.most};
    for (const std::int32_t p : capped.posts) {
      if (is_inside_[at(p)] != 0) {
        inside.posts.push_back(post_place_[at(p)]);
      } else {
        inside.most -= changes_[at(p)];
      }
    }
    if (!inside.posts.empty()) instance_.group_caps.push_back(std::move(inside));
  }
  for (const std::int32_t p : whole.pinned_leaves) {
    if (post_place_[at(p)] != kNone) instance_.pinned_leaves.push_back(post_place_[at(p)]);
  }
}

void Neighbourhood::addOfficials(const Instance& whole, const Selection& selection) {
  std::vector<std::uint8_t> is_taken(whole.officials.size(), 0);  // by a post outside
  for (const std::int32_t a : selection.arcs) {
    const Arc& arc = whole.arcs[at(a)];
    if (is_inside_[at(arc.post)] == 0) is_taken[at(arc.official)] = 1;
  }
  official_place_.assign(whole.officials.size(), kNone);
  for (std::size_t o = 0; o < whole.officials.size(); ++o) {
    const Official& official = whole.officials[o];
    const bool is_here = official.from < 0 ? is_taken[o] == 0 : is_inside_[at(official.from)] != 0;
    if (!is_here) continue;
    official_place_[o] = static_cast<std::int32_t>(instance_.officials.size());
    const std::int32_t from = official.from < 0 ? kNone : post_place_[at(official.from)];
    if (from >= 0) instance_.posts[at(from)].holder = official_place_[o];
    instance_.officials.push_back({official.cadre, from, official.may_leave, official.left});
  }
}

void Neighbourhood::addArcs(const Instance& whole, const Selection& selection,
                            std::span<const std::int32_t> usable) {
  arc_place_.assign(whole.arcs.size(), kNone);
  const auto add = [&](std::int32_t a) {
    const Arc& arc = whole.arcs[at(a)];
    const std::int32_t official = official_place_[at(arc.official)];
    const std::int32_t post = post_place_[at(arc.post)];
    if (official == kNone || post == kNone || arc_place_[at(a)] != kNone) return;
    arc_place_[at(a)] = static_cast<std::int32_t>(arc_of_.size());
    arc_of_.push_back(a);
    instance_.arcs.push_back({official, post, arc.cost});
  };
  for (const std::int32_t a : usable) add(a);
  for (const std::int32_t a : whole.standing_arcs) add(a);
  for (const std::int32_t a : selection.arcs) add(a);
  for (const std::int32_t a : whole.pinned_arcs) {
    add(a);
    if (arc_place_[at(a)] != kNone) instance_.pinned_arcs.push_back(arc_place_[at(a)]);
  }
  for (const std::int32_t a : selection.arcs) {
    if (is_inside_[at(whole.arcs[at(a)].post)] != 0) {
      inside_.arcs.push_back(arc_place_[at(a)]);
    } else {
      outside_.arcs.push_back(a);
    }
  }
  for (const std::int32_t p : selection.leaves) {
    if (is_inside_[at(p)] != 0) {
      inside_.leaves.push_back(post_place_[at(p)]);
    } else {
      outside_.leaves.push_back(p);
    }
  }
}

void Neighbourhood::addCells(const Instance& whole, const Selection& selection) {
  std::vector<std::uint8_t> is_outside(whole.arcs.size(), 0);
  for (const std::int32_t a : selection.arcs) {
    is_outside[at(a)] = is_inside_[at(whole.arcs[at(a)].post)] == 0 ? 1 : 0;
  }
  for (const QuotaCell& cell : whole.cells) {
    QuotaCell here{cell.quota, cell.unit, cell.missing, {}, {}};
    for (const std::int32_t a : cell.arcs) {
      if (arc_place_[at(a)] != kNone) here.arcs.push_back(arc_place_[at(a)]);
      here.missing -= is_outside[at(a)];
    }
    for (const std::int32_t p : cell.vacating) {
      if (is_inside_[at(p)] != 0) {
        here.vacating.push_back(post_place_[at(p)]);
      } else {
        here.missing += changes_[at(p)];
      }
    }
    if (!here.arcs.empty() || !here.vacating.empty()) instance_.cells.push_back(std::move(here));
  }
}

// Moves that the selection uses outside are treated like officials who stay.
void Neighbourhood::addExclusions(const Instance& whole, const Selection& selection) {
  instance_.exclusions_are_hard = whole.exclusions_are_hard;
  instance_.exclusion_cost = whole.exclusion_cost;
  if (whole.exclusions.empty()) return;
  std::vector<std::uint8_t> is_outside(whole.arcs.size(), 0);
  for (const std::int32_t a : selection.arcs) {
    is_outside[at(a)] = is_inside_[at(whole.arcs[at(a)].post)] == 0 ? 1 : 0;
  }
  std::vector<std::int32_t> pair_place(at(whole.pairs), kNone);
  for (const Exclusion& exclusion : whole.exclusions) {
    Exclusion here;
    std::int32_t outside = 0;
    for (const std::int32_t a : exclusion.arcs) {
      outside += is_outside[at(a)];
      if (arc_place_[at(a)] != kNone) here.arcs.push_back(arc_place_[at(a)]);
    }
    if (exclusion.stays >= 0) {
      if (is_inside_[at(exclusion.stays)] != 0) {
        here.stays = post_place_[at(exclusion.stays)];
      } else {
        outside += changes_[at(exclusion.stays)] == 0 ? 1 : 0;
      }
    }
    if (here.arcs.empty() && here.stays < 0) continue;
    if (!whole.exclusions_are_hard) {
      std::int32_t& place = pair_place[at(exclusion.pair)];
      if (place == kNone) place = instance_.pairs++;
      here.pair = place;
    }
    here.outside = exclusion.outside + outside;
    instance_.exclusions.push_back(std::move(here));
  }
}

void Neighbourhood::addStanding(const Instance& whole) {
  for (const std::int32_t a : whole.standing_arcs) {
    if (arc_place_[at(a)] != kNone) instance_.standing_arcs.push_back(arc_place_[at(a)]);
  }
  for (const std::int32_t p : whole.standing_leaves) {
    if (post_place_[at(p)] != kNone) instance_.standing_leaves.push_back(post_place_[at(p)]);
  }
}

Selection Neighbourhood::with(const Instance& whole, const Selection& inside) const {
  Selection out = outside_;
  for (const std::int32_t a : inside.arcs) out.arcs.push_back(arc_of_[at(a)]);
  for (const std::int32_t p : inside.leaves) out.leaves.push_back(post_of_[at(p)]);
  std::sort(out.arcs.begin(), out.arcs.end());
  std::sort(out.leaves.begin(), out.leaves.end());
  out.objective = objectiveOf(whole, out.arcs, out.leaves);
  return out;
}

}  // namespace cadre::propose
