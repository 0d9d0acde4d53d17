#include "propose/model/build_instances.h"

#include <algorithm>
#include <utility>

#include "core/places.h"
#include "model/consultation.h"
#include "propose/model/joined_districts.h"
#include "rules/rule.h"
#include "simulate/apply_moves.h"
#include "simulate/quota_cells.h"

namespace cadre::propose {
namespace {

constexpr std::int32_t kNone = -1;

// One way to take a post, before it is dealt to an instance.
struct FoundArc {
  CadreId cadre;
  PostId to;
  std::int32_t cost;
  bool is_pinned = false;
};

class Builder {
 public:
  Builder(const Plan& plan, const Scenario& scenario, const Timeline& timeline, std::size_t round,
          const Question& question)
      : plan_(plan),
        round_(scenario.rounds[round]),
        state_(timeline.rounds[round + 1]),
        before_(state_.before),
        question_(question),
        costs_(costTable(plan)),
        quota_cells_(plan),
        views_(round_.consultations) {
    for (const rules::ActiveRule& active : rules::activeRules(plan)) {
      if (active.rule->check_move != nullptr) rules_.push_back(active);
    }
  }

  Problem run() {
    out_.round_cap = plan_.rule_set->roundCap();
    findScope();
    findMovers();
    notePins();
    keepOthers();
    if (!out_.broken_pin) findOpenPosts();
    if (out_.broken_pin) return std::move(out_);
    if (countWays() > kMostWays) {
      out_.is_too_large = true;
      return std::move(out_);
    }
    findArcs();
    deal();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool holdsOne(CadreId cadre) const {
    const PostId first = before_.firstPost(cadre);
    return first && !before_.nextPost(first);
  }

  // The move as a proposal would make it.
  [[nodiscard]] Move moveTo(CadreId cadre, PostId to) const {
    return proposedMove(cadre, before_.firstPost(cadre), to);
  }

  [[nodiscard]] Views viewsOf(const Move& move) const {
    return views_.viewsOf(move.cadre, move.to);
  }

  // Number of soft rules that the move breaks; nothing when it breaks a hard one.
  [[nodiscard]] std::optional<std::int32_t> check(const Move& move) const {
    const rules::MoveFacts facts{plan_, round_.date, before_, before_, move, viewsOf(move)};
    std::int32_t soft = 0;
    for (const rules::ActiveRule& active : rules_) {
      if (!active.rule->check_move(facts, *active.setting)) continue;
      if (active.setting->severity == Severity::kHard) return std::nullopt;
      ++soft;
    }
    return soft;
  }

  // Posts that the question is about, and those that pinned moves tie to them.
  void findScope() {
    in_scope_ = scopeOf(*plan_.structure, question_.units);
    for (bool grows = true; grows;) {
      grows = false;
      for (const Move& move : round_.moves) {
        if (!move.pinned || !touchesScope(move)) continue;
        for (const PostId post : {move.to, before_.firstPost(move.cadre)}) {
          if (!post || in_scope_[post.index()] != 0) continue;
          in_scope_[post.index()] = 1;
          grows = true;
        }
      }
    }
  }

  [[nodiscard]] bool isInScope(PostId post) const { return post && in_scope_[post.index()] != 0; }
  [[nodiscard]] bool touchesScope(const Move& move) const {
    return question_.units.empty() || isInScope(move.to) ||
           isInScope(before_.firstPost(move.cadre));
  }

  // Moves elsewhere stay, but for those into a post whose holder stays now after all.
  void keepOthers() {
    is_kept_.assign(plan_.roster->cadres.size(), 0);
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < round_.moves.size(); ++i) {
      if (touchesScope(round_.moves[i])) continue;
      kept.push_back(i);
      is_kept_[round_.moves[i].cadre.index()] = 1;
    }
    for (bool shrinks = true; shrinks;) {
      const std::size_t was = kept.size();
      std::erase_if(kept, [&](std::size_t i) {
        const Move& move = round_.moves[i];
        const CadreId holder = move.to ? before_.holder(move.to) : CadreId{};
        const bool stays = holder && is_kept_[holder.index()] == 0 && !move.pinned;
        if (stays) is_kept_[move.cadre.index()] = 0;
        return stays;
      });
      shrinks = kept.size() != was;
    }
    Round others = round_;
    others.moves.clear();
    for (const std::size_t i : kept) {
      const Move& move = round_.moves[i];
      others.moves.push_back(move);
      if (!move.pinned) out_.kept.push_back(i);
      if (!move.to) continue;
      if (out_.round_cap != INT32_MAX) --out_.round_cap;
      kept_into_.push_back(move.to);
    }
    seating_ = kept.empty() ? before_ : applyMoves(plan_, others, before_).after;
  }

