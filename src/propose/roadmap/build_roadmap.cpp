#include "propose/roadmap/build_roadmap.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "core/places.h"
#include "propose/model/build_instances.h"
#include "propose/model/joined_districts.h"
#include "propose/model/move_cost.h"
#include "rules/rule.h"
#include "simulate/quota_cells.h"

namespace cadre::propose {
namespace {

constexpr std::int32_t kNone = -1;

// The smallest unit that contains both `a` and `b`; none if there is none.
UnitId smallestWith(const Structure& structure, UnitId a, UnitId b) {
  while (a && !structure.contains(a, b)) a = structure.unit(a).parent;
  return a;
}

class Builder {
 public:
  Builder(const Plan& plan, const Scenario& scenario, const Timeline& timeline, std::size_t rounds,
          const std::string& within)
      : plan_(plan),
        structure_(*plan.structure),
        scenario_(scenario),
        timeline_(timeline),
        rounds_(rounds),
        first_(scenario.rounds.size() - rounds),
        within_(within),
        costs_(costTable(plan)),
        districts_(plan) {}

  std::optional<std::vector<RoadmapInstance>> run() {
    solveRounds();
    for (const Problem& problem : problems_) {
      if (problem.is_too_large) return std::nullopt;
    }
    joinDistricts();
    addPosts();
    addGroupCaps();
    addOfficials();
    addArcs();
    addLeaves();
    addCells();
    addKinships();
    return std::move(out_);
  }

 private:
  [[nodiscard]] const RoundState& state(std::size_t round) const {
    return timeline_.rounds[first_ + round + 1];
  }
  [[nodiscard]] const Seating& start() const { return state(0).before; }
  [[nodiscard]] Date date(std::size_t round) const { return scenario_.rounds[first_ + round].date; }

  // What each round offers if nobody moves, ignoring relatives.
  void solveRounds() {
    Plan plan = plan_;
    auto rules = std::make_shared<RuleSet>(*plan_.rule_set);
    std::erase_if(rules->rules, [](const RuleSetting& rule) {
      return rules::isSeenAs(rule.key, rules::InProposal::kKinship);
    });
    plan.rule_set = std::move(rules);
    Question question;
    question.within = within_;
    for (std::size_t r = 0; r < rounds_; ++r) {
      problems_.push_back(buildProblem(plan, scenario_, timeline_, first_ + r, question));
    }
  }

  void joinDistricts() {
    std::vector<std::int32_t> district_of(plan_.roster->cadres.size(), kNone);
    for (const Problem& problem : problems_) {
      for (const Instance& part : problem.parts) {
        for (const OpenPost& post : part.posts) {
          districts_.join(districts_.districtOf(part.posts.front().post),
                          districts_.districtOf(post.post));
        }
        // Candidates left over from one round are candidates in the next.
        for (const Official& official : part.officials) {
          std::int32_t& known = district_of[official.cadre.index()];
          const std::size_t here = districts_.districtOf(part.posts.front().post);
          if (known != kNone) districts_.join(at(known), here);
          known = place(here);
        }
      }
    }
    // Posts that may change hands in any of the rounds: cells join their districts.
    is_open_ever_.assign(structure_.posts.size(), 0);
    for (const Problem& problem : problems_) {
      for (const Instance& part : problem.parts) {
        for (const OpenPost& post : part.posts) is_open_ever_[post.post.index()] = 1;
      }
    }
    districts_.joinCells(is_open_ever_);
    districts_.joinCapped(is_open_ever_, {});
  }

  [[nodiscard]] bool counts(const Quota& quota, PostId post) const {
    return quota.countsTitle(structure_.post(post).title);
  }

