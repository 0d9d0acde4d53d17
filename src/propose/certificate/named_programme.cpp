#include "propose/certificate/named_programme.h"

#include <algorithm>

#include "core/places.h"
#include "propose/model/selection.h"
#include "propose/search/branch_and_bound.h"
#include "propose/search/promising_arcs.h"

namespace cadre::propose {
namespace {

constexpr std::int32_t kNone = -1;

// What can be chosen at all.
struct Usable {
  std::vector<std::uint8_t> arcs;
  std::vector<std::uint8_t> leaves;  // by post
  std::vector<std::uint8_t> posts;
};

// A post that nobody can come into does not change hands, nor one whose holder has nowhere to go,
// which may leave others without a way.
Usable findUsable(const Instance& in) {
  Usable out;
  out.arcs.assign(in.arcs.size(), 1);
  out.posts.assign(in.posts.size(), 1);
  out.leaves.assign(in.posts.size(), 0);
  std::vector<std::uint8_t> is_pinned(in.arcs.size(), 0);
  for (const std::int32_t a : in.pinned_arcs) is_pinned[at(a)] = 1;
  std::vector<std::uint8_t> is_pinned_leave(in.posts.size(), 0);
  for (const std::int32_t p : in.pinned_leaves) is_pinned_leave[at(p)] = 1;
  for (std::size_t a = 0; a < in.arcs.size(); ++a) {
    if (is_pinned[a] == 0 && breaksContinuity(in, in.arcs[a])) out.arcs[a] = 0;
  }
  const auto holder = [&](std::size_t p) { return in.posts[p].holder; };
  for (std::size_t p = 0; p < in.posts.size(); ++p) {
    if (holder(p) >= 0) out.leaves[p] = in.officials[at(holder(p))].may_leave ? 1 : 0;
    if (is_pinned_leave[p] != 0) out.leaves[p] = 1;
  }
  for (bool shrinks = true; shrinks;) {
    shrinks = false;
    std::vector<std::uint8_t> comes(in.posts.size(), 0);
    std::vector<std::uint8_t> goes(in.officials.size(), 0);
    for (std::size_t a = 0; a < in.arcs.size(); ++a) {
      if (out.arcs[a] == 0) continue;
      comes[at(in.arcs[a].post)] = 1;
      goes[at(in.arcs[a].official)] = 1;
    }
    for (std::size_t p = 0; p < in.posts.size(); ++p) {
      const bool goes_on = holder(p) < 0 || out.leaves[p] != 0 || goes[at(holder(p))] != 0;
      if (out.posts[p] == 0 || (comes[p] != 0 && goes_on)) continue;
      if (is_pinned_leave[p] != 0) continue;
      out.posts[p] = 0;
      shrinks = true;
    }
    for (std::size_t a = 0; a < in.arcs.size(); ++a) {
      const std::int32_t from = in.officials[at(in.arcs[a].official)].from;
      const bool is_out =
          out.posts[at(in.arcs[a].post)] == 0 || (from >= 0 && out.posts[at(from)] == 0);
      if (out.arcs[a] == 0 || is_pinned[a] != 0 || !is_out) continue;
      out.arcs[a] = 0;
      shrinks = true;
    }
  }
  // What a pinned move needs stays, so that the programme says that there is no plan.
  for (const std::int32_t a : in.pinned_arcs) {
    const Arc& arc = in.arcs[at(a)];
    out.posts[at(arc.post)] = 1;
    const std::int32_t from = in.officials[at(arc.official)].from;
    if (from >= 0) out.posts[at(from)] = 1;
  }
  for (std::size_t p = 0; p < in.posts.size(); ++p) {
    if (out.posts[p] == 0) out.leaves[p] = 0;
  }
  return out;
}

class Builder {
 public:
  Builder(const Plan& plan, const Instance& instance, const Weighing& weighing,
          const std::vector<std::uint8_t>& pairs)
      : plan_(plan),
        structure_(*plan.structure),
        in_(instance),
        weights_(weighing.weights),
        is_in_(pairs),
        usable_(findUsable(instance)) {
    out_.branching.unit = weighing.unit;
  }

  NamedProgramme build() {
    entries_of_arc_.resize(in_.arcs.size());
    entries_of_post_.resize(in_.posts.size());
    addFlows();
    addCells();
    addHeads();
    addCaps();
    addPairs();
    total_row_ = addRow("total", 0, 0, true, true);
    for (std::size_t p = 0; p < in_.posts.size(); ++p) put(entries_of_post_[p], total_row_, 1);
    addVariables();
    return std::move(out_);
  }

