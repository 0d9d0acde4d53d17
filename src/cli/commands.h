// What cadre-plan does with a plan: pure but for reading the file and writing a report; main
// prints.
#pragma once

#include <string>

#include "cli/arguments.h"

namespace cadre::cli {

// Exit statuses of the contract.
inline constexpr int kDone = 0;
inline constexpr int kNotGood = 1;     // hard findings
inline constexpr int kUnreadable = 2;  // bad usage, unreadable or unwritable file

struct Outcome {
  int status = kDone;
  std::string out;  // for standard output
  std::string err;  // for standard error
};

[[nodiscard]] Outcome run(std::span<const std::string_view> words);

}  // namespace cadre::cli
