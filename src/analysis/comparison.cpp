#include "analysis/comparison.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/stable_sort.h"
#include "model/consultation.h"

namespace cadre {
namespace {

std::int32_t vacantPosts(const Seating& seating) {
  std::int32_t count = 0;
  for (std::size_t p = 0; p < seating.postCount(); ++p) {
    if (!seating.holder(PostId{p})) ++count;
  }
  return count;
}

ScenarioFigures figuresOf(const Plan& plan, const Scenario& scenario, const Timeline& timeline) {
  ScenarioFigures out;
  out.rounds = static_cast<std::int32_t>(scenario.rounds.size());
  for (const RoundState& state : timeline.rounds) {
    out.moves += state.moves;
    out.blocked += static_cast<std::int32_t>(state.happened.size()) - state.moves;
  }
  const FindingCounts findings = timeline.findingCounts();
  out.hard = findings.hard;
  out.soft = findings.soft;
  out.waived = findings.waived;
  const RoundState& last = timeline.rounds.back();
  out.vacancies = vacantPosts(last.after);
  out.cells = last.cells;
  out.shortfall.assign(plan.quota_set->quotas.size(), 0);
  out.reached.assign(plan.quota_set->quotas.size(), 0);
  for (const Cell& cell : out.cells) {
    out.shortfall[cell.quota.index()] += cell.shortfall();
    if (cell.shortfall() == 0) ++out.reached[cell.quota.index()];
  }
  return out;
}

// One side of a comparison of moves.
class Side {
 public:
  Side(const Scenario& of, const Timeline& played) : scenario(of), timeline(played) {
    for (const Round& round : of.rounds) views_.emplace_back(round.consultations);
  }

  const Scenario& scenario;
  const Timeline& timeline;

  [[nodiscard]] const Round& roundOf(MoveAt at) const { return scenario.rounds[at.round]; }
  [[nodiscard]] const Move& of(MoveAt at) const { return roundOf(at).moves[at.move]; }
  [[nodiscard]] bool happened(MoveAt at) const {
    return timeline.rounds[at.round + 1].happened[at.move] != 0;
  }
  [[nodiscard]] Views viewsOf(MoveAt at) const {
    return views_[at.round].viewsOf(of(at).cadre, of(at).to);
  }

 private:
  std::vector<ConsultationIndex> views_;  // by round
};

using MovesByCadre = std::map<CadreId, std::vector<MoveAt>>;

MovesByCadre movesOf(const Scenario& scenario) {
  MovesByCadre out;
  for (std::size_t r = 0; r < scenario.rounds.size(); ++r) {
    for (std::size_t m = 0; m < scenario.rounds[r].moves.size(); ++m) {
      out[scenario.rounds[r].moves[m].cadre].push_back({r, m});
    }
  }
  return out;
}

MoveDifference differenceOf(const Side& a, MoveAt first, const Side& b, MoveAt second) {
  const Move& here = a.of(first);
  const Move& there = b.of(second);
  MoveDifference out{.cadre = here.cadre, .first = first, .second = second};
  out.destination = here.to != there.to;
  out.round = a.roundOf(first).date != b.roundOf(second).date;
  out.type = here.type != there.type;
  out.consent = a.viewsOf(first) != b.viewsOf(second);
  out.outcome = a.happened(first) != b.happened(second);
  return out;
}

bool differs(const MoveDifference& pair) {
  return pair.destination || pair.round || pair.type || pair.consent || pair.outcome;
}

// A distance between two moves of one official: 0 for the same move. The date weighs most, so that
// an official who moves twice is compared round by round; views and outcome only break ties.
int distance(const MoveDifference& pair) {
  return (pair.round ? 16 : 0) + (pair.destination ? 8 : 0) + (pair.type ? 4 : 0) +
         (pair.consent ? 2 : 0) + (pair.outcome ? 1 : 0);
}

// An official with implausibly many moves is compared in list order: a file may contain thousands,
// and comparing all pairs would take minutes.
constexpr std::size_t kMostPairs = 4096;

// Pairs moves of one official, the most similar first; the rest have no counterpart.
std::vector<MoveDifference> pairUp(const Side& a, const std::vector<MoveAt>& firsts, const Side& b,
                                   const std::vector<MoveAt>& seconds) {
  struct Candidate {
    MoveDifference pair;
    std::size_t first;
    std::size_t second;
  };
  std::vector<Candidate> candidates;
  const bool all_pairs = firsts.size() * seconds.size() <= kMostPairs;
  for (std::size_t i = 0; i < firsts.size(); ++i) {
    const std::size_t from = all_pairs ? 0 : i;
    const std::size_t to = all_pairs ? seconds.size() : std::min(i + 1, seconds.size());
    for (std::size_t j = from; j < to; ++j) {
      candidates.push_back({differenceOf(a, firsts[i], b, seconds[j]), i, j});
    }
  }
  stableSort(candidates, [](const auto& left, const auto& right) {
    return distance(left.pair) < distance(right.pair);
  });
  std::vector<std::uint8_t> first_done(firsts.size(), 0);
  std::vector<std::uint8_t> second_done(seconds.size(), 0);
  std::vector<MoveDifference> out;
  for (const Candidate& candidate : candidates) {
    if (first_done[candidate.first] != 0 || second_done[candidate.second] != 0) continue;
    first_done[candidate.first] = 1;
    second_done[candidate.second] = 1;
    if (differs(candidate.pair)) out.push_back(candidate.pair);
  }
  for (std::size_t i = 0; i < firsts.size(); ++i) {
    if (first_done[i] == 0) out.push_back({.cadre = a.of(firsts[i]).cadre, .first = firsts[i]});
  }
  for (std::size_t j = 0; j < seconds.size(); ++j) {
    if (second_done[j] == 0) out.push_back({.cadre = b.of(seconds[j]).cadre, .second = seconds[j]});
  }
  return out;
}

// In the order of the first scenario, then of the second.
std::array<std::size_t, 3> placeOf(const MoveDifference& difference) {
  if (difference.first) return {0, difference.first->round, difference.first->move};
  return {1, difference.second->round, difference.second->move};
}

}  // namespace

Comparison compare(const Plan& plan, std::span<const Scenario* const> scenarios,
                   std::span<const Timeline* const> timelines) {
  Comparison out;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    out.figures.push_back(figuresOf(plan, *scenarios[i], *timelines[i]));
  }
  return out;
}

std::vector<MoveDifference> differences(const Scenario& first, const Timeline& first_timeline,
                                        const Scenario& second, const Timeline& second_timeline) {
  const Side a{first, first_timeline};
  const Side b{second, second_timeline};
  const MovesByCadre in_first = movesOf(first);
  MovesByCadre in_second = movesOf(second);
  std::vector<MoveDifference> out;
  for (const auto& [cadre, moves] : in_first) {
    const std::vector<MoveDifference> pairs = pairUp(a, moves, b, in_second[cadre]);
    out.insert(out.end(), pairs.begin(), pairs.end());
    in_second.erase(cadre);
  }
  for (const auto& [cadre, moves] : in_second) {
    const std::vector<MoveDifference> pairs = pairUp(a, {}, b, moves);
    out.insert(out.end(), pairs.begin(), pairs.end());
  }
  stableSort(out,
             [](const auto& left, const auto& right) { return placeOf(left) < placeOf(right); });
  return out;
}

}  // namespace cadre
