// Random numbers from the operating system: the only impure part of this layer.
#pragma once

#include "core/error.h"
#include "crypto/plan_lock.h"

namespace cadre::crypto {

// An error of code kIo if the system provides none.
[[nodiscard]] Expected<LockNumbers> systemLockNumbers();

}  // namespace cadre::crypto
