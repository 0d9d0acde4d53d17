#include "document/candidates.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/stable_sort.h"
#include "propose/model/move_cost.h"
#include "rules/rule.h"

namespace cadre {
namespace {

// The seating shown on screen: after the round, or the baseline.
const Seating& seatingOf(const Stage& stage) { return stage.timeline.rounds[stage.entry].after; }

// Anyone relieved, dismissed or resigned in the round is not a candidate: seating them again would
// undo what an authority ordered or they asked for.
bool isForcedOut(const Round& round, CadreId cadre) {
  return std::any_of(round.moves.begin(), round.moves.end(), [&](const Move& move) {
    return move.cadre == cadre && rules::isForcedDeparture(move.type);
  });
}

}  // namespace

std::int32_t shortfallChange(const Effect& effect) {
  std::int32_t out = 0;
  for (const CellChange& change : effect.cells) {
    out += change.after.shortfall() - change.before.shortfall();
  }
  return out;
}

Candidate candidateOf(CadreId cadre, PostId from, PostId to, Effect effect) {
  FindingCounts counts;
  counts.add(effect.findings);
  Candidate out;
  out.cadre = cadre;
  out.from = from;
  out.to = to;
  out.shortfall = shortfallChange(effect);
  out.hard = counts.hard;
  out.soft = counts.soft;
  out.effect = std::move(effect);
  return out;
}

bool isBetter(const Candidate& a, const Candidate& b) {
  const auto key = [](const Candidate& c) {
    return std::tuple(c.isRuledOut(), c.isRuledOut() ? c.hard : 0, c.shortfall, c.effect.vacancies,
                      c.soft, c.cost, c.cadre, c.to);
  };
  return key(a) < key(b);
}

CandidateSearch::CandidateSearch(const Stage& stage, PostId post, Onto onto)
    : stage_(stage), trial_(stage), onto_(onto) {
  const Seating& now = seatingOf(stage);
  const std::size_t count = stage.plan.roster->cadres.size();
  for (std::size_t c = 0; c < count; ++c) {
    const CadreId cadre{c};
    if (now.holder(post) == cadre || isForcedOut(trial_.round(), cadre)) continue;
    choices_.push_back({cadre, post});
  }
}

CandidateSearch::CandidateSearch(const Stage& stage, CadreId cadre, Onto onto)
    : stage_(stage), trial_(stage), onto_(onto) {
  if (isForcedOut(trial_.round(), cadre)) return;
  const Seating& now = seatingOf(stage);
  for (std::size_t p = 0; p < now.postCount(); ++p) {
    if (now.holder(PostId{p}) != cadre) choices_.push_back({cadre, PostId{p}});
  }
}

double CandidateSearch::progress() const {
  return choices_.empty() ? 1.0 : static_cast<double>(next_) / static_cast<double>(choices_.size());
}

bool CandidateSearch::step(std::size_t count) {
  const std::size_t end = std::min(choices_.size(), next_ + count);
  for (; next_ < end; ++next_) tryOne(choices_[next_]);
  stableSort(ranked_, isBetter);
  return done();
}

void CandidateSearch::tryOne(const Choice& choice) {
  const Expected<Command> command = moveOnto(stage_, choice.cadre, choice.to, onto_);
  if (!command) return;
  Expected<Effect> effect = trial_.effectOf(*command);
  if (!effect) return;
  Candidate out = candidateOf(choice.cadre, seatingOf(stage_).firstPost(choice.cadre), choice.to,
                              std::move(*effect));
  FindingCounts own;  // the cost covers this official's move only
  for (const Finding& finding : out.effect.findings) {
    if (finding.cadre == choice.cadre) own.add(finding);
  }
  // Hard reasons come first.
  stableSort(out.effect.findings,
             [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
  out.cost = propose::moveCost(stage_.plan, propose::costTable(stage_.plan), choice.cadre,
                               trial_.before().firstPost(choice.cadre), choice.to, own.soft,
                               trial_.views().viewsOf(choice.cadre, choice.to));
  ranked_.push_back(std::move(out));
}

}  // namespace cadre
