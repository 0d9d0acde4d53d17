#include "document/proposal_diff.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/disjoint_sets.h"
#include "core/stable_sort.h"
#include "model/consultation.h"
#include "propose/books.h"
#include "propose/model/move_cost.h"
#include "propose/model/question.h"
#include "rules/rule.h"
#include "simulate/quota_cells.h"

namespace cadre {
namespace {

// The unit of the quota's group level whose cell the post belongs to; none when it has none.
UnitId cellUnit(const Plan& plan, const Quota& quota, PostId post) {
  const Structure& structure = *plan.structure;
  const Post& record = plan.post(post);
  if (!quota.countsTitle(record.title)) return {};
  return structure.groupOf(structure.findLevel(quota.group_level), record.unit);
}

std::vector<CellGain> gainsOf(const Plan& plan, const ProposedLine& line, Date date) {
  std::vector<CellGain> out;
  const std::vector<Quota>& quotas = plan.quota_set->quotas;
  const auto add = [&](std::size_t q, PostId post, std::int32_t sign) {
    const UnitId unit = post ? cellUnit(plan, quotas[q], post) : UnitId{};
    if (!unit) return;
    const Counted counted =
        countsFor(quotas[q], plan.cadre(line.cadre), plan.post(post).unit, plan, date);
    if (counted != Counted::kYes) return;
    const auto known = std::find_if(out.begin(), out.end(), [&](const CellGain& gain) {
      return gain.quota == QuotaId{q} && gain.unit == unit;
    });
    if (known == out.end()) {
      out.push_back({QuotaId{q}, unit, sign});
    } else {
      known->change += sign;
    }
  };
  for (std::size_t q = 0; q < quotas.size(); ++q) {
    add(q, line.to, 1);
    add(q, line.from, -1);
  }
  std::erase_if(out, [](const CellGain& gain) { return gain.change == 0; });
  return out;
}

// What the cost of each line is made of. How many soft rules it breaks follows from the rest.
void addParts(const Plan& plan, const Round& round, std::vector<ProposedLine>& lines) {
  const propose::CostTable costs = propose::costTable(plan);
  const ConsultationIndex views(round.consultations);
  for (ProposedLine& line : lines) {
    if (line.kind == Proposed::kDropped) continue;
    if (!line.to) {
      line.parts.leave = line.cost;
      continue;
    }
    line.parts = propose::costParts(plan, costs, line.cadre, line.from, line.to, 0,
                                    views.viewsOf(line.cadre, line.to));
    line.parts.soft_rules = line.cost - line.parts.total();
  }
}

// The lines of the difference, in no order yet.
std::vector<ProposedLine> linesOf(const Round& round, const RoundState& state,
                                  const propose::Proposal& proposal) {
  std::vector<ProposedLine> out;
  for (const propose::ProposedMove& move : proposal.moves) {
    ProposedLine line;
    line.cadre = move.cadre;
    line.from = move.from;
    line.to = move.to;
    line.cost = move.cost;
    line.pinned = move.pinned;
    if (const Move* now = round.moveOf(move.cadre)) {
      line.kind = now->to == move.to ? Proposed::kKept : Proposed::kChanged;
      line.instead_of = now->to;
    }
    out.push_back(std::move(line));
  }
  const std::size_t proposed = out.size();
  for (std::size_t i = 0; i < round.moves.size(); ++i) {
    const Move& move = round.moves[i];
    const bool stays = move.pinned || std::find(proposal.kept.begin(), proposal.kept.end(), i) !=
                                          proposal.kept.end();
    const auto end = out.begin() + static_cast<std::ptrdiff_t>(proposed);
    const bool is_proposed = std::any_of(
        out.begin(), end, [&](const ProposedLine& line) { return line.cadre == move.cadre; });
    if (stays || is_proposed) continue;
    ProposedLine line;
    line.cadre = move.cadre;
    line.from = state.before.firstPost(move.cadre);
    line.to = move.to;
    line.kind = Proposed::kDropped;
    line.pinned = move.pinned;
    out.push_back(std::move(line));
  }
  return out;
}

// Who comes to and who leaves which post in the proposal.
void linkLines(std::vector<ProposedLine>& lines) {
  std::map<PostId, CadreId> comes_to;
  std::map<PostId, CadreId> leaves;
  for (const ProposedLine& line : lines) {
    if (line.kind == Proposed::kDropped) continue;
    if (line.to) comes_to[line.to] = line.cadre;
    if (line.from) leaves[line.from] = line.cadre;
  }
  const auto find = [](const std::map<PostId, CadreId>& in, PostId post) {
    const auto found = post ? in.find(post) : in.end();
    return found == in.end() ? CadreId{} : found->second;
  };
  for (ProposedLine& line : lines) {
    if (line.kind == Proposed::kDropped) continue;
    line.makes_room_for = find(comes_to, line.from);
    line.follows = find(leaves, line.to);
  }
}

// For each line the place of the first line that it hangs together with.
std::vector<std::size_t> rootsOf(const std::vector<ProposedLine>& lines) {
  DisjointSets sets(lines.size());
  std::map<PostId, std::size_t> first;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const PostId post : {lines[i].from, lines[i].to, lines[i].instead_of}) {
      if (!post) continue;
      const auto [known, is_new] = first.try_emplace(post, i);
      if (!is_new) sets.join(known->second, i);
    }
  }
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < lines.size(); ++i) out.push_back(sets.find(i));
  return out;
}

