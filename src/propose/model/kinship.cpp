#include "propose/model/kinship.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "core/places.h"
#include "rules/rule.h"

namespace cadre::propose {
namespace {

constexpr std::int32_t kNone = -1;

class Pairs {
 public:
  Pairs(Instance& part, const RoundStart& start, const Kin& kin,
        const std::vector<std::uint8_t>& is_open)
      : part_(part),
        start_(start),
        kin_(kin),
        is_open_(is_open),
        structure_(*start.plan().structure) {}

  void add() {
    place_.assign(start_.plan().roster->cadres.size(), kNone);
    for (std::size_t o = 0; o < part_.officials.size(); ++o) {
      place_[part_.officials[o].cadre.index()] = place(o);
    }
    findArcs();
    for (std::size_t o = 0; o < part_.officials.size(); ++o) {
      const CadreId cadre = part_.officials[o].cadre;
      for (const CadreId relative : kin_.of(cadre)) {
        if (!part_.exclusions_are_hard) addStaying(place(o), relative);
        const std::int32_t other = place_[relative.index()];
        if (other == kNone || relative < cadre) continue;  // each pair once
        // What a pinned move breaks is not the proposal's, and nobody is led to it
        // (possible_moves.h).
        const bool is_pinned = start_.isPinned(cadre) || start_.isPinned(relative);
        if (part_.exclusions_are_hard && is_pinned) continue;
        addPair(place(o), other);
      }
    }
  }

 private:
  // An arc as a unit and its place.
  using Into = std::pair<UnitId, std::int32_t>;

  [[nodiscard]] UnitId unitOf(std::int32_t post) const {
    return structure_.unitOf(part_.posts[at(post)].post);
  }

  // By official: their arcs, by unit.
  void findArcs() {
    arcs_.resize(part_.officials.size());
    for (std::size_t a = 0; a < part_.arcs.size(); ++a) {
      const CadreId cadre = part_.officials[at(part_.arcs[a].official)].cadre;
      if (kin_.of(cadre).empty()) continue;
      arcs_[at(part_.arcs[a].official)].emplace_back(unitOf(part_.arcs[a].post), place(a));
    }
    for (std::vector<Into>& arcs : arcs_) std::sort(arcs.begin(), arcs.end());
  }

  // Whether the relative sits in the unit whatever is proposed.
  [[nodiscard]] bool staysIn(CadreId relative, UnitId unit) const {
    const Seating& seating = start_.seating();
    for (PostId post = seating.firstPost(relative); post; post = seating.nextPost(post)) {
      if (structure_.unitOf(post) == unit && is_open_[post.index()] == 0) return true;
    }
    return false;
  }

  // Units in which the relative stays and the official would come to them.
  void addStaying(std::int32_t official, CadreId relative) {
    const std::vector<Into>& arcs = arcs_[at(official)];
    for (auto it = arcs.begin(); it != arcs.end();) {
      const UnitId unit = it->first;
      Exclusion added;
      for (; it != arcs.end() && it->first == unit; ++it) added.arcs.push_back(it->second);
      if (!staysIn(relative, unit)) continue;
      added.outside = 1;
      added.pair = part_.pairs++;
      added.one = part_.officials[at(official)].cadre;
      added.other = relative;
      part_.exclusions.push_back(std::move(added));
    }
  }

  void addPair(std::int32_t a, std::int32_t b) {
    const std::vector<Into>& of_a = arcs_[at(a)];
    const std::vector<Into>& of_b = arcs_[at(b)];
    auto x = of_a.begin();
    auto y = of_b.begin();
    while (x != of_a.end() || y != of_b.end()) {
      const bool is_a = y == of_b.end() || (x != of_a.end() && x->first <= y->first);
      const UnitId unit = is_a ? x->first : y->first;
      std::vector<std::int32_t> arcs;
      const auto take = [&](auto& it, auto end) {
        const std::size_t before = arcs.size();
        for (; it != end && it->first == unit; ++it) arcs.push_back(it->second);
        return arcs.size() > before;
      };
      const bool a_comes = take(x, of_a.end());
      const bool b_comes = take(y, of_b.end());
      addUnit(unit, arcs, {a, a_comes}, {b, b_comes});
    }
  }

  struct End {
    std::int32_t official;
    bool comes;
  };

  // The post of the unit in which the official sits; none.
  [[nodiscard]] std::int32_t seatIn(std::int32_t official, UnitId unit) const {
    const std::int32_t from = part_.officials[at(official)].from;
    return from >= 0 && unitOf(from) == unit ? from : kNone;
  }

  void addUnit(UnitId unit, const std::vector<std::int32_t>& arcs, End a, End b) {
    const std::int32_t seat_of_a = seatIn(a.official, unit);
    const std::int32_t seat_of_b = seatIn(b.official, unit);
    const std::size_t before = part_.exclusions.size();
    const std::pair pair{part_.officials[at(a.official)].cadre,
                         part_.officials[at(b.official)].cadre};
    if (b.comes && seat_of_a != kNone) push(arcs, seat_of_a, pair);
    if (a.comes && seat_of_b != kNone) push(arcs, seat_of_b, pair);
    if (part_.exclusions.size() == before && a.comes && b.comes) push(arcs, kNone, pair);
    if (part_.exclusions.size() > before && !part_.exclusions_are_hard) ++part_.pairs;
  }

  void push(const std::vector<std::int32_t>& arcs, std::int32_t stays,
            std::pair<CadreId, CadreId> pair) {
    Exclusion added;
    std::tie(added.one, added.other) = pair;
    added.arcs = arcs;
    added.stays = stays;
    if (!part_.exclusions_are_hard) added.pair = part_.pairs;
    part_.exclusions.push_back(std::move(added));
  }

  Instance& part_;
  const RoundStart& start_;
  const Kin& kin_;
  const std::vector<std::uint8_t>& is_open_;
  const Structure& structure_;
  std::vector<std::int32_t> place_;  // by cadre: among the officials of the part
  std::vector<std::vector<Into>> arcs_;
};

}  // namespace

void addExclusions(Instance& part, const RoundStart& start, const Kin& kin,
                   const std::vector<std::uint8_t>& is_open) {
  const RuleSetting* setting =
      rules::settingSeenAs(*start.plan().rule_set, rules::InProposal::kKinship);
  if (setting == nullptr) return;
  part.exclusions_are_hard = setting->severity == Severity::kHard;
  part.exclusion_cost = part.exclusions_are_hard ? 0 : costTable(start.plan()).soft_rule;
  Pairs(part, start, kin, is_open).add();
}

}  // namespace cadre::propose