 private:
  using Entries = std::vector<lp::LinearProgram::Entry>;

  [[nodiscard]] const std::string& keyOf(CadreId cadre) const { return plan_.cadre(cadre).key; }
  [[nodiscard]] const std::string& keyOf(std::size_t post) const {
    return structure_.post(in_.posts[post].post).key;
  }
  [[nodiscard]] UnitId unitOf(std::size_t post) const {
    return structure_.unitOf(in_.posts[post].post);
  }

  std::int32_t addRow(std::string name, std::int64_t least, std::int64_t most, bool has_least,
                      bool has_most) {
    out_.rows.push_back(std::move(name));
    out_.has_least.push_back(has_least ? 1 : 0);
    out_.has_most.push_back(has_most ? 1 : 0);
    return out_.program.addRow(static_cast<std::int32_t>(least), static_cast<std::int32_t>(most));
  }
  std::size_t addVariable(std::string name, std::int64_t cost, std::int32_t least,
                          std::int32_t most, const Entries& entries) {
    out_.variables.push_back(std::move(name));
    const std::size_t variable = out_.program.addVariable(cost, least, most);
    for (const lp::LinearProgram::Entry& entry : entries) {
      out_.program.addEntry(entry.row, entry.value);
    }
    return variable;
  }
  static void put(Entries& entries, std::int32_t row, std::int32_t value) {
    entries.push_back({row, value});
  }

  void addFlows() {
    in_row_.assign(in_.posts.size(), kNone);
    out_row_.assign(in_.posts.size(), kNone);
    for (std::size_t p = 0; p < in_.posts.size(); ++p) {
      if (usable_.posts[p] == 0) continue;
      in_row_[p] = addRow("post:" + keyOf(p), 0, 0, true, true);
      put(entries_of_post_[p], in_row_[p], -1);
      if (in_.posts[p].holder < 0) continue;
      out_row_[p] = addRow("holder:" + keyOf(p), 0, 0, true, true);
      put(entries_of_post_[p], out_row_[p], -1);
    }
    official_row_.assign(in_.officials.size(), kNone);
    for (std::size_t a = 0; a < in_.arcs.size(); ++a) {
      if (usable_.arcs[a] == 0) continue;
      const Arc& arc = in_.arcs[a];
      const Official& official = in_.officials[at(arc.official)];
      std::int32_t& row = official_row_[at(arc.official)];
      if (row == kNone) {
        row = official.from >= 0 ? out_row_[at(official.from)]
                                 : addRow("official:" + keyOf(official.cadre), 0, 1, true, true);
      }
      put(entries_of_arc_[a], in_row_[at(arc.post)], 1);
      put(entries_of_arc_[a], row, 1);
    }
  }

  void addCells() {
    for (const QuotaCell& cell : in_.cells) {
      const std::string name =
          plan_.quota_set->quotas[cell.quota.index()].key + "/" + structure_.unit(cell.unit).key;
      const std::int64_t most =
          std::max<std::int64_t>(0, cell.missing + static_cast<std::int64_t>(cell.vacating.size()));
      const std::int64_t end =
          std::max<std::int64_t>(cell.missing, most + static_cast<std::int64_t>(cell.arcs.size()));
      cell_row_.push_back(addRow("cell:" + name, cell.missing, end, true, false));
      cell_name_.push_back("short:" + name);
      most_short_.push_back(static_cast<std::int32_t>(most));
      for (const std::int32_t arc : cell.arcs) put(entries_of_arc_[at(arc)], cell_row_.back(), 1);
      for (const std::int32_t post : cell.vacating) {
        put(entries_of_post_[at(post)], cell_row_.back(), -1);
      }
    }
  }

  void addHeads() {
    unit_row_.assign(in_.head_limit.size(), kNone);
    unit_posts_.assign(in_.head_limit.size(), 0);
    unit_name_.resize(in_.head_limit.size());
    if (!in_.hasContinuity()) return;
    for (std::size_t p = 0; p < in_.posts.size(); ++p) {
      if (usable_.posts[p] == 0 || in_.posts[p].unit < 0) continue;
      ++unit_posts_[at(in_.posts[p].unit)];
      unit_name_[at(in_.posts[p].unit)] = "heads:" + structure_.unit(unitOf(p)).key;
    }
    for (std::size_t u = 0; u < in_.head_limit.size(); ++u) {
      if (unit_posts_[u] <= in_.head_limit[u]) continue;
      unit_row_[u] = addRow(unit_name_[u], -unit_posts_[u], in_.head_limit[u], false, true);
    }
    for (std::size_t p = 0; p < in_.posts.size(); ++p) {
      const std::int32_t unit = in_.posts[p].unit;
      if (unit >= 0 && unit_row_[at(unit)] >= 0) put(entries_of_post_[p], unit_row_[at(unit)], 1);
    }
  }

