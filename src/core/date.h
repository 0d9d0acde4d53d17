// Calendar dates, and counting the months between them.
//
// A Date is always a real day of the proleptic Gregorian calendar in the years 1 to 9999. In files
// it is written YYYY-MM-DD; text/format.h formats it for display.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cadre {

struct Date {
  std::int16_t year = 1;
  std::int8_t month = 1;
  std::int8_t day = 1;

  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

// The date; empty when there is no such day or the year is not from 1 to 9999.
[[nodiscard]] std::optional<Date> makeDate(int year, int month, int day);

// Parses exactly YYYY-MM-DD; empty when the text has another form or is not a real day.
[[nodiscard]] std::optional<Date> parseIsoDate(std::string_view text);

// YYYY-MM-DD.
[[nodiscard]] std::string isoDate(Date date);

[[nodiscard]] int daysInMonth(int year, int month);

// `date` shifted by `months` (may be negative); a day missing in the target month becomes its last
// day. Saturates at the first and last representable date.
[[nodiscard]] Date addMonths(Date date, int months);

// Complete calendar months from `from` to `to`: none from 15 March to 14 April, one to 15 April. If
// the last month has no such day, its last day completes it (31 January to 28 February is one
// month), as defined in Bộ luật Dân sự 2015, Điều 148 khoản 4. Negative when `to` is before `from`.
[[nodiscard]] int monthsBetween(Date from, Date to);

// Complete years: monthsBetween / 12, rounded towards minus infinity.
[[nodiscard]] int yearsBetween(Date from, Date to);

// Days since 1970-01-01, for plots.
[[nodiscard]] std::int32_t daysSinceEpoch(Date date);
[[nodiscard]] Date dateFromDays(std::int32_t days);

}  // namespace cadre
