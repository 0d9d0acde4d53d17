#include "analysis/risk.h"

#include <algorithm>
#include <utility>

#include "analysis/cell_risk.h"
#include "analysis/joint_risk.h"
#include "analysis/risk_model.h"
#include "analysis/risk_number.h"

namespace cadre {
namespace {

using risk::CellFigures;
using risk::CellPart;
using risk::Chances;
using risk::JointCounter;
using risk::JointLayout;
using risk::Long;
using risk::Model;
using risk::ModelCell;
using risk::Short;

// Limits on the number of states for the joint probability: per figure, and in total per round.
constexpr std::int64_t kMostStates = 4'000'000;
constexpr std::int64_t kMostStatesInAll = 24'000'000;
// The cost of a state in decimals relative to floating point.
constexpr std::int64_t kShortFactor = 16;
constexpr std::int64_t kLongFactor = 256;
// The most steps of one cell for which the long decimals are used.
constexpr std::int64_t kMostLongSteps = 500'000;

// Probabilities in one number type, computed on first use.
template <class Number>
class Lazy {
 public:
  explicit Lazy(const Model& model) : model_(model) {}
  const Chances<Number>& get() {
    if (!chances_) chances_.emplace(model_);
    return *chances_;
  }

 private:
  const Model& model_;
  std::optional<Chances<Number>> chances_;
};

// All components in one number type.
template <class Number>
class JointFigures {
 public:
  JointFigures(const Model& model, const JointLayout& layout, Lazy<Number>& chances,
               std::int64_t factor)
      : model_(model), layout_(layout), chances_(chances), factor_(factor) {}

  // The probability that all cells hold, given that the set does not happen (kNone: unconditional).
  std::optional<Number> probability(std::int32_t refused) {
    if (!counter_) start();
    if (!is_computed_) return std::nullopt;
    const std::int32_t own =
        refused == MoveSets::kNone ? -1 : layout_.component_of[static_cast<std::size_t>(refused)];
    Number out = risk::fraction<Number>(1, 0);
    for (std::size_t c = 0; c < components_.size(); ++c) {
      if (static_cast<std::int32_t>(c) != own) {
        out = out * components_[c];
        continue;
      }
      const std::optional<Number> changed = component(c, refused);
      if (!changed) return std::nullopt;
      out = out * *changed;
    }
    return out;
  }

  // The accumulated rounding error of sums and products, for floating point.
  [[nodiscard]] double error() const {
    const std::size_t factors = components_.size() + 16 * model_.parts.size() + viewCount();
    return (static_cast<double>(counter_->work()) + static_cast<double>(factors)) * 0x1p-50;
  }

 private:
  void start() {
    counter_.emplace(model_, layout_, chances_.get());
    for (std::size_t c = 0; c < layout_.components.size() && is_computed_; ++c) {
      const std::optional<Number> value = component(c, MoveSets::kNone);
      is_computed_ = value.has_value();
      if (value) components_.push_back(*value);
    }
  }

  std::optional<Number> component(std::size_t c, std::int32_t refused) {
    const std::int64_t most =
        std::min(counter_->work() + kMostStates / factor_, kMostStatesInAll / factor_);
    return counter_->probability(c, refused, most);
  }

  [[nodiscard]] std::size_t viewCount() const {
    std::size_t out = 0;
    for (const auto& views : model_.views) out += 4 * views.size();
    return out;
  }

  const Model& model_;
  const JointLayout& layout_;
  Lazy<Number>& chances_;
  std::int64_t factor_;
  std::optional<JointCounter<Number>> counter_;
  std::vector<Number> components_;
  bool is_computed_ = true;
};

class Figures {
 public:
  explicit Figures(const Model& model) : model_(model), layout_(risk::jointLayout(model)) {}