// Along chains: who takes a post that nobody leaves comes first, then who takes theirs. What is
// dropped comes last.
void orderAlongChain(const std::vector<ProposedLine>& lines, std::vector<std::size_t>& places) {
  std::vector<std::size_t> left = std::move(places);
  places.clear();
  const auto take = [&](auto&& is_next) {
    const auto found =
        std::find_if(left.begin(), left.end(), [&](std::size_t i) { return is_next(lines[i]); });
    if (found == left.end()) return false;
    places.push_back(*found);
    left.erase(found);
    return true;
  };
  while (!left.empty()) {
    const auto is_proposed = [](const ProposedLine& line) {
      return line.kind != Proposed::kDropped;
    };
    const bool began =
        take([&](const ProposedLine& line) { return is_proposed(line) && !line.follows; }) ||
        take(is_proposed) || take([](const ProposedLine&) { return true; });
    while (began && lines[places.back()].makes_room_for) {
      const CadreId next = lines[places.back()].makes_room_for;
      if (!take([&](const ProposedLine& l) { return is_proposed(l) && l.cadre == next; })) break;
    }
  }
}

Shape shapeOf(const std::vector<ProposedLine>& lines, const std::vector<std::size_t>& places) {
  std::size_t proposed = 0;
  bool is_closed = true;
  for (const std::size_t i : places) {
    if (lines[i].kind == Proposed::kDropped) continue;
    ++proposed;
    is_closed = is_closed && lines[i].makes_room_for && lines[i].follows;
  }
  if (places.size() <= 1) return Shape::kSingle;
  if (proposed < 2 || !is_closed) return Shape::kChain;
  return proposed == 2 ? Shape::kSwap : Shape::kCycle;
}

}  // namespace

std::int32_t ProposalDiff::changedMoves(const std::vector<std::uint8_t>& accepted) const {
  return static_cast<std::int32_t>(
      std::count_if(lines.begin(), lines.end(), [&](const ProposedLine& line) {
        return line.kind != Proposed::kKept && accepted[line.group] != 0;
      }));
}

ProposalDiff diffOf(const Plan& plan, const Round& round, const RoundState& state,
                    const propose::Proposal& proposal) {
  std::vector<ProposedLine> lines = linesOf(round, state, proposal);
  addParts(plan, round, lines);
  linkLines(lines);
  const std::vector<std::size_t> roots = rootsOf(lines);
  std::map<std::size_t, ProposedGroup> groups;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    ProposedGroup& group = groups[roots[i]];
    group.lines.push_back(i);
    group.changes_round = group.changes_round || lines[i].kind != Proposed::kKept;
  }
  ProposalDiff out;
  for (auto& [root, group] : groups) {
    orderAlongChain(lines, group.lines);
    group.shape = shapeOf(lines, group.lines);
    out.groups.push_back(std::move(group));
  }
  // What changes the round first, then by district, in the order of the plan.
  const auto place = [&](const ProposedGroup& group) {
    const ProposedLine& line = lines[group.lines.front()];
    const PostId post = line.to ? line.to : line.from;
    return std::pair(!group.changes_round,
                     post ? plan.structure->districtOf(plan.post(post).unit) : UnitId{});
  };
  stableSort(out.groups,
             [&](const ProposedGroup& a, const ProposedGroup& b) { return place(a) < place(b); });
  for (std::size_t g = 0; g < out.groups.size(); ++g) {
    for (std::size_t& i : out.groups[g].lines) {
      ProposedLine& line = lines[i];
      line.group = g;
      if (line.kind != Proposed::kDropped) line.gains = gainsOf(plan, line, state.date);
      i = out.lines.size();
      out.lines.push_back(std::move(line));
    }
  }
  return out;
}

AcceptProposal acceptCommand(const RoundRef& ref, const ProposalDiff& diff,
                             const std::vector<std::uint8_t>& accepted) {
  AcceptProposal out;
  out.round = ref;
  for (const ProposedLine& line : diff.lines) {
    if (accepted[line.group] == 0 || line.kind == Proposed::kKept) continue;
    if (line.kind == Proposed::kDropped) {
      out.without.push_back(line.cadre);
      continue;
    }
    Move move = proposedMove(line.cadre, line.from, line.to);
    move.pinned = line.pinned;
    out.moves.push_back(std::move(move));
  }
  return out;
}

std::int64_t shortfallOutside(const Plan& plan, const std::vector<Cell>& cells,
                              const std::vector<UnitId>& units) {
  if (units.empty()) return 0;
  const Structure& structure = *plan.structure;
  std::int64_t out = 0;
  for (const Cell& cell : cells) {
    const bool is_inside = std::any_of(units.begin(), units.end(), [&](UnitId unit) {
      return structure.overlap(cell.unit, unit);
    });
    if (!is_inside) out += cell.shortfall();
  }
  return out;
}

RoundFigures figuresOf(const Plan& plan, const Round& round, const Seating& before,
                       const RoundState& played, const std::vector<UnitId>& units) {
  const propose::Objective sum = propose::booksOf(plan, round, before, played, units).objective();
  return {sum.shortfall, sum.vacant, sum.moves, sum.cost};
}

}  // namespace cadre
