#include "propose/model/build_instances.h"

#include <algorithm>
#include <utility>

#include "core/places.h"
#include "propose/model/joined_districts.h"
#include "propose/model/kin.h"
#include "propose/model/kinship.h"
#include "propose/model/possible_moves.h"
#include "propose/model/round_start.h"
#include "propose/model/unit_limits.h"
#include "rules/rule.h"
#include "simulate/quota_cells.h"

namespace cadre::propose {
namespace {

constexpr std::int32_t kNone = -1;

// Deals what a round offers to instances.
class Dealer {
 public:
  Dealer(const RoundStart& start, const Kin& kin, PossibleMoves possible)
      : start_(start),
        plan_(start.plan()),
        kin_(kin),
        possible_(std::move(possible)),
        costs_(costTable(plan_)),
        quota_cells_(plan_) {}

  void fill(Problem& out) {
    out_ = &out;
    out.round_cap = plan_.rule_set->roundCap();
    if (out.round_cap != INT32_MAX) out.round_cap -= place(start_.keptInto().size());
    deal();
  }

 private:
  // Groups posts by district, joins what arcs, cells and continuity tie together, and fills one
  // instance for each group.
  void deal() {
    JoinedDistricts districts(plan_);
    const std::size_t count = districts.count();
    const Seating& seating = start_.seating();
    for (const PossibleMove& arc : possible_.arcs) {
      const PostId from = seating.firstPost(arc.cadre);
      if (from) districts.join(districts.districtOf(arc.to), districts.districtOf(from));
    }
    std::vector<std::size_t> home_of(plan_.roster->cadres.size(), count);
    for (const PossibleMove& arc : possible_.arcs) {  // a candidate is one person in all districts
      std::size_t& home = home_of[arc.cadre.index()];
      const std::size_t district = districts.districtOf(arc.to);
      if (home != count) districts.join(home, district);
      home = district;
    }
    districts.joinCells(possible_.is_open);
    districts.joinCapped(possible_.is_open, start_.keptInto());
    std::vector<std::int32_t> part_of(count, kNone);
    post_place_.assign(possible_.is_open.size(), kNone);
    post_part_.assign(possible_.is_open.size(), kNone);
    std::vector<std::int32_t> district_place(count, kNone);
    for (std::size_t p = 0; p < possible_.is_open.size(); ++p) {
      if (possible_.is_open[p] == 0) continue;
      const std::size_t district_key = districts.districtOf(PostId{p});
      const std::size_t root = districts.find(district_key);
      if (part_of[root] == kNone) {
        part_of[root] = place(out_->parts.size());
        out_->parts.push_back(emptyInstance());
      }
      Instance& part = out_->parts[at(part_of[root])];
      std::int32_t& district = district_place[district_key];
      if (district == kNone) {
        district = place(part.district_cap.size());
        part.district_cap.push_back(districtCap(districts, district_key));
      }
      post_part_[p] = part_of[root];
      post_place_[p] = place(part.posts.size());
      part.posts.push_back({PostId{p}, kNone, kNone, district});
    }
    addOfficials();
    addArcs();
    addCells();
    addContinuity();
    addGroupCaps();
    for (Instance& part : out_->parts) {
      addExclusions(part, start_, kin_, possible_.is_open);
    }
    if (start_.question().calm) addStanding();
  }

  // What the moves that are kept leave of the cap of a district.
  [[nodiscard]] std::int32_t districtCap(const JoinedDistricts& districts,
                                         std::size_t district) const {
    const std::int32_t cap = plan_.rule_set->districtCap();
    if (cap == INT32_MAX || !districts.isDistrict(district)) return INT32_MAX;
    const std::vector<PostId>& kept = start_.keptInto();
    const auto used = std::count_if(kept.begin(), kept.end(), [&](PostId post) {
      return districts.districtOf(post) == district;
    });
    return cap - static_cast<std::int32_t>(used);
  }

