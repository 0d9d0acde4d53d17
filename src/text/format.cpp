#include "text/format.h"

#include <array>
#include <cstddef>
#include <type_traits>

namespace cadre::text {
namespace {

std::string formatValue(const MessageValue& value, Language language) {
  return std::visit(
      [language](const auto& v) -> std::string {
        using T = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<T, std::int64_t>) {
          return formatCount(v, language);
        } else if constexpr (std::is_same_v<T, Date>) {
          return formatDate(v);
        } else if constexpr (std::is_same_v<T, Permille>) {
          return formatPermille(v.value, language);
        } else if constexpr (std::is_same_v<T, BothLanguages>) {
          return language == Language::kVietnamese ? v.vi : v.en;
        } else if constexpr (std::is_same_v<T, Str>) {
          return std::string(get(v, language));
        } else {
          return v;
        }
      },
      value);
}

std::string padded(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

constexpr const char* kMinusSign = "\u2212";

}  // namespace

std::string render(const Message& message, Language language) {
  const std::string_view pattern = get(message.key, language);
  std::string out;
  out.reserve(pattern.size() + 32);
  std::size_t at = 0;
  while (at < pattern.size()) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) break;
    out += pattern.substr(at, open - at);
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    bool known = false;
    for (const MessageArg& arg : message.args) {
      if (arg.name != name) continue;
      out += formatValue(arg.value, language);
      known = true;
      break;
    }
    if (!known) out += pattern.substr(open, close - open + 1);
    at = close + 1;
  }
  if (at < pattern.size()) out += pattern.substr(at);
  return out;
}

std::string render(const Error& error, Language language) {
  const std::string message = render(error.message, language);
  return error.place.empty() ? message : error.place + ": " + message;
}

std::string formatDate(Date date) {
  return padded(date.day) + "/" + padded(date.month) + "/" + isoDate(date).substr(0, 4);
}

std::optional<Date> parseDate(std::string_view typed) {
  while (!typed.empty() && typed.front() == ' ') typed.remove_prefix(1);
  while (!typed.empty() && typed.back() == ' ') typed.remove_suffix(1);
  if (const std::optional<Date> iso = parseIsoDate(typed)) return iso;
  std::array<int, 3> parts = {0, 0, 0};
  std::array<int, 3> lengths = {0, 0, 0};
  std::size_t part = 0;
  for (const char c : typed) {
    if (c >= '0' && c <= '9') {
      if (++lengths.at(part) > 4) return std::nullopt;
      parts.at(part) = parts.at(part) * 10 + (c - '0');
    } else if ((c == '/' || c == '-' || c == '.') && part < 2) {
      ++part;
    } else {
      return std::nullopt;
    }
  }
  if (part != 2 || lengths[0] == 0 || lengths[0] > 2 || lengths[1] == 0 || lengths[1] > 2 ||
      lengths[2] != 4) {
    return std::nullopt;
  }
  return makeDate(parts[2], parts[1], parts[0]);
}

std::string formatCount(std::int64_t count, Language language) {
  std::string digits = std::to_string(count);
  const std::size_t sign = count < 0 ? 1 : 0;
  const char mark = language == Language::kVietnamese ? '.' : ',';
  for (std::size_t i = digits.size(); i > sign + 3; i -= 3) digits.insert(i - 3, 1, mark);
  if (sign != 0) digits.replace(0, 1, kMinusSign);
  return digits;
}

std::string formatPermille(std::int32_t permille, Language language) {
  if (permille == kNoPermille) return "\u2013";
  const std::int32_t size = permille < 0 ? -permille : permille;
  const char mark = language == Language::kVietnamese ? ',' : '.';
  return (permille < 0 ? kMinusSign : "") + std::to_string(size / 10) + mark +
         std::to_string(size % 10) + "%";
}

std::string formatShare(Share share, Language language) {
  std::string out = std::to_string(share.ten_thousandths / 100);
  const int rest = share.ten_thousandths % 100;
  if (rest != 0) {
    out += language == Language::kVietnamese ? ',' : '.';
    out += std::to_string(rest / 10);
    if (rest % 10 != 0) out += std::to_string(rest % 10);
  }
  return out + "%";
}

std::optional<Share> parsePercent(std::string_view typed) {
  const auto trim = [&typed] {
    while (!typed.empty() && typed.front() == ' ') typed.remove_prefix(1);
    while (!typed.empty() && typed.back() == ' ') typed.remove_suffix(1);
  };
  trim();
  if (!typed.empty() && typed.back() == '%') typed.remove_suffix(1);
  trim();
  std::int32_t hundredths = 0;
  std::size_t whole = 0;
  while (whole < typed.size() && typed[whole] >= '0' && typed[whole] <= '9') {
    if (whole == 3) return std::nullopt;
    hundredths = hundredths * 10 + (typed[whole++] - '0');
  }
  if (whole == 0) return std::nullopt;
  std::string_view decimals;
  if (whole < typed.size()) {
    if (typed[whole] != ',' && typed[whole] != '.') return std::nullopt;
    decimals = typed.substr(whole + 1);
    if (decimals.empty() || decimals.size() > 2) return std::nullopt;
  }
  for (std::size_t i = 0; i < 2; ++i) {
    const char c = i < decimals.size() ? decimals[i] : '0';
    if (c < '0' || c > '9') return std::nullopt;
    hundredths = hundredths * 10 + (c - '0');
  }
  if (hundredths > Share::kOne) return std::nullopt;
  return Share{hundredths};
}

std::string formatSigned(std::int64_t count) {
  if (count < 0) return kMinusSign + std::to_string(-count);
  return (count > 0 ? "+" : "") + std::to_string(count);
}

}  // namespace cadre::text
