// Passwords of plan files: the state of the dialog and of the host's pending task.
//
// A password exists from its first letter until the dialog closes, here and in the text field only:
// never in settings, the journal or the history. The open plan stays open until a locked one has
// been read completely.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/message.h"
#include "platform/host.h"

namespace cadre::ui {

struct Context;

inline constexpr std::size_t kLeastPassword = 8;  // characters

struct PasswordMemory {
  enum class Kind : std::uint8_t { kNone, kOpen, kSave };

  Kind kind = Kind::kNone;
  std::string file;   // file name
  std::string bytes;  // contents of the file to be opened
  std::string first;
  std::string again;
  bool is_shown = false;
  bool is_fresh = false;     // the first field should get the keyboard focus
  std::uint32_t ticket = 0;  // id of the host's last task
  bool is_working = false;   // the host has not answered yet
  bool has_trouble = false;  // `trouble` is shown
  Message trouble{};
};

// Identifies a stored plan as having a password without storing anything else about it: a hash of
// the text that its journal began with.
[[nodiscard]] std::string markOf(std::string_view base_json);

// Asks for the password of a file. REQUIRES: plan_io::isEncryptedPlan(bytes).
void askPassword(PasswordMemory& memory, std::string_view file, std::string_view bytes);

// Asks for a new password and saves the open plan with it.
void savePlanWithPassword(const Context& context);

// Closes the dialog and erases the password; a later answer is ignored.
void closePassword(PasswordMemory& memory);

// Sends the password to the host, or rejects it.
void submitPassword(const Context& context);

// Handles the host's answer to the last task. Returns true when it is the expected plan or file,
// which closes the dialog; otherwise shows what is wrong.
bool takeLockAnswer(PasswordMemory& memory, std::uint32_t ticket, platform::LockOutcome outcome);

}  // namespace cadre::ui
