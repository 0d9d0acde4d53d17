// Moves, rounds and scenarios in JSON: in a plan file, and in the journal of edits.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "json/writer.h"
#include "model/plan.h"
#include "plan_io/key_index.h"
#include "plan_io/object_reader.h"
#include "plan_io/plan_io.h"

namespace cadre::plan_io {

// The field of a party in "views" and in a move's "consent"; its note and date are "<field>_note"
// and "<field>_on".
[[nodiscard]] constexpr std::string_view fieldName(Party party) {
  constexpr std::array<std::string_view, kParties.size()> kNames = {"cadre", "origin",
                                                                    "destination"};
  return kNames[static_cast<std::size_t>(party)];
}

// Version 1 of the format has no register: there a move carries its views, as "consent".
struct MoveWithViews {
  Move move;
  Consent views;  // silent where the move has none
};

// Those views as an entry of the register.
[[nodiscard]] Consultation entryOf(const MoveWithViews& move);

// What a version does not know is an unknown field in it, and kept. A journal has the newest.
[[nodiscard]] MoveWithViews readMove(ObjectReader in, const KeyIndex& keys);
[[nodiscard]] Consultation readConsultation(ObjectReader in, const KeyIndex& keys);
[[nodiscard]] Round readRound(ObjectReader in, const KeyIndex& keys, int version = kFormatVersion);
[[nodiscard]] Scenario readScenario(ObjectReader in, const KeyIndex& keys,
                                    int version = kFormatVersion);

// `views`: of a version that has them in the move; null: none.
void writeMove(JsonWriter& out, const Move& move, const Plan& plan, const Consent* views = nullptr);
void writeConsultation(JsonWriter& out, const Consultation& entry, const Plan& plan);
// REQUIRES: version 1 can say everything that the round says, or the version is a later one.
void writeRound(JsonWriter& out, const Round& round, const Plan& plan,
                int version = kFormatVersion);
void writeScenario(JsonWriter& out, const Scenario& scenario, const Plan& plan,
                   int version = kFormatVersion);

// Whether version 1 can say everything that the round says.
[[nodiscard]] bool fitsVersion1(const Round& round);

}  // namespace cadre::plan_io
