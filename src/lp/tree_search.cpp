#include "lp/tree_search.h"

#include <algorithm>
#include <cmath>

namespace cadre::lp {
namespace {

// A node that takes more pivots than this is abandoned: the method is stuck.
std::size_t mostPivots(const LinearProgram& program) {
  constexpr std::size_t kPerRow = 50;
  return kPerRow * (program.rows() + 10);
}

}  // namespace

TreeSearch::TreeSearch(const LinearProgram& program,
                       std::span<const std::pair<std::int32_t, std::size_t>> crash,
                       Branching branching, const WaitingVariables& waiting)
    : program_(program), branching_(std::move(branching)), simplex_(program, crash, waiting) {}

void TreeSearch::start(std::optional<std::int64_t> known) {
  while (!path_.empty()) leave();
  best_ = known.value_or(kNothingYet);
  is_over_ = false;
  is_proven_ = true;
  open_bound_ = kNothingYet;
  root_bound_.reset();
  node_pivots_ = 0;
  nodes_ = 0;
}

TreeSearch::Status TreeSearch::step(std::size_t end) {
  while (!is_over_) {
    if (pivots() > end) return Status::kPaused;
    if (visit(end - pivots() + 1)) return Status::kWhole;
  }
  return Status::kOver;
}

bool TreeSearch::found(std::optional<std::int64_t> value) {
  const bool is_better = value && *value < best_;
  if (is_better) best_ = *value;
  if (!value || whole_bound_ < best_) {
    // An integer solution that is worse than its bound can only come from rounding of the bound or
    // of the values. Nothing more can be found in this node, so only its bound is kept.
    giveUp(whole_bound_);
  } else {
    next();
  }
  return is_better;
}

std::int64_t TreeSearch::bound() const {
  if (isProven()) return best_;
  if (!is_over_ && path_.empty()) return 0;
  std::int64_t bound = std::min(open_bound_, best_);
  // Unsearched nodes lie below the branches of the path.
  for (const Branch& branch : path_) bound = std::min(bound, branch.bound);
  return bound;
}

bool TreeSearch::stepRoot(std::size_t pivots) {
  root_bound_.reset();
  if (is_over_) return true;
  const DualSimplex::Status status = solveNode(kNothingYet, pivots);
  if (status == DualSimplex::Status::kPaused) return false;
  is_over_ = true;
  if (status != DualSimplex::Status::kInfeasible) root_bound_ = prove();
  return true;
}

std::int64_t TreeSearch::rootDistance(std::size_t variable) const {
  if (simplex_.isBasic(variable) || simplex_.wantsUpper(variable)) return 0;
  // The bound was rounded up by less than one unit, and values are multiples of the unit.
  const std::int64_t reduced = simplex_.provenReducedCost(variable);
  return reduced - reduced % branching_.unit;
}

DualSimplex::Status TreeSearch::solveNode(std::int64_t cutoff, std::size_t pivots) {
  const std::size_t before = simplex_.pivots();
  const DualSimplex::Status status = simplex_.solve(cutoff, pivots);
  node_pivots_ += simplex_.pivots() - before;
  const bool is_paused = status == DualSimplex::Status::kPaused;
  if (is_paused && node_pivots_ < mostPivots(program_)) return status;
  node_pivots_ = 0;
  return is_paused ? DualSimplex::Status::kStalled : status;
}

// Solves the node at the end of the path, and branches there or goes on to the next; pauses when
// the pivots are used up, to continue with the next call. Returns true when found() is due.
bool TreeSearch::visit(std::size_t pivots) {
  const std::int64_t cutoff = best_ - 1;
  const DualSimplex::Status status = solveNode(cutoff - branching_.constant, pivots);
  if (status == DualSimplex::Status::kPaused) return false;
  ++nodes_;
  const bool is_infeasible = status == DualSimplex::Status::kInfeasible;
  const std::int64_t bound = is_infeasible ? kNothingYet : prove();
  if (is_infeasible || bound > cutoff) {
    next();
  } else if (status == DualSimplex::Status::kStalled) {
    giveUp(bound);
  } else if (const std::optional<std::size_t> variable =
                 mostFractional(simplex_, branching_.order)) {
    branch(*variable, bound);
  } else {
    whole_bound_ = bound;
    return true;
  }
  return false;
}

// The bound of the present node.
std::int64_t TreeSearch::prove() {
  const std::int64_t bound = simplex_.prove();
  const std::int64_t unit = branching_.unit;
  const std::int64_t above = ((bound % unit) + unit) % unit;
  return branching_.constant + (above == 0 ? bound : bound + unit - above);
}

void TreeSearch::giveUp(std::int64_t bound) {
  is_proven_ = false;
  open_bound_ = std::min(open_bound_, bound);
  next();
}

// The child nearer to the solution is searched first.
void TreeSearch::branch(std::size_t variable, std::int64_t bound) {
  const double value = simplex_.value(variable);
  const auto floor = static_cast<std::int32_t>(std::floor(value));
  const bool down_first = branching_.down_first.contains(variable) || value - floor <= 0.5;
  const std::size_t fixed = fixed_.size();
  if (knowsAny()) fixByReducedCosts(best_ - 1 - bound);
  path_.push_back({variable, simplex_.lower(variable), simplex_.upper(variable), floor, down_first,
                   true, bound, fixed});
  enter(path_.back(), down_first);
}

// Fixes variables that cannot leave their bound below this node without raising the bound of the
// objective by more than `gap`.
void TreeSearch::fixByReducedCosts(std::int64_t gap) {
  for (std::size_t j = 0; j < program_.variables(); ++j) {
    const std::int32_t lower = simplex_.lower(j);
    const std::int32_t upper = simplex_.upper(j);
    if (lower == upper || simplex_.isBasic(j) || simplex_.provenReducedCost(j) <= gap) continue;
    fixed_.push_back({j, lower, upper});
    const std::int32_t value = simplex_.wantsUpper(j) ? upper : lower;
    simplex_.setBounds(j, value, value);
  }
}

void TreeSearch::enter(const Branch& branch, bool down) {
  if (down) {
    simplex_.setBounds(branch.variable, branch.lower, branch.floor);
  } else {
    simplex_.setBounds(branch.variable, branch.floor + 1, branch.upper);
  }
}

// Goes to the second child of the deepest branch that still has one, except where nothing below the
// branch can beat a solution found since.
void TreeSearch::next() {
  while (!path_.empty()) {
    Branch& branch = path_.back();
    if (branch.first_child && branch.bound < best_) {
      branch.first_child = false;
      enter(branch, !branch.down_first);
      return;
    }
    leave();
  }
  is_over_ = true;
}

// Undoes the deepest branch and what was fixed with it.
void TreeSearch::leave() {
  const Branch& branch = path_.back();
  simplex_.setBounds(branch.variable, branch.lower, branch.upper);
  while (fixed_.size() > branch.fixed) {
    simplex_.setBounds(fixed_.back().variable, fixed_.back().lower, fixed_.back().upper);
    fixed_.pop_back();
  }
  path_.pop_back();
}

std::optional<std::size_t> mostFractional(const DualSimplex& simplex,
                                          const std::vector<VariableRange>& order) {
  for (const VariableRange& range : order) {
    std::optional<std::size_t> best;
    double far = kWholeTolerance;
    for (std::size_t j = range.first; j < range.end; ++j) {
      const double x = simplex.value(j);
      const double distance = std::abs(x - std::round(x));
      if (distance <= far) continue;
      far = distance;
      best = j;
    }
    if (best) return best;
  }
  return std::nullopt;
}

}  // namespace cadre::lp