  void addPosts() {
    const std::size_t count = districts_.count();
    std::vector<std::int32_t> part_of(count, kNone);
    std::vector<std::int32_t> district_place(count, kNone);
    std::vector<std::int32_t> unit_place(structure_.units.size(), kNone);
    post_part_.assign(structure_.posts.size(), kNone);
    post_place_.assign(structure_.posts.size(), kNone);
    const RuleSetting* continuity =
        rules::settingSeenAs(*plan_.rule_set, rules::InProposal::kHeadsOfUnit);
    for (std::size_t p = 0; p < structure_.posts.size(); ++p) {
      const PostId post{p};
      const Post& record = structure_.post(post);
      const std::size_t district_key = districts_.districtOf(post);
      const std::size_t root = districts_.find(district_key);
      if (part_of[root] == kNone) {
        part_of[root] = place(out_.size());
        out_.push_back(emptyPart(continuity));
        out_.back().unit = record.unit;
        // A district with a single commune still counts as the district.
        if (const UnitId district = structure_.districtOf(record.unit)) out_.back().unit = district;
      }
      RoadmapInstance& part = out_[at(part_of[root])];
      if (part.unit) part.unit = smallestWith(structure_, part.unit, record.unit);
      std::int32_t& district = district_place[district_key];
      if (district == kNone) {
        district = place(part.district_cap.size());
        part.district_cap.push_back(
            districts_.isDistrict(district_key) ? plan_.rule_set->districtCap() : INT32_MAX);
      }
      post_part_[p] = part_of[root];
      if (record.locked) continue;
      post_place_[p] = place(part.posts.size());
      RoadmapPost added;
      added.post = post;
      added.district = district;
      added.is_open.assign(rounds_, 0);
      if (structure_.title(record.title).head) {
        std::int32_t& unit = unit_place[record.unit.index()];
        if (unit == kNone) unit = place(part.head_units++);
        added.unit = unit;
      }
      part.posts.push_back(std::move(added));
    }
    for (std::size_t r = 0; r < rounds_; ++r) {
      for (const Instance& instance : problems_[r].parts) {
        for (const OpenPost& post : instance.posts) postOf(post.post).is_open[r] = 1;
      }
    }
  }

  [[nodiscard]] RoadmapInstance emptyPart(const RuleSetting* continuity) const {
    RoadmapInstance out;
    out.rounds = place(rounds_);
    out.leave_cost = costs_.leave;
    if (continuity != nullptr) {
      out.continuity_is_hard = continuity->severity == Severity::kHard;
      out.continuity_cost = out.continuity_is_hard ? 0 : costs_.soft_rule;
    }
    return out;
  }

  RoadmapPost& postOf(PostId post) {
    return out_[at(post_part_[post.index()])].posts[at(post_place_[post.index()])];
  }

  [[nodiscard]] std::int32_t endOf(CadreId cadre) const {
    std::int32_t round = 0;
    while (at(round) < rounds_ && !state(at(round)).before.gone(cadre)) ++round;
    return round;
  }

  std::int32_t officialIn(std::int32_t part, CadreId cadre, std::int32_t from) {
    std::int32_t& found = official_place_[cadre.index()];
    if (found != kNone) return found;
    found = place(out_[at(part)].officials.size());
    out_[at(part)].officials.push_back({cadre, from, endOf(cadre)});
    return found;
  }

  // Holders of the posts of the part; one who holds several of them has no place that they leave.
  void addGroupCaps() {
    for (const CappedGroup& group : bindingCaps(plan_, is_open_ever_, {})) {
      CappedPosts capped{{}, group.most};
      for (const PostId post : group.posts) capped.posts.push_back(post_place_[post.index()]);
      const std::int32_t part = post_part_[group.posts.front().index()];
      out_[at(part)].group_caps.push_back(std::move(capped));
    }
  }

  void addOfficials() {
    official_place_.assign(plan_.roster->cadres.size(), kNone);
    for (std::size_t p = 0; p < structure_.posts.size(); ++p) {
      const PostId post{p};
      const CadreId holder = start().holder(post);
      if (!holder || post_place_[p] == kNone) continue;
      if (start().nextPost(start().firstPost(holder))) {
        // An official who never moves and may hold posts of several parts is listed separately in
        // each.
        RoadmapInstance& part = out_[at(post_part_[p])];
        postOf(post).holder = place(part.officials.size());
        part.officials.push_back({holder, post_place_[p], endOf(holder)});
        continue;
      }
      postOf(post).holder = officialIn(post_part_[p], holder, post_place_[p]);
    }
  }

  void addArcs() {
    for (std::size_t r = 0; r < rounds_; ++r) {
      for (const Instance& instance : problems_[r].parts) {
        for (const Arc& arc : instance.arcs) {
          const PostId to = instance.posts[at(arc.post)].post;
          const CadreId cadre = instance.officials[at(arc.official)].cadre;
          const std::int32_t part = post_part_[to.index()];
          const std::int32_t official = officialIn(part, cadre, kNone);
          out_[at(part)].arcs.push_back({official, post_place_[to.index()], place(r), arc.cost});
        }
      }
    }
  }

