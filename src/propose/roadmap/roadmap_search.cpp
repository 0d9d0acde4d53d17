#include "propose/roadmap/roadmap_search.h"

#include <algorithm>

#include "core/places.h"
#include "propose/roadmap/play_choice.h"
#include "rules/rule.h"

namespace cadre::propose {

class RoadmapSearch::ProgramBuilder {
 public:
  explicit ProgramBuilder(RoadmapSearch& search)
      : search_(search), part_(search.part_), rounds_(at(part_.rounds)) {}

  void run() {
    weigh();
    addVariables();
    linkPosts();
    limitOfficials();
    limitVacantPosts();
    countCells();
    limitUnits();
    limitDistricts();
    limitGroups();
    limitRelatives();
    countMoves();
    emit();
  }

 private:
  struct Variable {
    std::int64_t cost;
    std::int32_t lower;
    std::int32_t upper;
    std::vector<lp::LinearProgram::Entry> entries;
  };

  std::size_t addVariable(std::int64_t cost, std::int32_t upper) {
    variables_.push_back({cost, 0, upper, {}});
    return variables_.size() - 1;
  }
  std::int32_t addRow(std::int32_t lower, std::int32_t upper) {
    return search_.program_.addRow(lower, upper);
  }
  void put(std::int32_t row, std::size_t variable, std::int32_t value) {
    variables_[variable].entries.push_back({row, value});
  }

  [[nodiscard]] std::size_t cell(std::int32_t post, std::int32_t round) const {
    return at(post) * rounds_ + at(round);
  }
  [[nodiscard]] std::int32_t endsOf(std::int32_t official) const {
    return part_.officials[at(official)].ends;
  }
  // The round by which the first holder is gone even without moving; 0 when the post is vacant.
  [[nodiscard]] std::int32_t heldUntil(std::size_t post) const {
    const std::int32_t holder = part_.posts[post].holder;
    return holder < 0 ? 0 : endsOf(holder);
  }

  // Each weight exceeds the greatest possible sum of everything after it.
  void weigh() {
    std::vector<std::int64_t> dearest(part_.officials.size(), 0);
    for (const RoadmapArc& arc : part_.arcs) {
      std::int64_t& known = dearest[at(arc.official)];
      known = std::max<std::int64_t>(known, arc.cost);
    }
    for (const RoadmapLeave& leave : part_.leaves) {
      std::int64_t& known = dearest[at(part_.posts[at(leave.post)].holder)];
      known = std::max<std::int64_t>(known, part_.leave_cost);
    }
    std::int64_t cost = 1 + static_cast<std::int64_t>(part_.kinships.size()) * part_.kinship_cost;
    for (const std::int64_t one : dearest) cost += one;
    const auto movers = static_cast<std::int64_t>(part_.officials.size()) + 1;
    cost += static_cast<std::int64_t>(part_.head_units * rounds_) * part_.continuity_cost;
    search_.weights_.moves = cost;
    search_.weights_.dropped = search_.weights_.vacant = cost * movers;  // no standing moves here
    search_.weights_.shortfall =
        search_.weights_.vacant * (static_cast<std::int64_t>(part_.posts.size() * rounds_) + 1);
  }

  void addVariables() {
    const Weights& weights = search_.weights_;
    for (const RoadmapArc& arc : part_.arcs) {
      const RoadmapOfficial& who = part_.officials[at(arc.official)];
      // For an official with a post, the rounds filled in the new post are left vacant in the old
      // one.
      const std::int64_t filled = who.from < 0 ? who.ends - arc.round : 0;
      addVariable(arc.cost - weights.vacant * filled, 1);
    }
    search_.first_leave_ = variables_.size();
    for (const RoadmapLeave& leave : part_.leaves) {
      const std::int64_t vacant = heldUntil(at(leave.post)) - leave.round;
      addVariable(part_.leave_cost + weights.vacant * vacant, 1);
    }
    changes_.assign(part_.posts.size() * rounds_, SIZE_MAX);
    arcs_into_.resize(changes_.size());
    outs_.resize(changes_.size());
    for (std::size_t a = 0; a < part_.arcs.size(); ++a) {
      const RoadmapArc& arc = part_.arcs[a];
      arcs_into_[cell(arc.post, arc.round)].push_back(a);
      const std::int32_t from = part_.officials[at(arc.official)].from;
      if (from >= 0) outs_[cell(from, arc.round)].push_back(a);
    }
    for (std::size_t l = 0; l < part_.leaves.size(); ++l) {
      const RoadmapLeave& leave = part_.leaves[l];
      outs_[cell(leave.post, leave.round)].push_back(search_.first_leave_ + l);
    }
    first_change_ = variables_.size();
    for (std::size_t i = 0; i < changes_.size(); ++i) {
      if (!arcs_into_[i].empty()) changes_[i] = addVariable(weights.moves, 1);
    }
    end_of_changes_ = variables_.size();
    std::int64_t vacant = 0;
    for (std::size_t p = 0; p < part_.posts.size(); ++p) vacant += part_.rounds - heldUntil(p);
    search_.branching_.constant = weights.vacant * vacant;
  }

