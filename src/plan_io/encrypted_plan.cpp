#include "plan_io/encrypted_plan.h"

#include <algorithm>
#include <array>

#include "json/parse.h"
#include "text/strings.h"

namespace cadre::plan_io {
namespace {

using text::Str;

namespace layout = shared::locked_file;

// encryptedHeader appends one after the other.
static_assert(layout::kMark.size() == layout::kVersionAt);
static_assert(layout::kVersionAt + 2 == layout::kDerivationAt);
static_assert(layout::kDerivationAt + 1 == layout::kCipherAt);
static_assert(layout::kCipherAt + 1 == layout::kIterationsAt);
static_assert(layout::kIterationsAt + 4 == layout::kSaltAt);
static_assert(layout::kSaltAt + kSaltSize == layout::kNonceAt);
static_assert(layout::kNonceAt + kNonceSize == layout::kKeyCheckAt);
static_assert(layout::kKeyCheckAt + kKeyCheckSize == layout::kContentSizeAt);
static_assert(layout::kContentSizeAt + 4 == layout::kHeaderSize);

constexpr std::size_t kMarkStart = 6;  // of the mark, enough to know the kind of file
constexpr std::size_t kLeastSize = layout::kHeaderSize + layout::kTagSize + layout::kSumSize;

// CRC-32 of IEEE 802.3, as in zip and png.
std::uint32_t checkSum(std::string_view bytes) {
  static constexpr std::array<std::uint32_t, 256> kTable = [] {
    std::array<std::uint32_t, 256> out{};
    for (std::uint32_t i = 0; i < out.size(); ++i) {
      std::uint32_t rest = i;
      for (int bit = 0; bit < 8; ++bit) {
        rest = (rest >> 1U) ^ ((rest & 1U) != 0 ? 0xEDB88320U : 0U);
      }
      out[i] = rest;
    }
    return out;
  }();
  std::uint32_t out = 0xFFFFFFFFU;
  for (const char c : bytes) {
    out = (out >> 8U) ^ kTable[(out ^ static_cast<std::uint8_t>(c)) & 0xFFU];
  }
  return out ^ 0xFFFFFFFFU;
}

// Little-endian.
void append(std::string& out, std::uint32_t value, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

std::uint32_t numberAt(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t out = 0;
  for (std::size_t i = size; i > 0; --i) {
    out = (out << 8U) | static_cast<std::uint8_t>(bytes[at + i - 1]);
  }
  return out;
}

std::unexpected<Error> refused(ErrorCode code, Message message) {
  return std::unexpected(Error{code, "", std::move(message)});
}

std::unexpected<Error> wrongSize(std::size_t found, std::size_t expected) {
  return refused(ErrorCode::kSyntax, {Str::error_encrypted_size,
                                      {{"found", static_cast<std::int64_t>(found)},
                                       {"expected", static_cast<std::int64_t>(expected)}}});
}

}  // namespace

bool isEncryptedPlan(std::string_view bytes) {
  return bytes.starts_with(layout::kMark.substr(0, kMarkStart));
}

bool isEncryptedName(std::string_view file_name) {
  if (file_name.size() < kEncryptedEnding.size()) return false;
  const std::string_view ending = file_name.substr(file_name.size() - kEncryptedEnding.size());
  return std::equal(ending.begin(), ending.end(), kEncryptedEnding.begin(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

Expected<EncryptedPlan> readEncrypted(std::string_view bytes, const IterationBounds& bounds) {
  if (bytes.size() < kLeastSize) return wrongSize(bytes.size(), kLeastSize);
  const std::size_t sum_at = bytes.size() - layout::kSumSize;
  const bool is_whole =
      checkSum(bytes.substr(0, sum_at)) == numberAt(bytes, sum_at, layout::kSumSize);
  const std::uint32_t version = numberAt(bytes, layout::kVersionAt, 2);
  // Where it was cut off says more than that its sum is wrong.
  const std::size_t content = numberAt(bytes, layout::kContentSizeAt, 4);
  if (!is_whole && version == layout::kVersion && content <= kMaxJsonBytes &&
      content + kLeastSize != bytes.size()) {
    return wrongSize(bytes.size(), content + kLeastSize);
  }
  if (!is_whole || !bytes.starts_with(layout::kMark)) {
    return refused(ErrorCode::kSyntax, {Str::error_encrypted_damaged, {}});
  }
  const std::uint32_t derivation = numberAt(bytes, layout::kDerivationAt, 1);
  const std::uint32_t cipher = numberAt(bytes, layout::kCipherAt, 1);
  if (version != layout::kVersion || derivation != layout::kPbkdf2Sha256 ||
      cipher != layout::kAes256Gcm) {
    return refused(ErrorCode::kTooNew,
                   {Str::error_encrypted_too_new,
                    {{"found", std::to_string(version) + "." + std::to_string(derivation) + "." +
                                   std::to_string(cipher)},
                     {"expected", "1.1.1"}}});
  }
  if (content + kLeastSize != bytes.size()) return wrongSize(bytes.size(), content + kLeastSize);
  EncryptedPlan out;
  out.header.iterations = numberAt(bytes, layout::kIterationsAt, 4);
  if (out.header.iterations < bounds.least || out.header.iterations > bounds.most) {
    return refused(ErrorCode::kTooLarge, {Str::error_encrypted_rounds,
                                          {{"found", std::int64_t{out.header.iterations}},
                                           {"least", std::int64_t{bounds.least}},
                                           {"most", std::int64_t{bounds.most}}}});
  }
  out.header.salt = bytes.substr(layout::kSaltAt, kSaltSize);
  out.header.nonce = bytes.substr(layout::kNonceAt, kNonceSize);
  out.header.key_check = bytes.substr(layout::kKeyCheckAt, kKeyCheckSize);
  out.authenticated = bytes.substr(0, layout::kHeaderSize);
  out.content = bytes.substr(layout::kHeaderSize, content);
  out.tag = bytes.substr(layout::kHeaderSize + content, kTagSize);
  return out;
}

std::string encryptedHeader(const EncryptedHeader& header, std::size_t content_size) {
  std::string out(layout::kMark);
  append(out, layout::kVersion, 2);
  append(out, layout::kPbkdf2Sha256, 1);
  append(out, layout::kAes256Gcm, 1);
  append(out, header.iterations, 4);
  out += header.salt;
  out += header.nonce;
  out += header.key_check;
  append(out, static_cast<std::uint32_t>(content_size), 4);
  return out;
}

std::string encryptedFile(std::string_view authenticated, std::string_view content,
                          std::string_view tag) {
  std::string out(authenticated);
  out += content;
  out += tag;
  append(out, checkSum(out), layout::kSumSize);
  return out;
}

}  // namespace cadre::plan_io
