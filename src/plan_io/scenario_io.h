// Moves, rounds and scenarios in JSON: in a plan file, and in the journal of edits.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "json/writer.h"
#include "model/plan.h"
#include "plan_io/key_index.h"
#include "plan_io/object_reader.h"

namespace cadre::plan_io {

// The field of a party in a move's "consent"; its note and date are "<field>_note" and
// "<field>_on".
[[nodiscard]] constexpr std::string_view fieldName(Party party) {
  constexpr std::array<std::string_view, kParties.size()> kNames = {"cadre", "origin",
                                                                    "destination"};
  return kNames[static_cast<std::size_t>(party)];
}

[[nodiscard]] Move readMove(ObjectReader in, const KeyIndex& keys);
[[nodiscard]] Round readRound(ObjectReader in, const KeyIndex& keys);
[[nodiscard]] Scenario readScenario(ObjectReader in, const KeyIndex& keys);

void writeMove(JsonWriter& out, const Move& move, const Plan& plan);
void writeRound(JsonWriter& out, const Round& round, const Plan& plan);
void writeScenario(JsonWriter& out, const Scenario& scenario, const Plan& plan);

}  // namespace cadre::plan_io