  // Whether somebody can take the post and be gone again before the last round.
  [[nodiscard]] bool fallsVacantAgain(std::size_t post) const {
    for (std::size_t r = 0; r < rounds_; ++r) {
      for (const std::size_t a : arcs_into_[post * rounds_ + r]) {
        if (endsOf(part_.arcs[a].official) < part_.rounds) return true;
      }
    }
    return false;
  }

  // A post changes hands when somebody enters; its first holder leaves only then.
  void linkPosts() {
    falls_vacant_.resize(part_.posts.size());
    for (std::size_t p = 0; p < part_.posts.size(); ++p) {
      falls_vacant_[p] = fallsVacantAgain(p) ? 1 : 0;
      for (std::size_t r = 0; r < rounds_; ++r) {
        const std::size_t i = p * rounds_ + r;
        if (changes_[i] != SIZE_MAX) {
          const std::int32_t row = addRow(0, 0);
          for (const std::size_t a : arcs_into_[i]) put(row, a, 1);
          put(row, changes_[i], -1);
          search_.crash_.emplace_back(row, changes_[i]);
        }
        const bool is_held = place(r) < heldUntil(p);
        if (!is_held || (outs_[i].empty() && changes_[i] == SIZE_MAX)) continue;
        const std::int32_t row = addRow(falls_vacant_[p] != 0 ? -1 : 0, 0);
        for (const std::size_t out : outs_[i]) {
          put(row, out, 1);
          if (out >= search_.first_leave_) search_.crash_.emplace_back(row, out);
        }
        if (changes_[i] != SIZE_MAX) put(row, changes_[i], -1);
      }
    }
  }

  void limitOfficials() {
    std::vector<std::vector<std::size_t>> of(part_.officials.size());
    for (std::size_t a = 0; a < part_.arcs.size(); ++a) {
      of[at(part_.arcs[a].official)].push_back(a);
    }
    for (std::size_t l = 0; l < part_.leaves.size(); ++l) {
      of[at(part_.posts[at(part_.leaves[l].post)].holder)].push_back(search_.first_leave_ + l);
    }
    for (const std::vector<std::size_t>& moves : of) {
      if (moves.size() < 2) continue;
      const std::int32_t row = addRow(0, 1);
      for (const std::size_t move : moves) put(row, move, 1);
    }
  }

  // Nobody enters a held post except when its first holder leaves.
  void limitVacantPosts() {
    for (std::size_t p = 0; p < part_.posts.size(); ++p) {
      if (falls_vacant_[p] != 0) {
        limitEachRound(p);
      } else if (heldUntil(p) < part_.rounds) {
        const std::int32_t row = addRow(0, 1);  // whoever enters stays
        for (std::size_t r = 0; r < rounds_; ++r) {
          if (changes_[p * rounds_ + r] != SIZE_MAX) put(row, changes_[p * rounds_ + r], 1);
        }
      }
    }
  }

  // Holders before the round, minus the one leaving, plus the one entering: at most one.
  void limitEachRound(std::size_t p) {
    for (std::size_t r = 0; r < rounds_; ++r) {
      const std::size_t now = p * rounds_ + r;
      if (changes_[now] == SIZE_MAX) continue;
      const bool is_held = place(r) < heldUntil(p);
      const std::int32_t row = addRow(is_held ? -2 : 0, is_held ? 0 : 1);
      put(row, changes_[now], 1);
      if (is_held) {
        for (std::size_t s = 0; s <= r; ++s) {
          for (const std::size_t out : outs_[p * rounds_ + s]) put(row, out, -1);
        }
      }
      for (std::size_t s = 0; s < r; ++s) {
        for (const std::size_t a : arcs_into_[p * rounds_ + s]) {
          if (endsOf(part_.arcs[a].official) > place(r)) put(row, a, 1);
        }
      }
    }
  }

