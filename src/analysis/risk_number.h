// The number types for computing risks: floating point first, and decimals where that does not
// determine the last digit shown. Internal to analysis.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/risk_model.h"
#include "analysis/staying.h"
#include "core/decimal.h"
#include "core/ratio.h"

namespace cadre::risk {

inline constexpr int kViewPlaces = 4;   // decimals of a view's probability
inline constexpr int kStayPlaces = 12;  // of kSurelyStays

template <class Number>
[[nodiscard]] Number fraction(std::uint64_t numerator, int places) {
  return Number::fraction(numerator, places);
}
template <>
[[nodiscard]] inline double fraction<double>(std::uint64_t numerator, int places) {
  double one = 1;  // a power of ten up to 10^22 is exact
  for (int i = 0; i < places; ++i) one *= 10;
  return static_cast<double>(numerator) / one;
}

[[nodiscard]] inline bool isZero(double value) { return value == 0; }
template <std::size_t kLimbs>
[[nodiscard]] bool isZero(const Decimal<kLimbs>& value) {
  return value.isZero();
}

// value × 10^4, rounded half up; empty if an error of that size could change the result.
[[nodiscard]] inline std::optional<std::int64_t> rounded(double value, double error) {
  const double scaled = value * Share::kOne;
  const double margin = error * Share::kOne + scaled * 0x1p-50;
  const double low = std::floor(scaled - margin + 0.5);
  const double high = std::floor(scaled + margin + 0.5);
  if (low != high) return std::nullopt;
  return static_cast<std::int64_t>(low);
}

template <std::size_t kLimbs>
[[nodiscard]] std::int64_t roundedDigits(const Decimal<kLimbs>& value) {
  constexpr std::uint32_t kRest = Decimal<kLimbs>::kBase / Share::kOne;
  const std::uint32_t digits = value.limb(1);
  return std::int64_t{value.limb(0)} * Share::kOne + digits / kRest +
         (digits % kRest >= kRest / 2 ? 1 : 0);
}

// More than the total truncation error of a figure, which takes less than 10^9 steps.
template <std::size_t kLimbs>
[[nodiscard]] Decimal<kLimbs> cutOff() {
  Decimal<kLimbs> out;
  out.setLimb(kLimbs - 2, 1);
  return out;
}

// The same; an inexact value that close to the middle counts as the middle.
template <std::size_t kLimbs>
[[nodiscard]] std::int64_t roundedNearly(Decimal<kLimbs> value) {
  if (!value.isExact()) value += cutOff<kLimbs>();
  return roundedDigits(value);
}

template <std::size_t kLimbs>
[[nodiscard]] std::optional<std::int64_t> rounded(Decimal<kLimbs> value) {
  if (value.isExact()) return roundedDigits(value);
  const Decimal<kLimbs> cut = cutOff<kLimbs>();
  Decimal<kLimbs> low;
  if (cut <= value) {
    low = value;
    low -= cut;
  }
  value += cut;
  const std::int64_t digits = roundedDigits(value);
  if (roundedDigits(low) != digits) return std::nullopt;
  return digits;
}

// The probabilities of a model in one number type.
template <class Number>
struct Chances {
  std::vector<Number> happens;  // by set
  std::vector<Number> fails;    // by set
  std::vector<Number> stays;    // by date
  std::vector<Number> leaves;   // by date

  explicit Chances(const Model& model) {
    for (const std::vector<std::int32_t>& views : model.views) {
      Number product = fraction<Number>(1, 0);
      for (const std::int32_t view : views) {
        product = product * fraction<Number>(static_cast<std::uint64_t>(view), kViewPlaces);
      }
      Number rest = fraction<Number>(1, 0);
      rest -= product;
      happens.push_back(product);
      fails.push_back(rest);
    }
    for (const std::int64_t stay : model.stays) {
      stays.push_back(fraction<Number>(static_cast<std::uint64_t>(stay), kStayPlaces));
      leaves.push_back(
          fraction<Number>(static_cast<std::uint64_t>(kSurelyStays - stay), kStayPlaces));
    }
  }
};

using Short = Decimal<6>;
using Long = Decimal<32>;

}  // namespace cadre::risk
