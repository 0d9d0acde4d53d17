#include "analysis/staying.h"

#include <cstddef>

#include "core/decimal.h"

namespace cadre {
namespace {

constexpr std::size_t kLimbs = 8;
using Number = Decimal<kLimbs>;
constexpr std::uint32_t kDaysOfAYear = 365;

// The 365th root of a number from 0 to 1, truncated at the last place: nine digits after nine.
Number dayOf(const Number& year) {
  Number out;
  if (const Number one = Number::fraction(1, 0); one <= year) return one;
  for (std::size_t place = 1; place <= kLimbs; ++place) {
    std::uint32_t low = 0;
    std::uint32_t high = Number::kBase;
    while (low + 1 < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      Number tried = out;
      tried.setLimb(place, middle);
      if (power(tried, kDaysOfAYear) <= year) {
        low = middle;
      } else {
        high = middle;
      }
    }
    out.setLimb(place, low);
  }
  return out;
}

}  // namespace

std::int64_t stayingFor(Share leaves_per_year, std::int32_t days) {
  if (days <= 0 || leaves_per_year.ten_thousandths == 0) return kSurelyStays;
  const auto kept = static_cast<std::uint64_t>(Share::kOne - leaves_per_year.ten_thousandths);
  if (kept == 0) return 0;
  const Number year = Number::fraction(kept, 4);
  const auto count = static_cast<std::uint32_t>(days);
  Number value = power(year, count / kDaysOfAYear);
  if (count % kDaysOfAYear != 0) value = value * power(dayOf(year), count % kDaysOfAYear);
  // The truncation error is smaller than this, so that values that should be exactly a half are
  // recognised: exact halves only occur for whole years, and no other value is that close to one.
  Number cut;
  cut.setLimb(kLimbs - 2, 1);
  if (!value.isExact()) value += cut;
  // Twelve digits, and one for rounding.
  constexpr std::uint32_t kLast = 1'000'000;
  const std::int64_t digits =
      (std::int64_t{value.limb(0)} * Number::kBase + value.limb(1)) * (Number::kBase / kLast) +
      value.limb(2) / kLast;
  return digits + (value.limb(2) % kLast >= kLast / 2 ? 1 : 0);
}

}  // namespace cadre