  void countCells() {
    search_.branching_.down_first.first = variables_.size();
    for (const RoadmapCell& counted : part_.cells) {
      for (std::int32_t t = 0; t < part_.rounds; ++t) countCell(counted, t);
    }
    search_.branching_.down_first.end = variables_.size();
  }

  void countCell(const RoadmapCell& counted, std::int32_t t) {
    const std::int32_t missing = counted.missing[at(t)];
    std::int32_t gains = 0;
    std::int32_t losses = 0;
    const std::int32_t row = addRow(0, 0);
    for (const RoadmapCell::Counted& arc : counted.arcs) {
      if (part_.arcs[at(arc.what)].round > t || t >= arc.until) continue;
      put(row, at(arc.what), 1);
      ++gains;
    }
    for (const RoadmapCell::Counted& holder : counted.holders) {
      if (t >= holder.until) continue;
      for (std::int32_t s = 0; s <= t; ++s) {
        const std::size_t i = cell(holder.what, s);
        if (falls_vacant_[at(holder.what)] == 0) {
          if (changes_[i] != SIZE_MAX) put(row, changes_[i], -1);
        } else {
          for (const std::size_t out : outs_[i]) put(row, out, -1);
        }
      }
      ++losses;
    }
    const std::int32_t most = std::max(0, missing + losses);
    search_.program_.row_lower[at(row)] = missing;
    search_.program_.row_upper[at(row)] = std::max(missing, most + gains);
    put(row, addVariable(search_.weights_.shortfall, most), 1);
  }

  void limitUnits() {
    if (!part_.continuity_is_hard && part_.continuity_cost == 0) return;
    std::vector<std::vector<std::size_t>> in_unit(part_.head_units);
    for (std::size_t r = 0; r < rounds_; ++r) {
      for (std::vector<std::size_t>& changes : in_unit) changes.clear();
      for (std::size_t p = 0; p < part_.posts.size(); ++p) {
        const std::size_t change = changes_[p * rounds_ + r];
        if (change == SIZE_MAX || part_.posts[p].unit < 0) continue;
        in_unit[at(part_.posts[p].unit)].push_back(change);
      }
      for (const std::vector<std::size_t>& changes : in_unit) {
        const std::int32_t above = place(changes.size()) - rules::kMostHeadChanges;
        if (above <= 0) continue;
        const std::int32_t row = addRow(-above, rules::kMostHeadChanges);
        for (const std::size_t change : changes) put(row, change, 1);
        if (!part_.continuity_is_hard) put(row, addVariable(part_.continuity_cost, 1), -above);
      }
    }
  }

  void limitDistricts() {
    for (std::size_t d = 0; d < part_.district_cap.size(); ++d) {
      for (std::size_t r = 0; r < rounds_; ++r) {
        std::vector<std::size_t> changes;
        for (std::size_t p = 0; p < part_.posts.size(); ++p) {
          const std::size_t change = changes_[p * rounds_ + r];
          if (change != SIZE_MAX && at(part_.posts[p].district) == d) changes.push_back(change);
        }
        const std::int32_t cap = std::max(0, part_.district_cap[d]);
        if (place(changes.size()) <= cap) continue;
        const std::int32_t row = addRow(0, cap);
        for (const std::size_t change : changes) put(row, change, 1);
      }
    }
  }

  void limitGroups() {
    for (const CappedPosts& capped : part_.group_caps) {
      for (std::size_t r = 0; r < rounds_; ++r) {
        const std::int32_t row = addRow(0, std::max(0, capped.most));
        for (const std::int32_t p : capped.posts) {
          const std::size_t change = changes_[at(p) * rounds_ + r];
          if (change != SIZE_MAX) put(row, change, 1);
        }
      }
    }
  }

  void limitRelatives() {
    for (const Kinship& kinship : part_.kinships) {
      const std::int32_t there = kinship.is_there ? 1 : 0;
      const std::int32_t row = addRow(-2, 1 - there);
      put(row, at(kinship.arc), 1);
      if (there != 0) {
        for (const std::int32_t a : kinship.out_arcs) put(row, at(a), -1);
        for (const std::int32_t l : kinship.out_leaves) put(row, search_.first_leave_ + at(l), -1);
      }
      for (const std::int32_t a : kinship.in_arcs) put(row, at(a), 1);
      if (part_.kinship_is_hard) continue;
      put(row, addVariable(part_.kinship_cost, 1), -1);
    }
  }

