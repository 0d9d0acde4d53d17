#include "core/date.h"

#include <climits>

#include <gtest/gtest.h>

namespace cadre {
namespace {

Date day(std::string_view iso) { return parseIsoDate(iso).value(); }

int months(std::string_view from, std::string_view to) { return monthsBetween(day(from), day(to)); }

TEST(Date, MakesOnlyRealDays) {
  EXPECT_TRUE(makeDate(2024, 2, 29).has_value());
  EXPECT_FALSE(makeDate(2023, 2, 29).has_value());
  EXPECT_FALSE(makeDate(1900, 2, 29).has_value());
  EXPECT_TRUE(makeDate(2000, 2, 29).has_value());
  EXPECT_FALSE(makeDate(2023, 4, 31).has_value());
  EXPECT_FALSE(makeDate(2023, 0, 1).has_value());
  EXPECT_FALSE(makeDate(2023, 13, 1).has_value());
  EXPECT_FALSE(makeDate(2023, 1, 0).has_value());
}

TEST(Date, HasYearsFromOneToNineThousandNineHundredAndNinetyNine) {
  EXPECT_TRUE(makeDate(1, 1, 1).has_value());
  EXPECT_TRUE(makeDate(9999, 12, 31).has_value());
  EXPECT_FALSE(makeDate(0, 12, 31).has_value());
  EXPECT_FALSE(makeDate(10000, 1, 1).has_value());
}

TEST(Date, ReadsAndWritesIsoText) {
  EXPECT_EQ(parseIsoDate("2023-07-27"), makeDate(2023, 7, 27));
  EXPECT_EQ(isoDate(day("2023-07-27")), "2023-07-27");
  EXPECT_EQ(isoDate(day("0001-01-01")), "0001-01-01");
}

TEST(Date, RefusesEveryOtherShape) {
  for (const char* text :
       {"", "2023-7-27", "27/07/2023", "2023-07-27 ", " 2023-07-27", "2023/07/27", "2023-02-30",
        "2023-07-2x", "-023-07-27", "2023-07-27T00:00", "20230727", "2023-+7-27"}) {
    EXPECT_FALSE(parseIsoDate(text).has_value()) << text;
  }
}

TEST(Date, OrdersByDay) {
  EXPECT_LT(day("2023-09-30"), day("2023-10-01"));
  EXPECT_LT(day("2022-12-31"), day("2023-01-01"));
  EXPECT_EQ(day("2023-10-01"), day("2023-10-01"));
}

TEST(MonthsBetween, FromTheFifteenthToTheFourteenthNoneToTheFifteenthOne) {
  EXPECT_EQ(months("2023-03-15", "2023-04-14"), 0);
  EXPECT_EQ(months("2023-03-15", "2023-04-15"), 1);
}

TEST(MonthsBetween, TheSameDayIsNone) { EXPECT_EQ(months("2023-03-15", "2023-03-15"), 0); }

TEST(MonthsBetween, CountsOverYears) {
  EXPECT_EQ(months("2019-05-01", "2023-04-30"), 47);
  EXPECT_EQ(months("2019-05-01", "2023-05-01"), 48);
}

TEST(MonthsBetween, AMonthWithoutTheDayIsCompletedOnItsLastDay) {
  EXPECT_EQ(months("2023-01-31", "2023-02-27"), 0);
  EXPECT_EQ(months("2023-01-31", "2023-02-28"), 1);
  EXPECT_EQ(months("2024-01-31", "2024-02-28"), 0);
  EXPECT_EQ(months("2024-01-31", "2024-02-29"), 1);
  EXPECT_EQ(months("2023-01-31", "2023-03-30"), 1);
  EXPECT_EQ(months("2023-01-31", "2023-03-31"), 2);
  EXPECT_EQ(months("2023-03-31", "2023-04-29"), 0);
  EXPECT_EQ(months("2023-03-31", "2023-04-30"), 1);
}

TEST(MonthsBetween, FromAShortMonthsLastDayTheDayOfTheMonthCounts) {
  EXPECT_EQ(months("2023-02-28", "2023-03-27"), 0);
  EXPECT_EQ(months("2023-02-28", "2023-03-28"), 1);
}

TEST(MonthsBetween, BackwardsIsNegative) {
  EXPECT_EQ(months("2023-04-15", "2023-03-15"), -1);
  EXPECT_EQ(months("2023-04-14", "2023-03-15"), 0);
}

TEST(AddMonths, TakesTheLastDayOfAMonthThatLacksTheDay) {
  EXPECT_EQ(addMonths(day("2023-01-31"), 1), day("2023-02-28"));
  EXPECT_EQ(addMonths(day("2024-01-31"), 1), day("2024-02-29"));
  EXPECT_EQ(addMonths(day("2023-10-31"), -1), day("2023-09-30"));
}

TEST(AddMonths, CrossesYearsBothWays) {
  EXPECT_EQ(addMonths(day("2023-12-15"), 1), day("2024-01-15"));
  EXPECT_EQ(addMonths(day("2023-01-15"), -1), day("2022-12-15"));
  EXPECT_EQ(addMonths(day("2023-01-15"), -13), day("2021-12-15"));
}

TEST(AddMonths, SaturatesAtTheEndsOfTheCalendar) {
  for (const int far : {12 * 9999, 10'000'000, INT_MAX}) {
    EXPECT_EQ(addMonths(day("2023-01-15"), far), day("9999-12-31"));
    EXPECT_EQ(addMonths(day("2023-01-15"), -far), day("0001-01-01"));
  }
  EXPECT_EQ(addMonths(day("2023-01-15"), INT_MIN), day("0001-01-01"));
}

TEST(AddMonths, IsTheFirstDayOnWhichSoManyMonthsAreCompleted) {
  for (const char* from : {"2023-01-28", "2023-01-31", "2024-02-29", "2023-02-28", "2023-08-31"}) {
    for (int count = 1; count <= 60; ++count) {
      const Date until = addMonths(day(from), count);
      EXPECT_EQ(monthsBetween(day(from), until), count) << from << " + " << count;
      EXPECT_EQ(monthsBetween(day(from), dateFromDays(daysSinceEpoch(until) - 1)), count - 1)
          << from << " + " << count;
    }
  }
}

TEST(YearsBetween, ChangesOnTheBirthday) {
  EXPECT_EQ(yearsBetween(day("1983-10-02"), day("2023-10-01")), 39);
  EXPECT_EQ(yearsBetween(day("1983-10-01"), day("2023-10-01")), 40);
}

TEST(YearsBetween, RoundsDownBackwardsToo) {
  EXPECT_EQ(yearsBetween(day("2023-10-01"), day("2023-09-01")), -1);
  EXPECT_EQ(yearsBetween(day("2023-10-01"), day("2022-10-01")), -1);
}

TEST(Days, CountFromNineteenSeventyAndBack) {
  EXPECT_EQ(daysSinceEpoch(day("1970-01-01")), 0);
  EXPECT_EQ(daysSinceEpoch(day("1970-03-01")), 59);
  EXPECT_EQ(daysSinceEpoch(day("1969-12-31")), -1);
  for (const char* text : {"0001-01-01", "1900-02-28", "2000-02-29", "2023-10-01", "9999-12-31"}) {
    EXPECT_EQ(dateFromDays(daysSinceEpoch(day(text))), day(text));
  }
}

TEST(Days, OfAMonth) {
  EXPECT_EQ(daysInMonth(2023, 2), 28);
  EXPECT_EQ(daysInMonth(2024, 2), 29);
  EXPECT_EQ(daysInMonth(2023, 4), 30);
  EXPECT_EQ(daysInMonth(2023, 12), 31);
}

}  // namespace
}  // namespace cadre
