#include "propose/certificate/make_certificate.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/places.h"
#include "propose/certificate/prove_part.h"
#include "propose/model/build_instances.h"
#include "propose/model/selection.h"
#include "propose/run_to_end.h"
#include "propose/search/joined_parts.h"
#include "propose/search/part_search.h"

namespace cadre::propose {
namespace {

constexpr std::size_t kWholeSearch = 1'000'000;

// What the proposal chooses, part by part.
std::vector<Selection> selectionsOf(const Problem& problem, const Proposal& proposal) {
  std::unordered_map<std::size_t, PostId> to_of;
  for (const ProposedMove& move : proposal.moves) to_of.emplace(move.cadre.index(), move.to);
  std::vector<Selection> out;
  for (const Instance& part : problem.parts) {
    Selection& chosen = out.emplace_back();
    for (std::size_t a = 0; a < part.arcs.size(); ++a) {
      const auto move = to_of.find(part.officials[at(part.arcs[a].official)].cadre.index());
      if (move == to_of.end()) continue;
      if (part.posts[at(part.arcs[a].post)].post == move->second) chosen.arcs.push_back(place(a));
    }
    for (std::size_t p = 0; p < part.posts.size(); ++p) {
      if (part.posts[p].holder < 0) continue;
      const auto move = to_of.find(part.officials[at(part.posts[p].holder)].cadre.index());
      if (move != to_of.end() && !move->second) chosen.leaves.push_back(place(p));
    }
    chosen.objective = objectiveOf(part, chosen.arcs, chosen.leaves);
  }
  return out;
}

std::optional<Solution> solve(PartSearch& search, std::int32_t most) {
  search.start(most);
  while (!search.step(kWholeSearch)) {
  }
  return search.solution();
}

// Proves all parts, by the cheapest way that does.
class Maker {
 public:
  Maker(const Plan& plan, const Problem& problem, const Proposal& proposal, std::size_t effort)
      : problem_(problem), proposal_(proposal) {
    fixed_ = {problem.fixed_shortfall, 0, problem.fixed_dropped, 0, problem.fixed_cost};
    std::size_t posts = 0;
    for (const Instance& part : problem.parts) {
      provers_.emplace_back(plan, part, effort);
      fixed_ = fixed_ + untouched(part);
      posts += part.posts.size();
    }
    cap_ = std::min(posts, at(std::max(0, problem.round_cap)));
    is_capped_ = cap_ < posts;
    points_.resize(problem.parts.size());
    // One part alone has the cap for itself.
    if (is_capped_ && provers_.size() == 1) most_ = place(cap_);
  }

  bool run(const std::vector<Selection>& selections) {
    if (proveAlone(selections)) return true;
    return proposal_.status == Status::kOptimal && is_capped_ ? proveCurves() : proveRoots();
  }

  [[nodiscard]] Objective bound() const { return bound_ + fixed_; }
  [[nodiscard]] std::vector<std::vector<ProofPoint>> take() { return std::move(points_); }

 private:
  // Each part for itself. False where something better is there.
  bool proveAlone(const std::vector<Selection>& selections) {
    bound_ = {};
    for (std::size_t i = 0; i < provers_.size(); ++i) {
      PartProver::Answer answer = provers_[i].prove(most_, selections[i].objective);
      if (answer.is_better) return false;
      if (!answer.point) answer.point = provers_[i].root(most_);
      if (!answer.point || !answer.point->bound) return false;
      bound_ = bound_ + *answer.point->bound;
      points_[i] = {*std::move(answer.point)};
    }
    return true;
  }

  bool proveRoots() {
    bound_ = {};
    for (std::size_t i = 0; i < provers_.size(); ++i) {
      std::optional<ProofPoint> point = provers_[i].root(most_);
      if (!point || !point->bound) return false;
      bound_ = bound_ + *point->bound;
      points_[i] = {*std::move(point)};
    }
    return true;
  }

  // By part and number of posts: what is proven (nothing: that there is no choice), and whether
  // that is as far as it goes.
  struct Known {
    std::optional<Objective> bound;
    bool is_settled = false;
  };

  bool proveCurves() {
    for (std::size_t i = 0; i < provers_.size(); ++i) {
      searches_.emplace_back(problem_.parts[i], Order::kProposal);
      if (!beginCurve(i)) return false;
    }
    for (;;) {
      const std::vector<Curve> curves = curvesOf();
      const JoinedParts joined(curves, cap_);
      const std::optional<Objective> best = joined.best(cap_);
      if (!best) return false;
      bool any = false;
      if (*best + fixed_ < proposal_.objective) {
        const std::vector<std::size_t> shares = joined.shares(cap_);
        for (std::size_t i = 0; i < shares.size(); ++i) {
          if (known_[i][shares[i]].is_settled) continue;
          settle(i, shares[i]);
          any = true;
        }
      }
      if (any) continue;
      bound_ = *best;
      for (std::vector<ProofPoint>& points : points_) thin(points);
      return true;
    }
  }