  void countMoves() {
    const std::size_t before = variables_.size();
    search_.first_round_ = before;
    const std::int32_t most = place(part_.posts.size());
    for (std::size_t r = 0; r < rounds_; ++r) {
      const std::int32_t row = addRow(0, 0);
      for (std::size_t p = 0; p < part_.posts.size(); ++p) {
        if (changes_[p * rounds_ + r] != SIZE_MAX) put(row, changes_[p * rounds_ + r], 1);
      }
      put(row, addVariable(0, most), -1);
    }
    const std::int32_t row = addRow(0, 0);
    for (std::size_t r = 0; r < rounds_; ++r) put(row, before + r, 1);
    const std::size_t all = addVariable(0, most * part_.rounds);
    put(row, all, -1);
    const lp::VariableRange shortfalls = search_.branching_.down_first;
    search_.branching_.order = {shortfalls,         {all, all + 1},
                                {before, all},      {first_change_, end_of_changes_},
                                {0, first_change_}, {shortfalls.end, before}};
  }

  // An entry may be named more than once; a variable's entries are summed by row.
  void emit() {
    lp::LinearProgram& program = search_.program_;
    for (Variable& variable : variables_) {
      program.addVariable(variable.cost, variable.lower, variable.upper);
      std::sort(variable.entries.begin(), variable.entries.end(),
                [](const auto& a, const auto& b) { return a.row < b.row; });
      for (std::size_t k = 0; k < variable.entries.size();) {
        lp::LinearProgram::Entry sum = variable.entries[k++];
        while (k < variable.entries.size() && variable.entries[k].row == sum.row) {
          sum.value += variable.entries[k++].value;
        }
        if (sum.value != 0) program.addEntry(sum.row, sum.value);
      }
    }
  }

  RoadmapSearch& search_;
  const RoadmapInstance& part_;
  std::size_t rounds_;
  std::vector<Variable> variables_;
  // By post and round.
  std::vector<std::size_t> changes_;  // the post's variable; SIZE_MAX: nobody can enter
  std::vector<std::vector<std::size_t>> arcs_into_;
  std::vector<std::vector<std::size_t>> outs_;  // variables for the holder's moves and leaving
  std::vector<std::uint8_t> falls_vacant_;      // by post
  std::size_t first_change_ = 0;
  std::size_t end_of_changes_ = 0;
};

RoadmapSearch::RoadmapSearch(const RoadmapInstance& part) : part_(part) {
  ProgramBuilder(*this).run();
}

void RoadmapSearch::start(const std::vector<std::int32_t>& most_moves, const RoadmapChoice& known) {
  if (!tree_) tree_.emplace(program_, crash_, branching_);
  best_ = known;
  tree_->start(valueOf(known));
  for (std::size_t r = 0; r < most_moves.size(); ++r) {
    const std::int32_t most = std::min(most_moves[r], program_.upper[first_round_ + r]);
    tree_->setBounds(first_round_ + r, 0, std::max(0, most));
  }
}

bool RoadmapSearch::step(std::size_t pivots) {
  const std::size_t end = tree_->pivots() + pivots;
  while (tree_->step(end) == lp::TreeSearch::Status::kWhole) noteChoice();
  return tree_->isOver();
}

Objective RoadmapSearch::bound() const {
  return weights_.split(std::max<std::int64_t>(0, tree_->bound()));
}

std::optional<std::int64_t> RoadmapSearch::valueOf(const RoadmapChoice& choice) const {
  const std::optional<PlayedChoice> played = play(part_, choice);
  return played ? std::optional(weights_.join(sumOf(*played))) : std::nullopt;
}

// The solution of the present node is whole.
void RoadmapSearch::noteChoice() {
  RoadmapChoice found;
  for (std::size_t a = 0; a < part_.arcs.size(); ++a) {
    if (tree_->isTaken(a)) found.arcs.push_back(place(a));
  }
  for (std::size_t l = 0; l < part_.leaves.size(); ++l) {
    if (tree_->isTaken(first_leave_ + l)) found.leaves.push_back(place(l));
  }
  if (tree_->found(valueOf(found))) best_ = std::move(found);
}

}  // namespace cadre::propose
