#include "crypto/system_random.h"

#include <unistd.h>

#include "text/strings.h"

namespace cadre::crypto {

Expected<LockNumbers> systemLockNumbers() {
  LockNumbers out;
  if (getentropy(out.salt.data(), out.salt.size()) != 0 ||
      getentropy(out.nonce.data(), out.nonce.size()) != 0) {
    return std::unexpected(Error{ErrorCode::kIo, "", {text::Str::error_no_random, {}}});
  }
  return out;
}

}  // namespace cadre::crypto