  [[nodiscard]] Instance emptyInstance() const {
    Instance out;
    out.leave_cost = costs_.leave;
    if (const RuleSetting* setting =
            rules::settingSeenAs(*plan_.rule_set, rules::InProposal::kHeadsOfUnit)) {
      out.continuity_is_hard = setting->severity == Severity::kHard;
      out.continuity_cost = setting->severity == Severity::kSoft ? costs_.soft_rule : 0;
    }
    return out;
  }

  [[nodiscard]] bool counts(const Quota& quota, PostId post) const {
    return quota.countsTitle(plan_.post(post).title);
  }

  void addOfficials() {
    official_place_.assign(plan_.roster->cadres.size(), kNone);
    for (std::size_t p = 0; p < possible_.is_open.size(); ++p) {
      const CadreId holder = start_.seating().holder(PostId{p});
      if (possible_.is_open[p] == 0 || !holder) continue;
      Instance& part = partOf(PostId{p});
      official_place_[holder.index()] = place(part.officials.size());
      part.posts[at(post_place_[p])].holder = official_place_[holder.index()];
      part.officials.push_back({holder, post_place_[p], possible_.may_leave[holder.index()] != 0});
    }
    for (const Pin& pin : start_.pins()) {
      const Move& move = start_.round().moves[pin.move];
      if (move.to) continue;
      const PostId from = start_.before().firstPost(move.cadre);
      partOf(from).pinned_leaves.push_back(post_place_[from.index()]);
    }
  }

  Instance& partOf(PostId post) { return out_->parts[at(post_part_[post.index()])]; }

  void addArcs() {
    for (const PossibleMove& arc : possible_.arcs) {
      Instance& part = partOf(arc.to);
      std::int32_t& official = official_place_[arc.cadre.index()];
      if (official == kNone) {
        official = place(part.officials.size());
        part.officials.push_back({arc.cadre, kNone, true, start_.before().firstPost(arc.cadre)});
      }
      if (arc.is_pinned) part.pinned_arcs.push_back(place(part.arcs.size()));
      part.arcs.push_back({official, post_place_[arc.to.index()], arc.cost});
    }
  }

  void addCells() {
    const std::vector<Cell> cells = quota_cells_.count(start_.seating(), start_.round().date);
    CellsOfPosts cells_of(possible_.is_open.size());
    for (const Cell& cell : cells) {
      const Quota& quota = plan_.quota_set->quotas[cell.quota.index()];
      QuotaCell found{cell.quota, cell.unit, cell.needed - cell.attained, {}, {}};
      std::int32_t part = kNone;
      std::vector<PostId> posts;  // that are counted and open: all of one part
      for (const PostId post : plan_.structure->postsUnder(cell.unit)) {
        if (possible_.is_open[post.index()] == 0 || !counts(quota, post)) continue;
        part = post_part_[post.index()];
        posts.push_back(post);
        const CadreId holder = start_.seating().holder(post);
        if (holder && countsIn(quota, holder, post)) {
          found.vacating.push_back(post_place_[post.index()]);
        }
      }
      if (part == kNone) {
        out_->fixed_shortfall += cell.shortfall();
        out_->fixed_cells.push_back({cell.unit, cell.shortfall()});
        continue;
      }
      std::vector<QuotaCell>& of_part = out_->parts[at(part)].cells;
      for (const PostId post : posts) cells_of[post.index()].push_back(of_part.size());
      of_part.push_back(std::move(found));
    }
    for (Instance& part : out_->parts) addArcsToCells(part, cells_of);
  }

  // Places among the cells of the post's part.
  using CellsOfPosts = std::vector<std::vector<std::size_t>>;

  void addArcsToCells(Instance& part, const CellsOfPosts& cells_of) const {
    for (std::size_t a = 0; a < part.arcs.size(); ++a) {
      const Arc& arc = part.arcs[a];
      const PostId to = part.posts[at(arc.post)].post;
      const CadreId cadre = part.officials[at(arc.official)].cadre;
      for (const std::size_t c : cells_of[to.index()]) {
        QuotaCell& cell = part.cells[c];
        const Quota& quota = plan_.quota_set->quotas[cell.quota.index()];
        if (countsIn(quota, cadre, to)) cell.arcs.push_back(place(a));
      }
    }
  }

