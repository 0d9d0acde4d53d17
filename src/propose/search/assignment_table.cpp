#include "propose/search/assignment_table.h"

#include <algorithm>
#include <numeric>

#include "core/places.h"
#include "lp/assignment.h"

namespace cadre::propose {
namespace {

std::size_t sizeOf(const Instance& instance) {
  const auto vacant = std::count_if(instance.posts.begin(), instance.posts.end(),
                                    [](const OpenPost& post) { return post.holder < 0; });
  return instance.officials.size() + static_cast<std::size_t>(vacant);
}

}  // namespace

AssignmentTable::AssignmentTable(const Instance& instance, const Weights& weights,
                                 std::span<const QuotaCell* const> cells)
    : instance_(instance),
      size_(sizeOf(instance)),
      leave_(instance.officials.size(), 0),
      cost_(size_ * size_, lp::Assignment::kForbidden),
      help_(size_ * size_, kNoHelp),
      arc_(size_ * size_, -1) {
  // An official with a post leaves, unless an entry says otherwise.
  for (std::size_t o = 0; o < leave_.size(); ++o) {
    if (instance.officials[o].from >= 0) leave_[o] = instance.leave_cost * kFine;
  }
  const std::int64_t dropped = weights.dropped * kFine;
  for (const std::int32_t post : instance.standing_leaves) {
    leave_[at(instance.posts[at(post)].holder)] -= dropped;
  }
  constant_ = std::accumulate(leave_.begin(), leave_.end(), instance.standing() * dropped);
  addMoves(weights, cells);
  addStaying(weights);
  pin();
}

void AssignmentTable::addMoves(const Weights& weights, std::span<const QuotaCell* const> cells) {
  const Instance& in = instance_;
  std::vector<std::uint8_t> losing(in.posts.size(), 0);  // what every move into the post loses
  for (std::size_t c = 0; c < cells.size(); ++c) {
    for (const std::int32_t p : cells[c]->vacating) losing[at(p)] += kOneMore[c];
  }
  for (std::size_t a = 0; a < in.arcs.size(); ++a) {
    const Arc& arc = in.arcs[a];
    if (breaksContinuity(in, arc)) continue;
    const std::size_t i = at(arc.post) * size_ + at(arc.official);
    cost_[i] = (weights.moves + arc.cost) * kFine - leave_[at(arc.official)];
    help_[i] = static_cast<std::uint8_t>(kNoHelp - losing[at(arc.post)]);
    arc_[i] = place(a);
  }
  for (const std::int32_t a : in.standing_arcs) {
    const Arc& arc = in.arcs[at(a)];
    if (!breaksContinuity(in, arc)) {
      cost_[at(arc.post) * size_ + at(arc.official)] -= weights.dropped * kFine;
    }
  }
  for (std::size_t c = 0; c < cells.size(); ++c) {
    for (const std::int32_t a : cells[c]->arcs) {
      const Arc& arc = in.arcs[at(a)];
      help_[at(arc.post) * size_ + at(arc.official)] += kOneMore[c];
    }
  }
}

void AssignmentTable::addStaying(const Weights& weights) {
  std::size_t nobody = instance_.officials.size();
  for (std::size_t p = 0; p < instance_.posts.size(); ++p) {
    const std::int32_t holder = instance_.posts[p].holder;
    if (holder < 0) {
      cost_[p * size_ + nobody++] = weights.vacant * kFine;
    } else {
      cost_[p * size_ + at(holder)] = -leave_[at(holder)];
    }
  }
  const std::size_t no_post = instance_.posts.size() * size_;
  std::fill(cost_.begin() + static_cast<std::ptrdiff_t>(no_post), cost_.end(), 0);
  for (std::size_t o = 0; o < instance_.officials.size(); ++o) {
    const Official& official = instance_.officials[o];
    if (official.from < 0 || official.may_leave) continue;
    for (std::size_t row = instance_.posts.size(); row < size_; ++row) {
      cost_[row * size_ + o] = lp::Assignment::kForbidden;
    }
  }
}

void AssignmentTable::pin() {
  for (const std::int32_t a : instance_.pinned_arcs) {
    const Arc& arc = instance_.arcs[at(a)];
    for (std::size_t c = 0; c < size_; ++c) {
      if (c != at(arc.official)) cost_[at(arc.post) * size_ + c] = lp::Assignment::kForbidden;
    }
  }
  for (const std::int32_t p : instance_.pinned_leaves) {
    const std::size_t holder = at(instance_.posts[at(p)].holder);
    for (std::size_t r = 0; r < instance_.posts.size(); ++r) {
      cost_[r * size_ + holder] = lp::Assignment::kForbidden;
    }
  }
}

Selection AssignmentTable::selectionOf(std::span<const std::size_t> columns) const {
  Selection out;
  std::vector<std::uint8_t> has_post(size_, 0);
  for (std::size_t p = 0; p < columns.size(); ++p) {
    if (changes(p, columns[p])) out.arcs.push_back(arc(p, columns[p]));
    has_post[columns[p]] = 1;
  }
  for (std::size_t p = 0; p < columns.size(); ++p) {
    const std::int32_t holder = instance_.posts[p].holder;
    if (holder >= 0 && has_post[at(holder)] == 0) out.leaves.push_back(place(p));
  }
  std::sort(out.arcs.begin(), out.arcs.end());
  out.objective = objectiveOf(instance_, out.arcs, out.leaves);
  return out;
}

}  // namespace cadre::propose
