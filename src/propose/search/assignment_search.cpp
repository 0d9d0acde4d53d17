#include "propose/search/assignment_search.h"

#include <algorithm>
#include <utility>

#include "core/places.h"
#include "propose/search/nearest.h"

namespace cadre::propose {
namespace {

// First tries the moves closest to being used, about this many per post, and at least all those
// used by selections whose value is within this many units of the bound.
constexpr std::size_t kArcsPerPost = 3;
constexpr std::int64_t kLeastReach = 5;

}  // namespace

AssignmentSearch::AssignmentSearch(const Instance& instance, Order order)
    : instance_(instance), order_(order), valuation_(instance, order) {}

BranchAndBound& AssignmentSearch::whole() {
  if (!whole_) whole_.emplace(instance_, order_);
  return *whole_;
}

void AssignmentSearch::start(std::int32_t most_moves) {
  most_moves_ = std::min(most_moves, instance_.cap);
  best_.reset();
  bound_ = 0;
  nodes_ = 0;
  pivots_before_ = pivots_;
  part_.reset();
  nearest_.reset();
  phase_ = most_moves_ < 0 ? Phase::kDone : Phase::kRelaxation;
  if (phase_ == Phase::kDone || instance_.hasPins()) return;
  best_.emplace();
  best_->objective = objectiveOf(instance_, {}, {});
}

bool AssignmentSearch::step(std::size_t pivots) {
  const std::size_t end = pivots_ + pivots;
  while (phase_ != Phase::kDone && pivots_ <= end) {
    if (phase_ == Phase::kRelaxation) {
      relax();
    } else if (phase_ == Phase::kNearest) {
      if (advance(*nearest_, end - pivots_ + 1)) endNearest();
    } else if (advance(whole(), end - pivots_ + 1)) {
      const std::optional<Solution> solution = whole().solution();
      best_.reset();
      if (solution) {
        best_ = solution->best;
        bound_ = std::max(bound_, valuation_.valueOf(solution->bound));
        nodes_ += solution->nodes;
      }
      phase_ = Phase::kDone;
    }
  }
  return phase_ == Phase::kDone;
}

bool AssignmentSearch::advance(BranchAndBound& search, std::size_t pivots) {
  const std::size_t before = search.pivots();
  const bool is_over = search.step(pivots);
  pivots_ += search.pivots() - before + 1;  // so that steps end even when nothing pivots
  return is_over;
}

void AssignmentSearch::relax() {
  if (!relaxation_) {
    relaxation_.emplace(instance_, valuation_);
    pivots_ += relaxation_->assignments();
  }
  if (!relaxation_->isPossible()) return beginWhole();
  ++nodes_;
  bound_ = relaxation_->bound();
  std::optional<Selection> found = relaxation_->best();
  const bool is_capped = found && found->objective.moves > most_moves_;
  if (found && !is_capped && (!best_ || relaxation_->bestValue() < value())) {
    best_ = std::move(found);
  }
  if (best_ && value() <= bound_) {
    phase_ = Phase::kDone;
  } else if (is_capped || !best_) {
    beginWhole();
  } else {
    beginNearest();
  }
}

// Searches over the closest moves first, then over all that a better selection could use.
void AssignmentSearch::beginNearest() {
  const std::vector<std::int64_t> bounds = relaxation_->boundsWith();
  const std::size_t most = kArcsPerPost * instance_.posts.size();
  const bool is_first = phase_ == Phase::kRelaxation;
  end_ = value();
  if (is_first) {
    const std::int64_t least = bound_ + kLeastReach * valuation_.unit();
    end_ = std::min(end_, std::max(endOfNearest(bounds, end_, most), least));
  }
  std::vector<std::int32_t> arcs;
  std::vector<std::int32_t> posts;
  const auto put = [&](const Arc& arc) {
    posts.push_back(arc.post);
    const std::int32_t from = instance_.officials[at(arc.official)].from;
    if (from >= 0) posts.push_back(from);
  };
  for (std::size_t a = 0; a < bounds.size(); ++a) {
    if (bounds[a] >= end_) continue;
    arcs.push_back(place(a));
    put(instance_.arcs[a]);
  }
  // Everything the best selection uses must be allowed to change: an official who took a post
  // outside could not be moved inside, and the result would prove nothing.
  for (const std::int32_t a : best_->arcs) put(instance_.arcs[at(a)]);
  for (const std::int32_t a : instance_.pinned_arcs) posts.push_back(instance_.arcs[at(a)].post);
  posts.insert(posts.end(), instance_.pinned_leaves.begin(), instance_.pinned_leaves.end());
  part_.emplace(instance_, *best_, posts, arcs, most_moves_);
  nearest_.emplace(part_->instance(), order_);
  nearest_->start(part_->mostMoves(), part_->inside());
  phase_ = Phase::kNearest;
}

void AssignmentSearch::endNearest() {
  const std::optional<Solution> solution = nearest_->solution();
  nodes_ += solution->nodes;
  Selection found = part_->with(instance_, solution->best);
  const std::int64_t found_value = valuation_.valueOf(found.objective);
  if (found_value < value()) best_ = std::move(found);
  const bool was_first = end_ < value();
  if (solution->is_optimal) bound_ = std::max(bound_, std::min(end_, found_value));
  part_.reset();
  nearest_.reset();
  if (value() <= bound_) {
    phase_ = Phase::kDone;
  } else if (was_first) {
    beginNearest();
  } else {
    beginWhole();
  }
}

void AssignmentSearch::beginWhole() {
  phase_ = Phase::kWhole;
  if (best_) {
    whole().start(most_moves_, *best_);
  } else {
    whole().start(most_moves_);
  }
}

std::optional<Solution> AssignmentSearch::solution() const {
  if (phase_ == Phase::kWhole) return whole_->solution();
  if (!best_) return std::nullopt;
  Solution out;
  out.best = *best_;
  out.is_optimal = value() <= bound_;
  out.bound = valuation_.objectiveFrom(bound_);
  out.nodes = nodes_;
  out.pivots = pivots_ - pivots_before_;
  return out;
}

std::optional<Objective> AssignmentSearch::bound(std::int32_t most_moves) {
  const std::size_t before = whole().pivots();
  const std::optional<Objective> out = whole().bound(most_moves);
  pivots_ += whole().pivots() - before;
  return out;
}

}  // namespace cadre::propose
