#include "core/date.h"

#include <algorithm>
#include <chrono>

namespace cadre {
namespace {

constexpr int kMinYear = 1;
constexpr int kMaxYear = 9999;

constexpr int monthCount(Date date) { return date.year * 12 + date.month - 1; }

// Value of a run of decimal digits, or -1.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

void appendPadded(std::string& out, int value, int width) {
  const std::string plain = std::to_string(value);
  out.append(static_cast<std::size_t>(std::max(0, width - static_cast<int>(plain.size()))), '0');
  out += plain;
}

}  // namespace

int daysInMonth(int year, int month) {
  const std::chrono::year_month_day_last last{
      std::chrono::year(year),
      std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(month)))};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::optional<Date> makeDate(int year, int month, int day) {
  if (year < kMinYear || year > kMaxYear || month < 1 || month > 12 || day < 1) return std::nullopt;
  if (day > daysInMonth(year, month)) return std::nullopt;
  return Date{static_cast<std::int16_t>(year), static_cast<std::int8_t>(month),
              static_cast<std::int8_t>(day)};
}

std::optional<Date> parseIsoDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return makeDate(digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2)));
}

std::string isoDate(Date date) {
  std::string out;
  out.reserve(10);
  appendPadded(out, date.year, 4);
  out += '-';
  appendPadded(out, date.month, 2);
  out += '-';
  appendPadded(out, date.day, 2);
  return out;
}

Date addMonths(Date date, int months) {
  constexpr int kAllMonths = kMaxYear * 12;  // beyond it the result saturates anyway
  const int count = monthCount(date) + std::clamp(months, -kAllMonths, kAllMonths);
  const int year = count >= 0 ? count / 12 : kMinYear - 1;
  if (year < kMinYear) return *makeDate(kMinYear, 1, 1);
  if (year > kMaxYear) return *makeDate(kMaxYear, 12, 31);
  const int month = count % 12 + 1;
  return *makeDate(year, month, std::min<int>(date.day, daysInMonth(year, month)));
}

int monthsBetween(Date from, Date to) {
  if (to < from) return -monthsBetween(to, from);
  const bool month_completed = to.day >= from.day || to.day == daysInMonth(to.year, to.month);
  return monthCount(to) - monthCount(from) - (month_completed ? 0 : 1);
}

int yearsBetween(Date from, Date to) {
  const int months = monthsBetween(from, to);
  return months >= 0 ? months / 12 : -((-months + 11) / 12);
}

std::int32_t daysSinceEpoch(Date date) {
  using std::chrono::sys_days;
  const std::chrono::year_month_day day{std::chrono::year{date.year},
                                        std::chrono::month{static_cast<unsigned>(date.month)},
                                        std::chrono::day{static_cast<unsigned>(date.day)}};
  return static_cast<std::int32_t>(sys_days{day}.time_since_epoch().count());
}

Date dateFromDays(std::int32_t days) {
  const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{days}}};
  return makeDate(static_cast<int>(day.year()),
                  static_cast<int>(static_cast<unsigned>(day.month())),
                  static_cast<int>(static_cast<unsigned>(day.day())))
      .value_or(Date{});
}

}  // namespace cadre
