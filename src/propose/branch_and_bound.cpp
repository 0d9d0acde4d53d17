#include "propose/branch_and_bound.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "propose/promising_arcs.h"

namespace cadre::propose {
namespace {

constexpr double kWhole = 1e-6;
// Worse than any plan; far from the ends of the range, so that it can be added to.
constexpr std::int64_t kNothingYet = std::numeric_limits<std::int64_t>::max() / 4;

// A node that takes more pivots than this is given up: the method got stuck.
constexpr std::size_t kMostPivotsPerRow = 50;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

// Lists of rows by arc or post, in one piece of memory.
class RowLists {
 public:
  explicit RowLists(std::size_t count) : last_(count, kEnd) {}
  void add(std::int32_t index, std::int32_t row) {
    links_.push_back({row, last_[at(index)]});
    last_[at(index)] = static_cast<std::int32_t>(links_.size() - 1);
  }
  // The last one added first.
  template <class F>
  void forEach(std::size_t index, F&& f) const {
    for (std::int32_t k = last_[index]; k != kEnd; k = links_[at(k)].before) f(links_[at(k)].row);
  }

 private:
  static constexpr std::int32_t kEnd = -1;
  struct Link {
    std::int32_t row;
    std::int32_t before;
  };
  std::vector<std::int32_t> last_;
  std::vector<Link> links_;
};

// More than the costs of any choice can add up to: each post takes one arc in and one holder out.
std::int64_t mostCost(const Instance& instance) {
  std::vector<std::int64_t> dearest(instance.posts.size(), 0);
  for (const Arc& arc : instance.arcs) {
    dearest[at(arc.post)] = std::max<std::int64_t>(dearest[at(arc.post)], arc.cost);
  }
  std::int64_t sum = 0;
  for (std::size_t p = 0; p < instance.posts.size(); ++p) {
    sum += dearest[p] + (instance.posts[p].holder >= 0 ? instance.leave_cost : 0);
  }
  return sum + static_cast<std::int64_t>(instance.head_units) * instance.continuity_cost;
}

// What all costs are multiples of; so are all objectives, and bounds may be rounded up to it.
std::int64_t unitOf(const Instance& instance) {
  std::int64_t out = std::gcd(instance.leave_cost, instance.continuity_cost);
  for (const Arc& arc : instance.arcs) out = std::gcd(out, std::int64_t{arc.cost});
  return std::max<std::int64_t>(1, out);
}

}  // namespace

Objective objectiveOf(const Instance& instance, const std::vector<std::int32_t>& arcs,
                      const std::vector<std::int32_t>& leaves) {
  Objective out;
  std::vector<std::uint8_t> changes(instance.posts.size(), 0);
  std::vector<std::uint8_t> is_chosen(instance.arcs.size(), 0);
  for (const std::int32_t arc : arcs) {
    is_chosen[at(arc)] = 1;
    changes[at(instance.arcs[at(arc)].post)] = 1;
    out.cost += instance.arcs[at(arc)].cost;
  }
  out.cost += static_cast<std::int64_t>(leaves.size()) * instance.leave_cost;
  std::vector<std::int32_t> in_unit(instance.head_units, 0);
  for (std::size_t p = 0; p < instance.posts.size(); ++p) {
    const OpenPost& post = instance.posts[p];
    out.moves += changes[p];
    if (post.holder < 0 && changes[p] == 0) ++out.vacant;
    if (post.unit >= 0) in_unit[at(post.unit)] += changes[p];
  }
  for (std::size_t u = 0; u < instance.head_units; ++u) {
    if (in_unit[u] > 1 && !instance.continuity_is_hard) out.cost += instance.continuity_cost;
  }
  for (const QuotaCell& cell : instance.cells) {
    std::int64_t missing = cell.missing;
    for (const std::int32_t arc : cell.arcs) missing -= is_chosen[at(arc)];
    for (const std::int32_t post : cell.vacating) missing += changes[at(post)];
    out.shortfall += std::max<std::int64_t>(0, missing);
  }
  return out;
}

BranchAndBound::BranchAndBound(const Instance& instance, Order order)
    : instance_(instance), order_(order) {
  const auto posts = static_cast<std::int64_t>(instance.posts.size());
  unit_ = unitOf(instance);
  const std::int64_t above_cost = (mostCost(instance) / unit_ + 1) * unit_;
  if (order == Order::kProposal) {
    weights_.moves = above_cost;
    weights_.vacant = weights_.moves * (posts + 1);
    weights_.shortfall = weights_.vacant * (posts + 1);
  } else {
    weights_ = {above_cost, 0, 0};
  }
  build();
  WaitingVariables waiting;
  if (instance.arcs.size() > kMostArcsAtOnce) {
    constexpr std::size_t kPerEnd = 6;
    waiting = {0, instance.arcs.size(), promisingArcs(instance, kPerEnd)};
  }
  simplex_.emplace(program_, crash_, waiting);
}

void BranchAndBound::build() {
  const Instance& in = instance_;
  const std::size_t posts = in.posts.size();
  // Rows.
  std::vector<std::int32_t> in_row(posts);
  std::vector<std::int32_t> out_row(posts, -1);
  for (std::size_t p = 0; p < posts; ++p) {
    in_row[p] = program_.addRow(0, 0);
    if (in.posts[p].holder >= 0) out_row[p] = program_.addRow(0, 0);
  }
  std::vector<std::int32_t> official_row(in.officials.size(), -1);
  for (std::size_t o = 0; o < in.officials.size(); ++o) {
    official_row[o] =
        in.officials[o].from < 0 ? program_.addRow(0, 1) : out_row[at(in.officials[o].from)];
  }
  RowLists cells_of_arc(in.arcs.size());
  RowLists cells_of_post(posts);
  std::vector<std::int32_t> most_short;
  std::vector<std::int32_t> cell_row;
  for (const QuotaCell& cell : in.cells) {
    const auto vacating = static_cast<std::int32_t>(cell.vacating.size());
    const std::int32_t most = std::max(0, cell.missing + vacating);
    const auto gains = static_cast<std::int32_t>(cell.arcs.size());
    const std::int32_t row = program_.addRow(cell.missing, std::max(cell.missing, most + gains));
    most_short.push_back(most);
    cell_row.push_back(row);
    for (const std::int32_t arc : cell.arcs) cells_of_arc.add(arc, row);
    for (const std::int32_t post : cell.vacating) cells_of_post.add(post, row);
  }
  std::vector<std::int32_t> unit_row(in.head_units, -1);
  std::vector<std::int32_t> unit_posts(in.head_units, 0);
  for (const OpenPost& post : in.posts) {
    if (post.unit >= 0) ++unit_posts[at(post.unit)];
  }
  const bool has_continuity = in.continuity_is_hard || in.continuity_cost > 0;
  for (std::size_t u = 0; has_continuity && u < in.head_units; ++u) {
    if (unit_posts[u] > 1) unit_row[u] = program_.addRow(-unit_posts[u], 1);
  }
  std::vector<std::int32_t> district_posts(in.district_cap.size(), 0);
  for (const OpenPost& post : in.posts) ++district_posts[at(post.district)];
  std::vector<std::int32_t> district_row(in.district_cap.size(), -1);
  for (std::size_t d = 0; d < in.district_cap.size(); ++d) {
    if (district_posts[d] > in.district_cap[d]) {
      district_row[d] = program_.addRow(0, std::max(0, in.district_cap[d]));
    }
  }
  const std::int32_t total_row = program_.addRow(0, 0);
  std::vector<std::int32_t> is_pinned_arc(in.arcs.size(), 0);
  for (const std::int32_t arc : in.pinned_arcs) is_pinned_arc[at(arc)] = 1;
  std::vector<std::int32_t> is_pinned_leave(posts, 0);
  for (const std::int32_t post : in.pinned_leaves) is_pinned_leave[at(post)] = 1;
  program_.reserve(in.arcs.size() + 2 * posts + in.cells.size() + in.head_units + 1,
                   4 * in.arcs.size() + 8 * posts);
  // Variables: moves, leaving, posts, shortfalls, units, the number of posts that change hands.
  for (std::size_t a = 0; a < in.arcs.size(); ++a) {
    const Arc& arc = in.arcs[a];
    program_.addVariable(arc.cost, is_pinned_arc[a], 1);
    program_.addEntry(in_row[at(arc.post)], 1);
    program_.addEntry(official_row[at(arc.official)], 1);
    cells_of_arc.forEach(a, [&](std::int32_t row) { program_.addEntry(row, 1); });
  }
  first_leave_ = program_.variables();
  leave_of_.assign(posts, -1);
  for (std::size_t p = 0; p < posts; ++p) {
    if (out_row[p] < 0) continue;
    leave_of_[p] =
        static_cast<std::int32_t>(program_.addVariable(in.leave_cost, is_pinned_leave[p], 1));
    program_.addEntry(out_row[p], 1);
  }
  first_post_ = program_.variables();
  for (std::size_t p = 0; p < posts; ++p) {
    const bool is_vacant = in.posts[p].holder < 0;
    program_.addVariable(weights_.moves - (is_vacant ? weights_.vacant : 0), 0, 1);
    if (is_vacant) constant_ += weights_.vacant;
    program_.addEntry(in_row[p], -1);
    // At the start each post follows what comes into it, and its holder leaves.
    crash_.emplace_back(in_row[p], first_post_ + p);
    if (out_row[p] >= 0) crash_.emplace_back(out_row[p], at(leave_of_[p]));
    if (out_row[p] >= 0) program_.addEntry(out_row[p], -1);
    cells_of_post.forEach(p, [&](std::int32_t row) { program_.addEntry(row, -1); });
    const std::int32_t unit = in.posts[p].unit;
    if (unit >= 0 && unit_row[at(unit)] >= 0) program_.addEntry(unit_row[at(unit)], 1);
    const std::int32_t district = district_row[at(in.posts[p].district)];
    if (district >= 0) program_.addEntry(district, 1);
    program_.addEntry(total_row, 1);
  }
  first_cell_ = program_.variables();
  for (std::size_t q = 0; q < in.cells.size(); ++q) {
    program_.addVariable(weights_.shortfall, 0, most_short[q]);
    program_.addEntry(cell_row[q], 1);
  }
  first_unit_ = program_.variables();
  for (std::size_t u = 0; u < in.head_units; ++u) {
    const bool is_soft = !in.continuity_is_hard && unit_row[u] >= 0;
    program_.addVariable(is_soft ? in.continuity_cost : 0, 0, is_soft ? 1 : 0);
    if (unit_row[u] >= 0) program_.addEntry(unit_row[u], -unit_posts[u]);
  }
  total_ = program_.addVariable(0, 0, static_cast<std::int32_t>(posts));
  program_.addEntry(total_row, -1);
}

std::optional<std::size_t> BranchAndBound::fractional() const {
  const auto distance = [&](std::size_t variable) {
    const double x = simplex_->value(variable);
    return std::abs(x - std::round(x));
  };
  const auto most = [&](std::size_t from, std::size_t to) {
    std::optional<std::size_t> best;
    double far = kWhole;
    for (std::size_t j = from; j < to; ++j) {
      if (distance(j) > far) {
        far = distance(j);
        best = j;
      }
    }
    return best;
  };
  if (const auto cell = most(first_cell_, first_unit_)) return cell;
  if (distance(total_) > kWhole) return total_;
  if (const auto post = most(first_post_, first_cell_)) return post;
  if (const auto arc = most(0, first_post_)) return arc;
  return most(first_unit_, total_);
}

void BranchAndBound::keepIfBetter() {
  Selection found;
  for (std::size_t a = 0; a < instance_.arcs.size(); ++a) {
    if (simplex_->value(a) > 0.5) found.arcs.push_back(static_cast<std::int32_t>(a));
  }
  for (std::size_t p = 0; p < instance_.posts.size(); ++p) {
    if (leave_of_[p] >= 0 && simplex_->value(at(leave_of_[p])) > 0.5) {
      found.leaves.push_back(static_cast<std::int32_t>(p));
    }
  }
  found.objective = objectiveOf(instance_, found.arcs, found.leaves);
  const std::int64_t value = valueOf(found.objective);
  if (value >= best_value_) return;
  best_value_ = value;
  best_ = std::move(found);
  found_any_ = true;
}

std::int64_t BranchAndBound::valueOf(const Objective& objective) const {
  return weights_.join(objective);
}

Objective BranchAndBound::objectiveFrom(std::int64_t value) const {
  value = std::max<std::int64_t>(0, value);
  if (order_ == Order::kProposal) return weights_.split(value);
  return {value / weights_.shortfall, 0, 0, value % weights_.shortfall};
}

// Of the present node, without the constant, which is a multiple of the unit itself.
std::int64_t BranchAndBound::provenBound() {
  const std::int64_t bound = simplex_->prove();
  const std::int64_t above = ((bound % unit_) + unit_) % unit_;
  return above == 0 ? bound : bound + unit_ - above;
}

// Solves the node at the end of the path, and puts a branch there or goes on to the next; or stops
// before that, to go on with the next call.
void BranchAndBound::visit(std::size_t pivots) {
  const std::int64_t cutoff = best_value_ - constant_ - 1;
  const std::size_t before = simplex_->pivots();
  DualSimplex::Status status = simplex_->solve(cutoff, pivots);
  node_pivots_ += simplex_->pivots() - before;
  if (status == DualSimplex::Status::kPaused) {
    if (node_pivots_ < kMostPivotsPerRow * (program_.rows() + 10)) return;
    status = DualSimplex::Status::kStalled;
  }
  node_pivots_ = 0;
  ++nodes_;
  if (status == DualSimplex::Status::kInfeasible) return next();
  const std::int64_t bound = provenBound();
  if (bound > cutoff) return next();
  if (status == DualSimplex::Status::kStalled) {
    is_proven_ = false;
    open_bound_ = std::min(open_bound_, bound + constant_);
    return next();
  }
  const std::optional<std::size_t> variable = fractional();
  if (!variable) {
    keepIfBetter();
    if (bound <= best_value_ - constant_ - 1) {
      // Whole, yet not as good as its bound: only rounding of the bound or of the values can do
      // that. Nothing more is to be found here but what the bound allows for.
      is_proven_ = is_proven_ && bound + constant_ >= best_value_;
      open_bound_ = std::min(open_bound_, bound + constant_);
    }
    return next();
  }
  const std::size_t j = *variable;
  const double value = simplex_->value(j);
  const auto floor = static_cast<std::int32_t>(std::floor(value));
  const bool down_first = value - floor <= 0.5 || (j >= first_cell_ && j < first_unit_);
  const std::size_t fixed = fixed_.size();
  if (found_any_) fixByReducedCosts(cutoff - bound);
  path_.push_back({j, simplex_->lower(j), simplex_->upper(j), floor, down_first, true,
                   bound + constant_, fixed});
  enter(path_.back(), down_first);
}

// Variables that cannot leave their bound below this node without the bound of the objective
// growing by more than `gap`.
void BranchAndBound::fixByReducedCosts(std::int64_t gap) {
  for (std::size_t j = 0; j < program_.variables(); ++j) {
    const std::int32_t lower = simplex_->lower(j);
    const std::int32_t upper = simplex_->upper(j);
    if (lower == upper || simplex_->provenReducedCost(j) <= gap) continue;
    fixed_.push_back({j, lower, upper});
    const std::int32_t value = simplex_->wantsUpper(j) ? upper : lower;
    simplex_->setBounds(j, value, value);
  }
}

void BranchAndBound::enter(const Branch& branch, bool down) {
  if (down) {
    simplex_->setBounds(branch.variable, branch.lower, branch.floor);
  } else {
    simplex_->setBounds(branch.variable, branch.floor + 1, branch.upper);
  }
}

// To the second child of the deepest branch that still has one to come.
void BranchAndBound::next() {
  while (!path_.empty()) {
    Branch& branch = path_.back();
    if (branch.first_child) {
      branch.first_child = false;
      enter(branch, !branch.down_first);
      return;
    }
    leave();
  }
  is_over_ = true;
}

// Takes the deepest branch and what was fixed with it back.
void BranchAndBound::leave() {
  const Branch& branch = path_.back();
  simplex_->setBounds(branch.variable, branch.lower, branch.upper);
  while (fixed_.size() > branch.fixed) {
    simplex_->setBounds(fixed_.back().variable, fixed_.back().lower, fixed_.back().upper);
    fixed_.pop_back();
  }
  path_.pop_back();
}

void BranchAndBound::start(std::int32_t most_moves) {
  while (!path_.empty()) leave();
  const auto posts = static_cast<std::int32_t>(instance_.posts.size());
  const std::int32_t most = std::min({most_moves, instance_.cap, posts});
  best_ = {};
  best_value_ = kNothingYet;
  nodes_ = 0;
  node_pivots_ = 0;
  is_proven_ = true;
  open_bound_ = kNothingYet;
  pivots_before_ = simplex_->pivots();
  is_over_ = most < 0;
  found_any_ = !is_over_ && instance_.pinned_arcs.empty() && instance_.pinned_leaves.empty();
  if (found_any_) {  // everything may stay as it is
    best_.objective = objectiveOf(instance_, {}, {});
    best_value_ = valueOf(best_.objective);
  }
  if (!is_over_) simplex_->setBounds(total_, 0, most);
}

void BranchAndBound::start(std::int32_t most_moves, Selection known) {
  start(most_moves);
  if (is_over_) return;
  best_ = std::move(known);
  best_.objective = objectiveOf(instance_, best_.arcs, best_.leaves);
  best_value_ = valueOf(best_.objective);
  found_any_ = true;
}

bool BranchAndBound::step(std::size_t pivots) {
  const std::size_t end = simplex_->pivots() + pivots;
  while (!is_over_ && simplex_->pivots() <= end) visit(end - simplex_->pivots() + 1);
  return is_over_;
}

std::optional<Solution> BranchAndBound::solution() const {
  if (!found_any_) return std::nullopt;
  Solution out;
  out.best = best_;
  std::int64_t bound = std::min(open_bound_, best_value_);
  // What is not searched yet lies below the branches of the path.
  for (const Branch& branch : path_) bound = std::min(bound, branch.bound);
  if (!is_over_ && path_.empty()) bound = 0;
  out.is_optimal = is_over_ && is_proven_;
  out.bound = objectiveFrom(out.is_optimal ? best_value_ : bound);
  out.nodes = nodes_;
  out.pivots = simplex_->pivots() - pivots_before_;
  return out;
}

std::optional<Solution> BranchAndBound::solve(std::int32_t most_moves) {
  start(most_moves);
  while (!step(1'000'000)) {
  }
  return solution();
}

std::optional<Objective> BranchAndBound::bound(std::int32_t most_moves) {
  start(most_moves);
  while (!stepBound(kMostPivotsPerRow * (program_.rows() + 10))) {
  }
  return bound_found_;
}

bool BranchAndBound::stepBound(std::size_t pivots) {
  bound_found_.reset();
  if (is_over_) return true;
  const std::size_t before = simplex_->pivots();
  const DualSimplex::Status status = simplex_->solve(kNothingYet, pivots);
  node_pivots_ += simplex_->pivots() - before;
  const bool is_stuck = node_pivots_ >= kMostPivotsPerRow * (program_.rows() + 10);
  if (status == DualSimplex::Status::kPaused && !is_stuck) return false;
  is_over_ = true;
  if (status != DualSimplex::Status::kInfeasible) {
    bound_found_ = objectiveFrom(provenBound() + constant_);
  }
  return true;
}

std::vector<std::int32_t> BranchAndBound::arcsUsed() const {
  std::vector<std::int32_t> out;
  for (std::size_t a = 0; a < instance_.arcs.size(); ++a) {
    if (simplex_->value(a) > kWhole) out.push_back(static_cast<std::int32_t>(a));
  }
  return out;
}

std::vector<std::int32_t> BranchAndBound::arcsSeen() const {
  std::vector<std::int32_t> out;
  for (std::size_t a = 0; a < instance_.arcs.size(); ++a) {
    if (simplex_->takesPart(a)) out.push_back(static_cast<std::int32_t>(a));
  }
  return out;
}

}  // namespace cadre::propose
