#include "plan_io/encrypted_plan.h"

#include <gtest/gtest.h>

#include "text/strings.h"

namespace cadre::plan_io {
namespace {

EncryptedHeader header(std::uint32_t iterations = kIterations) {
  return {.iterations = iterations,
          .salt = std::string(kSaltSize, 's'),
          .nonce = std::string(kNonceSize, 'n'),
          .key_check = std::string(kKeyCheckSize, 'k')};
}

std::string file(const EncryptedHeader& of = header(), std::string_view content = "content") {
  return encryptedFile(encryptedHeader(of, content.size()), content, std::string(kTagSize, 't'));
}

// Put there, with a sum that fits.
std::string withByte(std::size_t place, char byte) {
  std::string out = file();
  out[place] = byte;
  return encryptedFile(std::string_view(out).substr(0, out.size() - 4), "", "");
}

text::Str refusal(std::string_view bytes) {
  const auto read = readEncrypted(bytes);
  EXPECT_FALSE(read.has_value());
  return read ? text::Str::plan_open : read.error().message.key;
}

TEST(EncryptedPlan, ReadsItsParts) {
  const std::string bytes = file();
  const auto read = readEncrypted(bytes);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->header.iterations, kIterations);
  EXPECT_EQ(read->header.salt, header().salt);
  EXPECT_EQ(read->header.nonce, header().nonce);
  EXPECT_EQ(read->header.key_check, header().key_check);
  EXPECT_EQ(read->content, "content");
  EXPECT_EQ(read->tag, std::string(kTagSize, 't'));
  EXPECT_EQ(read->authenticated, encryptedHeader(header(), 7));
}

TEST(EncryptedPlan, IsKnownByItsFirstBytes) {
  EXPECT_TRUE(isEncryptedPlan(file()));
  EXPECT_FALSE(isEncryptedPlan("{\"format\": \"cadre-rotation-plan\"}"));
  EXPECT_FALSE(isEncryptedPlan(""));
}

TEST(EncryptedPlan, HasANameThatEndsInCadre) {
  EXPECT_TRUE(isEncryptedName("ha-noi.cadre"));
  EXPECT_TRUE(isEncryptedName("HA-NOI.CADRE"));
  EXPECT_FALSE(isEncryptedName("cadre"));
  EXPECT_FALSE(isEncryptedName("ha-noi.cadre.json"));
}

TEST(EncryptedPlan, SaysHowMuchOfItIsMissing) {
  const std::string bytes = file();
  EXPECT_EQ(refusal(bytes.substr(0, 40)), text::Str::error_encrypted_size);
  const auto cut = readEncrypted(std::string_view(bytes).substr(0, bytes.size() - 3));
  ASSERT_FALSE(cut.has_value());
  EXPECT_EQ(cut.error().message.key, text::Str::error_encrypted_size);
  EXPECT_EQ(refusal(bytes + "more"), text::Str::error_encrypted_size);
}

TEST(EncryptedPlan, IsDamagedWhenOneByteChanged) {
  const std::string bytes = file();
  for (std::size_t place = 6; place < bytes.size(); ++place) {
    std::string changed = bytes;
    changed[place] = static_cast<char>(changed[place] ^ 0x20);
    EXPECT_FALSE(readEncrypted(changed).has_value()) << place;
  }
  std::string changed = bytes;
  changed[66] = '!';
  EXPECT_EQ(refusal(changed), text::Str::error_encrypted_damaged);
}

// As a transfer of text does it: the line end in the mark is there to be changed.
TEST(EncryptedPlan, IsDamagedWhenLineEndsWereChanged) {
  std::string bytes = file();
  bytes.erase(6, 1);
  EXPECT_EQ(refusal(encryptedFile(bytes.substr(0, bytes.size() - 4), "", "")),
            text::Str::error_encrypted_damaged);
}

TEST(EncryptedPlan, OfANewerKindSaysSo) {
  EXPECT_EQ(refusal(withByte(8, 2)), text::Str::error_encrypted_too_new);
  EXPECT_EQ(refusal(withByte(10, 2)), text::Str::error_encrypted_too_new);
  EXPECT_EQ(refusal(withByte(11, 2)), text::Str::error_encrypted_too_new);
}

TEST(EncryptedPlan, WithIterationsThatTakeHoursIsRefused) {
  EXPECT_EQ(refusal(file(header(10'000'001))), text::Str::error_encrypted_rounds);
  EXPECT_EQ(refusal(file(header(0xFFFFFFFFU))), text::Str::error_encrypted_rounds);
  EXPECT_EQ(refusal(file(header(99'999))), text::Str::error_encrypted_rounds);
  EXPECT_TRUE(readEncrypted(file(header(100'000))).has_value());
  EXPECT_TRUE(readEncrypted(file(header(10'000'000))).has_value());
}

}  // namespace
}  // namespace cadre::plan_io
