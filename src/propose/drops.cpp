#include "propose/drops.h"

#include <algorithm>
#include <utility>

#include "rules/rule.h"
#include "simulate/simulate.h"

namespace cadre::propose {
namespace {

Objective minus(const Objective& a, const Objective& b) {
  return {a.shortfall - b.shortfall, a.vacant - b.vacant, a.dropped - b.dropped, a.moves - b.moves,
          a.cost - b.cost};
}

// What nobody asks for is no gain: dropping as such is what is weighed.
Objective withoutDropped(Objective objective) {
  objective.dropped = 0;
  return objective;
}

}  // namespace

std::vector<std::size_t> standingMoves(const Plan& plan, const Round& round,
                                       const RoundState& state) {
  const Seating& before = state.before;
  std::vector<std::size_t> out;
  std::vector<std::uint8_t> leaves(plan.roster->cadres.size(), 0);
  for (std::size_t i = 0; i < round.moves.size(); ++i) {
    const Move& move = round.moves[i];
    if (state.happened[i] == 0) continue;
    leaves[move.cadre.index()] = 1;
    const PostId from = before.firstPost(move.cadre);
    const bool is_plain = move.keep.empty() && (from || move.to) && move.to != from &&
                          (!from || !before.nextPost(from));
    if (is_plain && !move.pinned && !rules::isForcedDeparture(move.type)) out.push_back(i);
    if (!is_plain && !rules::isForcedDeparture(move.type)) leaves[move.cadre.index()] = 0;
  }
  // Whoever sits where a move leads has to leave.
  for (bool shrinks = true; shrinks;) {
    shrinks = std::erase_if(out, [&](std::size_t i) {
                const Move& move = round.moves[i];
                const CadreId holder = move.to ? before.holder(move.to) : CadreId{};
                const bool stays = holder && leaves[holder.index()] == 0;
                if (stays) leaves[move.cadre.index()] = 0;
                return stays;
              }) > 0;
  }
  return out;
}

Scenario keeping(const Scenario& scenario, std::size_t round,
                 const std::vector<std::size_t>& moves) {
  Scenario out = scenario;
  for (const std::size_t move : moves) out.rounds[round].moves[move].pinned = true;
  return out;
}

DropsJob::DropsJob(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
                   std::size_t round, const Question& question, std::vector<std::size_t> standing,
                   const Proposal& kept)
    : plan_(plan),
      scenario_(scenario),
      round_(round),
      question_(question),
      standing_(std::move(standing)),
      kept_(withoutDropped(kept.objective)) {
  is_done_ = standing_.empty() || kept.status != Status::kOptimal;
  if (is_done_) return;
  job_ = std::make_unique<ProposalJob>(plan, scenario, timeline, round, question);
}

bool DropsJob::step(std::size_t pivots) {
  if (is_done_) return true;
  if (!job_->step(pivots)) return false;
  const Proposal best = job_->best();
  if (is_free_) {
    findDrops(best);
  } else {
    if (best.status == Status::kOptimal) {
      drops_[next_].gain = minus(kept_, withoutDropped(best.objective));
    }
    ++next_;
  }
  startNext();
  return is_done_;
}

void DropsJob::findDrops(const Proposal& free) {
  is_free_ = false;
  const bool is_better = free.status == Status::kOptimal && withoutDropped(free.objective) < kept_;
  if (!is_better) return;
  gain_of_all_ = minus(kept_, withoutDropped(free.objective));
  for (const std::size_t i : standing_) {
    if (!leavesAsItIs(free, scenario_.rounds[round_], i)) drops_.push_back({i, std::nullopt});
  }
}

void DropsJob::startNext() {
  if (next_ >= std::min(drops_.size(), kMostGains)) {
    job_.reset();
    is_done_ = true;
    return;
  }
  std::vector<std::size_t> others = standing_;
  std::erase(others, drops_[next_].move);
  const Scenario scenario = keeping(scenario_, round_, others);
  job_ =
      std::make_unique<ProposalJob>(plan_, scenario, simulate(plan_, scenario), round_, question_);
}

}  // namespace cadre::propose