  void addCaps() {
    std::vector<std::int32_t> count(in_.district_cap.size(), 0);
    std::vector<std::string> name(in_.district_cap.size());
    for (std::size_t p = 0; p < in_.posts.size(); ++p) {
      if (usable_.posts[p] == 0) continue;
      ++count[at(in_.posts[p].district)];
      const UnitId district = structure_.districtOf(unitOf(p));
      if (district) name[at(in_.posts[p].district)] = structure_.unit(district).key;
    }
    std::vector<std::int32_t> row(in_.district_cap.size(), kNone);
    for (std::size_t d = 0; d < in_.district_cap.size(); ++d) {
      if (count[d] <= in_.district_cap[d]) continue;
      row[d] = addRow("cap:district/" + name[d], 0, std::max(0, in_.district_cap[d]), false, true);
    }
    for (std::size_t p = 0; p < in_.posts.size(); ++p) {
      const std::int32_t district = row[at(in_.posts[p].district)];
      if (district >= 0) put(entries_of_post_[p], district, 1);
    }
    for (const CappedPosts& capped : in_.group_caps) addGroupCap(capped);
  }

  void addGroupCap(const CappedPosts& capped) {
    const std::string& by = plan_.rule_set->caps->per_group->by;
    const UnitId group =
        structure_.groupOf(structure_.findLevel(by), unitOf(at(capped.posts.front())));
    const std::int32_t row = addRow("cap:" + by + "/" + structure_.unit(group).key, 0,
                                    std::max(0, capped.most), false, true);
    for (const std::int32_t p : capped.posts) put(entries_of_post_[at(p)], row, 1);
  }

  // The unit in which the two come together.
  [[nodiscard]] UnitId unitOf(const Exclusion& exclusion) const {
    if (exclusion.stays >= 0) return unitOf(at(exclusion.stays));
    return unitOf(at(in_.arcs[at(exclusion.arcs.front())].post));
  }

  [[nodiscard]] std::string pairOf(const Exclusion& exclusion) const {
    const std::string& a = keyOf(exclusion.one);
    const std::string& b = keyOf(exclusion.other);
    return "pair:" + std::min(a, b) + "+" + std::max(a, b) + "@" +
           structure_.unit(unitOf(exclusion)).key;
  }

  // Taken moves − changing hands − together <= 1, and one less where somebody sits there.
  void addPairs() {
    entries_of_pair_.resize(at(in_.pairs));
    pair_name_.resize(at(in_.pairs));
    for (std::size_t e = 0; e < in_.exclusions.size(); ++e) {
      if (is_in_[e] == 0) continue;
      const Exclusion& exclusion = in_.exclusions[e];
      const bool stays = exclusion.stays >= 0;
      const std::string pair = pairOf(exclusion);
      std::string name = pair;
      if (stays) name += "/" + keyOf(at(exclusion.stays));
      if (exclusion.outside > 0) name += ">" + keyOf(exclusion.one);
      const std::int32_t row =
          addRow(std::move(name), -2, (stays ? 0 : 1) - exclusion.outside, false, true);
      for (const std::int32_t arc : exclusion.arcs) put(entries_of_arc_[at(arc)], row, 1);
      if (stays) put(entries_of_post_[at(exclusion.stays)], row, -1);
      if (in_.exclusions_are_hard) continue;
      put(entries_of_pair_[at(exclusion.pair)], row, -1);
      pair_name_[at(exclusion.pair)] = pair;
    }
  }

