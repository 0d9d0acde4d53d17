#include "propose/certificate/prove_part.h"

#include <algorithm>

#include "core/places.h"
#include "propose/model/selection.h"
#include "propose/model/valuation.h"

namespace cadre::propose {
namespace {

// With more pairs, only those take part that a choice breaks.
constexpr std::size_t kMostPairsAtOnce = 100;

Objective without(const Objective& a, const Objective& b) {
  return {a.shortfall - b.shortfall, a.vacant - b.vacant, a.dropped - b.dropped, a.moves - b.moves,
          a.cost - b.cost};
}

}  // namespace

Objective untouched(const Instance& instance) {
  Objective out;
  out.vacant = std::count_if(instance.posts.begin(), instance.posts.end(),
                             [](const OpenPost& post) { return post.holder < 0; });
  out.dropped = instance.standing();
  return out;
}

PartProver::PartProver(const Plan& plan, const Instance& instance, std::size_t effort)
    : plan_(plan), instance_(instance), effort_(effort), valuation_(instance, Order::kProposal) {
  const bool all = instance.exclusions.size() <= kMostPairsAtOnce;
  is_in_.assign(instance.exclusions.size(), all ? 1 : 0);
  build();
}

void PartProver::build() {
  named_ = namedProgramme(plan_, instance_, {valuation_.weights(), valuation_.unit()}, is_in_);
}

std::int32_t PartProver::limit(std::optional<std::int32_t> most) const {
  return most.value_or(place(instance_.posts.size()));
}

// Puts in the pairs that the choice brings together; false when all of them are in.
bool PartProver::addBroken(const std::vector<std::uint8_t>& taken) {
  std::vector<std::uint8_t> arcs(instance_.arcs.size(), 0);
  Changes changes(instance_.posts.size(), 0);
  for (std::size_t a = 0; a < arcs.size(); ++a) {
    if (named_.arc_of[a] < 0 || taken[at(named_.arc_of[a])] == 0) continue;
    arcs[a] = 1;
    changes[at(instance_.arcs[a].post)] = 1;
  }
  bool any = false;
  for (std::size_t e = 0; e < is_in_.size(); ++e) {
    if (is_in_[e] != 0 || !isBroken(instance_.exclusions[e], arcs, changes)) continue;
    is_in_[e] = 1;
    any = true;
  }
  if (any) build();
  return any;
}

PartProver::Answer PartProver::prove(std::optional<std::int32_t> most,
                                     const std::optional<Objective>& bound) {
  std::optional<std::int64_t> least;
  if (bound) least = valuation_.valueOf(*bound);
  for (;;) {
    GrownTree grown = growTree(named_, limit(most), least, effort_);
    if (grown.end == GrownTree::End::kProven) {
      std::optional<Objective> added;
      if (bound) added = without(*bound, untouched(instance_));
      return {ProofPoint{most, added, valuation_.weights(), std::move(grown.nodes)}};
    }
    if (grown.end == GrownTree::End::kGivenUp) return {};
    if (!addBroken(grown.taken)) return {std::nullopt, true};
  }
}

std::optional<ProofPoint> PartProver::root(std::optional<std::int32_t> most) {
  std::optional<SingleNode> found = proveRoot(named_, limit(most));
  if (!found) return std::nullopt;
  std::optional<Objective> bound;
  if (found->least) bound = without(valuation_.objectiveFrom(*found->least), untouched(instance_));
  ProofPoint out{most, bound, valuation_.weights(), {}};
  out.nodes.push_back(std::move(found->node));
  return out;
}

}  // namespace cadre::propose
