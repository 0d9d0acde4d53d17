// The error for a request that does not fit the plan.
#pragma once

#include <expected>

#include "core/error.h"

namespace cadre {

// `why` is a sentence without {names}.
[[nodiscard]] inline std::unexpected<Error> refused(text::Str why) {
  return std::unexpected(Error{ErrorCode::kUsage, "", {why, {}}});
}

}  // namespace cadre
