#include "analysis/risk_model.h"

#include <algorithm>
#include <map>

#include "analysis/consultation_summary.h"
#include "analysis/staying.h"
#include "model/consultation.h"
#include "model/risk.h"
#include "simulate/apply_moves.h"
#include "simulate/quota_cells.h"

namespace cadre::risk {
namespace {

// The seating with only the certain moves applied.
Seating certainSeating(const Plan& plan, const Round& round, const RoundState& state,
                       const MoveSets& sets) {
  Round certain;
  certain.date = round.date;
  for (std::size_t m = 0; m < round.moves.size(); ++m) {
    if (sets.is_certain[m] != 0) certain.moves.push_back(round.moves[m]);
  }
  return applyMoves(plan, certain, state.before).after;
}

std::vector<std::vector<std::int32_t>> viewsOf(const Plan& plan, const Round& round,
                                               const RoundState& state, const MoveSets& sets) {
  const RiskRates rates(plan.rule_set->risk);
  const ConsultationIndex index(round.consultations);
  std::vector<std::vector<std::int32_t>> out(sets.sets.size());
  for (std::size_t s = 0; s < sets.sets.size(); ++s) {
    for (const std::size_t m : sets.sets[s]) {
      const Move& move = round.moves[m];
      const Views views = index.viewsOf(move.cadre, move.to);
      for (const Party party : kParties) {
        if (!isAsked(move, party, state.before)) continue;
        out[s].push_back(rates.of(views.of(party)).ten_thousandths);
      }
    }
  }
  return out;
}

class Maker {
 public:
  Maker(const Plan& plan, const Round& round, const RoundState& state)
      : plan_(plan), round_(round), quota_cells_(plan) {
    model_.sets = moveSets(plan, round, state);
    model_.views = viewsOf(plan, round, state, model_.sets);
    set_of_.assign(plan.roster->cadres.size(), MoveSets::kNone);
    for (std::size_t s = 0; s < model_.sets.sets.size(); ++s) {
      for (const std::size_t m : model_.sets.sets[s]) {
        set_of_[round.moves[m].cadre.index()] = static_cast<std::int32_t>(s);
      }
    }
    addCells(state.cells);
    addPeople(certainSeating(plan, round, state, model_.sets), 0);
    addPeople(state.after, 1);
    addCellParts();
  }

  Model take() { return std::move(model_); }

 private:
  Date dayOf(QuotaId quota) const {
    return std::max(round_.date, plan_.quota_set->quotas[quota.index()].by.value_or(round_.date));
  }

  void addCells(const std::vector<Cell>& cells) {
    std::vector<Date> dates;
    for (const Cell& cell : cells) dates.push_back(dayOf(cell.quota));
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    const RiskRates rates(plan_.rule_set->risk);
    for (const Date date : dates) {
      model_.stays.push_back(
          stayingFor(rates.leaves_per_year, daysSinceEpoch(date) - daysSinceEpoch(round_.date)));
    }
    model_.cells.reserve(cells.size());
    for (const Cell& cell : cells) {
      const auto date = std::lower_bound(dates.begin(), dates.end(), dayOf(cell.quota));
      quota_of_.push_back(cell.quota);
      model_.cells.push_back({cell.needed, static_cast<std::size_t>(date - dates.begin()), {}});
    }
  }

  // What each person counts in that seating: of all people, or of those in the sets.
  void addPeople(const Seating& seating, std::size_t happens) {
    const std::size_t sets = model_.sets.sets.size();
    if (happens == 0) model_.parts.resize(sets);
    for (std::size_t s = 0; s < sets; ++s) model_.parts[s].set = static_cast<std::int32_t>(s);
    for (std::size_t c = 0; c < set_of_.size(); ++c) {
      const std::int32_t set = set_of_[c];
      if (set == MoveSets::kNone && happens != 0) continue;
      Person person = stakesOf(seating, CadreId{c});
      if (person.empty()) continue;
      if (set == MoveSets::kNone) {
        model_.parts.emplace_back();
        model_.parts.back().people[0].push_back(std::move(person));
      } else {
        model_.parts[static_cast<std::size_t>(set)].people[happens].push_back(std::move(person));
      }
    }
  }

  Person stakesOf(const Seating& seating, CadreId cadre) const {
    Person out;
    for (PostId post = seating.firstPost(cadre); post; post = seating.nextPost(post)) {
      for (const std::uint32_t cell : quota_cells_.cellsOf(post)) {
        const Quota& quota = plan_.quota_set->quotas[quota_of_[cell].index()];
        const Counted counted =
            countsFor(quota, plan_.cadre(cadre), plan_.post(post).unit, plan_, round_.date);
        if (counted == Counted::kYes) out.push_back({cell, 1});
      }
    }
    std::sort(out.begin(), out.end(), [](Stake a, Stake b) { return a.cell < b.cell; });
    std::size_t size = 0;
    for (const Stake stake : out) {
      if (size > 0 && out[size - 1].cell == stake.cell) {
        ++out[size - 1].seats;
      } else {
        out[size++] = stake;
      }
    }
    out.resize(size);
    return out;
  }

  void addCellParts() {
    for (const Part& part : model_.parts) {
      for (std::size_t happens = 0; happens < 2; ++happens) {
        for (const Person& person : part.people[happens]) {
          for (const Stake stake : person) {
            std::vector<CellPart>& parts = model_.cells[stake.cell].parts;
            if (parts.empty() || parts.back().set != part.set) parts.push_back({part.set, {}});
            parts.back().seats[happens].push_back(stake.seats);
          }
        }
      }
    }
  }

  const Plan& plan_;
  const Round& round_;
  QuotaCells quota_cells_;
  Model model_;
  std::vector<std::int32_t> set_of_;  // by cadre
  std::vector<QuotaId> quota_of_;     // by cell
};

}  // namespace

Model makeModel(const Plan& plan, const Round& round, const RoundState& state) {
  return Maker(plan, round, state).take();
}

}  // namespace cadre::risk
