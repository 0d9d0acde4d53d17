// Random numbers of the operating system: the only thing here that is not pure.
#pragma once

#include "core/error.h"
#include "crypto/plan_lock.h"

namespace cadre::crypto {

// An error of code kIo where the system has none.
[[nodiscard]] Expected<LockNumbers> systemLockNumbers();

}  // namespace cadre::crypto
