// State of the proposal view: its settings, what is shown, and the search itself.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/id.h"
#include "kit/plot_zoom.h"
#include "model/division.h"

namespace cadre::ui {

class ProposalWork;
struct RoadmapWork;

enum class ProposalScope : std::uint8_t { kRound, kUnit, kPicked };
enum class ProposalList : std::uint8_t { kMoves, kUnits, kDrops };
enum class ProposalSide : std::uint8_t { kFrontier, kConditions, kWhyNot, kRounds };

struct ProposalMemory {
  ProposalScope scope = ProposalScope::kRound;
  std::vector<UnitId> picked;              // of the scope kPicked
  std::string within;                      // as in a question: empty is the usual one
  std::optional<bool> calm;                // by hand; else on where others have seen the round
  std::optional<bool> live;                // set by hand; by default on if a search is fast
  std::optional<std::int32_t> most_moves;  // none: no limit
  std::vector<std::pair<CadreId, PostId>> pins;
  std::vector<std::pair<CadreId, PostId>> drops;  // moves that stand and may be dropped: ticked
  bool is_wanted = false;  // a proposal has been asked for and not been discarded
  bool wants_frontier = false;
  ProposalList list = ProposalList::kMoves;
  ProposalSide side = ProposalSide::kFrontier;
  std::string rule;  // the rule whose limit is shown as a slider; empty: the first
  kit::PlotZoom frontier_zoom;
  std::shared_ptr<ProposalWork> work;
  int roadmap_rounds = 4;
  int roadmap_every = 6;  // months
  std::shared_ptr<RoadmapWork> roadmap;
};

// Whether officials may go anywhere although that is not what is usual.
[[nodiscard]] inline bool isAcrossPlan(const ProposalMemory& memory) {
  return memory.within == kWholePlan;
}

}  // namespace cadre::ui
