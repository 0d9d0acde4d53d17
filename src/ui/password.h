// Passwords of plan files: what is being typed, and what the host has been asked for.
//
// A password lives from its first letter to the end of the dialog, here and in the text field, and
// nowhere else: not in settings, the journal or the history. What is open stays open until a locked
// plan has been read whole.
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
  std::string file;   // its name
  std::string bytes;  // of the file that is to be opened
  std::string first;
  std::string again;
  bool is_shown = false;
  bool is_fresh = false;     // the first field is to take the keyboard
  std::uint32_t ticket = 0;  // of the host's last task
  bool is_working = false;   // the host has not answered yet
  bool has_trouble = false;  // `trouble` is said
  Message trouble{};
};

// By this a kept plan is known to have a password, without another word about it: of the text that
// its journal began with.
[[nodiscard]] std::string markOf(std::string_view base_json);

// Asks for the password of a file. REQUIRES: plan_io::isEncryptedPlan(bytes).
void askPassword(PasswordMemory& memory, std::string_view file, std::string_view bytes);

// Asks for a new one and saves the open plan with it.
void savePlanWithPassword(const Context& context);

// Ends the dialog and forgets what was typed; an answer that still comes counts for nothing.
void closePassword(PasswordMemory& memory);

// What was typed goes to the host, or is found wanting.
void submitPassword(const Context& context);

// The host's answer to what was asked last. True when it is the plan or the file that was waited
// for: the dialog is closed then; else it says what is wrong.
bool takeLockAnswer(PasswordMemory& memory, std::uint32_t ticket, platform::LockOutcome outcome);

}  // namespace cadre::ui
