// What every command provides, as a template for new ones: a command is a header and a source of
// its own in this folder, both named after the command's name in the journal.
//
//   struct SetLock {
//     static constexpr std::string_view kName = "set_lock";
//     PostId post;
//     bool locked = false;
//
//     Expected<Plan> apply(const Plan& plan) const;
//     Message label(const Plan& before) const;
//     void write(JsonWriter& out, const Plan& before) const;
//     static SetLock read(plan_io::ObjectReader& in, const ReadContext& context);
//   };
//
// apply() is pure and returns what applyCommand() promises. label() describes the command,
// including one that apply() would refuse. write() writes the fields into the record's object,
// which is already open and has its "do"; read() reads them back and reports invalid values to the
// reader. Journals outlive program versions: kName and the field names never change. A command that
// adds keys, after which ids refer to more than before (it adds officials), declares `static
// constexpr bool kAddsKeys = true;`. A command that changes so much at once that the plan before it
// is kept as a restore point declares the kind: `static constexpr auto kRestorePoint =
// shared::RestoreKind::kImport;`.
//
// The command is registered by its line in the list of document/command.h.
#pragma once

#include <concepts>
#include <string>
#include <string_view>

#include "core/error.h"
#include "model/plan.h"

namespace cadre {

class JsonWriter;
namespace plan_io {
class ObjectReader;
struct KeyIndex;
}  // namespace plan_io

// The context for reading a record. Both references only need to outlive the read.
struct ReadContext {
  const Plan& before;             // the plan that the command applies to
  const plan_io::KeyIndex& keys;  // of that plan
};

// Identifies one round of one scenario.
struct RoundRef {
  std::string scenario;
  std::string round;
  friend bool operator==(const RoundRef&, const RoundRef&) = default;
};

template <class C>
concept IsCommand = requires(const C& command, const Plan& plan, JsonWriter& out,
                             plan_io::ObjectReader& in, const ReadContext& context) {
  { C::kName } -> std::convertible_to<std::string_view>;
  { command.apply(plan) } -> std::same_as<Expected<Plan>>;
  { command.label(plan) } -> std::same_as<Message>;
  { command.write(out, plan) } -> std::same_as<void>;
  { C::read(in, context) } -> std::same_as<C>;
};

}  // namespace cadre
