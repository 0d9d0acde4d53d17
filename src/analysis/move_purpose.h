// The purpose of a move: a corrective move is distinguished from a developmental rotation.
#pragma once

#include <cstdint>

#include "model/scenario.h"

namespace cadre {

enum class Purpose : std::uint8_t { kDevelopmental, kCorrective, kOwnWish };

// A resignation is requested by the official. A relief, a dismissal, and anything else that follows
// a directive (Chỉ thị 24-CT/TU) is corrective; every other move is developmental.
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