  // The end of the curve, and what the linear programme says for fewer posts.
  bool beginCurve(std::size_t i) {
    const std::optional<Solution> free = solve(searches_[i], INT32_MAX);
    if (!free) return false;
    PartProver::Answer answer = provers_[i].prove(std::nullopt, free->best.objective);
    if (!answer.point) answer.point = provers_[i].root(std::nullopt);
    if (!answer.point) return false;
    const auto end = static_cast<std::size_t>(free->best.objective.moves);
    std::vector<Known>& known = known_.emplace_back(std::min(end, cap_) + 1);
    if (end <= cap_) known[end] = {answer.point->bound, true};
    points_[i] = {*std::move(answer.point)};
    for (std::size_t k = 0; k < known.size(); ++k) {
      if (k == end) continue;
      std::optional<ProofPoint> point = provers_[i].root(place(k));
      if (!point) return false;
      known[k] = {point->bound, !point->bound};
      points_[i].push_back(*std::move(point));
    }
    return true;
  }

  [[nodiscard]] std::vector<Curve> curvesOf() const {
    std::vector<Curve> out;
    for (const std::vector<Known>& known : known_) {
      Curve& curve = out.emplace_back();
      for (const Known& one : known) {
        curve.points.push_back({one.bound, one.is_settled});
      }
      // What holds with more posts holds with fewer.
      for (std::size_t k = curve.points.size() - 1; k-- > 0;) {
        std::optional<Objective>& here = curve.points[k].objective;
        const std::optional<Objective>& after = curve.points[k + 1].objective;
        if (!after) {
          here.reset();
        } else if (here && *here < *after) {
          here = after;
        }
      }
    }
    return out;
  }

  // With a tree, where that works out.
  void settle(std::size_t i, std::size_t k) {
    known_[i][k].is_settled = true;
    const std::optional<Solution> found = solve(searches_[i], place(k));
    std::optional<Objective> least;
    if (found) least = found->best.objective;
    PartProver::Answer answer = provers_[i].prove(place(k), least);
    if (!answer.point) return;
    const std::optional<Objective> added = answer.point->bound;
    points_[i].push_back(*std::move(answer.point));
    // It holds with fewer posts, too, and down to its own number it is reached.
    const auto first = found ? static_cast<std::size_t>(found->best.objective.moves) : k;
    for (std::size_t each = first; each <= k; ++each) known_[i][each] = {added, true};
  }

  // Leaves out points that say no more than one with more posts.
  static void thin(std::vector<ProofPoint>& points) {
    const auto most = [](const ProofPoint& point) { return point.most.value_or(INT32_MAX); };
    // Of those with as many posts the best first.
    const auto is_better = [](const ProofPoint& a, const ProofPoint& b) {
      return b.bound.has_value() && (!a.bound || *b.bound < *a.bound);
    };
    std::stable_sort(points.begin(), points.end(), [&](const ProofPoint& a, const ProofPoint& b) {
      return most(a) != most(b) ? most(a) > most(b) : is_better(a, b);
    });
    std::vector<ProofPoint> kept;
    for (ProofPoint& point : points) {
      if (kept.empty() || is_better(point, kept.back())) kept.push_back(std::move(point));
    }
    std::reverse(kept.begin(), kept.end());
    points = std::move(kept);
  }

  const Problem& problem_;
  const Proposal& proposal_;
  std::deque<PartProver> provers_;
  std::deque<PartSearch> searches_;
  std::vector<std::vector<Known>> known_;
  std::vector<std::vector<ProofPoint>> points_;
  std::size_t cap_ = 0;
  bool is_capped_ = false;
  std::optional<std::int32_t> most_;  // posts of each part that change hands, where that is known
  Objective fixed_;                   // what no choice changes
  Objective bound_;                   // and what choices add at best
};

}  // namespace

std::optional<Certificate> makeCertificate(const Plan& plan, const Scenario& scenario,
                                           const Timeline& timeline, std::size_t round,
                                           const Question& question, const Proposal& proposal,
                                           std::size_t effort) {
  if (proposal.status == Status::kInfeasible || proposal.is_too_large) return std::nullopt;
  // A certificate has no words for these questions.
  const bool is_other =
      question.most_moves || !question.staying.empty() || question.units.size() > 1;
  if (is_other) return std::nullopt;
  const Problem problem = buildProblem(plan, scenario, timeline, round, question);
  if (problem.is_too_large || problem.broken_pin) return std::nullopt;
  Maker maker(plan, problem, proposal, effort);
  if (!maker.run(selectionsOf(problem, proposal))) return std::nullopt;
  Certificate out;
  out.scenario = scenario.key;
  out.round = scenario.rounds[round].key;
  out.within = question.within.empty() ? std::string(usualScope(plan)) : question.within;
  out.calm = question.calm;
  if (!question.units.empty()) out.unit = plan.structure->unit(question.units.front()).key;
  out.objective = proposal.objective;
  out.bound = maker.bound();
  for (const ProposedMove& move : proposal.moves) {
    std::optional<std::string> to;
    if (move.to) to = plan.post(move.to).key;
    out.moves.push_back({plan.cadre(move.cadre).key, std::move(to)});
  }
  std::vector<std::vector<ProofPoint>> points = maker.take();
  for (std::size_t i = 0; i < problem.parts.size(); ++i) {
    ProofPart& part = out.parts.emplace_back();
    for (const OpenPost& post : problem.parts[i].posts) {
      part.posts.push_back(plan.post(post.post).key);
    }
    part.points = std::move(points[i]);
  }
  return out;
}

}  // namespace cadre::propose
