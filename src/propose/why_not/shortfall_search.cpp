#include "propose/why_not/shortfall_search.h"

#include <algorithm>

namespace cadre::propose {
namespace {

// A candidate without a post who may take every post of that title in the instance, and counts
// wherever such a post counts.
void addCandidate(const Plan& plan, TitleId title, Instance& part) {
  const auto official = static_cast<std::int32_t>(part.officials.size());
  const std::size_t first = part.arcs.size();
  for (std::size_t p = 0; p < part.posts.size(); ++p) {
    if (plan.post(part.posts[p].post).title != title) continue;
    part.arcs.push_back({official, static_cast<std::int32_t>(p), 0});
  }
  if (part.arcs.size() == first) return;
  part.officials.push_back({CadreId{}, -1});
  for (QuotaCell& cell : part.cells) {
    if (!plan.quota_set->quotas[cell.quota.index()].countsTitle(title)) continue;
    for (std::size_t a = first; a < part.arcs.size(); ++a) {
      const PostId post = part.posts[static_cast<std::size_t>(part.arcs[a].post)].post;
      if (!plan.structure->contains(cell.unit, plan.post(post).unit)) continue;
      cell.arcs.push_back(static_cast<std::int32_t>(a));
    }
  }
}

}  // namespace

std::int32_t DistrictGroups::of(const Plan& plan, UnitId unit) const {
  const UnitId district = plan.structure->districtOf(unit);
  return district ? of_unit[district.index()] : -1;
}

ShortfallSearch::ShortfallSearch(const Trial& trial, const DistrictGroups& groups)
    : groups_(groups), trial_(trial) {
  if (groups.districts.empty()) {
    startWhole();
  } else {
    startParts();
  }
}

void ShortfallSearch::startParts() {
  const std::size_t count = groups_.districts.size();
  problem_ =
      buildProblem(trial_.plan, *trial_.scenario, *trial_.timeline, trial_.round, trial_.question);
  found_.assign(count, 0);
  moves_of_.assign(count, 0);
  for (std::size_t g = 0; g < count; ++g) {
    if (trial_.is_wanted[g] != 0) continue;
    found_[g] = trial_.known[g];
    moves_ += trial_.known_moves[g];
  }
  if (problem_.is_too_large) {
    found_.assign(count, std::nullopt);
    phase_ = Phase::kDone;
    return;
  }
  if (problem_.broken_pin || problem_.round_cap < 0) {
    found_.assign(count, Trial::kImpossible);
    total_ = Trial::kImpossible;
    phase_ = Phase::kDone;
    return;
  }
  for (const FixedCell& cell : problem_.fixed_cells) {
    const std::int32_t group = groups_.of(trial_.plan, cell.unit);
    if (group < 0) outside_ += cell.shortfall;
    if (group < 0 || trial_.is_wanted[static_cast<std::size_t>(group)] == 0) continue;
    *found_[static_cast<std::size_t>(group)] += cell.shortfall;
  }
  for (Instance& part : problem_.parts) {
    const UnitId unit = trial_.plan.post(part.posts.front().post).unit;
    const std::int32_t group = groups_.of(trial_.plan, unit);
    const bool is_wanted = group >= 0 && trial_.is_wanted[static_cast<std::size_t>(group)] != 0;
    group_of_part_.push_back(is_wanted ? group : -1);
    if (is_wanted && trial_.candidate) addCandidate(trial_.plan, *trial_.candidate, part);
  }
}

void ShortfallSearch::stepParts(std::size_t& pivots) {
  while (part_ < problem_.parts.size() && group_of_part_[part_] < 0) ++part_;
  if (part_ == problem_.parts.size()) return finishParts();
  const auto group = static_cast<std::size_t>(group_of_part_[part_]);
  if (!search_) {
    search_.emplace(problem_.parts[part_]);
    search_->start(leftFor(group));
    spent_ = 0;
  }
  const std::size_t before = search_->pivots();
  const bool is_over = search_->step(std::min(pivots, trial_.patience - spent_));
  const std::size_t used = search_->pivots() - before + 1;
  pivots -= std::min(pivots, used);
  spent_ += used;
  pivots_ += used;
  if (!is_over && spent_ < trial_.patience) return;
  const std::optional<Solution> solution = search_->solution();
  if (!solution && is_over) {
    found_[group] = Trial::kImpossible;
  } else if (!solution || solution->bound.shortfall != solution->best.objective.shortfall) {
    found_[group] = std::nullopt;
  } else {
    if (found_[group]) *found_[group] += solution->best.objective.shortfall;
    moves_of_[group] = solution->best.objective.moves;
    moves_ += moves_of_[group];
  }
  search_.reset();
  ++part_;
}

std::int32_t ShortfallSearch::cap() const {
  return std::min(problem_.round_cap, trial_.question.most_moves.value_or(INT32_MAX));
}

// What the other districts, as they are, leave of the round's cap.
std::int32_t ShortfallSearch::leftFor(std::size_t district) const {
  if (trial_.known_moves.empty() || cap() == INT32_MAX) return INT32_MAX;
  std::int64_t left = cap() + trial_.known_moves[district];
  for (const std::int64_t moves : trial_.known_moves) left -= moves;
  return static_cast<std::int32_t>(std::max<std::int64_t>(left, 0));
}

void ShortfallSearch::finishParts() {
  is_capped_ = moves_ > cap();
  if (is_capped_ && !trial_.candidate) return startWhole();
  phase_ = Phase::kDone;
  if (is_capped_) return;
  total_ = 0;
  for (const std::optional<std::int64_t>& found : found_) {
    if (!found) total_ = std::nullopt;
    if (total_) total_ = std::min(Trial::kImpossible, *total_ + *found);
  }
}

void ShortfallSearch::startWhole() {
  phase_ = Phase::kWhole;
  spent_ = 0;
  job_ = std::make_unique<ProposalJob>(trial_.plan, *trial_.scenario, *trial_.timeline,
                                       trial_.round, trial_.question);
}

void ShortfallSearch::stepWhole(std::size_t& pivots) {
  const std::size_t slice = std::clamp<std::size_t>(pivots, 1, 1000);
  pivots -= std::min(pivots, slice);
  spent_ += slice;
  pivots_ += slice;
  const bool is_over = job_->step(slice);
  const Proposal best = job_->best();
  const bool is_possible = best.status != Status::kInfeasible;
  const bool is_proven = is_possible && best.objective.shortfall == best.bound.shortfall;
  if (!is_over && !is_proven && spent_ < trial_.patience) return;
  if (is_proven) {
    total_ = best.objective.shortfall - outside_;
    moves_ = best.objective.moves;
  } else if (is_over && !is_possible && !job_->isTooLarge()) {
    total_ = Trial::kImpossible;
  }
  job_.reset();
  phase_ = Phase::kDone;
}

bool ShortfallSearch::step(std::size_t& pivots) {
  while (phase_ != Phase::kDone && pivots > 0) {
    if (phase_ == Phase::kParts) {
      stepParts(pivots);
    } else {
      stepWhole(pivots);
    }
  }
  return phase_ == Phase::kDone;
}

const Instance* ShortfallSearch::instanceOf(std::size_t district) const {
  for (std::size_t i = 0; i < problem_.parts.size(); ++i) {
    if (group_of_part_[i] == static_cast<std::int32_t>(district)) return &problem_.parts[i];
  }
  return nullptr;
}

std::int64_t ShortfallSearch::fixedShortfall(std::size_t district) const {
  std::int64_t out = 0;
  for (const FixedCell& cell : problem_.fixed_cells) {
    const bool is_here = groups_.of(trial_.plan, cell.unit) == static_cast<std::int32_t>(district);
    out += is_here ? cell.shortfall : 0;
  }
  return out;
}

}  // namespace cadre::propose
