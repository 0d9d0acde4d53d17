// Decimal fractions with a fixed number of places, for figures that must be identical on all
// machines.
//
// A value is non-negative and below 10^9, with 9 × kLimbs decimals. Sums and products are exact
// while their decimals fit; a product with more is truncated, and the result and everything
// computed from it is marked as inexact (isExact). Uses integer arithmetic only.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace cadre {

template <std::size_t kLimbs>
class Decimal {
 public:
  static constexpr std::uint32_t kBase = 1'000'000'000;
  static constexpr int kDigits = 9;  // per limb

  constexpr Decimal() = default;

  // numerator / 10^places. REQUIRES: numerator / 10^places < 10^9; 0 <= places <= 18.
  [[nodiscard]] static constexpr Decimal fraction(std::uint64_t numerator, int places) {
    static_assert(kLimbs >= 4);
    Decimal out;
    std::uint64_t one = 1;
    for (int i = 0; i < places; ++i) one *= 10;
    out.limbs_[0] = static_cast<std::uint32_t>(numerator / one);
    std::uint64_t rest = numerator % one;
    for (; places < 2 * kDigits; ++places) rest *= 10;
    out.limbs_[1] = static_cast<std::uint32_t>(rest / kBase);
    out.limbs_[2] = static_cast<std::uint32_t>(rest % kBase);
    out.shrink(3);
    return out;
  }

  [[nodiscard]] constexpr bool isZero() const { return used_ == 0; }
  // False when digits after the last place were truncated.
  [[nodiscard]] constexpr bool isExact() const { return is_exact_; }

  // The digits of a limb: limb 0 is the integer part, then nine decimals in each.
  [[nodiscard]] constexpr std::uint32_t limb(std::size_t place) const { return limbs_[place]; }
  constexpr void setLimb(std::size_t place, std::uint32_t digits) {
    limbs_[place] = digits;
    shrink(std::max(used_, place + 1));
  }

  constexpr Decimal& operator+=(const Decimal& other) {
    std::uint32_t carry = 0;
    const std::size_t size = std::max(used_, other.used_);
    for (std::size_t i = size; i-- > 0;) {
      std::uint32_t sum = limbs_[i] + other.limbs_[i] + carry;
      carry = sum >= kBase ? 1 : 0;
      if (carry != 0) sum -= kBase;
      limbs_[i] = sum;
    }
    is_exact_ = is_exact_ && other.is_exact_;
    shrink(size);
    return *this;
  }

  // REQUIRES: other <= *this.
  constexpr Decimal& operator-=(const Decimal& other) {
    std::uint32_t borrow = 0;
    const std::size_t size = std::max(used_, other.used_);
    for (std::size_t i = size; i-- > 0;) {
      const std::uint32_t taken = other.limbs_[i] + borrow;
      borrow = limbs_[i] < taken ? 1 : 0;
      limbs_[i] = limbs_[i] + (borrow != 0 ? kBase : 0) - taken;
    }
    is_exact_ = is_exact_ && other.is_exact_;
    shrink(size);
    return *this;
  }

  // REQUIRES: the product is below 10^9.
  [[nodiscard]] friend constexpr Decimal operator*(const Decimal& a, const Decimal& b) {
    std::array<std::uint32_t, 2 * kPlaces> product{};
    for (std::size_t i = a.used_; i-- > 0;) {
      if (a.limbs_[i] == 0) continue;
      std::uint64_t carry = 0;
      for (std::size_t j = b.used_; j-- > 0;) {
        const std::uint64_t sum =
            std::uint64_t{a.limbs_[i]} * b.limbs_[j] + product[i + j + 1] + carry;
        product[i + j + 1] = static_cast<std::uint32_t>(sum % kBase);
        carry = sum / kBase;
      }
      product[i] += static_cast<std::uint32_t>(carry);
    }
    Decimal out;
    // The first limb of the product is beyond the integer part: 0.
    std::copy_n(product.begin() + 1, kPlaces, out.limbs_.begin());
    const bool is_cut = std::any_of(product.begin() + 1 + kPlaces, product.end(),
                                    [](std::uint32_t limb) { return limb != 0; });
    out.is_exact_ = a.is_exact_ && b.is_exact_ && !is_cut;
    out.shrink(kPlaces);
    return out;
  }

  [[nodiscard]] friend constexpr bool operator<=(const Decimal& a, const Decimal& b) {
    return !std::lexicographical_compare(b.limbs_.begin(), b.limbs_.end(), a.limbs_.begin(),
                                         a.limbs_.end());
  }

 private:
  static constexpr std::size_t kPlaces = kLimbs + 1;

  // Uses at most `size` limbs.
  constexpr void shrink(std::size_t size) {
    used_ = size;
    while (used_ > 0 && limbs_[used_ - 1] == 0) --used_;
  }

  std::array<std::uint32_t, kPlaces> limbs_{};
  std::size_t used_ = 0;  // limbs from there on are 0
  bool is_exact_ = true;
};

// value^exponent.
template <std::size_t kLimbs>
[[nodiscard]] constexpr Decimal<kLimbs> power(Decimal<kLimbs> value, std::uint32_t exponent) {
  Decimal<kLimbs> out = Decimal<kLimbs>::fraction(1, 0);
  for (; exponent > 0; exponent >>= 1U) {
    if ((exponent & 1U) != 0) out = out * value;
    if (exponent > 1) value = value * value;
  }
  return out;
}

}  // namespace cadre
