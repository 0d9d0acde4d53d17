#include "document/command.h"

#include <algorithm>
#include <array>
#include <optional>
#include <type_traits>
#include <utility>

#include "document/edit.h"
#include "json/parse.h"
#include "json/writer.h"
#include "plan_io/object_reader.h"

namespace cadre {
namespace {

template <class C>
constexpr std::string_view nameOfCommand() {
  static_assert(IsCommand<C>, "document/commands/interface.h says what a command holds");
  return C::kName;
}

// The names of all commands in the list.
template <class... C>
constexpr std::array<std::string_view, sizeof...(C)> namesIn(
    std::type_identity<std::variant<C...>> /*list*/) {
  return {nameOfCommand<C>()...};
}

constexpr bool areUnique(auto names) {
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) == names.end();
}

static_assert(areUnique(namesIn(std::type_identity<Command>())), "two commands of one name");

// Empty when the list has no command of that name.
template <class... C>
std::optional<Command> readNamed(std::string_view name, plan_io::ObjectReader& in,
                                 const ReadContext& context,
                                 std::type_identity<std::variant<C...>> /*list*/) {
  std::optional<Command> out;
  const auto try_one = [&]<class One>(std::type_identity<One> /*command*/) {
    if (name == One::kName) out.emplace(std::in_place_type<One>, One::read(in, context));
  };
  (try_one(std::type_identity<C>()), ...);
  return out;
}

}  // namespace

Expected<Plan> applyCommand(const Plan& plan, const Command& command) {
  return std::visit([&](const auto& c) { return c.apply(plan); }, command);
}

Message labelOf(const Command& command, const Plan& before) {
  return std::visit([&](const auto& c) { return c.label(before); }, command);
}

std::string writeCommand(const Command& command, const Plan& before) {
  JsonWriter out(JsonWriter::Layout::kOneLine);
  out.beginObject();
  std::visit(
      [&](const auto& c) {
        out.key("do").string(c.kName);
        c.write(out, before);
      },
      command);
  out.endObject();
  return out.take();
}

Expected<Command> readCommand(std::string_view json, const Plan& before) {
  return readCommand(json, before, plan_io::indexOf(before));
}

Expected<Command> readCommand(std::string_view json, const Plan& before,
                              const plan_io::KeyIndex& keys) {
  const Expected<JsonValue> value = parseJson(json);
  if (!value) return std::unexpected(value.error());
  plan_io::ErrorSink errors;
  const plan_io::Path top;
  plan_io::ObjectReader in(*value, top, errors);
  const std::string name = in.string("do");
  std::optional<Command> command =
      readNamed(name, in, {before, keys}, std::type_identity<Command>());
  if (!errors.empty()) return std::unexpected(errors.take().front());
  if (!command) return notThere(text::Str::thing_command, name);
  return std::move(*command);
}

bool addsKeys(const Command& command) {
  return std::visit(
      []<class C>(const C& /*command*/) {
        if constexpr (requires { C::kAddsKeys; }) {
          return C::kAddsKeys;
        } else {
          return false;
        }
      },
      command);
}

std::optional<shared::RestoreKind> restorePointBefore(const Command& command) {
  return std::visit(
      []<class C>(const C& /*command*/) -> std::optional<shared::RestoreKind> {
        if constexpr (requires { C::kRestorePoint; }) {
          return C::kRestorePoint;
        } else {
          return std::nullopt;
        }
      },
      command);
}

}  // namespace cadre
