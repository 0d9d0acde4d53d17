#include "propose/certificate/grow_tree.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "core/places.h"
#include "lp/dual_simplex.h"
#include "propose/certificate/whole_bound.h"

namespace cadre::propose {
namespace {

using Simplex = lp::DualSimplex;

// Tried one after another: multipliers of these programmes are halves or thirds as a rule.
constexpr std::array<std::int64_t, 9> kScales = {1, 2, 3, 4, 6, 12, 60, 1 << 14, 1 << 22};
constexpr std::int64_t kMostMultiplier = std::int64_t{1} << 61;
// A tree that is deeper is given up.
constexpr std::size_t kMostNodes = 20'000;
constexpr std::size_t kPivotsAtOnce = 5'000;

// Of many moves few matter: the others are called in when they are needed.
lp::WaitingVariables waitingOf(const NamedProgramme& named) {
  if (named.promising.empty()) return {};
  return {0, named.arcs, named.promising};
}

// What is above this, in the sum without the constant, proves the bound: sums are multiples of the
// unit.
std::int64_t lastBelow(std::int64_t least, std::int64_t unit) {
  const std::int64_t rest = ((least % unit) + unit) % unit;
  return rest == 0 ? least - unit : least - rest;
}

class Grower {
 public:
  Grower(const NamedProgramme& named, std::int32_t most)
      : named_(named), program_(named.program), simplex_(program_, named.crash, waitingOf(named)) {
    box_.lower = program_.lower;
    box_.upper = program_.upper;
    bound(named.total, 0, std::min(most, box_.upper[named.total]));
  }

  GrownTree grow(std::optional<std::int64_t> least, std::size_t most_pivots) {
    if (least) beaten_ = lastBelow(*least - named_.branching.constant, named_.branching.unit);
    open_.push_back({0, {}, 0, 0});
    while (!open_.empty()) {
      const Open next = open_.back();
      open_.pop_back();
      back(next.trail);
      if (next.variable) bound(*next.variable, next.lower, next.upper);
      if (out_.nodes.size() >= kMostNodes || !visit(most_pivots)) return std::move(out_);
    }
    out_.end = GrownTree::End::kProven;
    return std::move(out_);
  }

  std::optional<SingleNode> root() {
    const Simplex::Status status = solve(lp::kNothingYet, kPivotsOfRoot);
    if (status == Simplex::Status::kInfeasible) {
      if (auto found = contradiction()) return SingleNode{std::nullopt, leaf(*found)};
      return std::nullopt;
    }
    const std::vector<double> duals = simplex_.duals();
    std::optional<SingleNode> best;
    const auto consider = [&](const std::optional<Found>& found) {
      if (!found) return;
      // Up to the next multiple of the unit.
      const Wide step = Wide{found->scale} * named_.branching.unit;
      const Wide sum = found->bound.sum;
      const Wide steps = sum / step + (sum % step > 0 ? 1 : 0);
      const std::int64_t least =
          static_cast<std::int64_t>(steps) * named_.branching.unit + named_.branching.constant;
      if (!best || least > *best->least) best = SingleNode{least, leaf(*found)};
    };
    for (const std::int64_t scale : kScales) consider(rounded(duals, scale));
    consider(rounded(std::vector<double>(program_.rows(), 0.0), 1));  // never below 0
    return best;
  }

 private:
  static constexpr std::size_t kPivotsOfRoot = 2'000'000;

  struct Open {
    std::size_t trail;
    std::optional<std::size_t> variable;
    std::int32_t lower;
    std::int32_t upper;
  };
  struct Changed {
    std::size_t variable;
    std::int32_t lower;
    std::int32_t upper;
  };
  // Multipliers with what they prove.
  struct Found {
    std::int64_t scale;
    std::vector<std::int64_t> multipliers;
    WholeBound bound;
  };

