// Moves, rounds and scenarios in JSON: in a plan file, and in the journal of edits.
#pragma once

#include "model/plan.h"
#include "plan_io/json_writer.h"
#include "plan_io/key_index.h"
#include "plan_io/object_reader.h"

namespace cadre::plan_io {

[[nodiscard]] Move readMove(ObjectReader in, const KeyIndex& keys);
[[nodiscard]] Round readRound(ObjectReader in, const KeyIndex& keys);
[[nodiscard]] Scenario readScenario(ObjectReader in, const KeyIndex& keys);

void writeMove(JsonWriter& out, const Move& move, const Plan& plan);
void writeRound(JsonWriter& out, const Round& round, const Plan& plan);
void writeScenario(JsonWriter& out, const Scenario& scenario, const Plan& plan);

}  // namespace cadre::plan_io
