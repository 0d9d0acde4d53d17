#include "propose/model/unit_limits.h"

#include <algorithm>

#include "propose/model/move_cost.h"
#include "rules/rule.h"

namespace cadre::propose {
namespace {

// Changes of head posts by unit.
class Changes {
 public:
  explicit Changes(const Plan& plan)
      : structure_(*plan.structure),
        is_counted_(structure_.posts.size(), 0),
        by_unit_(structure_.units.size(), 0) {}

  void add(PostId post) {
    if (!post || !structure_.title(structure_.post(post).title).head) return;
    if (is_counted_[post.index()] != 0) return;
    is_counted_[post.index()] = 1;
    ++by_unit_[structure_.post(post).unit.index()];
  }
  [[nodiscard]] std::int32_t in(std::size_t unit) const { return by_unit_[unit]; }

 private:
  const Structure& structure_;
  std::vector<std::uint8_t> is_counted_;
  std::vector<std::int32_t> by_unit_;
};

}  // namespace

UnitLimits::UnitLimits(const RoundStart& start, const std::vector<std::uint8_t>& is_open)
    : start_(start) {
  const Plan& plan = start.plan();
  const Structure& structure = *plan.structure;
  const RuleSetting* setting =
      rules::settingSeenAs(*plan.rule_set, rules::InProposal::kHeadsOfUnit);
  limit_.assign(structure.units.size(), kNoLimit);
  counts_vacated_.assign(structure.units.size(), 0);
  if (setting == nullptr) return;
  const bool is_hard = setting->severity == Severity::kHard;
  Changes already(plan);  // by facts and moves elsewhere
  Changes pinned(plan);   // by pinned moves, of what has not changed already
  Changes filled(plan);   // posts that they lead to without a move of the proposal
  std::vector<std::uint8_t> is_waived(structure.units.size(), 0);
  const std::vector<Move>& moves = start.round().moves;
  const auto posts_of = [&](const Move& move, auto&& f) {
    if (move.to) f(move.to);
    for (PostId post = start.before().firstPost(move.cadre); post;
         post = start.before().nextPost(post)) {
      f(post);
    }
  };
  const auto note_waiver = [&](const Move& move) {
    if (!is_hard || !waives(move, setting->key)) return;
    posts_of(move, [&](PostId post) {
      const bool is_head = structure.title(structure.post(post).title).head;
      if (is_head) is_waived[structure.unitOf(post).index()] = 1;
    });
  };
  for (const std::size_t i : start.done()) {
    note_waiver(moves[i]);
    posts_of(moves[i], [&](PostId post) {
      if (start.seating().holder(post) != start.before().holder(post)) already.add(post);
    });
  }
  for (const Pin& pin : start.pins()) {
    const Move& move = moves[pin.move];
    note_waiver(move);
    posts_of(move, [&](PostId post) {
      const bool has_changed = start.seating().holder(post) != start.before().holder(post);
      const bool is_left = !pin.is_fact && post != move.to;
      if (is_open[post.index()] == 0 || (post != move.to && !is_left)) return;
      // Whoever has to give way there makes a move of the proposal.
      const CadreId holder = start.seating().holder(post);
      if (post == move.to && (!holder || start.isPinned(holder))) filled.add(post);
      if (!has_changed) pinned.add(post);
    });
  }
  for (std::size_t u = 0; u < limit_.size(); ++u) {
    if (is_waived[u] != 0) continue;
    const std::int32_t done = already.in(u);
    if (is_hard && done + pinned.in(u) > rules::kMostHeadChanges) {
      limit_[u] = filled.in(u);
      counts_vacated_[u] = 1;
    } else if (is_hard) {
      limit_[u] = rules::kMostHeadChanges - done;
    } else if (done <= rules::kMostHeadChanges) {
      limit_[u] = rules::kMostHeadChanges - done;
    } else {
      const auto& posts = structure.posts_in[u];
      const bool is_here = std::any_of(posts.begin(), posts.end(),
                                       [&](PostId post) { return start.isInScope(post); });
      if (is_here) cost_already_ += costTable(plan).soft_rule;
    }
  }
}

bool UnitLimits::counts(PostId post) const {
  const Structure& structure = *start_.plan().structure;
  const Post& record = structure.post(post);
  if (!structure.title(record.title).head || limit_[record.unit.index()] == kNoLimit) return false;
  return counts_vacated_[record.unit.index()] != 0 ||
         start_.seating().holder(post) == start_.before().holder(post);
}

}  // namespace cadre::propose