  void findMovers() {
    const std::size_t count = plan_.roster->cadres.size();
    is_mover_.assign(count, 0);
    for (std::size_t c = 0; c < count; ++c) {
      const CadreId cadre{c};
      if (before_.gone(cadre)) continue;
      const PostId post = before_.firstPost(cadre);
      if (!post) {
        is_mover_[c] = 1;
        continue;
      }
      const bool is_free =
          holdsOne(cadre) && !plan_.post(post).locked && check(moveTo(cadre, PostId{})).has_value();
      is_mover_[c] = is_free ? 1 : 0;
    }
    for (const CadreId cadre : question_.staying) is_mover_[cadre.index()] = 0;
  }

  void breakPin(std::size_t place) {
    if (!out_.broken_pin) out_.broken_pin = place;
  }

  // A pinned official makes that move and no other; what rules say of it does not matter any more.
  void notePins() {
    is_pinned_.assign(plan_.roster->cadres.size(), 0);
    std::vector<std::uint8_t> taken(plan_.structure->posts.size(), 0);
    for (std::size_t i = 0; i < round_.moves.size(); ++i) {
      const Move& move = round_.moves[i];
      if (!move.pinned || !touchesScope(move)) continue;
      const PostId from = before_.firstPost(move.cadre);
      const bool is_locked =
          (from && plan_.post(from).locked) || (move.to && plan_.post(move.to).locked);
      const bool is_in_the_way = move.to && taken[move.to.index()] != 0;
      const bool stays = from && move.to == from;
      // Who holds several posts, keeps one or moves nowhere from nowhere is outside of the model.
      const bool is_odd =
          (from && !holdsOne(move.cadre)) || !move.keep.empty() || (!from && !move.to) || stays;
      if (before_.gone(move.cadre) || is_locked || is_in_the_way || is_odd ||
          is_pinned_[move.cadre.index()] != 0) {
        breakPin(i);
        continue;
      }
      is_pinned_[move.cadre.index()] = 1;
      is_mover_[move.cadre.index()] = 1;
      if (move.to) taken[move.to.index()] = 1;
      pins_.push_back(i);
    }
  }

  void findOpenPosts() {
    is_open_.assign(plan_.structure->posts.size(), 0);
    for (std::size_t p = 0; p < is_open_.size(); ++p) {
      const PostId post{p};
      const CadreId holder = before_.holder(post);
      const bool is_open = in_scope_[p] != 0 && !plan_.post(post).locked &&
                           (!holder || is_mover_[holder.index()] != 0);
      is_open_[p] = is_open ? 1 : 0;
    }
    for (const std::size_t pin : pins_) {
      const Move& move = round_.moves[pin];
      if (move.to && is_open_[move.to.index()] == 0) breakPin(pin);
    }
  }

  // Open posts by district, or all of them across the city, and by title within.
  [[nodiscard]] std::vector<std::vector<PostId>> openPosts() const {
    const bool is_local = question_.within == Within::kDistrict;
    std::vector<std::vector<PostId>> out(is_local ? plan_.structure->units.size() : 1);
    for (std::size_t p = 0; p < is_open_.size(); ++p) {
      if (is_open_[p] == 0) continue;
      const UnitId district = plan_.structure->districtOf(plan_.post(PostId{p}).unit);
      if (!is_local) {
        out.front().push_back(PostId{p});
      } else if (district) {
        out[district.index()].push_back(PostId{p});
      }
    }
    for (std::vector<PostId>& posts : out) {
      std::stable_sort(posts.begin(), posts.end(), [&](PostId a, PostId b) {
        return plan_.post(a).title < plan_.post(b).title;
      });
    }
    return out;
  }

  // Pairs of a mover and an open post of the mover's pool: no fewer than there are arcs.
  [[nodiscard]] std::size_t countWays() const {
    if (question_.within == Within::kDistrict) return 0;  // districts are small
    std::vector<std::size_t> open_of(plan_.structure->titles.size(), 0);
    for (std::size_t p = 0; p < is_open_.size(); ++p) {
      if (is_open_[p] != 0) ++open_of[plan_.post(PostId{p}).title.index()];
    }
    std::size_t out = 0;
    for (std::size_t c = 0; c < is_mover_.size(); ++c) {
      const CadreId cadre{c};
      const PostId from = before_.firstPost(cadre);
      if (is_mover_[c] == 0 || (from && !isInScope(from))) continue;
      for (const TitleId title : plan_.cadre(cadre).poolTitles()) out += open_of[title.index()];
    }
    return out;
  }

