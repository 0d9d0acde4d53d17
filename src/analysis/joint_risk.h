// The probability that several cells hold at once when they share sets of moves or people. Internal
// to analysis.
//
// Independent cells are multiplied. Connected cells form a component: its parts are processed one
// by one, and a state is the number of seats that each open cell can still lose. Cells that always
// hold are left out; a state in which a cell cannot hold is dropped; a cell that can no longer lose
// more than it has to spare counts as closed. A component with too many cells open at once, or too
// many states, is not computed.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "analysis/risk_model.h"
#include "analysis/risk_number.h"

namespace cadre::risk {

// The bits of a state that hold what a cell can still lose.
struct Field {
  std::int32_t spare = -1;  // initial value; below 0: the cell always holds and has no field
  std::uint32_t offset = 0;
  std::uint64_t mask = 0;
};

struct Touched {
  std::uint32_t cell = 0;
  std::array<std::int32_t, 2> lost{};  // relative to the best contribution, by outcome
  std::int32_t later = 0;              // the most that later parts can lose
  bool is_first = false;               // the cell opens here
};

struct JointStep {
  std::size_t part = 0;
  std::vector<Touched> cells;
};

struct JointLayout {
  bool is_possible = true;    // false: some cell cannot hold
  std::vector<Field> fields;  // by cell
  std::vector<std::vector<JointStep>> components;
  std::vector<std::uint8_t> is_wide;       // by component: too many cells open at once
  std::vector<std::int32_t> component_of;  // by set; -1: affects no cell that may fail
};

[[nodiscard]] JointLayout jointLayout(const Model& model);

template <class Number>
class JointCounter {
 public:
  JointCounter(const Model& model, const JointLayout& layout, const Chances<Number>& chances)
      : model_(model), layout_(layout), chances_(chances) {}

  // Number of states created so far.
  [[nodiscard]] std::int64_t work() const { return work_; }

  // The probability that all cells of the component hold, given that the set does not happen
  // (kNone: unconditional). Empty if that would take more than `most` states in total.
  [[nodiscard]] std::optional<Number> probability(std::size_t component, std::int32_t refused,
                                                  std::int64_t most) {
    if (layout_.is_wide[component] != 0) return std::nullopt;
    States states = {{0, fraction<Number>(1, 0)}};
    for (const JointStep& step : layout_.components[component]) {
      for (const Touched& touched : step.cells) {
        if (!touched.is_first) continue;
        const Field& field = layout_.fields[touched.cell];
        for (State& state : states) {
          state.first |= static_cast<std::uint64_t>(field.spare) << field.offset;
        }
      }
      const Part& part = model_.parts[step.part];
      States after;
      for (std::size_t happens = 0; happens < (part.set == MoveSets::kNone ? 1U : 2U); ++happens) {
        const bool is_refused = part.set != MoveSets::kNone && part.set == refused;
        if (is_refused && happens == 1) continue;
        States branch = states;
        if (part.set != MoveSets::kNone && !is_refused) scale(branch, part.set, happens);
        loseForSure(branch, step, happens);
        for (const Person& person : part.people[happens]) {
          leave(branch, person);
          if (work_ > most) return std::nullopt;
        }
        after.insert(after.end(), branch.begin(), branch.end());
      }
      work_ += static_cast<std::int64_t>(after.size());
      for (State& state : after) forgetSpare(state, step);
      merge(after);
      states = std::move(after);
    }
    return states.empty() ? fraction<Number>(0, 0) : states.front().second;
  }

 private:
  using State = std::pair<std::uint64_t, Number>;
  using States = std::vector<State>;  // by key, without duplicates

  [[nodiscard]] std::int32_t spareOf(std::uint64_t key, const Field& field) const {
    return static_cast<std::int32_t>((key >> field.offset) & field.mask);
  }

  // Returns false if the cell cannot hold then.
  [[nodiscard]] bool lose(std::uint64_t& key, std::uint32_t cell, std::int32_t seats) const {
    const Field& field = layout_.fields[cell];
    if (field.spare < 0 || seats == 0) return true;
    if (spareOf(key, field) < seats) return false;
    key -= static_cast<std::uint64_t>(seats) << field.offset;
    return true;
  }

  void scale(States& states, std::int32_t set, std::size_t happens) const {
    const auto at = static_cast<std::size_t>(set);
    const Number& chance = happens == 1 ? chances_.happens[at] : chances_.fails[at];
    if (isZero(chance)) states.clear();
    for (State& state : states) state.second = state.second * chance;
  }

  void loseForSure(States& states, const JointStep& step, std::size_t happens) const {
    std::erase_if(states, [&](State& state) {
      return !std::all_of(step.cells.begin(), step.cells.end(), [&](const Touched& touched) {
        return lose(state.first, touched.cell, touched.lost[happens]);
      });
    });
  }

  // The person stays until the last date, or leaves before one of the dates and is gone on later
  // ones.
  void leave(States& states, const Person& person) {
    Person stakes;
    for (const Stake stake : person) {
      if (layout_.fields[stake.cell].spare >= 0) stakes.push_back(stake);
    }
    if (stakes.empty()) return;
    const auto date_of = [&](const Stake& stake) { return model_.cells[stake.cell].date; };
    std::sort(stakes.begin(), stakes.end(), [&](const Stake& a, const Stake& b) {
      return std::pair(date_of(a), a.cell) < std::pair(date_of(b), b.cell);
    });
    States after;
    std::int64_t stays = kSurelyStays;
    for (std::size_t first = 0; first <= stakes.size(); ++first) {
      const bool is_new_date = first == 0 || first == stakes.size() ||
                               date_of(stakes[first]) != date_of(stakes[first - 1]);
      if (!is_new_date) continue;
      const std::int64_t next = first == stakes.size() ? 0 : model_.stays[date_of(stakes[first])];
      if (next == stays) continue;
      const Number chance = fraction<Number>(static_cast<std::uint64_t>(stays - next), kStayPlaces);
      stays = next;
      for (const State& state : states) {
        std::uint64_t key = state.first;
        bool holds = true;
        for (std::size_t i = first; i < stakes.size() && holds; ++i) {
          holds = lose(key, stakes[i].cell, stakes[i].seats);
        }
        if (holds) after.emplace_back(key, state.second * chance);
      }
    }
    work_ += static_cast<std::int64_t>(states.size() + after.size());
    merge(after);
    states = std::move(after);
  }

  // Having more to spare than can still be lost is equivalent to having exactly that.
  void forgetSpare(State& state, const JointStep& step) const {
    for (const Touched& touched : step.cells) {
      const Field& field = layout_.fields[touched.cell];
      const std::int32_t spare = spareOf(state.first, field);
      if (spare <= touched.later) continue;
      state.first -= static_cast<std::uint64_t>(spare - touched.later) << field.offset;
    }
  }

  static void merge(States& states) {
    std::sort(states.begin(), states.end(),
              [](const State& a, const State& b) { return a.first < b.first; });
    std::size_t size = 0;
    for (std::size_t i = 0; i < states.size(); ++i) {
      if (size > 0 && states[size - 1].first == states[i].first) {
        states[size - 1].second += states[i].second;
      } else {
        if (size != i) states[size] = states[i];
        ++size;
      }
    }
    states.resize(size);
  }

  const Model& model_;
  const JointLayout& layout_;
  const Chances<Number>& chances_;
  std::int64_t work_ = 0;
};

}  // namespace cadre::risk
