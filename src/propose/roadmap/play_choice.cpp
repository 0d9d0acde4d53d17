#include "propose/roadmap/play_choice.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/places.h"
#include "rules/rule.h"

namespace cadre::propose {
namespace {

constexpr std::int32_t kNobody = -1;

// Each step returns whether it is possible.
class Player {
 public:
  Player(const RoadmapInstance& part, const RoadmapChoice& choice) : part_(part), choice_(choice) {
    holder_.resize(part.posts.size());
    for (std::size_t p = 0; p < holder_.size(); ++p) holder_[p] = part.posts[p].holder;
    has_moved_.assign(part.officials.size(), 0);
    out_.arc_costs.resize(choice.arcs.size());
    is_chosen_.assign(part.arcs.size(), 0);
    for (const std::int32_t arc : choice.arcs) is_chosen_[at(arc)] = 1;
    has_left_.assign(part.leaves.size(), 0);
    for (const std::int32_t leave : choice.leaves) has_left_[at(leave)] = 1;
    left_in_.assign(part.posts.size(), part.rounds);
  }

  std::optional<PlayedChoice> run() {
    for (std::int32_t r = 0; r < part_.rounds; ++r) {
      if (!simulateRound(r)) return std::nullopt;
    }
    addShortfalls();
    return std::move(out_);
  }

 private:
  bool simulateRound(std::int32_t round) {
    for (std::int32_t& holder : holder_) {
      if (holder >= 0 && part_.officials[at(holder)].ends <= round) holder = kNobody;
    }
    Objective sum;
    const std::vector<std::int32_t> before = holder_;
    std::vector<std::uint8_t> changes(part_.posts.size(), 0);
    // First everybody leaves, then everybody takes the new post.
    for (const std::int32_t l : choice_.leaves) {
      const RoadmapLeave& leave = part_.leaves[at(l)];
      if (leave.round != round) continue;
      if (!vacate(leave.post, part_.posts[at(leave.post)].holder, round)) return false;
      sum.cost += part_.leave_cost;
    }
    for (const std::int32_t a : choice_.arcs) {
      const RoadmapArc& arc = part_.arcs[at(a)];
      if (arc.round != round) continue;
      const RoadmapOfficial& who = part_.officials[at(arc.official)];
      if (who.ends <= round) return false;
      if (who.from >= 0 ? !vacate(who.from, arc.official, round) : !moves(arc.official)) {
        return false;
      }
    }
    for (std::size_t i = 0; i < choice_.arcs.size(); ++i) {
      const RoadmapArc& arc = part_.arcs[at(choice_.arcs[i])];
      if (arc.round != round) continue;
      if (holder_[at(arc.post)] >= 0) return false;
      holder_[at(arc.post)] = arc.official;
      changes[at(arc.post)] = 1;
      std::int32_t cost = arc.cost;
      const std::int32_t relatives = relativesMet(choice_.arcs[i]);
      if (relatives > 0 && part_.kinship_is_hard) return false;
      cost += relatives * part_.kinship_cost;
      out_.arc_costs[i] = cost;
      sum.cost += cost;
      ++sum.moves;
    }
    for (std::size_t p = 0; p < holder_.size(); ++p) {
      if (holder_[p] < 0 && before[p] >= 0) return false;
      if (holder_[p] < 0) ++sum.vacant;
    }
    if (!addContinuity(changes, sum) || !keepsCaps(changes)) return false;
    out_.rounds.push_back(sum);
    return true;
  }

  bool moves(std::int32_t official) {
    if (has_moved_[at(official)] != 0) return false;
    has_moved_[at(official)] = 1;
    return true;
  }
  bool vacate(std::int32_t post, std::int32_t official, std::int32_t round) {
    if (official < 0 || holder_[at(post)] != official || !moves(official)) return false;
    holder_[at(post)] = kNobody;
    left_in_[at(post)] = round;
    return true;
  }

  [[nodiscard]] std::int32_t relativesMet(std::int32_t arc) const {
    const auto any = [](const std::vector<std::int32_t>& places,
                        const std::vector<std::uint8_t>& chosen) {
      return std::any_of(places.begin(), places.end(),
                         [&](std::int32_t one) { return chosen[at(one)] != 0; });
    };
    const auto is_met = [&](const Kinship& kinship) {
      if (kinship.arc != arc) return false;
      const bool stays = kinship.is_there && !any(kinship.out_arcs, is_chosen_) &&
                         !any(kinship.out_leaves, has_left_);
      return stays || any(kinship.in_arcs, is_chosen_);
    };
    return static_cast<std::int32_t>(
        std::count_if(part_.kinships.begin(), part_.kinships.end(), is_met));
  }

  bool addContinuity(const std::vector<std::uint8_t>& changes, Objective& sum) const {
    std::vector<std::int32_t> in_unit(part_.head_units, 0);
    for (std::size_t p = 0; p < changes.size(); ++p) {
      if (part_.posts[p].unit >= 0) in_unit[at(part_.posts[p].unit)] += changes[p];
    }
    for (const std::int32_t count : in_unit) {
      if (count <= rules::kMostHeadChanges) continue;
      if (part_.continuity_is_hard) return false;
      sum.cost += part_.continuity_cost;
    }
    return true;
  }

  [[nodiscard]] bool keepsCaps(const std::vector<std::uint8_t>& changes) const {
    std::vector<std::int32_t> in_district(part_.district_cap.size(), 0);
    for (std::size_t p = 0; p < changes.size(); ++p) {
      in_district[at(part_.posts[p].district)] += changes[p];
    }
    for (std::size_t d = 0; d < in_district.size(); ++d) {
      if (in_district[d] > 0 && in_district[d] > part_.district_cap[d]) return false;
    }
    for (const CappedPosts& capped : part_.group_caps) {
      std::int32_t changed = 0;
      for (const std::int32_t p : capped.posts) changed += changes[at(p)];
      if (changed > std::max(0, capped.most)) return false;
    }
    return true;
  }

  void addShortfalls() {
    for (const RoadmapCell& cell : part_.cells) {
      std::vector<std::int32_t> missing = cell.missing;
      for (const RoadmapCell::Counted& counted : cell.arcs) {
        if (is_chosen_[at(counted.what)] == 0) continue;
        const std::int32_t from = part_.arcs[at(counted.what)].round;
        for (std::int32_t r = from; r < counted.until; ++r) --missing[at(r)];
      }
      for (const RoadmapCell::Counted& counted : cell.holders) {
        for (std::int32_t r = left_in_[at(counted.what)]; r < counted.until; ++r) ++missing[at(r)];
      }
      for (std::size_t r = 0; r < missing.size(); ++r) {
        out_.rounds[r].shortfall += std::max(0, missing[r]);
      }
    }
  }

  const RoadmapInstance& part_;
  const RoadmapChoice& choice_;
  std::vector<std::int32_t> holder_;     // by post
  std::vector<std::uint8_t> has_moved_;  // by official
  std::vector<std::uint8_t> is_chosen_;  // by arc
  std::vector<std::uint8_t> has_left_;   // by leave
  std::vector<std::int32_t> left_in_;    // by post: the round in which the first holder leaves
  PlayedChoice out_;
};

}  // namespace

std::optional<PlayedChoice> play(const RoadmapInstance& part, const RoadmapChoice& choice) {
  return Player(part, choice).run();
}

Objective sumOf(const PlayedChoice& played) {
  return std::accumulate(played.rounds.begin(), played.rounds.end(), Objective{});
}

}  // namespace cadre::propose
