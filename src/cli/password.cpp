#include "cli/password.h"

#include <cstdlib>
#include <optional>
#include <utility>

#include "cli/terminal.h"
#include "crypto/plan_lock.h"
#include "crypto/system_random.h"
#include "plan_io/encrypted_plan.h"
#include "platform/file_io.h"
#include "text/format.h"
#include "text/strings.h"

namespace cadre::cli {
namespace {

using text::Str;

constexpr const char* kVariable = "CADRE_PLAN_PASSWORD";

std::unexpected<Error> refused(ErrorCode code, Str what) {
  return std::unexpected(Error{code, "", {what, {}}});
}

Expected<std::string> fromFile(const std::string& path) {
  Expected<std::string> out = platform::readFile(path);
  if (!out) {
    out.error().place = path;
    return out;
  }
  if (out->ends_with('\n')) out->pop_back();
  if (out->ends_with('\r')) out->pop_back();
  return out;
}

Expected<std::string> typed(std::string_view file, PasswordUse use, text::Language language) {
  const auto ask = [&](Str prompt) {
    return askUnseen(text::render(Message{prompt, {{"file", std::string(file)}}}, language));
  };
  std::optional<std::string> out =
      ask(use == PasswordUse::kNew ? Str::cli_password_new : Str::cli_password_prompt);
  if (!out) return refused(ErrorCode::kUsage, Str::error_no_password);
  if (use == PasswordUse::kNew) {
    std::optional<std::string> again = ask(Str::cli_password_again);
    const bool same = again == out;
    if (again) crypto::wipe(*again);
    if (!same) {
      crypto::wipe(*out);
      return refused(ErrorCode::kUsage, Str::error_passwords_differ);
    }
  }
  return *std::move(out);
}

}  // namespace

Expected<std::string> passwordFor(std::string_view file, PasswordUse use,
                                  const Arguments& arguments) {
  if (arguments.password_file) return fromFile(*arguments.password_file);
  if (const char* value = std::getenv(kVariable); value != nullptr) return std::string(value);
  return typed(file, use, arguments.language);
}

Expected<std::string> readUnlocked(Arguments& arguments) {
  Expected<std::string> bytes = platform::readFile(arguments.file);
  if (!bytes || !plan_io::isEncryptedPlan(*bytes)) return bytes;
  // Damage is said before anybody types a password.
  if (const auto file = plan_io::readEncrypted(*bytes); !file) {
    return std::unexpected(file.error());
  }
  Expected<std::string> password = passwordFor(arguments.file, PasswordUse::kOpen, arguments);
  if (!password) return password;
  Expected<std::string> out = crypto::unlockPlan(*bytes, *password);
  arguments.password = *std::move(password);
  return out;
}

Expected<void> writeOut(std::string_view plan_json, const Arguments& arguments) {
  const std::string& name = *arguments.out;
  if (!plan_io::isEncryptedName(name)) return platform::writeFile(name, plan_json);
  const bool is_new = arguments.command == "encrypt" || !arguments.password;
  Expected<std::string> password =
      is_new ? passwordFor(name, PasswordUse::kNew, arguments) : *arguments.password;
  if (!password) return std::unexpected(password.error());
  const auto numbers = crypto::systemLockNumbers();
  if (!numbers) return std::unexpected(numbers.error());
  const Expected<std::string> locked = crypto::lockPlan(plan_json, *password, *numbers);
  crypto::wipe(*password);
  if (!locked) return std::unexpected(locked.error());
  return platform::writeFile(name, *locked);
}

}  // namespace cadre::cli
