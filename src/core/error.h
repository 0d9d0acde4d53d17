// Errors: what went wrong, where, what was found and what was expected. The core fails in no other
// way.
//
// The core throws no exceptions. A function that can fail returns Expected<T>, or fills a list of
// Errors if several should be reported at once.
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
  kWrongType,  // a JSON value of the wrong type
  kBadValue,   // the right type, but an invalid value
  kDuplicate,  // an id used twice
  kDangling,   // an id that does not exist
  kCycle,      // units that contain each other
  kTooNew,     // a format version unknown to this program
  kTooLarge,   // over a limit
  kIo,         // a file or storage could not be read or written
  kUsage,      // a command that cannot be applied
};

struct Error {
  ErrorCode code{};
  std::string place;  // a JSON pointer ("/posts/3/unit"), "line 3, column 7", or a file name
  Message message;    // what was found, what was expected and, if possible, a remedy
};

template <class T>
using Expected = std::expected<T, Error>;

using Errors = std::vector<Error>;

// The most errors reported for one file.
inline constexpr std::size_t kMaxErrors = 20;

}  // namespace cadre
