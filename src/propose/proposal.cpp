#include "propose/proposal.h"

#include <algorithm>
#include <utility>

#include "propose/proposal_job.h"
#include "propose/run_to_end.h"

namespace cadre::propose {

Proposal propose(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
                 std::size_t round, const Question& question) {
  ProposalJob job(plan, scenario, timeline, round, question);
  runToEnd(job);
  return job.best();
}

bool leavesAsItIs(const Proposal& proposal, const Round& round, std::size_t move) {
  const Move& standing = round.moves[move];
  return std::find(proposal.kept.begin(), proposal.kept.end(), move) != proposal.kept.end() ||
         std::any_of(proposal.moves.begin(), proposal.moves.end(), [&](const ProposedMove& other) {
           return other.cadre == standing.cadre && other.to == standing.to;
         });
}

Round roundWith(const Round& round, const Proposal& proposal) {
  Round out = round;
  out.moves.clear();
  for (std::size_t i = 0; i < round.moves.size(); ++i) {
    const bool stays =
        round.moves[i].pinned ||
        std::find(proposal.kept.begin(), proposal.kept.end(), i) != proposal.kept.end();
    if (stays) out.moves.push_back(round.moves[i]);
  }
  for (const ProposedMove& proposed : proposal.moves) {
    if (proposed.pinned) continue;
    const auto known = std::find_if(round.moves.begin(), round.moves.end(), [&](const Move& move) {
      return move.cadre == proposed.cadre && move.to == proposed.to;
    });
    Move move = known == round.moves.end() ? Move{} : *known;
    move.cadre = proposed.cadre;
    move.to = proposed.to;
    move.type = proposedType(proposed.from, proposed.to);
    out.moves.push_back(std::move(move));
  }
  return out;
}

}  // namespace cadre::propose
