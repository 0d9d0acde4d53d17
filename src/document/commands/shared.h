// Helpers shared by several commands. Only for the sources of this folder.
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

// Fields of the record: "scenario", "round" and a list index.
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

// Whether another scenario may have that key.
[[nodiscard]] Expected<void> checkNewScenario(const Plan& plan, std::string_view key);
// The scenario at that index of the list, or its end.
[[nodiscard]] Plan withNewScenario(const Plan& plan, Scenario scenario, std::size_t at);

// Whether the round may be added to the others of its scenario.
[[nodiscard]] Expected<void> checkNewRound(const Plan& plan, std::span<const Round> others,
                                           const Round& round);
// Sorts rounds by date; rounds with equal dates keep their order.
void sortRounds(Scenario& scenario);

[[nodiscard]] std::unexpected<Error> noSuchMove(std::size_t index);

// Names for labels. Anything that the plan lacks is shown by its key or left out.
[[nodiscard]] std::string nameOfRound(const Plan& plan, const RoundRef& ref);
[[nodiscard]] std::string nameOfCadre(const Plan& plan, CadreId cadre);
// The cadre of the round's move at that index.
[[nodiscard]] std::string nameOfMove(const Plan& plan, const RoundRef& ref, std::size_t index);

}  // namespace cadre::commands
