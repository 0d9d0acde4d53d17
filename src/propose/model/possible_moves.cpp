#include "propose/model/possible_moves.h"

#include <algorithm>
#include <span>
#include <utility>

#include "model/consultation.h"
#include "rules/rule.h"

namespace cadre::propose {
namespace {

class Finder {
 public:
  Finder(const RoundStart& start, const Kin& kin)
      : start_(start),
        plan_(start.plan()),
        structure_(*plan_.structure),
        kin_(kin),
        division_(divisionOf(plan_, start.question().within)),
        costs_(costTable(plan_)),
        views_(start.round().consultations) {
    for (const rules::ActiveRule& active : rules::activeRules(plan_)) {
      const bool is_alone = active.rule->in_proposal.shape == rules::InProposal::kMoves;
      if (is_alone && active.rule->check_move != nullptr) rules_.push_back(active);
    }
    const RuleSetting* kinship = rules::settingSeenAs(*plan_.rule_set, rules::InProposal::kKinship);
    if (kinship != nullptr) kinship_ = kinship->severity;
  }

  std::optional<PossibleMoves> run(std::size_t most) {
    out_.is_open.assign(structure_.posts.size(), 0);
    for (std::size_t p = 0; p < out_.is_open.size(); ++p) {
      out_.is_open[p] = start_.mayChange(PostId{p}) ? 1 : 0;
    }
    findPinnedUnits();
    findOpenPosts();
    if (countWays() > most) return std::nullopt;
    findLeavers();
    findPinned();
    findArcs();
    closePosts();
    return std::move(out_);
  }

 private:
  using Seats = std::vector<PostId>;

  // The move as a proposal would make it.
  [[nodiscard]] Move moveTo(CadreId cadre, PostId to) const {
    return proposedMove(cadre, start_.before().firstPost(cadre), to);
  }
  [[nodiscard]] Views viewsOf(const Move& move) const {
    return views_.viewsOf(move.cadre, move.to);
  }

  // Number of soft rules that the move breaks; nothing when it breaks a hard one.
  [[nodiscard]] std::optional<std::int32_t> check(const Move& move) const {
    const rules::MoveFacts facts{plan_, start_.round().date, start_.before(), start_.before(),
                                 move,  viewsOf(move)};
    std::int32_t soft = 0;
    for (const rules::ActiveRule& active : rules_) {
      if (!active.rule->check_move(facts, *active.setting)) continue;
      if (active.setting->severity == Severity::kHard) return std::nullopt;
      ++soft;
    }
    return soft;
  }

  // What rules say of a pinned move does not matter, but it costs.
  [[nodiscard]] std::int32_t softRulesBroken(const Move& move) const {
    const rules::MoveFacts facts{plan_, start_.round().date, start_.before(), start_.before(),
                                 move,  viewsOf(move)};
    return static_cast<std::int32_t>(
        std::count_if(rules_.begin(), rules_.end(), [&](const rules::ActiveRule& active) {
          return active.setting->severity == Severity::kSoft &&
                 active.rule->check_move(facts, *active.setting).has_value();
        }));
  }

  // Whether the relative sits in another post of the unit than `to` and stays there for certain.
  [[nodiscard]] bool staysIn(CadreId relative, UnitId unit, PostId to) const {
    const Seating& seating = start_.seating();
    for (PostId post = seating.firstPost(relative); post; post = seating.nextPost(post)) {
      const bool is_there = post != to && structure_.post(post).unit == unit;
      if (is_there && out_.is_open[post.index()] == 0) return true;
    }
    return false;
  }

  // Whether a hard rule lets the official go where relatives stay or are led by pinned moves. A
  // soft one costs, which is seen for each pair (kinship.h).
  [[nodiscard]] bool keepsApart(CadreId cadre, PostId to) const {
    if (kinship_ != Severity::kHard) return true;
    const UnitId unit = structure_.post(to).unit;
    const std::span<const CadreId> relatives = kin_.of(cadre);
    return std::none_of(relatives.begin(), relatives.end(), [&](CadreId relative) {
      return pinned_unit_[relative.index()] == unit || staysIn(relative, unit, to);
    });
  }

  void findPinnedUnits() {
    pinned_unit_.assign(plan_.roster->cadres.size(), UnitId{});
    for (const Pin& pin : start_.pins()) {
      const Move& move = start_.round().moves[pin.move];
      pinned_unit_[move.cadre.index()] = structure_.unitOf(move.to);
    }
  }

  // Open posts by group, and by title within.
  void findOpenPosts() {
    open_.resize(division_.count());
    for (std::size_t p = 0; p < out_.is_open.size(); ++p) {
      const std::int32_t group = division_.groupOf(plan_.post(PostId{p}).unit);
      if (out_.is_open[p] != 0 && group != Division::kNoGroup) {
        open_[static_cast<std::size_t>(group)].emplace_back(p);
      }
    }
    for (Seats& posts : open_) {
      std::stable_sort(posts.begin(), posts.end(), [&](PostId a, PostId b) {
        return plan_.post(a).title < plan_.post(b).title;
      });
    }
  }

  // The group within which the official may move; none: nowhere.
  [[nodiscard]] std::int32_t homeOf(CadreId cadre) const {
    if (division_.isWhole()) return 0;
    const PostId post = start_.before().firstPost(cadre);
    return division_.groupOf(post ? structure_.unitOf(post) : plan_.cadre(cadre).native_place);
  }

