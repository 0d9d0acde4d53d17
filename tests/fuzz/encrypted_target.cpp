#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "crypto/plan_lock.h"
#include "plan_io/encrypted_plan.h"
#include "require.h"
#include "targets.h"

namespace cadre::fuzz {
namespace {

using plan_io::EncryptedPlan;

// So few that thousands of keys can be derived per second.
constexpr plan_io::IterationBounds kCheap = {.least = 1, .most = 20};

std::string fileOf(const EncryptedPlan& plan) {
  return plan_io::encryptedFile(plan.authenticated, plan.content, plan.tag);
}

// Any input that claims to be an encrypted plan is rejected or consistent with its parts; no
// password opens it except the one it was encrypted with.
void requireReads(std::string_view bytes) {
  if (!plan_io::isEncryptedPlan(bytes)) return;
  const Expected<EncryptedPlan> read = plan_io::readEncrypted(bytes, kCheap);
  if (!read) return;
  require(fileOf(*read) == bytes, "a file is the sum of its parts");
  require(plan_io::encryptedHeader(read->header, read->content.size()) == read->authenticated,
          "a header is the sum of its fields");
  const Expected<std::string> opened = crypto::unlockPlan(bytes, "mật khẩu", kCheap);
  require(!opened || opened->size() == read->content.size(), "the content has its size");
}

// The checksum would keep a mutated input from being read at all, so it is corrected here.
void requireReadsWithSum(std::string_view bytes) {
  constexpr std::size_t kSum = 4;
  if (!plan_io::isEncryptedPlan(bytes) || bytes.size() < kSum) return;
  requireReads(plan_io::encryptedFile(bytes.substr(0, bytes.size() - kSum), "", ""));
}

// An encrypted text opens with its password and no other, and not after a byte was changed, even
// with a matching checksum.
void requireLocks(std::string_view text, std::string_view password, std::size_t place,
                  std::uint8_t flip) {
  const Expected<std::string> locked = crypto::lockPlan(text, password, {}, kCheap.least);
  if (!locked) {
    require(locked.error().code == ErrorCode::kBadValue, "only a password is refused");
    return;
  }
  const Expected<std::string> opened = crypto::unlockPlan(*locked, password, kCheap);
  require(opened && *opened == text, "what was locked opens");
  const Expected<std::string> other =
      crypto::unlockPlan(*locked, std::string(password) + "!", kCheap);
  require(!other && other.error().code == ErrorCode::kUsage, "a wrong password is called so");
  if (flip == 0) return;
  std::string changed = *locked;
  char& byte = changed[place % changed.size()];
  byte = static_cast<char>(static_cast<std::uint8_t>(byte) ^ flip);
  if (!plan_io::isEncryptedPlan(changed)) return;
  require(!crypto::unlockPlan(changed, password, kCheap), "a changed file does not open");
  const std::string with_sum =
      plan_io::encryptedFile(std::string_view(changed).substr(0, changed.size() - 4), "", "");
  require(with_sum == *locked || !crypto::unlockPlan(with_sum, password, kCheap),
          "nor with a sum that fits");
}

}  // namespace

void encrypted(std::string_view bytes) {
  requireReads(bytes);
  requireReadsWithSum(bytes);
  if (bytes.size() < 4) return;
  const auto number = [&](std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); };
  const std::size_t place = number(0) * 256U + number(1);
  const std::string_view rest = bytes.substr(4);
  const std::size_t password = std::min<std::size_t>(number(3) % 32, rest.size());
  requireLocks(rest.substr(password), rest.substr(0, password), place, number(2));
}

}  // namespace cadre::fuzz