  void addCell(const ModelCell& cell, CellRisk& out) {
    const auto rough = risk::CellCounter<double>(rough_.get()).figures(cell);
    const double error = static_cast<double>(chainOf(cell)) * 0x1p-50;
    const auto probability = risk::rounded(rough.probability, error);
    const auto shortfall = risk::rounded(rough.shortfall, error * std::max(cell.needed, 1));
    if (probability && shortfall) {
      out.probability = *probability;
      out.expected_shortfall = *shortfall;
      return;
    }
    const auto fine = risk::CellCounter<Short>(short_.get()).figures(cell);
    const auto fine_probability = risk::rounded(fine.probability);
    const auto fine_shortfall = risk::rounded(fine.shortfall);
    out.probability = fine_probability.value_or(risk::roundedNearly(fine.probability));
    out.expected_shortfall = fine_shortfall.value_or(risk::roundedNearly(fine.shortfall));
    if ((fine_probability && fine_shortfall) || stepsOf(cell) > kMostLongSteps) return;
    const auto finest = risk::CellCounter<Long>(long_.get()).figures(cell);
    out.probability = risk::roundedNearly(finest.probability);
    out.expected_shortfall = risk::roundedNearly(finest.shortfall);
  }

  // The probability that all cells hold, given that the set does not happen; kNone: unconditional.
  std::optional<TenThousandths> all(std::int32_t refused) {
    if (!layout_.is_possible) return 0;
    const std::optional<double> rough = rough_joint_.probability(refused);
    if (!rough) return std::nullopt;
    if (const auto out = risk::rounded(*rough, rough_joint_.error())) return out;
    const std::optional<Short> fine = short_joint_.probability(refused);
    if (!fine) return std::nullopt;
    if (const auto out = risk::rounded(*fine)) return out;
    const std::optional<Long> finest = long_joint_.probability(refused);
    return finest ? risk::roundedNearly(*finest) : risk::roundedNearly(*fine);
  }

 private:
  static std::int64_t seatsOf(const ModelCell& cell) {
    std::size_t out = 0;
    for (const CellPart& part : cell.parts) out += part.seats[0].size() + part.seats[1].size();
    return static_cast<std::int64_t>(out);
  }
  static std::int64_t stepsOf(const ModelCell& cell) {
    return seatsOf(cell) * std::max(cell.needed, 1);
  }
  // More than the number of consecutive sums and products behind any figure.
  [[nodiscard]] std::int64_t chainOf(const ModelCell& cell) const {
    std::int64_t out = 64 + 4 * seatsOf(cell) + std::max(cell.needed, 0);
    for (const CellPart& part : cell.parts) {
      if (part.set == MoveSets::kNone) continue;
      const auto views = model_.views[static_cast<std::size_t>(part.set)].size();
      out += 8 + static_cast<std::int64_t>(4 * views);
    }
    return out;
  }

  const Model& model_;
  JointLayout layout_;
  Lazy<double> rough_{model_};
  Lazy<Short> short_{model_};
  Lazy<Long> long_{model_};
  JointFigures<double> rough_joint_{model_, layout_, rough_, 1};
  JointFigures<Short> short_joint_{model_, layout_, short_, kShortFactor};
  JointFigures<Long> long_joint_{model_, layout_, long_, kLongFactor};
};

}  // namespace

RoundRisk roundRisk(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
                    std::size_t round) {
  const RoundState& state = timeline.rounds[round + 1];
  const Model model = risk::makeModel(plan, scenario.rounds[round], state);
  Figures figures(model);
  RoundRisk out;
  out.cells.reserve(state.cells.size());
  for (std::size_t c = 0; c < state.cells.size(); ++c) {
    const Cell& cell = state.cells[c];
    out.cells.push_back({cell.quota, cell.unit, cell.needed, cell.attained, 0, 0});
    figures.addCell(model.cells[c], out.cells.back());
  }
  constexpr std::int32_t kNone = MoveSets::kNone;
  out.all = figures.all(kNone);
  std::vector<std::optional<std::optional<TenThousandths>>> by_set(model.sets.sets.size());
  for (std::size_t m = 0; m < model.sets.set_of.size(); ++m) {
    const std::int32_t set = model.sets.set_of[m];
    if (set == kNone) continue;
    auto& figure = by_set[static_cast<std::size_t>(set)];
    if (!figure) figure = out.all ? figures.all(set) : std::nullopt;
    out.moves.push_back({m, *figure});
  }
  return out;
}

}  // namespace cadre