  void findArcs() {
    const std::vector<std::vector<PostId>> open = openPosts();
    for (const std::size_t pin : pins_) {
      const Move& move = round_.moves[pin];
      if (move.to) arcs_.push_back({move.cadre, move.to, costOf(move), true});
    }
    for (std::size_t c = 0; c < is_mover_.size(); ++c) {
      const CadreId cadre{c};
      if (is_mover_[c] == 0 || is_pinned_[c] != 0 || is_kept_[c] != 0) continue;
      const PostId from = before_.firstPost(cadre);
      if (from && !isInScope(from)) continue;
      const UnitId home = districtOf(plan_, before_, cadre);
      if (question_.within == Within::kDistrict && !home) continue;
      const std::vector<TitleId> titles = plan_.cadre(cadre).poolTitles();
      Move move = moveTo(cadre, PostId{});
      move.type = usualType(from);
      for (const PostId to : open[question_.within == Within::kDistrict ? home.index() : 0]) {
        if (to == from || !std::binary_search(titles.begin(), titles.end(), plan_.post(to).title)) {
          continue;
        }
        move.to = to;
        const std::optional<std::int32_t> soft = check(move);
        if (!soft) continue;
        arcs_.push_back(
            {cadre, to, moveCost(plan_, costs_, cadre, from, to, *soft, viewsOf(move)), false});
      }
    }
  }

  [[nodiscard]] std::int32_t costOf(const Move& move) const {
    const rules::MoveFacts facts{plan_, round_.date, before_, before_, move, viewsOf(move)};
    std::int32_t soft = 0;
    for (const rules::ActiveRule& active : rules_) {
      const bool is_soft = active.setting->severity == Severity::kSoft;
      if (is_soft && active.rule->check_move(facts, *active.setting)) ++soft;
    }
    return moveCost(plan_, costs_, move.cadre, before_.firstPost(move.cadre), move.to, soft,
                    viewsOf(move));
  }

