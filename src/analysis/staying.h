// The probability that an official is still there after some days, to twelve decimals.
#pragma once

#include <cstdint>

#include "core/ratio.h"

namespace cadre {

inline constexpr std::int64_t kSurelyStays = 1'000'000'000'000;

// (1 - leaves_per_year) ^ (days / 365) times kSurelyStays, rounded half up; kSurelyStays for days
// that are not positive. The same on every machine.
[[nodiscard]] std::int64_t stayingFor(Share leaves_per_year, std::int32_t days);

}  // namespace cadre
