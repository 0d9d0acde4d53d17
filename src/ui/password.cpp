#include "ui/password.h"

#include <utility>

#include "plan_io/encrypted_plan.h"
#include "plan_io/plan_io.h"
#include "text/utf8.h"
#include "ui/actions.h"
#include "ui/context.h"
#include "ui/outside.h"

namespace cadre::ui {
namespace {

using platform::LockOutcome;
using text::Str;
using Kind = PasswordMemory::Kind;

// Including the string's spare capacity.
void forget(std::string& secret) {
  secret.resize(secret.capacity());
  for (volatile char& c : secret) c = '\0';
  secret.clear();
}

std::size_t charactersOf(std::string_view text) {
  std::size_t out = 0;
  for (; !text.empty(); ++out) text.remove_prefix(text::decodeFirst(text).length);
  return out;
}

void complain(PasswordMemory& memory, Message trouble) {
  memory.has_trouble = true;
  memory.trouble = std::move(trouble);
  memory.is_fresh = true;
}

Message messageOf(LockOutcome outcome) {
  switch (outcome) {
    case LockOutcome::kWrongPassword:
      return {Str::password_wrong, {}};
    case LockOutcome::kAltered:
      return {Str::error_encrypted_altered, {}};
    case LockOutcome::kTooNew:
      return {Str::error_encrypted_too_new,
              {{"found", std::string("?")}, {"expected", std::string("1")}}};
    case LockOutcome::kUnavailable:
      return {Str::password_unavailable, {}};
    case LockOutcome::kDamaged:
    case LockOutcome::kDone:
      break;
  }
  return {Str::error_encrypted_damaged, {}};
}

void begin(PasswordMemory& memory, Kind kind, std::string_view file, std::string_view bytes) {
  closePassword(memory);
  memory.kind = kind;
  memory.file = file;
  memory.bytes = bytes;
  memory.is_fresh = true;
}

}  // namespace

// FNV-1a: not secret, since the text itself is stored next to it in the browser.
std::string markOf(std::string_view base_json) {
  std::uint64_t sum = 0xCBF29CE484222325U;
  for (const char c : base_json) sum = (sum ^ static_cast<std::uint8_t>(c)) * 0x100000001B3U;
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (unsigned shift = 64; shift > 0; shift -= 4) out += kDigits[(sum >> (shift - 4)) & 0xFU];
  return out;
}

void askPassword(PasswordMemory& memory, std::string_view file, std::string_view bytes) {
  begin(memory, Kind::kOpen, file, bytes);
}

void savePlanWithPassword(const Context& context) {
  if (context.session == nullptr) return;
  const std::string& title = context.session->plan().header->title;
  begin(context.outside.password, Kind::kSave,
        fileNameFor(title, plan_io::kEncryptedEnding.substr(1)), "");
  context.host.requestFrame();
}

void closePassword(PasswordMemory& memory) {
  forget(memory.first);
  forget(memory.again);
  const std::uint32_t next = memory.ticket + 1;
  memory = {};
  memory.ticket = next;
}

void submitPassword(const Context& context) {
  PasswordMemory& memory = context.outside.password;
  if (memory.is_working || memory.kind == Kind::kNone) return;
  memory.has_trouble = false;
  if (memory.kind == Kind::kSave) {
    if (charactersOf(memory.first) < kLeastPassword) {
      return complain(
          memory, {Str::password_short, {{"least", static_cast<std::int64_t>(kLeastPassword)}}});
    }
    if (memory.first != memory.again) return complain(memory, {Str::password_differ, {}});
    memory.is_working = true;
    context.host.lockPlan(++memory.ticket, plan_io::savePlan(context.session->plan()),
                          memory.first);
  } else if (!memory.first.empty()) {
    memory.is_working = true;
    context.host.unlockPlan(++memory.ticket, memory.bytes, memory.first);
  }
}

bool takeLockAnswer(PasswordMemory& memory, std::uint32_t ticket, LockOutcome outcome) {
  if (!memory.is_working || ticket != memory.ticket) return false;
  memory.is_working = false;
  if (outcome == LockOutcome::kDone) {
    closePassword(memory);
    return true;
  }
  if (memory.kind == Kind::kOpen) forget(memory.first);
  complain(memory, messageOf(outcome));
  return false;
}

}  // namespace cadre::ui
