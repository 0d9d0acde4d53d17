#include "core/shortest_number.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace cadre {
namespace {

// Any decimal with at most this many digits survives conversion to double and back, unless it is
// tiny.
constexpr int kSafeDigits = 15;
constexpr int kMostDigits = 17;

struct Decimal {
  std::string digits;  // without trailing zeros
  int exponent = 0;    // of the first digit
};

// The decimal with that many digits that is nearest and still converts back. Positive values only.
Decimal shortestDecimal(double value) {
  std::array<char, 40> text{};
  for (int digits = std::isnormal(value) ? kSafeDigits : 1; digits <= kMostDigits; ++digits) {
    std::snprintf(text.data(), text.size(), "%.*e", digits - 1, value);
    if (std::strtod(text.data(), nullptr) == value) break;
  }
  const std::string_view written(text.data());
  const std::size_t mark = written.find('e');
  Decimal out;
  for (const char c : written.substr(0, mark)) {
    if (c != '.') out.digits += c;
  }
  out.digits.erase(out.digits.find_last_not_of('0') + 1);
  out.exponent = std::atoi(text.data() + mark + 1);
  return out;
}

std::string withExponent(const Decimal& number) {
  std::string out = number.digits.substr(0, 1);
  if (number.digits.size() > 1) out += "." + number.digits.substr(1);
  const int size = std::abs(number.exponent);
  out += number.exponent < 0 ? "e-" : "e+";
  if (size < 10) out += '0';
  return out + std::to_string(size);
}

std::string plain(const Decimal& number, double value) {
  if (number.exponent < 0) {
    return "0." + std::string(static_cast<std::size_t>(-number.exponent - 1), '0') + number.digits;
  }
  const auto whole = static_cast<std::size_t>(number.exponent) + 1;
  if (whole < number.digits.size()) {
    return number.digits.substr(0, whole) + "." + number.digits.substr(whole);
  }
  // All digits of an integer are significant; none are zeros that could be omitted.
  std::string out(whole + 1, '\0');
  std::snprintf(out.data(), out.size(), "%.0f", value);
  out.resize(whole);
  return out;
}

}  // namespace

std::string shortestNumber(double value) {
  if (value == 0) return std::signbit(value) ? "-0" : "0";
  const double size = std::abs(value);
  const Decimal number = shortestDecimal(size);
  const std::string scientific = withExponent(number);
  std::string out = value < 0 ? "-" : "";
  // Nothing much longer than the exponent form is worth writing out.
  constexpr int kNeverPlain = 30;
  if (std::abs(number.exponent) < kNeverPlain) {
    const std::string fixed = plain(number, size);
    if (fixed.size() <= scientific.size()) return out + fixed;
  }
  return out + scientific;
}

}  // namespace cadre
