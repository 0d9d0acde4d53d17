// Makes plans from plans: each function copies the one section it changes and shares the rest.
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <utility>

#include "core/error.h"
#include "model/plan.h"

namespace cadre {

// The plan with one scenario changed by `change`; its error when it refuses.
[[nodiscard]] Expected<Plan> withScenario(const Plan& plan, std::string_view key,
                                          const std::function<Expected<void>(Scenario&)>& change);

// The plan with one round changed in the same way.
[[nodiscard]] Expected<Plan> withRound(const Plan& plan, std::string_view scenario,
                                       std::string_view round,
                                       const std::function<Expected<void>(Round&)>& change);

// What is saved must open again: a move names only what the plan has, and rules that there are.
[[nodiscard]] bool fits(const Move& move, const Plan& plan);
[[nodiscard]] bool fits(const Consultation& entry, const Plan& plan);

// "No such …" for a command that does not fit the plan.
[[nodiscard]] std::unexpected<Error> notThere(text::Str what, std::string_view key);

// A copy of a shared section, to be changed before it is shared again.
template <class Section>
[[nodiscard]] std::shared_ptr<Section> copied(const std::shared_ptr<const Section>& section) {
  return std::make_shared<Section>(*section);
}

// The plan with that section in the place of its own: withSection(plan, &Plan::header, header).
template <class Section>
[[nodiscard]] Plan withSection(const Plan& plan, std::shared_ptr<const Section> Plan::* at,
                               std::shared_ptr<Section> section) {
  Plan out = plan;
  out.*at = std::move(section);
  return out;
}

}  // namespace cadre
