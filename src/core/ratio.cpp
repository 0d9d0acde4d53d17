#include "core/ratio.h"

#include <algorithm>

namespace cadre {
namespace {

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

// The digits and the exponent of a JSON number whose sign and syntax have been checked.
struct Decimal {
  std::string digits;         // without leading or trailing zeros
  std::int64_t exponent = 0;  // value = digits × 10^exponent
};

std::optional<Decimal> parseDecimal(std::string_view text) {
  Decimal out;
  std::size_t i = 0;
  std::int64_t fraction = 0;
  bool any = false;
  for (; i < text.size() && isDigit(text[i]); ++i, any = true) out.digits += text[i];
  if (!any) return std::nullopt;
  if (i < text.size() && text[i] == '.') {
    for (++i; i < text.size() && isDigit(text[i]); ++i, ++fraction) out.digits += text[i];
    if (fraction == 0) return std::nullopt;
  }
  std::int64_t exponent = 0;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    const bool negative = i < text.size() && text[i] == '-';
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
    any = false;
    // Beyond a million the exact value no longer matters: it is far outside the range of shares.
    for (; i < text.size() && isDigit(text[i]); ++i, any = true) {
      exponent = std::min<std::int64_t>(exponent * 10 + (text[i] - '0'), 1'000'000);
    }
    if (!any) return std::nullopt;
    if (negative) exponent = -exponent;
  }
  if (i != text.size()) return std::nullopt;
  out.exponent = exponent - fraction;
  const std::size_t first = out.digits.find_first_not_of('0');
  out.digits.erase(0, std::min(first, out.digits.size()));
  while (!out.digits.empty() && out.digits.back() == '0') {
    out.digits.pop_back();
    ++out.exponent;
  }
  return out;
}

}  // namespace

std::optional<Share> parseShare(std::string_view number) {
  const bool negative = !number.empty() && number.front() == '-';
  const std::optional<Decimal> value = parseDecimal(number.substr(negative ? 1 : 0));
  if (!value) return std::nullopt;
  if (value->digits.empty()) return Share{0};
  // At most four decimals, and at most five digits before ten-thousandths (10000 is one).
  if (negative || value->exponent < -4 || value->digits.size() > 5) return std::nullopt;
  std::int64_t scaled = 0;
  for (const char c : value->digits) scaled = scaled * 10 + (c - '0');
  for (std::int64_t e = value->exponent; e > -4; --e) {
    scaled *= 10;
    if (scaled > Share::kOne) return std::nullopt;
  }
  if (scaled > Share::kOne) return std::nullopt;
  return Share{static_cast<std::int32_t>(scaled)};
}

std::string decimal(Share share) {
  std::string out = std::to_string(share.ten_thousandths / Share::kOne);
  std::string fraction =
      std::to_string(share.ten_thousandths % Share::kOne + Share::kOne).substr(1);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  if (!fraction.empty()) out += "." + fraction;
  return out;
}

}  // namespace cadre