  // Groups posts by district, joins what arcs, cells and continuity tie together, and fills one
  // instance for each group.
  void deal() {
    JoinedDistricts districts(plan_);
    const std::size_t count = districts.count();
    for (const FoundArc& arc : arcs_) {
      const PostId from = before_.firstPost(arc.cadre);
      if (from) districts.join(districts.districtOf(arc.to), districts.districtOf(from));
    }
    std::vector<std::size_t> home_of(plan_.roster->cadres.size(), count);
    for (const FoundArc& arc : arcs_) {  // a candidate is one person in all districts
      std::size_t& home = home_of[arc.cadre.index()];
      const std::size_t district = districts.districtOf(arc.to);
      if (home != count) districts.join(home, district);
      home = district;
    }
    districts.joinCells(is_open_);
    std::vector<std::int32_t> part_of(count, kNone);
    post_place_.assign(is_open_.size(), kNone);
    post_part_.assign(is_open_.size(), kNone);
    std::vector<std::int32_t> district_place(count, kNone);
    for (std::size_t p = 0; p < is_open_.size(); ++p) {
      if (is_open_[p] == 0) continue;
      const std::size_t district_key = districts.districtOf(PostId{p});
      const std::size_t root = districts.find(district_key);
      if (part_of[root] == kNone) {
        part_of[root] = place(out_.parts.size());
        out_.parts.push_back(emptyInstance());
      }
      Instance& part = out_.parts[at(part_of[root])];
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
  }

  // What the moves that are kept leave of the cap of a district.
  [[nodiscard]] std::int32_t districtCap(const JoinedDistricts& districts,
                                         std::size_t district) const {
    const std::int32_t cap = plan_.rule_set->districtCap();
    if (cap == INT32_MAX) return cap;
    const auto used = std::count_if(kept_into_.begin(), kept_into_.end(), [&](PostId post) {
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
    for (std::size_t p = 0; p < is_open_.size(); ++p) {
      const CadreId holder = before_.holder(PostId{p});
      if (is_open_[p] == 0 || !holder) continue;
      Instance& part = partOf(PostId{p});
      official_place_[holder.index()] = place(part.officials.size());
      part.posts[at(post_place_[p])].holder = official_place_[holder.index()];
      part.officials.push_back({holder, post_place_[p]});
    }
    for (const std::size_t pin : pins_) {
      const Move& move = round_.moves[pin];
      if (move.to) continue;
      const PostId from = before_.firstPost(move.cadre);
      partOf(from).pinned_leaves.push_back(post_place_[from.index()]);
    }
  }

  Instance& partOf(PostId post) { return out_.parts[at(post_part_[post.index()])]; }

  void addArcs() {
    for (const FoundArc& arc : arcs_) {
      Instance& part = partOf(arc.to);
      std::int32_t& official = official_place_[arc.cadre.index()];
      if (official == kNone) {
        official = place(part.officials.size());
        part.officials.push_back({arc.cadre, kNone});
      }
      if (arc.is_pinned) part.pinned_arcs.push_back(place(part.arcs.size()));
      part.arcs.push_back({official, post_place_[arc.to.index()], arc.cost});
    }
  }

  void addCells() {
    const std::vector<Cell> cells = quota_cells_.count(seating_, round_.date);
    CellsOfPosts cells_of(is_open_.size());
    for (const Cell& cell : cells) {
      const Quota& quota = plan_.quota_set->quotas[cell.quota.index()];
      QuotaCell found{cell.quota, cell.unit, cell.needed - cell.attained, {}, {}};
      std::int32_t part = kNone;
      std::vector<PostId> posts;  // that are counted and open: all of one part
      for (const PostId post : plan_.structure->postsUnder(cell.unit)) {
        if (is_open_[post.index()] == 0 || !counts(quota, post)) continue;
        part = post_part_[post.index()];
        posts.push_back(post);
        const CadreId holder = before_.holder(post);
        if (holder && countsIn(quota, holder, post)) {
          found.vacating.push_back(post_place_[post.index()]);
        }
      }
      if (part == kNone) {
        out_.fixed_shortfall += cell.shortfall();
        out_.fixed_cells.push_back({cell.unit, cell.shortfall()});
        continue;
      }
      std::vector<QuotaCell>& of_part = out_.parts[at(part)].cells;
      for (const PostId post : posts) cells_of[post.index()].push_back(of_part.size());
      of_part.push_back(std::move(found));
    }
    for (Instance& part : out_.parts) addArcsToCells(part, cells_of);
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
    return countsFor(quota, plan_.cadre(cadre), plan_.post(post).unit, plan_, round_.date) ==
           Counted::kYes;
  }

  void addContinuity() {
    std::vector<std::int32_t> unit_place(plan_.structure->units.size(), kNone);
    for (std::size_t p = 0; p < is_open_.size(); ++p) {
      const PostId post{p};
      const Post& record = plan_.post(post);
      if (is_open_[p] == 0 || !plan_.structure->title(record.title).head) continue;
      Instance& part = partOf(post);
      std::int32_t& unit = unit_place[record.unit.index()];
      if (unit == kNone) unit = place(part.head_units++);
      part.posts[at(post_place_[p])].unit = unit;
    }
  }

  const Plan& plan_;
  const Round& round_;
  const RoundState& state_;
  const Seating& before_;
  const Question& question_;
  CostTable costs_;
  QuotaCells quota_cells_;
  std::vector<rules::ActiveRule> rules_;
  Seating seating_;                     // before the round but for the moves that are kept
  ConsultationIndex views_;             // what was said in this round
  std::vector<std::uint8_t> in_scope_;  // by post
  std::vector<PostId> kept_into_;
  std::vector<std::uint8_t> is_kept_;    // by cadre
  std::vector<std::uint8_t> is_mover_;   // by cadre
  std::vector<std::uint8_t> is_pinned_;  // by cadre
  std::vector<std::uint8_t> is_open_;    // by post
  std::vector<std::size_t> pins_;        // places in the round's list
  std::vector<FoundArc> arcs_;
  std::vector<std::int32_t> post_place_;      // by post: in its instance
  std::vector<std::int32_t> post_part_;       // by post: which instance
  std::vector<std::int32_t> official_place_;  // by cadre: in the instance
  Problem out_;
};

}  // namespace

Problem buildProblem(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
                     std::size_t round, const Question& question) {
  return Builder(plan, scenario, timeline, round, question).run();
}

}  // namespace cadre::propose
