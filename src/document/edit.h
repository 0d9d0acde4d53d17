// Builds plans from plans: each function copies the one section it changes and shares the rest.
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <utility>

#include "core/error.h"
#include "model/plan.h"

namespace cadre {

// The plan with one scenario modified by `change`, or the error that `change` returns.
[[nodiscard]] Expected<Plan> withScenario(const Plan& plan, std::string_view key,
                                          const std::function<Expected<void>(Scenario&)>& change);

// The same for one round.
[[nodiscard]] Expected<Plan> withRound(const Plan& plan, std::string_view scenario,
                                       std::string_view round,
                                       const std::function<Expected<void>(Round&)>& change);

// A saved plan must open again: checks that a move refers only to existing ids and rules.
[[nodiscard]] bool fits(const Move& move, const Plan& plan);
[[nodiscard]] bool fits(const Consultation& entry, const Plan& plan);

// The error "No such …" for a command that does not fit the plan.
[[nodiscard]] std::unexpected<Error> notThere(text::Str what, std::string_view key);

// A modifiable copy of a shared section.
template <class Section>
[[nodiscard]] std::shared_ptr<Section> copied(const std::shared_ptr<const Section>& section) {
  return std::make_shared<Section>(*section);
}

// The plan with one section replaced: withSection(plan, &Plan::header, header).
template <class Section>
[[nodiscard]] Plan withSection(const Plan& plan, std::shared_ptr<const Section> Plan::* at,
                               std::shared_ptr<Section> section) {
  Plan out = plan;
  out.*at = std::move(section);
  return out;
}

}  // namespace cadre