  void addVariables() {
    const std::size_t posts = in_.posts.size();
    std::vector<std::int32_t> standing(in_.arcs.size(), 0);
    std::vector<std::int32_t> standing_leave(posts, 0);
    for (const std::int32_t a : in_.standing_arcs) ++standing[at(a)];
    for (const std::int32_t p : in_.standing_leaves) ++standing_leave[at(p)];
    std::vector<std::int32_t> is_pinned(in_.arcs.size(), 0);
    for (const std::int32_t a : in_.pinned_arcs) is_pinned[at(a)] = 1;
    std::vector<std::int32_t> is_pinned_leave(posts, 0);
    for (const std::int32_t p : in_.pinned_leaves) is_pinned_leave[at(p)] = 1;
    lp::Branching& branching = out_.branching;
    branching.constant = in_.standing() * weights_.dropped;
    out_.arc_of.assign(in_.arcs.size(), kNone);
    for (std::size_t a = 0; a < in_.arcs.size(); ++a) {
      if (usable_.arcs[a] == 0) continue;
      const Arc& arc = in_.arcs[a];
      const std::string name =
          keyOf(in_.officials[at(arc.official)].cadre) + ">" + keyOf(at(arc.post));
      out_.arc_of[a] = place(addVariable(name, arc.cost - standing[a] * weights_.dropped,
                                         is_pinned[a], 1, entries_of_arc_[a]));
    }
    const std::size_t first_leave = out_.arcs = out_.program.variables();
    if (in_.arcs.size() > kMostArcsAtOnce) {
      constexpr std::size_t kPerEnd = 6;
      for (const std::uint32_t a : promisingArcs(in_, kPerEnd)) {
        if (out_.arc_of[a] >= 0)
          out_.promising.push_back(static_cast<std::uint32_t>(out_.arc_of[a]));
      }
    }
    for (std::size_t p = 0; p < posts; ++p) {
      if (usable_.leaves[p] == 0 || out_row_[p] < 0) continue;
      const std::int64_t cost = in_.leave_cost - standing_leave[p] * weights_.dropped;
      const Entries entries = {{out_row_[p], 1}};
      out_.crash.emplace_back(
          out_row_[p], addVariable("leaves:" + keyOf(p), cost, is_pinned_leave[p], 1, entries));
    }
    const std::size_t first_post = out_.program.variables();
    for (std::size_t p = 0; p < posts; ++p) {
      const bool is_vacant = in_.posts[p].holder < 0;
      if (is_vacant) branching.constant += weights_.vacant;
      if (usable_.posts[p] == 0) continue;
      const std::int64_t cost = weights_.moves - (is_vacant ? weights_.vacant : 0);
      const std::size_t y = addVariable("changes:" + keyOf(p), cost, 0, 1, entries_of_post_[p]);
      out_.crash.emplace_back(in_row_[p], y);
    }
    const std::size_t first_cell = out_.program.variables();
    for (std::size_t q = 0; q < in_.cells.size(); ++q) {
      const Entries entries = {{cell_row_[q], 1}};
      addVariable(cell_name_[q], weights_.shortfall, 0, most_short_[q], entries);
    }
    const std::size_t first_unit = out_.program.variables();
    for (std::size_t u = 0; u < in_.head_limit.size(); ++u) {
      if (in_.continuity_is_hard || unit_row_[u] < 0) continue;
      // As little as whole solutions allow, so that halves are not cheaper.
      const Entries entries = {{unit_row_[u], in_.head_limit[u] - unit_posts_[u]}};
      addVariable(unit_name_[u], in_.continuity_cost, 0, 1, entries);
    }
    for (std::size_t pair = 0; pair < entries_of_pair_.size(); ++pair) {
      if (entries_of_pair_[pair].empty()) continue;
      addVariable(pair_name_[pair], in_.exclusion_cost, 0, 1, entries_of_pair_[pair]);
    }
    out_.total = addVariable("total", 0, 0, static_cast<std::int32_t>(posts), {{total_row_, -1}});
    branching.down_first = {first_cell, first_unit};
    branching.order = {branching.down_first,      {out_.total, out_.total + 1},
                       {first_post, first_cell},  {0, first_leave},
                       {first_leave, first_post}, {first_unit, out_.total}};
  }

  const Plan& plan_;
  const Structure& structure_;
  const Instance& in_;
  const Weights& weights_;
  const std::vector<std::uint8_t>& is_in_;
  Usable usable_;
  NamedProgramme out_;
  std::vector<Entries> entries_of_arc_;
  std::vector<Entries> entries_of_post_;
  std::vector<Entries> entries_of_pair_;
  std::vector<std::string> pair_name_;
  std::vector<std::int32_t> in_row_;        // by post
  std::vector<std::int32_t> out_row_;       // by post
  std::vector<std::int32_t> official_row_;  // by official
  std::vector<std::int32_t> cell_row_;
  std::vector<std::string> cell_name_;
  std::vector<std::int32_t> most_short_;
  std::vector<std::int32_t> unit_row_;
  std::vector<std::int32_t> unit_posts_;
  std::vector<std::string> unit_name_;
  std::int32_t total_row_ = 0;
};

}  // namespace

NamedProgramme namedProgramme(const Plan& plan, const Instance& instance, const Weighing& weighing,
                              const std::vector<std::uint8_t>& pairs) {
  return Builder(plan, instance, weighing, pairs).build();
}

}  // namespace cadre::propose
