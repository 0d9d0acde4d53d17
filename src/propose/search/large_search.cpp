#include "propose/search/large_search.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/places.h"
#include "propose/search/promising_arcs.h"

namespace cadre::propose {
namespace {

constexpr std::size_t kMostPosts = 180;          // target size of a part
constexpr std::size_t kMostPartPivots = 15'000;  // then a part keeps its best selection so far
constexpr std::size_t kMostStale = 150;          // parts without improvement until the search ends
// For the search over everything: the number of moves at first, the time limit, and the number of
// parts without improvement before it is repeated.
constexpr std::size_t kFirstWholeArcs = 12'000;
constexpr std::size_t kMostWholePivots = 30'000;
constexpr std::size_t kStaleBeforeWhole = 40;
constexpr std::uint64_t kSeed = 20231231;

}  // namespace

LargeSearch::LargeSearch(const Instance& instance, Order order)
    : instance_(instance), order_(order) {}

BranchAndBound& LargeSearch::root() {
  if (!root_) root_.emplace(instance_, order_);
  return *root_;
}

bool LargeSearch::isBetter(const Objective& a, const Objective& b) const {
  return inOrder(a, order_) < inOrder(b, order_);
}

std::size_t LargeSearch::random(std::size_t below) {
  random_ = random_ * 6364136223846793005ULL + 1442695040888963407ULL;
  return static_cast<std::size_t>(random_ >> 33U) % below;
}

void LargeSearch::start(std::int32_t most_moves) {
  most_moves_ = std::min(most_moves, instance_.cap);
  best_ = {};
  bound_.reset();
  found_any_ = false;
  part_.reset();
  search_.reset();
  stale_ = 0;
  district_ = 0;
  random_ = kSeed;
  nodes_ = 0;
  pivots_before_ = pivots_;
  if (most_moves_ < 0) {
    phase_ = Phase::kDone;
    return;
  }
  usable_.clear();
  constexpr std::size_t kPerEnd = 12;
  for (const std::uint32_t a : promisingArcs(instance_, kPerEnd)) {
    usable_.push_back(static_cast<std::int32_t>(a));
  }
  if (!instance_.hasPins()) {
    found_any_ = true;
    best_.objective = objectiveOf(instance_, {}, {});
    phase_ = Phase::kDistricts;
  } else {
    phase_ = Phase::kPins;
  }
}

bool LargeSearch::step(std::size_t pivots) {
  const std::size_t end = pivots_ + pivots;
  while (phase_ != Phase::kDone && pivots_ <= end) {
    if (phase_ == Phase::kRoot) {
      stepRoot(end - pivots_ + 1);
    } else if (phase_ == Phase::kExact) {
      stepExact(end - pivots_ + 1);
    } else if (phase_ == Phase::kWhole) {
      stepWhole(end - pivots_ + 1);
    } else if (!part_) {
      next();
    } else if (stepPart(end - pivots_ + 1)) {
      endPart();
    }
  }
  return phase_ == Phase::kDone;
}

std::int32_t LargeSearch::fromDistrict(std::int32_t arc) const {
  const std::int32_t from = instance_.officials[at(instance_.arcs[at(arc)].official)].from;
  return from < 0 ? -1 : instance_.posts[at(from)].district;
}

std::vector<std::int32_t> LargeSearch::postsOf(const std::vector<std::uint8_t>& districts) const {
  std::vector<std::int32_t> out;
  for (std::size_t p = 0; p < instance_.posts.size(); ++p) {
    if (districts[at(instance_.posts[p].district)] != 0) {
      out.push_back(static_cast<std::int32_t>(p));
    }
  }
  return out;
}

std::vector<std::int32_t> LargeSearch::pinnedDistricts() const {
  std::vector<std::uint8_t> districts(instance_.district_cap.size(), 0);
  for (const std::int32_t a : instance_.pinned_arcs) {
    districts[at(instance_.posts[at(instance_.arcs[at(a)].post)].district)] = 1;
    if (fromDistrict(a) >= 0) districts[at(fromDistrict(a))] = 1;
  }
  for (const std::int32_t p : instance_.pinned_leaves) {
    districts[at(instance_.posts[at(p)].district)] = 1;
  }
  return postsOf(districts);
}

// Districts tied together by the linear programme's moves, as many as a part may have.
std::vector<std::int32_t> LargeSearch::related() {
  std::vector<std::uint8_t> districts(instance_.district_cap.size(), 0);
  std::vector<std::size_t> size(instance_.district_cap.size(), 0);
  for (const OpenPost& post : instance_.posts) ++size[at(post.district)];
  std::size_t posts = 0;
  const auto put = [&](std::int32_t district) {
    if (district < 0 || districts[at(district)] != 0) return;
    if (posts > 0 && posts + size[at(district)] > kMostPosts) return;
    districts[at(district)] = 1;
    posts += size[at(district)];
  };
  const auto toDistrict = [&](std::int32_t arc) {
    return instance_.posts[at(instance_.arcs[at(arc)].post)].district;
  };
  if (support_.empty()) {
    put(static_cast<std::int32_t>(random(districts.size())));
    put(static_cast<std::int32_t>(random(districts.size())));
    return postsOf(districts);
  }
  const std::int32_t first = support_[random(support_.size())];
  put(toDistrict(first));
  put(fromDistrict(first));
  for (std::size_t tries = 0; tries < 2 * support_.size() && posts < kMostPosts; ++tries) {
    const std::int32_t arc = support_[random(support_.size())];
    const std::int32_t from = fromDistrict(arc);
    const std::int32_t to = toDistrict(arc);
    const bool touches = districts[at(to)] != 0 || (from >= 0 && districts[at(from)] != 0);
    if (!touches) continue;
    put(to);
    put(from);
  }
  return postsOf(districts);
}

void LargeSearch::begin(const std::vector<std::int32_t>& wanted,
                        const std::vector<std::int32_t>& usable) {
  part_.emplace(instance_, best_, wanted, usable, most_moves_);
  search_.emplace(part_->instance(), order_);
  part_pivots_ = 0;
  if (found_any_) {
    search_->start(part_->mostMoves(), part_->inside());
  } else {
    search_->start(part_->mostMoves());
  }
}

// Searches everything at once, over the moves closest to being used.
void LargeSearch::beginWhole(std::size_t most_arcs) {
  phase_ = Phase::kWhole;
  whole_from_ = best_.objective;
  nearest_ = root().nearestArcs(most_arcs, best_.objective);
  std::vector<std::int32_t> all(instance_.posts.size());
  std::iota(all.begin(), all.end(), 0);
  begin(all, nearest_.arcs);
}

void LargeSearch::next() {
  if (phase_ == Phase::kPins) return begin(pinnedDistricts(), usable_);
  if (phase_ == Phase::kDistricts) {
    if (district_ == instance_.district_cap.size()) {
      phase_ = Phase::kRoot;
      root().start(most_moves_);
      return;
    }
    std::vector<std::uint8_t> districts(instance_.district_cap.size(), 0);
    districts[district_++] = 1;
    return begin(postsOf(districts), usable_);
  }
  const bool is_met = bound_ && !isBetter(*bound_, best_.objective);
  if (is_met || stale_ >= kMostStale) {
    phase_ = Phase::kDone;
  } else if (bound_ && stale_ >= kStaleBeforeWhole && best_.objective != whole_from_) {
    beginWhole(kMostArcsAtOnce);
  } else {
    begin(related(), usable_);
  }
}

bool LargeSearch::stepPart(std::size_t pivots) {
  const std::size_t before = search_->pivots();
  const bool is_over = search_->step(pivots);
  pivots_ += search_->pivots() - before + 1;  // so that steps end even when nothing pivots
  part_pivots_ += search_->pivots() - before;
  return is_over || part_pivots_ > (phase_ == Phase::kWhole ? kMostWholePivots : kMostPartPivots);
}

void LargeSearch::endPart() {
  const std::optional<Solution> solution = search_->solution();
  if (solution) nodes_ += solution->nodes;
  if (phase_ == Phase::kPins) {
    if (solution) {
      best_ = part_->with(instance_, solution->best);
      found_any_ = true;
      phase_ = Phase::kDistricts;
    } else {  // may still be possible with posts elsewhere: the full search decides
      root().start(most_moves_);
      phase_ = Phase::kExact;
    }
  } else {
    ++stale_;
    if (solution &&
        isBetter(solution->best.objective,
                 objectiveOf(part_->instance(), part_->inside().arcs, part_->inside().leaves))) {
      best_ = part_->with(instance_, solution->best);
      stale_ = 0;
    }
  }
  search_.reset();
  part_.reset();
}

void LargeSearch::stepRoot(std::size_t pivots) {
  const std::size_t before = root().pivots();
  const bool is_over = root().stepBound(pivots);
  pivots_ += root().pivots() - before + 1;
  if (!is_over) return;
  bound_ = root().boundFound();
  usable_ = root().arcsSeen();
  support_.clear();
  for (const std::int32_t a : root().arcsUsed()) {
    const std::int32_t to = instance_.posts[at(instance_.arcs[at(a)].post)].district;
    if (fromDistrict(a) != to) support_.push_back(a);
  }
  stale_ = 0;
  phase_ = Phase::kImprove;
  if (bound_) beginWhole(kFirstWholeArcs);
}

void LargeSearch::stepWhole(std::size_t pivots) {
  const bool is_over = stepPart(pivots);
  if (const std::optional<Solution> solution = search_->solution()) {
    // Selections with other moves are no better than the bound beyond the nearest ones.
    Objective bound = solution->bound;
    if (isBetter(nearest_.beyond, bound)) bound = nearest_.beyond;
    if (isBetter(*bound_, bound)) bound_ = bound;
  }
  if (!is_over) return;
  endPart();
  phase_ = Phase::kImprove;
}

// Without a selection to start from.
void LargeSearch::stepExact(std::size_t pivots) {
  const std::size_t before = root().pivots();
  const bool is_over = root().step(pivots);
  pivots_ += root().pivots() - before + 1;
  const std::optional<Solution> solution = root().solution();
  if (solution) {
    best_ = solution->best;
    found_any_ = true;
    district_ = 0;
    phase_ = Phase::kDistricts;
  } else if (is_over) {
    phase_ = Phase::kDone;
  }
}

std::optional<Solution> LargeSearch::solution() const {
  if (!found_any_) return std::nullopt;
  Solution out;
  out.best = best_;
  if (bound_) out.bound = *bound_;
  out.is_optimal = bound_ && !isBetter(*bound_, best_.objective);
  if (out.is_optimal) out.bound = best_.objective;
  out.nodes = nodes_;
  out.pivots = pivots_ - pivots_before_;
  return out;
}

double LargeSearch::progress() const {
  const auto share = [](std::size_t part, std::size_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
  };
  switch (phase_) {
    case Phase::kPins:
      return 0.0;
    case Phase::kDistricts:
      return 0.2 * share(district_, instance_.district_cap.size() + 1);
    case Phase::kExact:
    case Phase::kRoot:
      return 0.2;
    case Phase::kWhole:
      return 0.3;
    case Phase::kImprove:
      return 0.3 + 0.7 * share(stale_, kMostStale);
    case Phase::kDone:
      break;
  }
  return 1.0;
}

std::optional<Objective> LargeSearch::bound(std::int32_t most_moves) {
  const std::size_t before = root().pivots();
  const std::optional<Objective> out = root().bound(most_moves);
  pivots_ += root().pivots() - before;
  return out;
}

}  // namespace cadre::propose