  void bound(std::size_t variable, std::int32_t lower, std::int32_t upper) {
    trail_.push_back({variable, box_.lower[variable], box_.upper[variable]});
    box_.lower[variable] = lower;
    box_.upper[variable] = upper;
    simplex_.setBounds(variable, lower, upper);
  }
  void back(std::size_t length) {
    while (trail_.size() > std::max<std::size_t>(1, length)) {  // the first is that of the total
      const Changed& last = trail_.back();
      box_.lower[last.variable] = last.lower;
      box_.upper[last.variable] = last.upper;
      simplex_.setBounds(last.variable, last.lower, last.upper);
      trail_.pop_back();
    }
  }

  Simplex::Status solve(std::int64_t cutoff, std::size_t most_pivots) {
    const std::size_t end = simplex_.pivots() + most_pivots;
    for (;;) {
      const Simplex::Status status = simplex_.solve(cutoff, kPivotsAtOnce);
      if (status != Simplex::Status::kPaused || simplex_.pivots() >= end) return status;
    }
  }

  // The multipliers times the factor, rounded; what the model has no bound for is left out.
  [[nodiscard]] std::optional<Found> roundedBy(const std::vector<double>& values, double factor,
                                               std::int64_t scale) const {
    Found out{scale, std::vector<std::int64_t>(program_.rows(), 0), {}};
    for (std::size_t i = 0; i < program_.rows(); ++i) {
      const double value = values[i] * factor;
      if (!(std::abs(value) < static_cast<double>(kMostMultiplier))) return std::nullopt;
      const std::int64_t whole = std::llround(value);
      const bool has_side = (whole > 0 ? named_.has_least[i] : named_.has_most[i]) != 0;
      if (has_side) out.multipliers[i] = whole;
    }
    std::optional<WholeBound> bound = wholeBound(named_, box_, out.multipliers, scale);
    if (!bound) return std::nullopt;
    out.bound = *std::move(bound);
    return out;
  }
  [[nodiscard]] std::optional<Found> rounded(const std::vector<double>& duals,
                                             std::int64_t scale) const {
    return roundedBy(duals, static_cast<double>(scale), scale);
  }