  [[nodiscard]] bool isAsked(CadreId cadre) const {
    if (!start_.mayMove(cadre) || start_.isPinned(cadre) || start_.isTaken(cadre)) return false;
    const PostId from = start_.before().firstPost(cadre);
    return (!from || start_.isInScope(from)) && homeOf(cadre) != Division::kNoGroup;
  }

  // Pairs of an official and an open post of their pool: no fewer than there are arcs.
  [[nodiscard]] std::size_t countWays() const {
    const std::size_t titles = structure_.titles.size();
    std::vector<std::size_t> open_of(titles * open_.size(), 0);
    for (std::size_t g = 0; g < open_.size(); ++g) {
      for (const PostId post : open_[g]) ++open_of[g * titles + plan_.post(post).title.index()];
    }
    std::size_t out = 0;
    for (std::size_t c = 0; c < plan_.roster->cadres.size(); ++c) {
      const CadreId cadre{c};
      if (!isAsked(cadre)) continue;
      const auto group = static_cast<std::size_t>(homeOf(cadre));
      for (const TitleId title : plan_.cadre(cadre).poolTitles()) {
        out += open_of[group * titles + title.index()];
      }
    }
    return out;
  }

  void findLeavers() {
    out_.may_leave.assign(plan_.roster->cadres.size(), 0);
    for (std::size_t c = 0; c < out_.may_leave.size(); ++c) {
      const CadreId cadre{c};
      const PostId from = start_.seating().firstPost(cadre);
      if (!from || out_.is_open[from.index()] == 0) continue;
      const bool may = start_.isPinned(cadre) || check(moveTo(cadre, PostId{})).has_value();
      out_.may_leave[c] = may ? 1 : 0;
    }
  }

  void findPinned() {
    for (const Pin& pin : start_.pins()) {
      const Move& move = start_.round().moves[pin.move];
      if (!move.to) continue;
      const std::int32_t soft = softRulesBroken(move);
      const PostId from = start_.before().firstPost(move.cadre);
      const std::int32_t cost =
          moveCost(plan_, costs_, move.cadre, from, move.to, soft, viewsOf(move));
      out_.arcs.push_back({move.cadre, move.to, cost, true});
    }
  }

  void findArcs() {
    for (std::size_t c = 0; c < plan_.roster->cadres.size(); ++c) {
      const CadreId cadre{c};
      if (!isAsked(cadre)) continue;
      const PostId from = start_.before().firstPost(cadre);
      const Cadre& record = plan_.cadre(cadre);
      const std::vector<TitleId> titles = record.poolTitles();
      Move move = moveTo(cadre, PostId{});
      move.type = usualType(from);
      for (const PostId to : open_[static_cast<std::size_t>(homeOf(cadre))]) {
        if (to == from || !std::binary_search(titles.begin(), titles.end(), plan_.post(to).title)) {
          continue;
        }
        if (!record.isInPool(plan_.post(to), structure_)) continue;
        move.to = to;
        const std::optional<std::int32_t> soft = check(move);
        if (!soft || !keepsApart(cadre, to)) continue;
        const std::int32_t cost = moveCost(plan_, costs_, cadre, from, to, *soft, viewsOf(move));
        out_.arcs.push_back({cadre, to, cost, false});
      }
    }
  }

  // Who may neither leave nor has a way stays, and so the post does not change hands; which may
  // take a way from somebody else. A post that a pinned move leads to stays open, so that the
  // search says that there is no plan.
  void closePosts() {
    const Seating& seating = start_.seating();
    std::vector<std::uint8_t> is_wanted(out_.is_open.size(), 0);
    for (const PossibleMove& way : out_.arcs) is_wanted[way.to.index()] |= way.is_pinned ? 1 : 0;
    std::vector<std::uint8_t> has_way;
    for (bool shrinks = true; shrinks;) {
      shrinks = false;
      has_way.assign(plan_.roster->cadres.size(), 0);
      for (const PossibleMove& way : out_.arcs) has_way[way.cadre.index()] = 1;
      for (std::size_t p = 0; p < out_.is_open.size(); ++p) {
        const CadreId holder = seating.holder(PostId{p});
        if (out_.is_open[p] == 0 || !holder || start_.isPinned(holder)) continue;
        if (is_wanted[p] != 0) continue;
        if (out_.may_leave[holder.index()] != 0 || has_way[holder.index()] != 0) continue;
        out_.is_open[p] = 0;
        shrinks = true;
      }
      if (!shrinks) return;
      std::erase_if(out_.arcs, [&](const PossibleMove& way) {
        return !way.is_pinned &&
               (out_.is_open[way.to.index()] == 0 || !keepsApart(way.cadre, way.to));
      });
    }
  }

  const RoundStart& start_;
  const Plan& plan_;
  const Structure& structure_;
  const Kin& kin_;
  Division division_;
  CostTable costs_;
  std::vector<rules::ActiveRule> rules_;
  Severity kinship_ = Severity::kOff;
  ConsultationIndex views_;          // what was said in this round
  std::vector<UnitId> pinned_unit_;  // by cadre: where a pinned move leads
  std::vector<Seats> open_;          // by group
  PossibleMoves out_;
};

}  // namespace

std::optional<PossibleMoves> findPossibleMoves(const RoundStart& start, const Kin& kin,
                                               std::size_t most) {
  return Finder(start, kin).run(most);
}

}  // namespace cadre::propose
