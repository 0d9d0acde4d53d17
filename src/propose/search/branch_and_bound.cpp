#include "propose/search/branch_and_bound.h"

#include <algorithm>

#include "core/places.h"
#include "propose/search/nearest.h"
#include "propose/search/promising_arcs.h"

namespace cadre::propose {
namespace {

// Pivots per step when nobody is waiting.
constexpr std::size_t kWholeSearch = 1'000'000;

// Lists of rows by arc or post, in one block of memory.
class RowLists {
 public:
  explicit RowLists(std::size_t count) : last_(count, kEnd) {}
  void add(std::int32_t index, std::int32_t row) {
    links_.push_back({row, last_[at(index)]});
    last_[at(index)] = static_cast<std::int32_t>(links_.size() - 1);
  }
  // The last one added comes first.
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

// By post: whether somebody could enter it, so that it is part of the programme. The holder of any
// other post cannot leave it, so the posts they could take may become unreachable, too. Posts of
// pinned moves are kept, so that the programme detects contradictions between those.
std::vector<std::uint8_t> postsThatMayChange(const Instance& instance) {
  std::vector<std::uint8_t> out(instance.posts.size(), 1);
  std::vector<std::uint8_t> reached;
  for (bool shrinks = true; shrinks;) {
    reached.assign(out.size(), 0);
    for (const Arc& arc : instance.arcs) {
      const std::int32_t from = instance.officials[at(arc.official)].from;
      if (from < 0 || out[at(from)] != 0) reached[at(arc.post)] = 1;
    }
    for (const std::int32_t a : instance.pinned_arcs) {
      const std::int32_t from = instance.officials[at(instance.arcs[at(a)].official)].from;
      reached[at(instance.arcs[at(a)].post)] = 1;
      if (from >= 0) reached[at(from)] = 1;
    }
    for (const std::int32_t p : instance.pinned_leaves) reached[at(p)] = 1;
    shrinks = reached != out;
    out.swap(reached);
  }
  return out;
}

}  // namespace

BranchAndBound::BranchAndBound(const Instance& instance, Order order)
    : instance_(instance), valuation_(instance, order) {
  std::vector<std::pair<std::int32_t, std::size_t>> crash;
  lp::Branching branching = build(crash);
  branching.unit = valuation_.unit();
  lp::WaitingVariables waiting;
  if (instance.arcs.size() > kMostArcsAtOnce) {
    constexpr std::size_t kPerEnd = 6;
    waiting = {0, instance.arcs.size(), promisingArcs(instance, kPerEnd)};
  }
  tree_.emplace(program_, crash, std::move(branching), waiting);
}

lp::Branching BranchAndBound::build(std::vector<std::pair<std::int32_t, std::size_t>>& crash) {
  const Instance& in = instance_;
  const Weights& weights = valuation_.weights();
  const std::size_t posts = in.posts.size();
  // Rows.
  const std::vector<std::uint8_t> may_change = postsThatMayChange(in);
  std::vector<std::int32_t> in_row(posts, -1);
  std::vector<std::int32_t> out_row(posts, -1);
  for (std::size_t p = 0; p < posts; ++p) {
    if (may_change[p] == 0) continue;
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
  const std::size_t units = in.head_limit.size();
  std::vector<std::int32_t> unit_row(units, -1);
  std::vector<std::int32_t> unit_posts(units, 0);
  std::vector<std::int32_t> district_posts(in.district_cap.size(), 0);
  for (std::size_t p = 0; p < posts; ++p) {
    if (may_change[p] == 0) continue;
    if (in.posts[p].unit >= 0) ++unit_posts[at(in.posts[p].unit)];
    ++district_posts[at(in.posts[p].district)];
  }
  for (std::size_t u = 0; in.hasContinuity() && u < units; ++u) {
    if (unit_posts[u] <= in.head_limit[u]) continue;
    unit_row[u] = program_.addRow(-unit_posts[u], in.head_limit[u]);
  }
  std::vector<std::int32_t> district_row(in.district_cap.size(), -1);
  for (std::size_t d = 0; d < in.district_cap.size(); ++d) {
    if (district_posts[d] > in.district_cap[d]) {
      district_row[d] = program_.addRow(0, std::max(0, in.district_cap[d]));
    }
  }
  RowLists caps_of_post(in.group_caps.empty() ? 0 : posts);
  for (const CappedPosts& capped : in.group_caps) {
    const std::int32_t row = program_.addRow(0, std::max(0, capped.most));
    for (const std::int32_t post : capped.posts) caps_of_post.add(post, row);
  }
  RowLists pairs_of_arc(in.exclusions.empty() ? 0 : in.arcs.size());
  RowLists pairs_of_post(in.exclusions.empty() ? 0 : posts);
  RowLists rows_of_pair(at(in.pairs));
  for (const Exclusion& exclusion : in.exclusions) {
    const std::int32_t row = addExclusion(exclusion, may_change);
    for (const std::int32_t arc : exclusion.arcs) pairs_of_arc.add(arc, row);
    if (exclusion.stays >= 0) pairs_of_post.add(exclusion.stays, row);
    if (!in.exclusions_are_hard) rows_of_pair.add(exclusion.pair, row);
  }
  const std::int32_t total_row = program_.addRow(0, 0);
  std::vector<std::int32_t> is_pinned_arc(in.arcs.size(), 0);
  for (const std::int32_t arc : in.pinned_arcs) is_pinned_arc[at(arc)] = 1;
  std::vector<std::int32_t> is_pinned_leave(posts, 0);
  for (const std::int32_t post : in.pinned_leaves) is_pinned_leave[at(post)] = 1;
  lp::Branching branching;
  branching.constant = in.standing() * weights.dropped;
  std::vector<std::int32_t> standing(in.arcs.size() + posts, 0);  // arcs, then leaves by post
  for (const std::int32_t arc : in.standing_arcs) ++standing[at(arc)];
  for (const std::int32_t post : in.standing_leaves) ++standing[in.arcs.size() + at(post)];
  program_.reserve(in.arcs.size() + 2 * posts + in.cells.size() + units + at(in.pairs) + 1,
                   4 * in.arcs.size() + 8 * posts);
  // Variables: moves, leaving, posts, shortfalls, units, pairs, the number of posts that change
  // hands.
  for (std::size_t a = 0; a < in.arcs.size(); ++a) {
    const Arc& arc = in.arcs[a];
    const std::int32_t from = in.officials[at(arc.official)].from;
    const bool can_leave = from < 0 || may_change[at(from)] != 0;
    // Ruling out moves that break continuity on their own saves the linear programme fractional
    // ones.
    const bool is_possible = is_pinned_arc[a] != 0 || (can_leave && !breaksContinuity(in, arc));
    program_.addVariable(arc.cost - standing[a] * weights.dropped, is_pinned_arc[a],
                         is_possible ? 1 : 0);
    if (!is_possible) continue;
    program_.addEntry(in_row[at(arc.post)], 1);
    program_.addEntry(official_row[at(arc.official)], 1);
    cells_of_arc.forEach(a, [&](std::int32_t row) { program_.addEntry(row, 1); });
    if (!in.exclusions.empty()) {
      pairs_of_arc.forEach(a, [&](std::int32_t row) { program_.addEntry(row, 1); });
    }
  }
  leave_of_.assign(posts, -1);
  for (std::size_t p = 0; p < posts; ++p) {
    if (out_row[p] < 0) continue;
    const bool may_leave = in.officials[at(in.posts[p].holder)].may_leave;
    const std::int64_t kept = standing[in.arcs.size() + p] * weights.dropped;
    leave_of_[p] = static_cast<std::int32_t>(
        program_.addVariable(in.leave_cost - kept, is_pinned_leave[p], may_leave ? 1 : 0));
    program_.addEntry(out_row[p], 1);
  }
  const std::size_t first_post = program_.variables();
  for (std::size_t p = 0; p < posts; ++p) {
    const bool is_vacant = in.posts[p].holder < 0;
    program_.addVariable(weights.moves - (is_vacant ? weights.vacant : 0), 0, may_change[p]);
    if (is_vacant) branching.constant += weights.vacant;
    if (may_change[p] == 0) continue;
    program_.addEntry(in_row[p], -1);
    // Initially each post follows the moves into it, and its holder leaves.
    crash.emplace_back(in_row[p], first_post + p);
    if (out_row[p] >= 0) {
      crash.emplace_back(out_row[p], at(leave_of_[p]));
      program_.addEntry(out_row[p], -1);
    }
    cells_of_post.forEach(p, [&](std::int32_t row) { program_.addEntry(row, -1); });
    const std::int32_t unit = in.posts[p].unit;
    if (unit >= 0 && unit_row[at(unit)] >= 0) program_.addEntry(unit_row[at(unit)], 1);
    const std::int32_t district = district_row[at(in.posts[p].district)];
    if (district >= 0) program_.addEntry(district, 1);
    if (!in.group_caps.empty()) {
      caps_of_post.forEach(p, [&](std::int32_t row) { program_.addEntry(row, 1); });
    }
    if (!in.exclusions.empty()) {
      pairs_of_post.forEach(p, [&](std::int32_t row) { program_.addEntry(row, -1); });
    }
    program_.addEntry(total_row, 1);
  }
  const std::size_t first_cell = program_.variables();
  for (std::size_t q = 0; q < in.cells.size(); ++q) {
    program_.addVariable(weights.shortfall, 0, most_short[q]);
    program_.addEntry(cell_row[q], 1);
  }
  const std::size_t first_unit = program_.variables();
  for (std::size_t u = 0; u < units; ++u) {
    const bool is_soft = !in.continuity_is_hard && unit_row[u] >= 0;
    program_.addVariable(is_soft ? in.continuity_cost : 0, 0, is_soft ? 1 : 0);
    // As low as integer solutions allow, so that fractional ones are not cheaper.
    if (unit_row[u] >= 0) program_.addEntry(unit_row[u], in.head_limit[u] - unit_posts[u]);
  }
  for (std::size_t pair = 0; pair < at(in.pairs); ++pair) {
    const bool is_soft = !in.exclusions_are_hard;
    program_.addVariable(is_soft ? in.exclusion_cost : 0, 0, is_soft ? 1 : 0);
    rows_of_pair.forEach(pair, [&](std::int32_t row) { program_.addEntry(row, -1); });
  }
  total_ = program_.addVariable(0, 0, static_cast<std::int32_t>(posts));
  program_.addEntry(total_row, -1);
  branching.down_first = {first_cell, first_unit};
  branching.order = {branching.down_first,
                     {total_, total_ + 1},
                     {first_post, first_cell},
                     {0, first_post},
                     {first_unit, total_}};
  return branching;
}

// Taken moves − changing hands − together <= 1, and one less if one of them already sits there.
std::int32_t BranchAndBound::addExclusion(const Exclusion& exclusion,
                                          const std::vector<std::uint8_t>& may_change) {
  const bool stays = exclusion.stays >= 0;
  // A post that cannot change hands is not part of the programme: its holder stays.
  const bool can_change = stays && may_change[at(exclusion.stays)] != 0;
  return program_.addRow(can_change ? -2 : -1, (stays ? 0 : 1) - exclusion.outside);
}

// The solution of the present node is integer.
void BranchAndBound::noteSelection() {
  Selection found;
  for (std::size_t a = 0; a < instance_.arcs.size(); ++a) {
    if (tree_->isTaken(a)) found.arcs.push_back(place(a));
  }
  for (std::size_t p = 0; p < instance_.posts.size(); ++p) {
    if (leave_of_[p] >= 0 && tree_->isTaken(at(leave_of_[p]))) {
      found.leaves.push_back(place(p));
    }
  }
  found.objective = objectiveOf(instance_, found.arcs, found.leaves);
  if (tree_->found(valuation_.valueOf(found.objective))) best_ = std::move(found);
}

void BranchAndBound::start(std::int32_t most_moves) { begin(most_moves, std::nullopt); }

void BranchAndBound::start(std::int32_t most_moves, Selection known) {
  begin(most_moves, std::move(known));
}

void BranchAndBound::begin(std::int32_t most_moves, std::optional<Selection> known) {
  const auto posts = static_cast<std::int32_t>(instance_.posts.size());
  const std::int32_t most = std::min({most_moves, instance_.cap, posts});
  pivots_before_ = tree_->pivots();
  best_ = {};
  if (most < 0) {
    tree_->start(std::nullopt);
    return tree_->stop();
  }
  // Without pins, everything may stay as it is.
  if (!known && !instance_.hasPins()) known.emplace();
  std::optional<std::int64_t> value;
  if (known) {
    best_ = std::move(*known);
    best_.objective = objectiveOf(instance_, best_.arcs, best_.leaves);
    value = valuation_.valueOf(best_.objective);
  }
  tree_->start(value);
  tree_->setBounds(total_, 0, most);
}

bool BranchAndBound::step(std::size_t pivots) {
  const std::size_t end = tree_->pivots() + pivots;
  while (tree_->step(end) == lp::TreeSearch::Status::kWhole) noteSelection();
  return tree_->isOver();
}

std::optional<Solution> BranchAndBound::solution() const {
  if (!tree_->knowsAny()) return std::nullopt;
  Solution out;
  out.best = best_;
  out.is_optimal = tree_->isProven();
  out.bound = valuation_.objectiveFrom(tree_->bound());
  out.nodes = tree_->nodes();
  out.pivots = tree_->pivots() - pivots_before_;
  return out;
}

std::optional<Solution> BranchAndBound::solve(std::int32_t most_moves) {
  start(most_moves);
  while (!step(kWholeSearch)) {
  }
  return solution();
}

std::optional<Objective> BranchAndBound::bound(std::int32_t most_moves) {
  start(most_moves);
  while (!stepBound(kWholeSearch)) {
  }
  return boundFound();
}

bool BranchAndBound::stepBound(std::size_t pivots) { return tree_->stepRoot(pivots); }

std::optional<Objective> BranchAndBound::boundFound() const {
  const std::optional<std::int64_t> bound = tree_->rootBound();
  return bound ? std::optional(valuation_.objectiveFrom(*bound)) : std::nullopt;
}

std::vector<std::int32_t> BranchAndBound::arcsUsed() const {
  std::vector<std::int32_t> out;
  for (std::size_t a = 0; a < instance_.arcs.size(); ++a) {
    if (tree_->value(a) > lp::kWholeTolerance) out.push_back(place(a));
  }
  return out;
}

BranchAndBound::Nearest BranchAndBound::nearestArcs(std::size_t most, const Objective& best) const {
  const std::int64_t bound = *tree_->rootBound();
  std::vector<std::int64_t> distance(instance_.arcs.size());
  for (std::size_t a = 0; a < distance.size(); ++a) distance[a] = tree_->rootDistance(a);
  const std::int64_t worthless = valuation_.valueOf(best) - bound;  // none better from here on
  const std::int64_t about = endOfNearest(distance, worthless, most);
  const std::int64_t end = about < worthless ? std::max<std::int64_t>(1, about) : worthless;
  Nearest out;
  for (std::size_t a = 0; a < distance.size(); ++a) {
    if (distance[a] < end) out.arcs.push_back(place(a));
  }
  out.beyond = std::min(best, valuation_.objectiveFrom(bound + end));
  return out;
}

std::vector<std::int32_t> BranchAndBound::arcsSeen() const {
  std::vector<std::int32_t> out;
  for (std::size_t a = 0; a < instance_.arcs.size(); ++a) {
    if (tree_->takesPart(a)) out.push_back(place(a));
  }
  return out;
}

}  // namespace cadre::propose
