// What several commands do alike. For the sources of this folder only.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "document/commands/interface.h"
#include "document/edit.h"
#include "json/writer.h"
#include "plan_io/object_reader.h"

namespace cadre::commands {

// Fields of the record: "scenario" and "round", and a place in a list.
void writeRef(JsonWriter& out, const RoundRef& ref);
[[nodiscard]] RoundRef readRef(plan_io::ObjectReader& in);
void writeIndex(JsonWriter& out, std::string_view name, std::size_t index);
[[nodiscard]] std::size_t readIndex(plan_io::ObjectReader& in, std::string_view name);

// Reads the object at `name`; `read` gets an ObjectReader for it.
template <class Read>
auto readNested(plan_io::ObjectReader& in, std::string_view name, Read&& read) {
  const JsonValue* value = in.required(name, text::Str::expect_object);
  const plan_io::Path path(in.path(), name);
  const JsonValue nothing{JsonObject{}};
  return read(plan_io::ObjectReader(value == nullptr ? nothing : *value, path, in.errors()));
}

// Whether one more scenario may have that key.
[[nodiscard]] Expected<void> checkNewScenario(const Plan& plan, std::string_view key);
// The scenario at that place of the list, at most its end.
[[nodiscard]] Plan withNewScenario(const Plan& plan, Scenario scenario, std::size_t at);

// Whether the round may stand beside the others of its scenario.
[[nodiscard]] Expected<void> checkNewRound(const Plan& plan, std::span<const Round> others,
                                           const Round& round);
// Rounds by date; equal dates keep their order.
void sortRounds(Scenario& scenario);

[[nodiscard]] std::unexpected<Error> noSuchMove(std::size_t index);

// Names for labels. What the plan does not have is called by its key, or not at all.
[[nodiscard]] std::string nameOfRound(const Plan& plan, const RoundRef& ref);
[[nodiscard]] std::string nameOfCadre(const Plan& plan, CadreId cadre);
// Whom the move at that place of the round moves.
[[nodiscard]] std::string nameOfMove(const Plan& plan, const RoundRef& ref, std::size_t index);

}  // namespace cadre::commands
