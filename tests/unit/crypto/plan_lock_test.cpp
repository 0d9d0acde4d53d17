#include "crypto/plan_lock.h"

#include <gtest/gtest.h>

#include "crypto/system_random.h"
#include "platform/file_io.h"
#include "text/strings.h"

namespace cadre::crypto {
namespace {

constexpr std::string_view kPassword = "Mật khẩu dài 123";
constexpr std::string_view kText = "{\"title\": \"Kế hoạch\"}\n";
// Few, so that the tests are fast.
constexpr plan_io::IterationBounds kCheap = {.least = 1, .most = 100};

std::string locked() { return lockPlan(kText, kPassword, {}, 2).value(); }

// With a matching checksum.
std::string changedAt(std::string bytes, std::size_t place) {
  bytes[place] = static_cast<char>(bytes[place] ^ 1);
  return plan_io::encryptedFile(std::string_view(bytes).substr(0, bytes.size() - 4), "", "");
}

ErrorCode codeOf(const Expected<std::string>& result) {
  EXPECT_FALSE(result.has_value());
  return result.error().code;
}

// The output of web/crypto.mjs for the same numbers: tests/crypto/check.mjs.
TEST(PlanLock, MakesTheSameBytesAsThePage) {
  LockNumbers numbers;
  for (std::size_t i = 0; i < numbers.salt.size(); ++i) numbers.salt[i] = static_cast<char>(i);
  for (std::size_t i = 0; i < numbers.nonce.size(); ++i) {
    numbers.nonce[i] = static_cast<char>(100 + i);
  }
  const auto page = platform::readFile(CADRE_SOURCE_DIR "/tests/crypto/fixed.cadre");
  ASSERT_TRUE(page.has_value());
  EXPECT_EQ(lockPlan(kText, kPassword, numbers, 100'000).value(), *page);
  EXPECT_EQ(unlockPlan(*page, kPassword).value(), kText);
}

TEST(PlanLock, OpensWithItsPassword) {
  EXPECT_EQ(unlockPlan(locked(), kPassword, kCheap).value(), kText);
  EXPECT_EQ(unlockPlan(lockPlan("", "x", {}, 1).value(), "x", kCheap).value(), "");
}

TEST(PlanLock, OpensWithAPasswordThatIsTypedInAnotherForm) {
  const std::string composed = lockPlan(kText, "\u1EC7", {}, 1).value();
  EXPECT_EQ(unlockPlan(composed, "e\u0302\u0323", kCheap).value(), kText);
}

TEST(PlanLock, TellsAWrongPassword) {
  EXPECT_EQ(codeOf(unlockPlan(locked(), "mật khẩu dài 123", kCheap)), ErrorCode::kUsage);
}

TEST(PlanLock, HasNoPlanTextInIt) { EXPECT_EQ(locked().find("title"), std::string::npos); }

TEST(PlanLock, RefusesContentAndHeaderThatWereAltered) {
  const std::string file = locked();
  for (const std::size_t place : {std::size_t{32}, std::size_t{64}, file.size() - 5}) {
    const auto opened = unlockPlan(changedAt(file, place), kPassword, kCheap);
    ASSERT_FALSE(opened.has_value()) << place;
    EXPECT_EQ(opened.error().message.key, text::Str::error_encrypted_altered) << place;
  }
}

// A changed salt or check value is indistinguishable from a wrong password.
TEST(PlanLock, RefusesEveryFileWithAChangedByte) {
  const std::string file = locked();
  for (std::size_t place = 0; place < file.size(); ++place) {
    std::string changed = file;
    changed[place] = static_cast<char>(changed[place] ^ 0x10);
    if (!plan_io::isEncryptedPlan(changed)) continue;
    EXPECT_FALSE(unlockPlan(changed, kPassword, kCheap).has_value()) << place;
    if (place + 4 < file.size()) {
      EXPECT_FALSE(unlockPlan(changedAt(file, place), kPassword, kCheap).has_value()) << place;
    }
  }
}

TEST(PlanLock, NeedsAPasswordInUtf8) {
  EXPECT_EQ(codeOf(lockPlan(kText, "", {}, 1)), ErrorCode::kBadValue);
  EXPECT_EQ(codeOf(lockPlan(kText, "\xFF", {}, 1)), ErrorCode::kBadValue);
}

TEST(PlanLock, HasFreshNumbersForEachFile) {
  const auto one = systemLockNumbers();
  const auto other = systemLockNumbers();
  ASSERT_TRUE(one.has_value() && other.has_value());
  EXPECT_NE(one->salt, other->salt);
  EXPECT_NE(one->nonce, other->nonce);
}

TEST(PlanLock, WipesWhatIsSecret) {
  std::string secret = "a password that is longer than what a string holds in itself";
  const char* const memory = secret.data();
  wipe(secret);
  EXPECT_TRUE(secret.empty());
  EXPECT_EQ(secret.data(), memory);
  EXPECT_EQ(memory[0], '\0');
}

}  // namespace
}  // namespace cadre::crypto
