// Exact shares: a target in ten-thousandths and the counts that follow from it.
//
// Counts never involve floating point. A plan's target has at most four decimals, so it is an
// integer number of ten-thousandths (plan-format: 0.5 × 42 = 21 and 0.55 × 20 = 11 exactly).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cadre {

// A share of posts in ten-thousandths: 5000 is one half.
struct Share {
  static constexpr std::int32_t kOne = 10000;

  std::int32_t ten_thousandths = 0;

  friend constexpr auto operator<=>(Share, Share) = default;
};

// Parses a share written as a JSON number ("0.5", "1", "5.5e-1"); empty when it is not a number
// from 0 to 1 with at most four decimals.
[[nodiscard]] std::optional<Share> parseShare(std::string_view number);

// The shortest decimal form: "0.5", "1", "0.0001".
[[nodiscard]] std::string decimal(Share share);

// ceil(target × posts). REQUIRES: posts >= 0.
[[nodiscard]] constexpr std::int32_t neededCount(Share target, std::int32_t posts) {
  const std::int64_t product = std::int64_t{target.ten_thousandths} * posts;
  return static_cast<std::int32_t>((product + Share::kOne - 1) / Share::kOne);
}

// The share of an empty set: undefined, sorted below every other.
inline constexpr std::int32_t kNoPermille = INT32_MIN;

// count/total in tenths of a percent, rounded half up: 17/32 gives 531. kNoPermille when total is
// 0.
[[nodiscard]] constexpr std::int32_t permille(std::int64_t count, std::int64_t total) {
  if (total <= 0) return kNoPermille;
  return static_cast<std::int32_t>((count * 2000 + total) / (total * 2));
}

}  // namespace cadre
