// Calendar dates and the counting of months between them.
//
// A Date is always a real day of the proleptic Gregorian calendar in the years 1 to 9999. Text form
// in files is YYYY-MM-DD; how a date is shown to a person is the business of text/format.h.
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

// The date, or nothing when there is no such day or the year is not from 1 to 9999.
[[nodiscard]] std::optional<Date> makeDate(int year, int month, int day);

// Reads exactly YYYY-MM-DD; nothing when the text has another shape or names no real day.
[[nodiscard]] std::optional<Date> parseIsoDate(std::string_view text);

// YYYY-MM-DD.
[[nodiscard]] std::string isoDate(Date date);

[[nodiscard]] int daysInMonth(int year, int month);

// `date` moved by `months` (may be negative); a day that the target month lacks becomes its last
// day. Saturates at the first and last date that can be written.
[[nodiscard]] Date addMonths(Date date, int months);

// Calendar months completed from `from` to `to`: 15 March to 14 April none, to 15 April one. Where
// the last month has no such day, its last day completes it (31 January to 28 February is one
// month), as Bộ luật Dân sự 2015, Điều 148 khoản 4 counts. Negative when `to` is before `from`.
[[nodiscard]] int monthsBetween(Date from, Date to);

// Completed years; as monthsBetween / 12, rounded towards minus infinity.
[[nodiscard]] int yearsBetween(Date from, Date to);

// Days since 1970-01-01, for plots.
[[nodiscard]] std::int32_t daysSinceEpoch(Date date);
[[nodiscard]] Date dateFromDays(std::int32_t days);

}  // namespace cadre
