#include "text/format.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace cadre::text {
namespace {

constexpr Language kVi = Language::kVietnamese;
constexpr Language kEn = Language::kEnglish;

Message monthsInPost() {
  return {Str::rule_months_in_post_finding,
          {{"months", std::int64_t{21}},
           {"limit", std::int64_t{36}},
           {"source", std::string("Quy định 65-QĐ/TW, Điều 8")}}};
}

TEST(Render, PutsValuesInPlace) {
  EXPECT_EQ(render(monthsInPost(), kVi),
            "mới giữ chức vụ 21 tháng, cần 36 tháng; Quy định 65-QĐ/TW, Điều 8");
  EXPECT_EQ(render(monthsInPost(), kEn), "21 months in post, 36 needed; Quy định 65-QĐ/TW, Điều 8");
}

TEST(Render, AValueMayBeATextOfItsOwn) {
  Message message = monthsInPost();
  message.args[2].value = Str::rule_months_in_post_source;
  EXPECT_EQ(render(message, kEn), "21 months in post, 36 needed; Regulation 65-QĐ/TW, Article 8");
}

TEST(Render, ANameOfThePlanComesInTheReadersLanguage) {
  const Message message{Str::finding_locked, {{"post", BothLanguages{"Chủ tịch", "Chairman"}}}};
  EXPECT_EQ(render(message, Language::kVietnamese),
            "Chủ tịch đang giữ nguyên, không ai đến hoặc đi");
  EXPECT_EQ(render(message, Language::kEnglish), "Chairman is locked, nobody moves in or out");
}

TEST(Render, DatesComeInTheReadersOrder) {
  const Message message{Str::finding_gone, {{"date", makeDate(2023, 4, 1).value()}}};
  EXPECT_NE(render(message, kVi).find("01/04/2023"), std::string::npos);
  EXPECT_NE(render(message, kEn).find("01/04/2023"), std::string::npos);
}

TEST(Render, APlaceholderWithoutAValueStaysToBeSeen) {
  const Message message{Str::rule_months_in_post_finding, {{"months", std::int64_t{21}}}};
  EXPECT_EQ(render(message, kEn), "21 months in post, {limit} needed; {source}");
}

TEST(Render, AValueIsNotReadAsAPattern) {
  Message message = monthsInPost();
  message.args[2].value = std::string("{months}");
  EXPECT_EQ(render(message, kEn), "21 months in post, 36 needed; {months}");
}

TEST(Render, AnErrorSaysWhereFirst) {
  const Error error{.code = ErrorCode::kBadValue, .place = "/posts/3", .message = monthsInPost()};
  EXPECT_EQ(render(error, kEn).substr(0, 13), "/posts/3: 21 ");
  const Error nowhere{.code = ErrorCode::kBadValue, .place = "", .message = monthsInPost()};
  EXPECT_EQ(render(nowhere, kEn).substr(0, 9), "21 months");
}

TEST(FormatDate, IsDayMonthYear) {
  EXPECT_EQ(formatDate(makeDate(2023, 7, 5).value()), "05/07/2023");
  EXPECT_EQ(formatDate(makeDate(12, 12, 31).value()), "31/12/0012");
}

TEST(ParseDate, ReadsWhatPeopleType) {
  const Date date = makeDate(2023, 7, 5).value();
  for (const char* typed : {"5/7/2023", "05/07/2023", "5-7-2023", "05.07.2023", " 5/7/2023 ",
                            "2023-07-05", "05/7/2023"}) {
    EXPECT_EQ(parseDate(typed), date) << typed;
  }
}

TEST(ParseDate, RefusesTheRest) {
  for (const char* typed :
       {"", " ", "5/7", "5/7/23", "31/2/2023", "7/2023", "2023/7/5", "5/7/2023x", "5//2023",
        "5/7/2023/1", "005/7/2023", "5/7/20231", "năm 2023", "0/7/2023", "5/13/2023"}) {
    EXPECT_FALSE(parseDate(typed).has_value()) << typed;
  }
}

TEST(FormatCount, MarksThousands) {
  EXPECT_EQ(formatCount(0, kVi), "0");
  EXPECT_EQ(formatCount(999, kVi), "999");
  EXPECT_EQ(formatCount(1158, kVi), "1.158");
  EXPECT_EQ(formatCount(1158, kEn), "1,158");
  EXPECT_EQ(formatCount(1234567, kEn), "1,234,567");
  EXPECT_EQ(formatCount(-1158, kVi), "−1.158");
  EXPECT_EQ(formatCount(-158, kVi), "−158");
}

TEST(FormatPermille, IsAPercentWithOneDecimal) {
  EXPECT_EQ(formatPermille(531, kVi), "53,1%");
  EXPECT_EQ(formatPermille(531, kEn), "53.1%");
  EXPECT_EQ(formatPermille(1000, kVi), "100,0%");
  EXPECT_EQ(formatPermille(0, kVi), "0,0%");
  EXPECT_EQ(formatPermille(permille(0, 0), kVi), "\u2013") << "of nothing there is no share";
  EXPECT_EQ(formatPermille(-31, kVi), "−3,1%");
}

TEST(FormatShare, HasNoMoreDecimalsThanTheShare) {
  EXPECT_EQ(formatShare(Share{5000}, kVi), "50%");
  EXPECT_EQ(formatShare(Share{5550}, kVi), "55,5%");
  EXPECT_EQ(formatShare(Share{5525}, kVi), "55,25%");
  EXPECT_EQ(formatShare(Share{5525}, kEn), "55.25%");
  EXPECT_EQ(formatShare(Share{5}, kVi), "0,05%");
  EXPECT_EQ(formatShare(Share{0}, kVi), "0%");
  EXPECT_EQ(formatShare(Share{10000}, kVi), "100%");
}

TEST(ParsePercent, ReadsWhatPeopleType) {
  for (const auto& [typed, share] : std::vector<std::pair<const char*, int>>{{"55", 5500},
                                                                             {"55%", 5500},
                                                                             {" 55 % ", 5500},
                                                                             {"55,25", 5525},
                                                                             {"55.2", 5520},
                                                                             {"0", 0},
                                                                             {"0,05", 5},
                                                                             {"100", 10000},
                                                                             {"100,00%", 10000},
                                                                             {"050", 5000}}) {
    EXPECT_EQ(parsePercent(typed), Share{share}) << typed;
  }
}

TEST(ParsePercent, RefusesTheRest) {
  for (const char* typed : {"", " ", "%", "-1", "100,01", "101", "1000", "0050", "5,", ",5",
                            "5,255", "5 5", "5,2,5", "5%%", "năm mươi", "1e1", "0x5"}) {
    EXPECT_FALSE(parsePercent(typed).has_value()) << typed;
  }
}

TEST(ParsePercent, ReadsBackWhatFormatShareWrites) {
  for (int share = 0; share <= Share::kOne; ++share) {
    EXPECT_EQ(parsePercent(formatShare(Share{share}, kVi)), Share{share});
  }
}

TEST(FormatSigned, ShowsTheSign) {
  EXPECT_EQ(formatSigned(3), "+3");
  EXPECT_EQ(formatSigned(0), "0");
  EXPECT_EQ(formatSigned(-3), "−3");
}

}  // namespace
}  // namespace cadre::text
