#include "document/refusal.h"

#include <algorithm>
#include <string>
#include <utility>

#include "document/edit.h"
#include "document/round_trial.h"
#include "propose/model/move_cost.h"

namespace cadre {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

class Search {
 public:
  Search(const Stage& stage, std::size_t refused)
      : stage_(stage),
        trial_(stage),
        state_(stage.timeline.rounds[stage.entry]),
        round_(stage.scenario.rounds[stage.entry - 1]),
        refused_(refused) {}

  Refusal run() {
    Refusal out;
    link(out);
    Round without = round_;
    without.moves.erase(without.moves.begin() + static_cast<std::ptrdiff_t>(refused_));
    const RoundState after = trial_.play(without);
    for (std::size_t i = 0; i < without.moves.size(); ++i) {
      const std::size_t place = i < refused_ ? i : i + 1;
      const bool breaks = state_.happened[place] != 0 && after.happened[i] == 0;
      if (breaks) out.broken.push_back(place);
    }
    out.effect = changeBetween(state_, after);
    findRepairs(out, after);
    return out;
  }

 private:
  [[nodiscard]] const Move& moveAt(std::size_t place) const { return round_.moves[place]; }

  // The move into the post that happens; kNowhere if there is none.
  [[nodiscard]] std::size_t moveInto(PostId post) const {
    for (std::size_t i = 0; i < round_.moves.size(); ++i) {
      if (state_.happened[i] != 0 && moveAt(i).to == post) return i;
    }
    return kNowhere;
  }
  [[nodiscard]] std::size_t moveOf(CadreId cadre) const {
    for (std::size_t i = 0; i < round_.moves.size(); ++i) {
      if (state_.happened[i] != 0 && moveAt(i).cadre == cadre) return i;
    }
    return kNowhere;
  }

  // Ahead: the official who makes room for this one. Behind: the one who takes the post left.
  void link(Refusal& out) const {
    std::vector<std::size_t> ahead;
    for (std::size_t at = refused_; at != kNowhere;) {
      const PostId to = moveAt(at).to;
      const CadreId sits_there = to ? state_.before.holder(to) : CadreId{};
      at = sits_there ? moveOf(sits_there) : kNowhere;
      if (at == refused_) out.is_cycle = true;
      if (at == refused_ || std::find(ahead.begin(), ahead.end(), at) != ahead.end()) break;
      if (at != kNowhere) ahead.push_back(at);
    }
    out.linked.assign(ahead.rbegin(), ahead.rend());
    out.linked.push_back(refused_);
    if (out.is_cycle) return;
    for (std::size_t at = refused_; at != kNowhere;) {
      const PostId from = state_.before.firstPost(moveAt(at).cadre);
      at = from ? moveInto(from) : kNowhere;
      if (at == kNowhere || std::find(out.linked.begin(), out.linked.end(), at) != out.linked.end())
        break;
      out.linked.push_back(at);
    }
  }

  // Keeps the repair if it is among the best. A command that does not move the refusing official
  // elsewhere removes the refused move.
  void consider(Refusal& out, AddMoves command, CadreId cadre, PostId to, std::size_t dropped) {
    const CadreId refuser = moveAt(refused_).cadre;
    command.round = {stage_.scenario.key, round_.key};
    if (cadre != refuser) command.without.push_back(refuser);
    Round changed = round_;
    if (!addMoves(changed, command, stage_.plan)) return;
    Repair repair;
    repair.dropped = dropped;
    Candidate& what = repair.what;
    what = candidateOf(cadre, cadre ? state_.before.firstPost(cadre) : PostId{}, to,
                       trial_.effectOf(changed));
    if (what.hard > 0) return;
    if (cadre) {
      what.cost = propose::moveCost(stage_.plan, propose::costTable(stage_.plan), cadre, what.from,
                                    to, what.soft, trial_.views().viewsOf(cadre, to));
    }
    repair.command = std::move(command);
    keep(out, std::move(repair));
  }

  // At most one way per official: three different ones are more useful than three posts for the
  // same.
  static void keep(Refusal& out, Repair repair) {
    const auto same =
        std::find_if(out.repairs.begin(), out.repairs.end(),
                     [&](const Repair& other) { return other.what.cadre == repair.what.cadre; });
    if (same != out.repairs.end()) {
      if (!isBetter(repair.what, same->what)) return;
      out.repairs.erase(same);
    }
    const auto place =
        std::upper_bound(out.repairs.begin(), out.repairs.end(), repair,
                         [](const Repair& a, const Repair& b) { return isBetter(a.what, b.what); });
    out.repairs.insert(place, std::move(repair));
    if (out.repairs.size() > kMostRepairs) out.repairs.pop_back();
  }

  [[nodiscard]] Move moveTo(CadreId cadre, PostId to) const {
    return newMove(cadre, state_.before.firstPost(cadre), to);
  }

  void findRepairs(Refusal& out, const RoundState& after) {
    const CadreId refuser = moveAt(refused_).cadre;
    const PostId wanted = moveAt(refused_).to;
    // Gives up the broken moves, so that no move is left that cannot happen.
    if (!out.broken.empty()) {
      AddMoves drop;
      for (const std::size_t place : out.broken) drop.without.push_back(moveAt(place).cadre);
      consider(out, std::move(drop), CadreId{}, PostId{}, out.broken.size() + 1);
    }
    // Another official for the post.
    for (std::size_t c = 0; wanted && c < stage_.plan.roster->cadres.size(); ++c) {
      const CadreId cadre{c};
      if (cadre == refuser || moveOf(cadre) != kNowhere) continue;
      consider(out, {{}, {moveTo(cadre, wanted)}, {}}, cadre, wanted, 1);
    }
    // Another post for the refusing official, or for one who is stuck.
    std::vector<CadreId> stuck = {refuser};
    for (const std::size_t place : out.broken) stuck.push_back(moveAt(place).cadre);
    for (std::size_t p = 0; p < after.after.postCount(); ++p) {
      const PostId post{p};
      if (after.after.holder(post)) continue;
      for (const CadreId cadre : stuck) {
        if (cadre == refuser && post == wanted) continue;
        consider(out, {{}, {moveTo(cadre, post)}, {}}, cadre, post, cadre == refuser ? 0 : 1);
      }
    }
  }

  const Stage& stage_;
  RoundTrial trial_;
  const RoundState& state_;
  const Round& round_;
  std::size_t refused_;
};

}  // namespace

Expected<Refusal> ifRefused(const Stage& stage, std::size_t move) {
  const bool is_there =
      stage.entry > 0 && move < stage.scenario.rounds[stage.entry - 1].moves.size();
  if (!is_there) return notThere(text::Str::thing_move, std::to_string(move + 1));
  return Search(stage, move).run();
}

}  // namespace cadre
