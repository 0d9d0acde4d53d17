#include "propose/proposal.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "propose/branch_and_bound.h"
#include "propose/build_instances.h"

namespace cadre::propose {
namespace {

// The solver keeps a dense inverse: rows grow with posts and officials.
constexpr std::size_t kMostRows = 1200;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

// Solutions of one part by the most posts that may change hands; nothing where pins need more.
struct Curve {
  std::vector<std::optional<Solution>> by_moves;  // 0 to the moves of the free optimum
};

class Solver {
 public:
  explicit Solver(const Problem& problem) : problem_(problem) {
    for (const Instance& part : problem.parts) searches_.emplace_back(part);
  }

  // The best solution of each part within the cap over all; nothing when pins do not allow any.
  std::optional<std::vector<Solution>> run() {
    std::vector<Solution> free;
    std::int64_t moves = 0;
    for (std::size_t i = 0; i < searches_.size(); ++i) {
      std::optional<Solution> solution = solve(i, INT32_MAX);
      if (!solution) return std::nullopt;
      moves += solution->best.objective.moves;
      free.push_back(std::move(*solution));
    }
    if (moves <= problem_.round_cap) return free;
    return join(free);
  }

  std::size_t nodes = 0;
  std::size_t pivots = 0;

 private:
  std::optional<Solution> solve(std::size_t part, std::int32_t most) {
    std::optional<Solution> out = searches_[part].solve(most);
    if (out) {
      nodes += out->nodes;
      pivots += out->pivots;
    }
    return out;
  }

  // best[c]: the least objective of the parts so far with at most c moves, and the share of the
  // last.
  std::optional<std::vector<Solution>> join(const std::vector<Solution>& free) {
    struct State {
      Objective objective;
      std::int32_t share = -1;  // moves allowed to the last part; -1: impossible
    };
    if (problem_.round_cap < 0) return std::nullopt;
    const std::size_t cap = at(problem_.round_cap);
    std::vector<Curve> curves;
    std::vector<std::vector<State>> table;
    table.emplace_back(cap + 1, State{{}, 0});
    for (std::size_t i = 0; i < searches_.size(); ++i) {
      curves.push_back(curveOf(i, free[i], cap));
      const std::vector<std::optional<Solution>>& points = curves.back().by_moves;
      std::vector<State> next(cap + 1);
      for (std::size_t c = 0; c <= cap; ++c) {
        for (std::size_t k = 0; k < points.size() && k <= c; ++k) {
          const State& before = table.back()[c - k];
          if (!points[k] || before.share < 0) continue;
          const Objective sum = before.objective + points[k]->best.objective;
          if (next[c].share < 0 || sum < next[c].objective) {
            next[c] = {sum, static_cast<std::int32_t>(k)};
          }
        }
      }
      table.push_back(std::move(next));
    }
    std::vector<Solution> out(searches_.size());
    std::size_t left = cap;
    for (std::size_t i = searches_.size(); i-- > 0;) {
      const std::int32_t share = table[i + 1][left].share;
      if (share < 0) return std::nullopt;
      out[i] = *curves[i].by_moves[at(share)];
      left -= at(share);
    }
    return out;
  }

  Curve curveOf(std::size_t part, const Solution& free, std::size_t cap) {
    Curve out;
    const auto most =
        std::min<std::int64_t>(free.best.objective.moves, static_cast<std::int64_t>(cap) + 1);
    for (std::int32_t k = 0; k < most; ++k) out.by_moves.push_back(solve(part, k));
    out.by_moves.emplace_back(free);
    return out;
  }

  const Problem& problem_;
  std::deque<BranchAndBound> searches_;  // which cannot be moved
};

void addMoves(Proposal& out, const Instance& part, const Selection& chosen) {
  for (const std::int32_t a : chosen.arcs) {
    const Arc& arc = part.arcs[at(a)];
    const Official& official = part.officials[at(arc.official)];
    const PostId from = official.from < 0 ? PostId{} : part.posts[at(official.from)].post;
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

bool isTooLarge(const Instance& part) {
  return 2 * part.posts.size() + part.cells.size() + part.head_units > kMostRows;
}

}  // namespace

Proposal propose(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
                 std::size_t round, Within within) {
  const Problem problem = buildProblem(plan, scenario, timeline, round, within);
  Proposal out;
  out.broken_pin = problem.broken_pin;
  if (problem.broken_pin) return out;
  if (std::any_of(problem.parts.begin(), problem.parts.end(), isTooLarge)) {
    out.status = Status::kTooLarge;
    return out;
  }
  Solver solver(problem);
  const std::optional<std::vector<Solution>> solutions = solver.run();
  out.nodes = solver.nodes;
  out.pivots = solver.pivots;
  if (!solutions) return out;
  out.status = Status::kOptimal;
  out.objective.shortfall = out.bound.shortfall = problem.fixed_shortfall;
  for (std::size_t i = 0; i < solutions->size(); ++i) {
    const Solution& solution = (*solutions)[i];
    out.objective = out.objective + solution.best.objective;
    out.bound = out.bound + solution.bound;
    if (!solution.is_optimal) out.status = Status::kFeasible;
    addMoves(out, problem.parts[i], solution.best);
  }
  std::sort(out.moves.begin(), out.moves.end(),
            [](const ProposedMove& a, const ProposedMove& b) { return a.cadre < b.cadre; });
  return out;
}

Round roundWith(const Round& round, const Proposal& proposal) {
  Round out = round;
  std::erase_if(out.moves, [](const Move& move) { return !move.pinned; });
  for (const ProposedMove& proposed : proposal.moves) {
    if (proposed.pinned) continue;
    const auto known = std::find_if(round.moves.begin(), round.moves.end(), [&](const Move& move) {
      return move.cadre == proposed.cadre && move.to == proposed.to;
    });
    Move move = known == round.moves.end() ? Move{} : *known;
    move.cadre = proposed.cadre;
    move.to = proposed.to;
    move.type = !proposed.to    ? MoveType::kTransfer
                : proposed.from ? MoveType::kRotation
                                : MoveType::kAppointment;
    out.moves.push_back(std::move(move));
  }
  return out;
}

}  // namespace cadre::propose
