#include "propose/search/part_search.h"

#include "core/places.h"
#include "propose/model/selection.h"

namespace cadre::propose {
namespace {

// With fewer pairs, all of them are included from the start.
constexpr std::size_t kMostPairsAtOnce = 100;

}  // namespace

PartSearch::PartSearch(const Instance& instance, Order order) : instance_(instance), order_(order) {
  if (instance.exclusions.size() > kMostPairsAtOnce) {
    is_in_.assign(instance.exclusions.size(), 0);
    relaxed_.emplace(instance);
    relaxed_->exclusions.clear();
    relaxed_->pairs = 0;
  }
  makeSearch();
}

void PartSearch::makeSearch() {
  const Instance& instance = searched();
  if (instance.arcs.size() > kMostArcsAtOnce) {
    search_.emplace<LargeSearch>(instance, order_);
  } else if (AssignmentSearch::fits(instance)) {
    search_.emplace<AssignmentSearch>(instance, order_);
  } else {
    search_.emplace<BranchAndBound>(instance, order_);
  }
}

void PartSearch::start(std::int32_t most_moves) {
  most_moves_ = most_moves;
  ask(search_, [&](auto& search) { search.start(most_moves); });
}

bool PartSearch::step(std::size_t pivots) {
  const bool is_over = ask(search_, [&](auto& search) { return search.step(pivots); });
  if (!is_over || !relaxed_) return is_over;
  const auto found = ask(search_, [](const auto& search) { return search.solution(); });
  if (!found || !addBroken(found->best)) return true;
  pivots_before_ = this->pivots();
  makeSearch();
  start(most_moves_);
  return false;
}

bool PartSearch::addBroken(const Selection& selection) {
  std::vector<std::uint8_t> is_taken(instance_.arcs.size(), 0);
  Changes changes(instance_.posts.size(), 0);
  for (const std::int32_t arc : selection.arcs) {
    is_taken[at(arc)] = 1;
    changes[at(instance_.arcs[at(arc)].post)] = 1;
  }
  bool any = false;
  for (std::size_t e = 0; e < is_in_.size(); ++e) {
    if (is_in_[e] != 0 || !isBroken(instance_.exclusions[e], is_taken, changes)) continue;
    is_in_[e] = 1;
    any = true;
  }
  if (!any) return false;
  // Pairs are renumbered; several exclusions of one pair still cost only once.
  relaxed_->exclusions.clear();
  relaxed_->pairs = 0;
  std::vector<std::int32_t> pair(at(instance_.pairs), -1);
  for (std::size_t e = 0; e < is_in_.size(); ++e) {
    if (is_in_[e] == 0) continue;
    relaxed_->exclusions.push_back(instance_.exclusions[e]);
    if (instance_.exclusions_are_hard) continue;
    std::int32_t& number = pair[at(instance_.exclusions[e].pair)];
    if (number < 0) number = relaxed_->pairs++;
    relaxed_->exclusions.back().pair = number;
  }
  return true;
}

std::optional<Solution> PartSearch::solution() const {
  std::optional<Solution> out = ask(search_, [](const auto& search) { return search.solution(); });
  if (!out || !relaxed_) return out;
  // Meanwhile the best selection may break an omitted pair: then it is not reported.
  std::vector<std::uint8_t> is_taken(instance_.arcs.size(), 0);
  Changes changes(instance_.posts.size(), 0);
  for (const std::int32_t arc : out->best.arcs) {
    is_taken[at(arc)] = 1;
    changes[at(instance_.arcs[at(arc)].post)] = 1;
  }
  if (!keepsApart(instance_, is_taken, changes)) return std::nullopt;
  const Objective whole = objectiveOf(instance_, out->best.arcs, out->best.leaves);
  if (whole != out->best.objective) out->is_optimal = false;
  out->best.objective = whole;
  return out;
}

std::optional<Objective> PartSearch::bound(std::int32_t most_moves) {
  return ask(search_, [&](auto& search) { return search.bound(most_moves); });
}

std::size_t PartSearch::pivots() const {
  return pivots_before_ + ask(search_, [](const auto& search) { return search.pivots(); });
}

double PartSearch::progress() const {
  const auto* large = std::get_if<LargeSearch>(&search_);
  return large != nullptr ? large->progress() : 0.0;
}

}  // namespace cadre::propose
