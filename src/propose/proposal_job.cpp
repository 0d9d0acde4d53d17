#include "propose/proposal_job.h"

#include <algorithm>
#include <utility>

#include "core/places.h"
#include "core/stable_sort.h"
#include "propose/proposal.h"

namespace cadre::propose {
namespace {

void addMoves(Proposal& out, const Instance& part, const Selection& chosen) {
  for (const std::int32_t a : chosen.arcs) {
    const Arc& arc = part.arcs[at(a)];
    const Official& official = part.officials[at(arc.official)];
    const PostId from = official.from < 0 ? official.left : part.posts[at(official.from)].post;
    const bool pinned =
        std::find(part.pinned_arcs.begin(), part.pinned_arcs.end(), a) != part.pinned_arcs.end();
    out.moves.push_back({official.cadre, from, part.posts[at(arc.post)].post, arc.cost, pinned});
  }
  for (const std::int32_t p : chosen.leaves) {
    const OpenPost& post = part.posts[at(p)];
    const bool pinned = std::find(part.pinned_leaves.begin(), part.pinned_leaves.end(), p) !=
                        part.pinned_leaves.end();
    out.moves.push_back(
        {part.officials[at(post.holder)].cadre, post.post, PostId{}, part.leave_cost, pinned});
  }
}

Order orderOf(Goal goal) {
  return goal == Goal::kCostFrontier ? Order::kShortfallThenCost : Order::kProposal;
}

}  // namespace

ProposalJob::ProposalJob(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
                         std::size_t round, const Question& question, Goal goal)
    : ProposalJob(buildProblem(plan, scenario, timeline, round, question), question, goal) {}

ProposalJob::ProposalJob(Problem problem, const Question& question, Goal goal)
    : goal_(goal), is_calm_(question.calm), problem_(std::move(problem)) {
  const bool has_large =
      std::any_of(problem_.parts.begin(), problem_.parts.end(),
                  [](const Instance& part) { return part.arcs.size() > kMostArcsAtOnce; });
  is_too_large_ = problem_.is_too_large || (has_large && goal != Goal::kProposal);
  if (is_too_large_) {
    finish(false);
    return;
  }
  std::size_t posts = 0;
  for (const Instance& part : problem_.parts) {
    searches_.emplace_back(part, orderOf(goal));
    posts += part.posts.size();
  }
  const std::int32_t cap = std::min(problem_.round_cap, question.most_moves.value_or(INT32_MAX));
  cap_ = std::min(posts, at(std::max(cap, 0)));
  solutions_.resize(problem_.parts.size());
  if (problem_.broken_pin || cap < 0) finish(false);
}

bool ProposalJob::step(std::size_t pivots) {
  const std::size_t end = pivots_ + pivots;
  while (!done() && pivots_ <= end) {
    if (phase_ == Phase::kFree) {
      stepFree(end - pivots_);
    } else if (phase_ == Phase::kBounds) {
      stepBounds();
    } else {
      stepExact(end - pivots_);
    }
  }
  return done();
}

double ProposalJob::progress() const {
  if (done()) return 1.0;
  const auto share = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  const bool may_join = goal_ != Goal::kProposal;
  if (phase_ == Phase::kFree) {
    const double at_hand = is_started_ ? searches_[part_].progress() : 0.0;
    const double parts = static_cast<double>(std::max<std::size_t>(1, searches_.size()));
    return (static_cast<double>(part_) + at_hand) / parts * (may_join ? 0.5 : 0.95);
  }
  if (phase_ == Phase::kBounds) return 0.5 + 0.1 * share(part_, searches_.size());
  return 0.6 + 0.4 * share(next_missing_, missing_.size());
}

// Solves each part without the cap over all parts.
void ProposalJob::stepFree(std::size_t pivots) {
  if (part_ < searches_.size()) {
    PartSearch& search = searches_[part_];
    // A single part has the whole cap for itself.
    const bool is_alone = searches_.size() == 1 && goal_ == Goal::kProposal;
    if (!is_started_) search.start(is_alone ? static_cast<std::int32_t>(cap_) : INT32_MAX);
    is_started_ = true;
    const std::size_t before = search.pivots();
    const bool is_over = search.step(pivots);
    pivots_ += search.pivots() - before;
    if (!is_over) return;
    std::optional<Solution> solution = search.solution();
    is_started_ = false;
    if (!solution) return finish(false);
    nodes_ += solution->nodes;
    const std::size_t moves = at(static_cast<std::int32_t>(solution->best.objective.moves));
    solutions_[part_].resize(moves + 1);
    solutions_[part_].back() = std::move(solution);
    ++part_;
    return;
  }
  std::size_t moves = 0;
  for (const auto& by_moves : solutions_) moves += by_moves.size() - 1;
  if (goal_ == Goal::kProposal && moves <= cap_) return finish(true);
  cap_ = std::min(cap_, moves);
  part_ = 0;
  phase_ = Phase::kBounds;
}

// Bounds for every point of a part's curve from one linear programme.
void ProposalJob::stepBounds() {
  if (part_ == searches_.size()) return joinParts();
  PartSearch& search = searches_[part_];
  const std::size_t before = search.pivots();
  const std::size_t count = std::min(solutions_[part_].size(), cap_ + 1);
  Curve curve;
  curve.points.resize(count);
  for (std::size_t k = 0; k < count; ++k) {
    Curve::Point& point = curve.points[k];
    if (const std::optional<Solution>& known = solutions_[part_][k]) {
      point = {inOrder(known->best.objective, orderOf(goal_)), true};
      continue;
    }
    point.objective = search.bound(static_cast<std::int32_t>(k));
    if (!point.objective) point.is_exact = true;
  }
  curves_.push_back(std::move(curve));
  pivots_ += search.pivots() - before;
  ++part_;
}

void ProposalJob::joinParts() {
  joined_.emplace(curves_, cap_);
  missing_.clear();
  next_missing_ = 0;
  collect(*joined_);
  if (missing_.empty()) return finish(joined_->best(cap_).has_value());
  phase_ = Phase::kExact;
}

// Points that the programme uses but for which only a bound is known.
void ProposalJob::collect(const JoinedParts& joined) {
  std::vector<std::vector<std::uint8_t>> is_listed(curves_.size());
  for (std::size_t i = 0; i < curves_.size(); ++i) is_listed[i].resize(curves_[i].points.size());
  for (std::size_t most = firstPoint(); most <= cap_; ++most) {
    const std::optional<Objective> best = joined.best(most);
    if (!best || (most > firstPoint() && joined.best(most - 1) == best)) continue;
    const std::vector<std::size_t> shares = joined.shares(most);
    for (std::size_t i = 0; i < shares.size(); ++i) {
      if (curves_[i].points[shares[i]].is_exact || is_listed[i][shares[i]] != 0) continue;
      is_listed[i][shares[i]] = 1;
      missing_.push_back({i, shares[i]});
    }
  }
}

void ProposalJob::stepExact(std::size_t pivots) {
  if (next_missing_ == missing_.size()) return joinParts();
  const Share point = missing_[next_missing_];
  if (curves_[point.part].points[point.posts].is_exact) {
    ++next_missing_;
    return;
  }
  PartSearch& search = searches_[point.part];
  if (!is_started_) search.start(static_cast<std::int32_t>(point.posts));
  is_started_ = true;
  const std::size_t before = search.pivots();
  const bool is_over = search.step(pivots);
  pivots_ += search.pivots() - before;
  if (!is_over) return;
  is_started_ = false;
  ++next_missing_;
  const std::optional<Solution> solution = search.solution();
  std::vector<Curve::Point>& points = curves_[point.part].points;
  points[point.posts] = {std::nullopt, true};
  if (!solution) return;
  nodes_ += solution->nodes;
  // It is also the best for all smaller numbers down to the number of posts it uses.
  for (auto k = static_cast<std::size_t>(solution->best.objective.moves); k <= point.posts; ++k) {
    points[k] = {inOrder(solution->best.objective, orderOf(goal_)), true};
    solutions_[point.part][k] = solution;
  }
}

void ProposalJob::finish(bool is_feasible) {
  is_feasible_ = is_feasible;
  phase_ = Phase::kDone;
}

Proposal ProposalJob::assemble(const std::vector<const Solution*>& solutions) const {
  Proposal out;
  out.is_calm = is_calm_;
  out.kept = problem_.kept;
  out.nodes = nodes_;
  out.pivots = pivots_;
  out.status = Status::kOptimal;
  out.objective.shortfall = problem_.fixed_shortfall;
  out.objective.dropped = problem_.fixed_dropped;
  out.objective.cost = problem_.fixed_cost;
  out.bound = out.objective;
  for (std::size_t i = 0; i < solutions.size(); ++i) {
    const Instance& part = problem_.parts[i];
    if (solutions[i] == nullptr) {  // unchanged
      out.status = part.hasPins() ? Status::kInfeasible : Status::kFeasible;
      out.objective = out.objective + objectiveOf(part, {}, {});
      continue;
    }
    const Solution& solution = *solutions[i];
    out.objective = out.objective + solution.best.objective;
    out.bound = out.bound + solution.bound;
    if (!solution.is_optimal && out.status == Status::kOptimal) out.status = Status::kFeasible;
    addMoves(out, part, solution.best);
  }
  stableSort(out.moves,
             [](const ProposedMove& a, const ProposedMove& b) { return a.cadre < b.cadre; });
  return out;
}

Proposal ProposalJob::best() const {
  if (!is_feasible_) {
    Proposal out;
    out.broken_pin = problem_.broken_pin;
    out.is_too_large = is_too_large_;
    out.nodes = nodes_;
    out.pivots = pivots_;
    return out;
  }
  if (done() && joined_) return withAtMost(cap_);
  // Solves parts in order, as many as the cap allows, including progress on the current one.
  std::vector<const Solution*> solutions(searches_.size(), nullptr);
  std::optional<Solution> at_hand;
  std::size_t left = cap_;
  for (std::size_t i = 0; i < solutions.size(); ++i) {
    if (solutions_[i].empty() || solutions_[i].size() - 1 > left) continue;
    left -= solutions_[i].size() - 1;
    solutions[i] = &*solutions_[i].back();
  }
  if (phase_ == Phase::kFree && is_started_) {
    at_hand = searches_[part_].solution();
    if (at_hand && at_hand->best.objective.moves <= static_cast<std::int64_t>(left)) {
      solutions[part_] = &*at_hand;
    }
  }
  Proposal out = assemble(solutions);
  if (!done() && out.status == Status::kOptimal) out.status = Status::kFeasible;
  return out;
}

std::size_t ProposalJob::frontierEnd() const { return joined_ ? cap_ : 0; }

Proposal ProposalJob::withAtMost(std::size_t most) const {
  std::size_t moves = std::min(most, frontierEnd());
  if (!joined_ || !joined_->best(moves)) {
    Proposal out;
    out.nodes = nodes_;
    out.pivots = pivots_;
    return out;
  }
  // Among equally good plans, the one that collect() made exact.
  while (moves > firstPoint() && joined_->best(moves - 1) == joined_->best(moves)) --moves;
  const std::vector<std::size_t> shares = joined_->shares(moves);
  std::vector<const Solution*> solutions;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    solutions.push_back(&*solutions_[i][shares[i]]);
  }
  return assemble(solutions);
}

}  // namespace cadre::propose
