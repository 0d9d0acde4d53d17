// What went wrong, where, what was found and what was expected: the only way the core fails.
//
// The core throws nothing. A function that can fail returns Expected<T>, or fills a list of Errors
// where several mistakes are worth reporting at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <utility>
#include <vector>

#include "core/message.h"

namespace cadre {

enum class ErrorCode : std::uint8_t {
  kSyntax,     // not JSON, not UTF-8
  kMissing,    // a required field is absent
  kWrongType,  // a value of another JSON type than expected
  kBadValue,   // the right type, but not a value that can be
  kDuplicate,  // an id used twice
  kDangling,   // an id that names nothing
  kCycle,      // units that contain each other
  kTooNew,     // a format version that this program does not know
  kTooLarge,   // over a limit
  kIo,         // a file or storage could not be read or written
  kUsage,      // a command that cannot be applied
};

struct Error {
  ErrorCode code{};
  std::string place;  // a JSON pointer ("/posts/3/unit"), "line 3, column 7", or a file name
  Message message;    // what was found, what was expected and, where it can, a way out
};

template <class T>
using Expected = std::expected<T, Error>;

using Errors = std::vector<Error>;

// Most errors that one file reports.
inline constexpr std::size_t kMaxErrors = 20;

}  // namespace cadre
