#include "crypto/plan_lock.h"

#include <optional>
#include <utility>

#include <mbedtls/gcm.h>
#include <mbedtls/hkdf.h>
#include <mbedtls/pkcs5.h>
#include <mbedtls/platform_util.h>

// The only one of the library's headers that lacks extern "C".
extern "C" {
#include <mbedtls/constant_time.h>
}

#include "crypto/normal_password.h"
#include "json/parse.h"
#include "shared/numbers.h"
#include "text/strings.h"

namespace cadre::crypto {
namespace {

using plan_io::EncryptedHeader;
using plan_io::EncryptedPlan;
using text::Str;

constexpr std::size_t kKeySize = shared::locked_file::kKeySize;
constexpr unsigned kKeyBits = 8 * kKeySize;
// Two independent values come from a single key derivation.
constexpr std::string_view kKeyUse = "cadre-plan 1 key";
constexpr std::string_view kCheckUse = "cadre-plan 1 check";

const unsigned char* bytesOf(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytesOf(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::unexpected<Error> refused(ErrorCode code, Str what) {
  return std::unexpected(Error{code, "", {what, {}}});
}

// The values derived from a password.
struct Keys {
  std::string key;    // for the cipher
  std::string check;  // for the header

  Keys() = default;
  Keys(Keys&&) = default;
  Keys& operator=(Keys&&) = default;
  Keys(const Keys&) = delete;
  Keys& operator=(const Keys&) = delete;
  ~Keys() { wipe(key); }
};

Expected<Keys> derive(std::string_view password, std::string_view salt, std::uint32_t iterations) {
  std::optional<std::string> normal = normalPassword(password);
  if (!normal || normal->empty()) return refused(ErrorCode::kBadValue, Str::error_bad_password);
  std::string master(kKeySize, '\0');
  const int stretched = mbedtls_pkcs5_pbkdf2_hmac_ext(
      MBEDTLS_MD_SHA256, bytesOf(*normal), normal->size(), bytesOf(salt), salt.size(), iterations,
      static_cast<std::uint32_t>(master.size()), bytesOf(master));
  wipe(*normal);
  Keys out;
  out.key.resize(kKeySize);
  out.check.resize(plan_io::kKeyCheckSize);
  const mbedtls_md_info_t* sha256 = mbedtls_md_info_from_type(MBEDTLS_MD_SHA256);
  const auto expand = [&](std::string_view use, std::string& into) {
    return mbedtls_hkdf(sha256, nullptr, 0, bytesOf(master), master.size(), bytesOf(use),
                        use.size(), bytesOf(into), into.size());
  };
  const bool done =
      stretched == 0 && expand(kKeyUse, out.key) == 0 && expand(kCheckUse, out.check) == 0;
  wipe(master);
  if (!done) return refused(ErrorCode::kTooLarge, Str::error_no_memory_for_key);
  return out;
}

// AES-256-GCM with its key; released at the end of its lifetime.
class Cipher {
 public:
  explicit Cipher(const std::string& key) {
    mbedtls_gcm_init(&context_);
    ready_ = mbedtls_gcm_setkey(&context_, MBEDTLS_CIPHER_ID_AES, bytesOf(key), kKeyBits) == 0;
  }
  ~Cipher() { mbedtls_gcm_free(&context_); }
  Cipher(const Cipher&) = delete;
  Cipher& operator=(const Cipher&) = delete;

  bool encrypt(std::string_view nonce, std::string_view authenticated, std::string_view plain,
               std::string& content, std::string& tag) {
    return ready_ && mbedtls_gcm_crypt_and_tag(&context_, MBEDTLS_GCM_ENCRYPT, plain.size(),
                                               bytesOf(nonce), nonce.size(), bytesOf(authenticated),
                                               authenticated.size(), bytesOf(plain),
                                               bytesOf(content), tag.size(), bytesOf(tag)) == 0;
  }
  bool decrypt(const EncryptedPlan& file, std::string& plain) {
    return ready_ &&
           mbedtls_gcm_auth_decrypt(&context_, file.content.size(), bytesOf(file.header.nonce),
                                    file.header.nonce.size(), bytesOf(file.authenticated),
                                    file.authenticated.size(), bytesOf(file.tag), file.tag.size(),
                                    bytesOf(file.content), bytesOf(plain)) == 0;
  }

 private:
  mbedtls_gcm_context context_;
  bool ready_ = false;
};

}  // namespace

Expected<std::string> lockPlan(std::string_view plan_json, std::string_view password,
                               const LockNumbers& numbers, std::uint32_t iterations) {
  if (plan_json.size() > kMaxJsonBytes) {
    return refused(ErrorCode::kTooLarge, Str::error_no_memory_for_key);
  }
  EncryptedHeader header{.iterations = iterations,
                         .salt = {numbers.salt.data(), numbers.salt.size()},
                         .nonce = {numbers.nonce.data(), numbers.nonce.size()},
                         .key_check = {}};
  Expected<Keys> keys = derive(password, header.salt, iterations);
  if (!keys) return std::unexpected(keys.error());
  header.key_check = keys->check;
  const std::string authenticated = plan_io::encryptedHeader(header, plan_json.size());
  std::string content(plan_json.size(), '\0');
  std::string tag(plan_io::kTagSize, '\0');
  if (!Cipher(keys->key).encrypt(header.nonce, authenticated, plan_json, content, tag)) {
    return refused(ErrorCode::kTooLarge, Str::error_no_memory_for_key);
  }
  return plan_io::encryptedFile(authenticated, content, tag);
}

Expected<std::string> unlockPlan(std::string_view bytes, std::string_view password,
                                 const plan_io::IterationBounds& bounds) {
  const Expected<EncryptedPlan> file = plan_io::readEncrypted(bytes, bounds);
  if (!file) return std::unexpected(file.error());
  Expected<Keys> keys = derive(password, file->header.salt, file->header.iterations);
  if (!keys) return std::unexpected(keys.error());
  if (mbedtls_ct_memcmp(keys->check.data(), file->header.key_check.data(), keys->check.size()) !=
      0) {
    return refused(ErrorCode::kUsage, Str::error_wrong_password);
  }
  std::string plain(file->content.size(), '\0');
  if (!Cipher(keys->key).decrypt(*file, plain)) {
    return refused(ErrorCode::kSyntax, Str::error_encrypted_altered);
  }
  return plain;
}

void wipe(std::string& secret) {
  mbedtls_platform_zeroize(secret.data(), secret.size());
  secret.clear();
}

}  // namespace cadre::crypto