  [[nodiscard]] bool countsIn(const Quota& quota, CadreId cadre, PostId post) const {
    return countsFor(quota, plan_.cadre(cadre), plan_.post(post).unit, plan_,
                     start_.round().date) == Counted::kYes;
  }

  void addContinuity() {
    const UnitLimits limits(start_, possible_.is_open);
    out_->fixed_cost += limits.costAlready();
    std::vector<std::int32_t> unit_place(plan_.structure->units.size(), kNone);
    for (std::size_t p = 0; p < possible_.is_open.size(); ++p) {
      const PostId post{p};
      const UnitId of = plan_.post(post).unit;
      if (possible_.is_open[p] == 0 || !limits.counts(post)) continue;
      Instance& part = partOf(post);
      std::int32_t& unit = unit_place[of.index()];
      if (unit == kNone) {
        unit = place(part.head_limit.size());
        part.head_limit.push_back(limits.of(of));
      }
      part.posts[at(post_place_[p])].unit = unit;
    }
  }

  void addGroupCaps() {
    for (const CappedGroup& group : bindingCaps(plan_, possible_.is_open, start_.keptInto())) {
      CappedPosts capped{{}, group.most};
      for (const PostId post : group.posts) capped.posts.push_back(post_place_[post.index()]);
      partOf(group.posts.front()).group_caps.push_back(std::move(capped));
    }
  }

  // Moves of the round that the proposal could make, too; others are dropped whatever it does.
  void addStanding() {
    const std::vector<Move>& moves = start_.round().moves;
    for (std::size_t i = 0; i < moves.size(); ++i) {
      const Move& move = moves[i];
      const bool is_kept =
          std::binary_search(start_.kept().begin(), start_.kept().end(), i) || move.pinned;
      if (!is_kept && !addStanding(move)) ++out_->fixed_dropped;
    }
  }

  bool addStanding(const Move& move) {
    const std::int32_t official = official_place_[move.cadre.index()];
    const PostId where = move.to ? move.to : start_.seating().firstPost(move.cadre);
    if (official == kNone || !where || possible_.is_open[where.index()] == 0) return false;
    Instance& part = partOf(where);
    if (!move.to) {
      const std::int32_t post = post_place_[where.index()];
      const bool is_theirs = part.posts[at(post)].holder == official;
      if (!is_theirs || !part.officials[at(official)].may_leave) return false;
      part.standing_leaves.push_back(post);
      return true;
    }
    for (std::size_t a = 0; a < part.arcs.size(); ++a) {
      const Arc& arc = part.arcs[a];
      if (arc.post != post_place_[where.index()] || arc.official != official) continue;
      if (part.officials[at(official)].cadre != move.cadre) continue;
      part.standing_arcs.push_back(place(a));
      return true;
    }
    return false;
  }

  const RoundStart& start_;
  const Plan& plan_;
  const Kin& kin_;
  PossibleMoves possible_;
  CostTable costs_;
  QuotaCells quota_cells_;
  std::vector<std::int32_t> post_place_;      // by post: in its instance
  std::vector<std::int32_t> post_part_;       // by post: which instance
  std::vector<std::int32_t> official_place_;  // by cadre: in the instance
  Problem* out_ = nullptr;
};

}  // namespace

Problem buildProblem(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
                     std::size_t round, const Question& question) {
  Problem out;
  const RoundStart start(plan, scenario, timeline, round, question);
  out.kept = start.kept();
  out.broken_pin = start.brokenPin();
  if (out.broken_pin) return out;
  const Kin kin(*plan.roster);
  std::optional<PossibleMoves> possible = findPossibleMoves(start, kin, kMostWays);
  if (!possible) {
    out.is_too_large = true;
    return out;
  }
  Dealer(start, kin, *std::move(possible)).fill(out);
  return out;
}

}  // namespace cadre::propose