  // By post and round: whether its holder may leave for no post.
  [[nodiscard]] std::vector<std::uint8_t> mayLeave(const RoadmapInstance& part) const {
    std::vector<std::uint8_t> out(part.posts.size() * rounds_, 0);
    for (std::size_t r = 0; r < rounds_; ++r) {
      for (const Instance& instance : problems_[r].parts) {
        for (const OpenPost& post : instance.posts) {
          if (post.holder < 0 || !instance.officials[at(post.holder)].may_leave) continue;
          const PostId here = post.post;
          const std::size_t place = at(post_place_[here.index()]);
          if (&out_[at(post_part_[here.index()])] == &part) out[place * rounds_ + r] = 1;
        }
      }
    }
    return out;
  }

  void addLeaves() {
    for (RoadmapInstance& part : out_) {
      std::vector<std::uint8_t> has_arcs_in(part.posts.size() * rounds_, 0);
      const std::vector<std::uint8_t> may_leave = mayLeave(part);
      for (const RoadmapArc& arc : part.arcs) {
        has_arcs_in[at(arc.post) * rounds_ + at(arc.round)] = 1;
      }
      for (std::size_t p = 0; p < part.posts.size(); ++p) {
        const RoadmapPost& post = part.posts[p];
        for (std::size_t r = 0; r < rounds_; ++r) {
          if (post.holder < 0 || post.is_open[r] == 0) continue;
          if (place(r) >= part.officials[at(post.holder)].ends) continue;
          // Nobody could take the post.
          const bool has_arcs = has_arcs_in[p * rounds_ + r] != 0;
          if (has_arcs && may_leave[p * rounds_ + r] != 0)
            part.leaves.push_back({place(p), place(r)});
        }
      }
    }
  }

  [[nodiscard]] std::int32_t countsUntil(const Quota& quota, CadreId cadre, PostId post,
                                         std::size_t from, std::int32_t ends) const {
    std::size_t round = from;
    while (place(round) < ends && countsFor(quota, plan_.cadre(cadre), structure_.post(post).unit,
                                            plan_, date(round)) == Counted::kYes) {
      ++round;
    }
    return place(round);
  }

  // Cells after a round without moves are the quota's cells, in the same order.
  void addCells() {
    const std::vector<Cell>& cells = state(0).cells;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const Quota& quota = plan_.quota_set->quotas[cells[c].quota.index()];
      RoadmapCell added;
      std::int32_t part = kNone;
      for (const PostId post : structure_.postsUnder(cells[c].unit)) {
        if (!counts(quota, post)) continue;
        const bool is_open = is_open_ever_[post.index()] != 0;
        if (part == kNone || is_open) part = post_part_[post.index()];
      }
      if (part == kNone) continue;
      RoadmapInstance& instance = out_[at(part)];
      for (std::size_t r = 0; r < rounds_; ++r) {
        const Cell& cell = state(r).cells[c];
        added.missing.push_back(cell.needed - cell.attained);
      }
      const auto is_in_cell = [&](PostId post) {
        return counts(quota, post) &&
               structure_.contains(cells[c].unit, structure_.post(post).unit);
      };
      for (std::size_t p = 0; p < instance.posts.size(); ++p) {
        const RoadmapPost& post = instance.posts[p];
        if (post.holder < 0 || is_open_ever_[post.post.index()] == 0 || !is_in_cell(post.post)) {
          continue;
        }
        const RoadmapOfficial& holder = instance.officials[at(post.holder)];
        const std::int32_t until = countsUntil(quota, holder.cadre, post.post, 0, holder.ends);
        if (until > 0) added.holders.push_back({place(p), until});
      }
      for (std::size_t a = 0; a < instance.arcs.size(); ++a) {
        const RoadmapArc& arc = instance.arcs[a];
        const PostId to = instance.posts[at(arc.post)].post;
        if (!is_in_cell(to)) continue;
        const RoadmapOfficial& who = instance.officials[at(arc.official)];
        const std::int32_t until = countsUntil(quota, who.cadre, to, at(arc.round), who.ends);
        if (until > arc.round) added.arcs.push_back({place(a), until});
      }
      instance.cells.push_back(std::move(added));
    }
  }

