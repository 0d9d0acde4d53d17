// Where cadre-plan has a password from: never from its words, which other users of the machine and
// the shell's history would see.
#pragma once

#include <string>
#include <string_view>

#include "cli/arguments.h"
#include "core/error.h"

namespace cadre::cli {

enum class PasswordUse : std::uint8_t { kOpen, kNew };

// From --password-file (without the end of its last line), else from the environment's
// CADRE_PLAN_PASSWORD, else typed at the terminal, unseen; a new one twice.
[[nodiscard]] Expected<std::string> passwordFor(std::string_view file, PasswordUse use,
                                                const Arguments& arguments);

// The text of the file: of a plan with a password what was locked in it, and the password goes to
// `arguments`.
[[nodiscard]] Expected<std::string> readUnlocked(Arguments& arguments);

// Writes a plan to arguments.out: with a password when the name ends in ".cadre", the one that the
// plan came with or else a new one.
// REQUIRES: arguments.out; where a password came with the plan, a name for a plan with one, unless
// the command is "decrypt".
[[nodiscard]] Expected<void> writeOut(std::string_view plan_json, const Arguments& arguments);

}  // namespace cadre::cli