  [[nodiscard]] std::optional<Found> contradiction() const {
    const std::vector<double> ray = simplex_.contradiction();
    double most = 0.0;
    double least = std::numeric_limits<double>::max();
    for (const double value : ray) {
      most = std::max(most, std::abs(value));
      if (std::abs(value) > 1e-7) least = std::min(least, std::abs(value));
    }
    if (most <= 0.0) return std::nullopt;
    for (const double one : {least, most}) {
      for (const std::int64_t scale : kScales) {
        for (const double sign : {1.0, -1.0}) {
          const double factor = sign * static_cast<double>(scale) / one;
          std::optional<Found> found = roundedBy(ray, factor, 0);
          if (found && found->bound.sum > 0) return found;
        }
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] bool proves(const Found& found) const {
    return beaten_ && found.bound.sum > Wide{*beaten_} * found.scale;
  }

  [[nodiscard]] Multipliers named(const Found& found) const {
    Multipliers out;
    out.scale = found.scale;
    for (std::size_t i = 0; i < program_.rows(); ++i) {
      if (found.multipliers[i] != 0) out.rows.emplace_back(named_.rows[i], found.multipliers[i]);
    }
    return out;
  }
  [[nodiscard]] ProofNode leaf(const Found& found) const { return {"", 0, named(found)}; }

  // The present node, with a branch or without; false when the search is over.
  bool visit(std::size_t most_pivots) {
    const std::int64_t cutoff = beaten_.value_or(lp::kNothingYet);
    const std::size_t left = most_pivots - std::min(most_pivots, simplex_.pivots());
    if (left == 0) return false;
    const Simplex::Status status = solve(cutoff, left);
    if (status == Simplex::Status::kInfeasible) {
      if (const auto found = contradiction()) {
        out_.nodes.push_back(leaf(*found));
        return true;
      }
    }
    std::optional<Found> best;
    const std::vector<double> duals = simplex_.duals();
    for (const std::int64_t scale : kScales) {
      if (!beaten_) break;
      std::optional<Found> found = rounded(duals, scale);
      if (!found) continue;
      if (proves(*found)) {
        out_.nodes.push_back(leaf(*found));
        return true;
      }
      if (!best || found->bound.sum * best->scale > best->bound.sum * found->scale) {
        best = std::move(found);
      }
    }
    const bool is_solved = status == Simplex::Status::kOptimal;
    std::optional<std::size_t> variable =
        is_solved ? lp::mostFractional(simplex_, named_.branching.order) : std::nullopt;
    if (is_solved && !variable && isBetter()) return false;
    // Rounding got in the way: smaller boxes leave less to it.
    if (!variable) variable = anyFree();
    if (!variable) return false;
    branch(*variable, best);
    return true;
  }

  void branch(std::size_t variable, const std::optional<Found>& best) {
    const double value = std::clamp<double>(simplex_.value(variable), box_.lower[variable],
                                            box_.upper[variable] - 0.5);
    const auto floor = static_cast<std::int32_t>(std::floor(value));
    ProofNode node{named_.variables[variable], floor, std::nullopt};
    if (best && fix(*best, variable)) node.multipliers = named(*best);
    out_.nodes.push_back(std::move(node));
    open_.push_back({trail_.size(), variable, floor + 1, box_.upper[variable]});
    open_.push_back({trail_.size(), variable, box_.lower[variable], floor});
  }

  // Variables whose reduced cost alone lifts the bound over what is to be proven stay where they
  // are.
  bool fix(const Found& found, std::size_t branched) {
    const Wide beaten = Wide{*beaten_} * found.scale;
    bool any = false;
    for (std::size_t j = 0; j < program_.variables(); ++j) {
      const Wide cost = found.bound.reduced[j];
      if (j == branched || cost == 0 || box_.lower[j] == box_.upper[j]) continue;
      if (found.bound.sum + (cost < 0 ? -cost : cost) <= beaten) continue;
      const std::int32_t value = cost > 0 ? box_.lower[j] : box_.upper[j];
      bound(j, value, value);
      any = true;
    }
    return any;
  }

  // The solution is whole; whether it is worth less than what is to be proven.
  bool isBetter() {
    Wide value = 0;
    for (std::size_t j = 0; j < program_.variables(); ++j) {
      value += Wide{program_.cost[j]} * std::llround(simplex_.value(j));
    }
    if (beaten_ && value > *beaten_) return false;
    out_.end = GrownTree::End::kBetter;
    out_.taken.resize(program_.variables());
    for (std::size_t j = 0; j < program_.variables(); ++j) {
      out_.taken[j] = simplex_.value(j) > 0.5 ? 1 : 0;
    }
    return true;
  }

  [[nodiscard]] std::optional<std::size_t> anyFree() const {
    for (const lp::VariableRange& range : named_.branching.order) {
      for (std::size_t j = range.first; j < range.end; ++j) {
        if (box_.lower[j] < box_.upper[j]) return j;
      }
    }
    return std::nullopt;
  }

  const NamedProgramme& named_;
  const lp::LinearProgram& program_;
  Simplex simplex_;
  Box box_;
  std::vector<Changed> trail_;
  std::vector<Open> open_;
  std::optional<std::int64_t> beaten_;
  GrownTree out_;
};

}  // namespace

GrownTree growTree(const NamedProgramme& named, std::int32_t most,
                   std::optional<std::int64_t> least, std::size_t most_pivots) {
  return Grower(named, most).grow(least, most_pivots);
}

std::optional<SingleNode> proveRoot(const NamedProgramme& named, std::int32_t most) {
  return Grower(named, most).root();
}

}  // namespace cadre::propose
