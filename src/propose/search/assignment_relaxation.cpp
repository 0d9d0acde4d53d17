#include "propose/search/assignment_relaxation.h"

#include <algorithm>
#include <cmath>

#include "core/places.h"

namespace cadre::propose {
namespace {

constexpr std::int64_t kFine = AssignmentTable::kFine;
constexpr std::size_t kMostPlaces = 256;  // posts and officials
constexpr std::size_t kMostTries = 30;    // of prices for the quotas
constexpr std::int64_t kHuge = lp::Assignment::kForbidden / 1024;

bool mayFallShort(const QuotaCell& cell) {
  return cell.missing + static_cast<std::int64_t>(cell.vacating.size()) > 0;
}

}  // namespace

bool AssignmentRelaxation::fits(const Instance& instance) {
  return instance.posts.size() + instance.officials.size() <= kMostPlaces &&
         cellsOf(instance).size() <= lp::PriceSearch::kMostPrices;
}

std::vector<const QuotaCell*> AssignmentRelaxation::cellsOf(const Instance& instance) {
  std::vector<const QuotaCell*> out;
  for (const QuotaCell& cell : instance.cells) {
    if (mayFallShort(cell)) out.push_back(&cell);
  }
  return out;
}

AssignmentRelaxation::AssignmentRelaxation(const Instance& instance, const Valuation& valuation)
    : instance_(instance),
      valuation_(valuation),
      cells_(cellsOf(instance)),
      table_(instance, valuation.weights(), cells_),
      assignment_(table_.size()),
      search_(cells_.size(), valuation.weights().shortfall * kFine),
      best_(instance.posts.size()),
      changes_(instance.posts.size()) {
  const auto posts = static_cast<std::int64_t>(instance.posts.size());
  is_possible_ = valuation.weights().shortfall <= kHuge / (kFine * (posts + 1)) && priceQuotas();
  if (!is_possible_) return;
  if (!isMet()) priceContinuity();
  if (!isMet()) turnPosts();
}

bool AssignmentRelaxation::priceQuotas() {
  lp::PriceSearch::Prices prices{};
  if (!assign(prices)) return false;
  // As a rule, one more move is needed to gain one more.
  const auto is_missing = [](const QuotaCell* cell) { return cell->missing > 0; };
  const auto first = std::find_if(cells_.begin(), cells_.end(), is_missing);
  if (first != cells_.end() && !isMet()) {
    const std::int64_t move = valuation_.weights().moves * kFine;
    prices[static_cast<std::size_t>(first - cells_.begin())] = move + move / 1000;
    assign(prices);
  }
  while (assignments_ < kMostTries && !isMet()) {
    const lp::PriceSearch::Peak peak = search_.peak();
    if (roundedUp(static_cast<std::int64_t>(std::floor(peak.height))) <= bound()) break;
    prices = peak.prices;
    assign(prices);
  }
  if (prices != prices_) assign(prices_);
  return true;
}

// Returns false if it uses a forbidden entry.
bool AssignmentRelaxation::assign(const lp::PriceSearch::Prices& prices) {
  std::array<std::int64_t, AssignmentTable::kHelps> price{};
  constant_ = table_.constant();
  for (std::size_t c = 0; c < cells_.size(); ++c) {
    constant_ += prices[c] * cells_[c]->missing;
    for (std::size_t h = 0; h < price.size(); ++h) {
      price[h] += prices[c] * AssignmentTable::helpTo(h, c);
    }
  }
  std::int64_t* costs = assignment_.costs(0);
  for (std::size_t i = 0; i < table_.costs().size(); ++i) {
    costs[i] = table_.costs()[i] - price[table_.helps()[i]];
  }
  ++assignments_;
  assignment_.solve();
  if (assignment_.cost() > kHuge) return false;
  const Assigned found = assigned();
  search_.add(found.cost, found.missing);
  if (value() > highest_) {
    highest_ = value();
    prices_ = prices;
  }
  note(found);
  return true;
}

// The price of more than one change in a unit: every change pays it, and one is refunded.
void AssignmentRelaxation::priceContinuity() {
  if (!instance_.hasContinuity()) return;
  std::vector<std::vector<std::size_t>> units(instance_.head_limit.size());
  for (std::size_t p = 0; p < instance_.posts.size(); ++p) {
    if (instance_.posts[p].unit >= 0) units[at(instance_.posts[p].unit)].push_back(p);
  }
  std::vector<std::uint8_t> is_done(units.size(), 0);
  for (bool rises = true; rises;) {
    rises = false;
    for (std::size_t u = 0; u < units.size() && !isMet(); ++u) {
      const std::int64_t limit = instance_.head_limit[u];
      if (is_done[u] != 0 || changing(units[u]) <= limit) continue;
      is_done[u] = 1;
      // If continuity is soft, its cost is shared by all changes above the limit.
      const auto above = static_cast<std::int64_t>(units[u].size()) - limit;
      const std::int64_t most = instance_.continuity_is_hard
                                    ? 2 * valuation_.weights().moves * kFine
                                    : instance_.continuity_cost * kFine / above;
      rises = priceUnit(units[u], limit, most) || rises;
    }
  }
}

// The bound rises with the price while more of the posts change hands than the limit.
bool AssignmentRelaxation::priceUnit(const std::vector<std::size_t>& posts, std::int64_t limit,
                                     std::int64_t most) {
  const std::int64_t before = highest_;
  const std::int64_t slope = changing(posts) - limit;
  raise(posts, limit, most);
  std::int64_t price = most;
  const std::int64_t fall = limit - changing(posts);
  if (fall > 0) {  // beyond the peak: to the point where both slopes meet
    const std::int64_t peak =
        std::clamp<std::int64_t>((value() - before + fall * most) / (slope + fall), 0, most);
    raise(posts, limit, peak - price);
    price = peak;
  }
  if (value() < before) raise(posts, limit, -price);
  highest_ = std::max(highest_, value());
  return highest_ > before;
}

void AssignmentRelaxation::raise(const std::vector<std::size_t>& posts, std::int64_t limit,
                                 std::int64_t by) {
  for (const std::size_t p : posts) {
    std::int64_t* costs = assignment_.costs(p);
    for (std::size_t c = 0; c < table_.size(); ++c) {
      if (table_.changes(p, c) && costs[c] < kHuge) costs[c] += by;
    }
    assignment_.solveAgain(p);
  }
  constant_ -= limit * by;
  ++assignments_;
  note(assigned());
}

// Under the best prices many assignments are equally cheap, and few of them are selections that
// reach the bound. Looks for one by flipping posts one at a time between changing hands and
// staying.
void AssignmentRelaxation::turnPosts() {
  const std::size_t n = table_.size();
  const std::int64_t slack = bound() * kFine - highest_;
  std::vector<std::int64_t> kept(n);
  for (std::size_t p = 0; p < instance_.posts.size() && !isMet(); ++p) {
    std::int64_t* costs = assignment_.costs(p);
    const bool changes = table_.changes(p, assignment_.columnOf(p));
    bool may_turn = false;
    for (std::size_t c = 0; c < n; ++c) {
      const bool turns = table_.changes(p, c) != changes;
      may_turn = may_turn || (turns && assignment_.reducedCost(p, c) <= slack);
    }
    if (!may_turn) continue;
    std::copy(costs, costs + n, kept.begin());
    for (std::size_t c = 0; c < n; ++c) {
      if (table_.changes(p, c) == changes) costs[c] = lp::Assignment::kForbidden;
    }
    assignment_.solveAgain(p);
    ++assignments_;
    note(assigned());
    std::copy(kept.begin(), kept.end(), costs);
    assignment_.solveAgain(p);
  }
}

AssignmentRelaxation::Assigned AssignmentRelaxation::assigned() const {
  Assigned out{table_.constant(), {}};
  for (std::size_t c = 0; c < cells_.size(); ++c) out.missing[c] = cells_[c]->missing;
  for (std::size_t r = 0; r < table_.size(); ++r) {
    const std::size_t i = r * table_.size() + assignment_.columnOf(r);
    out.cost += table_.costs()[i];
    if (r >= instance_.posts.size()) continue;
    for (std::size_t c = 0; c < cells_.size(); ++c) {
      out.missing[c] -= AssignmentTable::helpTo(table_.helps()[i], c);
    }
  }
  return out;
}

// Keeps the assignment unless a better one is known.
void AssignmentRelaxation::note(const Assigned& assigned) {
  if (assigned.cost > kHuge) return;  // it uses a forbidden entry
  std::int64_t value = assigned.cost / kFine;
  for (const std::int32_t missing : assigned.missing) {
    value += std::max(0, missing) * valuation_.weights().shortfall;
  }
  if (value >= best_value_) return;
  for (std::size_t p = 0; p < changes_.size(); ++p) {
    changes_[p] = table_.changes(p, assignment_.columnOf(p)) ? 1 : 0;
  }
  value += continuityCost(instance_, changes_);
  if (value >= best_value_ || !isWithinLimits(instance_, changes_)) return;
  if (!instance_.exclusions.empty()) {
    const std::vector<std::uint8_t> taken = takenArcs();
    value += exclusionCost(instance_, taken, changes_);
    if (value >= best_value_ || !keepsApart(instance_, taken, changes_)) return;
  }
  best_value_ = value;
  for (std::size_t p = 0; p < best_.size(); ++p) best_[p] = assignment_.columnOf(p);
}

std::vector<std::uint8_t> AssignmentRelaxation::takenArcs() const {
  std::vector<std::uint8_t> out(instance_.arcs.size(), 0);
  for (std::size_t p = 0; p < instance_.posts.size(); ++p) {
    const std::int32_t arc = table_.arc(p, assignment_.columnOf(p));
    if (arc >= 0) out[at(arc)] = 1;
  }
  return out;
}

std::optional<Selection> AssignmentRelaxation::best() const {
  if (best_value_ == kNothing) return std::nullopt;
  return table_.selectionOf(best_);
}

std::int64_t AssignmentRelaxation::changing(const std::vector<std::size_t>& posts) const {
  return std::count_if(posts.begin(), posts.end(),
                       [&](std::size_t p) { return table_.changes(p, assignment_.columnOf(p)); });
}

// Rounded up to the unit of all values.
std::int64_t AssignmentRelaxation::roundedUp(std::int64_t fine) const {
  const std::int64_t unit = valuation_.unit() * kFine;
  const std::int64_t up = fine > 0 ? (fine + unit - 1) / unit : 0;  // no value is below 0
  return up * valuation_.unit();
}

std::vector<std::int64_t> AssignmentRelaxation::boundsWith() const {
  std::vector<std::int64_t> out(instance_.arcs.size(), kNothing);
  for (std::size_t r = 0; r < instance_.posts.size(); ++r) {
    for (std::size_t c = 0; c < instance_.officials.size(); ++c) {
      const std::int32_t arc = table_.arc(r, c);
      if (arc >= 0) out[at(arc)] = roundedUp(highest_ + assignment_.reducedCost(r, c));
    }
  }
  return out;
}

}  // namespace cadre::propose
