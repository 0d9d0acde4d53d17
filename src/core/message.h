// A message for the user, independent of language: a key of the string tables and its values.
//
// The core creates messages, never text, so that one result can be shown in Vietnamese and English.
// text/format.h turns a message into text.
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
// Defined by the build from assets/strings/vi.json: one value per key.
enum class Str : std::uint16_t;
}  // namespace text

struct Message;

// A share in tenths of a percent, shown as "53,1%".
struct Permille {
  std::int32_t value = 0;
  friend constexpr bool operator==(Permille, Permille) = default;
};

// A name with a form in each language.
struct BothLanguages {
  std::string vi;
  std::string en;
  friend bool operator==(const BothLanguages&, const BothLanguages&) = default;
};

// A number is shown as an integer, a date in the language's format, a Str as its own text.
using MessageValue =
    std::variant<std::int64_t, std::string, BothLanguages, Date, Permille, text::Str>;

// The value for one {name} in the text. Names are string literals.
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
