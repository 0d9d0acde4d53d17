// What every command offers, and what a newcomer copies: a command is a header and a source of its
// own in this folder, both named as the command is in the journal.
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
// apply() is pure, and gives what applyCommand() promises. label() says what the command does, and
// has something to say of a command that apply() refuses, too. write() puts the fields
// into the object of the record, which is open and has its "do"; read() takes them from there and
// reports to the reader what is not as it should be. Journals outlive programs: kName and the names
// of the fields never change. A command after which ids name more than before (officials that it
// adds) says `static constexpr bool kAddsKeys = true;`. One that does so much at once that the plan
// before it is kept as a restore point names its kind:
// `static constexpr auto kRestorePoint = shared::RestoreKind::kImport;`.
//
// What makes it a command is its line in the list of document/command.h.
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

// What a record is read against. Both outlive the reading, no more.
struct ReadContext {
  const Plan& before;             // the plan that the command is applied to
  const plan_io::KeyIndex& keys;  // of that plan
};

// Names one round of one scenario.
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
