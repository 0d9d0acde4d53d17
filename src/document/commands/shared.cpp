#include "document/commands/shared.h"

#include <algorithm>
#include <memory>
#include <optional>

#include "core/refused.h"
#include "core/stable_sort.h"
#include "model/limits.h"

namespace cadre::commands {
namespace {

using text::Str;

constexpr plan_io::IntegerRange kAnyIndex = {0, 999'999'999};

const Round* findRound(const Plan& plan, const RoundRef& ref) {
  const std::optional<std::size_t> at = plan.findScenario(ref.scenario);
  if (!at) return nullptr;
  for (const Round& round : (*plan.scenarios)[*at]->rounds) {
    if (round.key == ref.round) return &round;
  }
  return nullptr;
}

}  // namespace

void writeRef(JsonWriter& out, const RoundRef& ref) {
  out.key("scenario").string(ref.scenario);
  out.key("round").string(ref.round);
}

RoundRef readRef(plan_io::ObjectReader& in) { return {in.string("scenario"), in.string("round")}; }

void writeIndex(JsonWriter& out, std::string_view name, std::size_t index) {
  out.key(name).integer(static_cast<std::int64_t>(index));
}

std::size_t readIndex(plan_io::ObjectReader& in, std::string_view name) {
  return static_cast<std::size_t>(in.integer(name, kAnyIndex));
}

Expected<void> checkNewScenario(const Plan& plan, std::string_view key) {
  if (key.empty() || plan.findScenario(key)) return refused(Str::error_key_in_use);
  const std::size_t count = plan.scenarios->size() + 1;
  if (count > limits::kScenarios) return limits::tooMany(count, limits::kScenarios);
  return {};
}

Plan withNewScenario(const Plan& plan, Scenario scenario, std::size_t at) {
  auto scenarios = copied(plan.scenarios);
  const auto place = static_cast<std::ptrdiff_t>(std::min(at, scenarios->size()));
  scenarios->insert(scenarios->begin() + place,
                    std::make_shared<const Scenario>(std::move(scenario)));
  return withSection(plan, &Plan::scenarios, std::move(scenarios));
}

Expected<void> checkNewRound(const Plan& plan, std::span<const Round> others, const Round& round) {
  if (round.moves.size() > limits::kMoves) {
    return limits::tooMany(round.moves.size(), limits::kMoves);
  }
  if (!std::all_of(round.moves.begin(), round.moves.end(),
                   [&](const Move& move) { return fits(move, plan); })) {
    return refused(Str::error_move_does_not_fit);
  }
  if (round.consultations.size() > limits::kConsultations) {
    return limits::tooMany(round.consultations.size(), limits::kConsultations);
  }
  if (!std::all_of(round.consultations.begin(), round.consultations.end(),
                   [&](const Consultation& entry) { return fits(entry, plan); })) {
    return refused(Str::error_views_do_not_fit);
  }
  const bool in_use = std::any_of(others.begin(), others.end(),
                                  [&](const Round& other) { return other.key == round.key; });
  if (round.key.empty() || in_use) return refused(Str::error_key_in_use);
  return {};
}

void sortRounds(Scenario& scenario) {
  stableSort(scenario.rounds, [](const Round& a, const Round& b) { return a.date < b.date; });
}

std::unexpected<Error> noSuchMove(std::size_t index) {
  return notThere(Str::thing_move, std::to_string(index + 1));
}

std::string nameOfRound(const Plan& plan, const RoundRef& ref) {
  const Round* round = findRound(plan, ref);
  return round == nullptr ? ref.round : round->name;
}

std::string nameOfCadre(const Plan& plan, CadreId cadre) {
  if (!cadre || cadre.index() >= plan.roster->cadres.size()) return "";
  return plan.cadre(cadre).name;
}

std::string nameOfMove(const Plan& plan, const RoundRef& ref, std::size_t index) {
  const Round* round = findRound(plan, ref);
  return round == nullptr || index >= round->moves.size()
             ? ""
             : nameOfCadre(plan, round->moves[index].cadre);
}

}  // namespace cadre::commands