  // Relatives of each official, both ways.
  [[nodiscard]] std::vector<std::vector<CadreId>> relatives() const {
    std::vector<std::vector<CadreId>> out(plan_.roster->cadres.size());
    for (std::size_t c = 0; c < out.size(); ++c) {
      for (const CadreId other : plan_.cadre(CadreId{c}).relatives) {
        out[c].push_back(other);
        out[other.index()].push_back(CadreId{c});
      }
    }
    for (std::vector<CadreId>& all : out) {
      std::sort(all.begin(), all.end());
      all.erase(std::unique(all.begin(), all.end()), all.end());
    }
    return out;
  }

  void addKinships() {
    const RuleSetting* setting = rules::settingSeenAs(*plan_.rule_set, rules::InProposal::kKinship);
    if (setting == nullptr) return;
    const auto related = relatives();
    for (RoadmapInstance& part : out_) {
      part.kinship_is_hard = setting->severity == Severity::kHard;
      part.kinship_cost = part.kinship_is_hard ? 0 : costs_.soft_rule;
      std::vector<std::vector<std::int32_t>> arcs_of(part.officials.size());
      for (std::size_t a = 0; a < part.arcs.size(); ++a) {
        arcs_of[at(part.arcs[a].official)].push_back(place(a));
      }
      for (std::size_t a = 0; a < part.arcs.size(); ++a) {
        const CadreId cadre = part.officials[at(part.arcs[a].official)].cadre;
        for (const CadreId other : related[cadre.index()]) {
          if (other != cadre) addKinship(part, place(a), other, arcs_of);
        }
      }
    }
  }

  // A relative in another part does not come here; one who holds posts there may also sit here.
  void addKinship(RoadmapInstance& part, std::int32_t arc, CadreId other,
                  const std::vector<std::vector<std::int32_t>>& arcs_of) {
    const RoadmapArc& taken = part.arcs[at(arc)];
    const CadreId cadre = part.officials[at(taken.official)].cadre;
    const PostId to = part.posts[at(taken.post)].post;
    const UnitId unit = structure_.post(to).unit;
    Kinship out;
    out.arc = arc;
    const std::int32_t ends = endOf(other);
    if (taken.round >= ends) return;
    for (PostId post = start().firstPost(other); post; post = start().nextPost(post)) {
      out.is_there = out.is_there || (post != to && structure_.post(post).unit == unit);
    }
    const std::int32_t official = official_place_[other.index()];
    const bool is_here = official != kNone && at(official) < part.officials.size() &&
                         part.officials[at(official)].cadre == other;
    if (is_here) {
      for (const std::int32_t a : arcs_of[at(official)]) {
        const RoadmapArc& move = part.arcs[at(a)];
        if (move.round > taken.round) continue;
        out.out_arcs.push_back(a);
        const bool is_in_unit = structure_.post(part.posts[at(move.post)].post).unit == unit;
        // When two arrive in the same round, the later one in the roster gets the conflict.
        const bool is_said = move.round < taken.round || other < cadre;
        if (is_in_unit && is_said && move.post != taken.post) out.in_arcs.push_back(a);
      }
      for (std::size_t l = 0; l < part.leaves.size(); ++l) {
        const RoadmapLeave& leave = part.leaves[l];
        const bool is_theirs = part.posts[at(leave.post)].holder == official;
        if (is_theirs && leave.round <= taken.round) out.out_leaves.push_back(place(l));
      }
    }
    if (out.is_there || !out.in_arcs.empty()) part.kinships.push_back(std::move(out));
  }

  const Plan& plan_;
  const Structure& structure_;
  const Scenario& scenario_;
  const Timeline& timeline_;
  std::size_t rounds_;
  std::size_t first_;  // index of the first new round in the scenario's list
  const std::string& within_;
  CostTable costs_;
  JoinedDistricts districts_;
  std::vector<Problem> problems_;             // by round
  std::vector<std::uint8_t> is_open_ever_;    // by post
  std::vector<std::int32_t> post_part_;       // by post
  std::vector<std::int32_t> post_place_;      // by post; -1: locked
  std::vector<std::int32_t> official_place_;  // by cadre: in the part
  std::vector<RoadmapInstance> out_;
};

}  // namespace

std::optional<std::vector<RoadmapInstance>> roadmapParts(const Plan& plan, const Scenario& scenario,
                                                         const Timeline& timeline,
                                                         std::size_t rounds,
                                                         const std::string& within) {
  return Builder(plan, scenario, timeline, rounds, within).run();
}

}  // namespace cadre::propose
