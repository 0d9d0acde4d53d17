// A sentence for a person, not yet in a language: a key of the string tables and its values.
//
// The core makes messages and never text, so that one result can be shown in Vietnamese and
// English. text/format.h turns a message into words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/date.h"

namespace cadre {

namespace text {
// Defined by the build from assets/strings/vi.json: one value for each key.
enum class Str : std::uint16_t;
}  // namespace text

struct Message;

// A share in tenths of a percent, shown as "53,1%".
struct Permille {
  std::int32_t value = 0;
  friend constexpr bool operator==(Permille, Permille) = default;
};

// A name that the plan gives in both languages.
struct BothLanguages {
  std::string vi;
  std::string en;
  friend bool operator==(const BothLanguages&, const BothLanguages&) = default;
};

// A number is shown as a whole number, a date in the reader's order, a Str as its own text.
using MessageValue =
    std::variant<std::int64_t, std::string, BothLanguages, Date, Permille, text::Str>;

// One value for one {name} of the text. Names are literals of the program.
struct MessageArg {
  std::string_view name;
  MessageValue value;
  friend bool operator==(const MessageArg&, const MessageArg&) = default;
};

struct Message {
  text::Str key{};
  std::vector<MessageArg> args;
  friend bool operator==(const Message&, const Message&) = default;
};

}  // namespace cadre
