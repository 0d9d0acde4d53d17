// Why somebody is moved: kept apart, since a corrective move is not a rotation that develops.
#pragma once

#include <cstdint>

#include "model/scenario.h"

namespace cadre {

enum class Purpose : std::uint8_t { kDevelopmental, kCorrective, kOwnWish };

// A resignation is asked for. A relief, a dismissal, and whatever else follows a directive (Chỉ thị
// 24-CT/TU) corrects; every other move develops.
[[nodiscard]] inline Purpose purposeOf(const Move& move) {
  switch (move.type) {
    case MoveType::kResignation:
      return Purpose::kOwnWish;
    case MoveType::kRelief:
    case MoveType::kDismissal:
      return Purpose::kCorrective;
    default:
      return move.directive.empty() ? Purpose::kDevelopmental : Purpose::kCorrective;
  }
}

}  // namespace cadre
