// Files that are damaged, huge or made to harm: an answer in good time, never a crash.
#include <gtest/gtest.h>

#include "json/parse.h"
#include "json_edit.h"
#include "plan_io/plan_io.h"

namespace cadre::plan_io::test {
namespace {

constexpr std::size_t kFiftyMegabytes = 50'000'000;

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string out;
  out.reserve(bytes + piece.size());
  while (out.size() < bytes) out += piece;
  return out;
}

TEST(Hostile, TruncatedAtEveryByte) {
  const std::string whole = smallPlan();
  const std::size_t end = whole.rfind('}');
  for (std::size_t length = 0; length <= end; ++length) {
    ASSERT_EQ(errorsOf(std::string_view(whole).substr(0, length)).size(), 1U) << length;
  }
  for (std::size_t length = end + 1; length <= whole.size(); ++length) {
    EXPECT_TRUE(loadPlan(std::string_view(whole).substr(0, length)).has_value()) << length;
  }
}

TEST(Hostile, EveryByteReplaced) {
  const std::string whole = smallPlan();
  for (const char byte : {'\0', '"', '{', '\x80', '\xFF'}) {
    for (std::size_t at = 0; at < whole.size(); ++at) {
      std::string text = whole;
      text[at] = byte;
      const Errors errors = errorsOf(text);
      EXPECT_LE(errors.size(), kMaxErrors);
    }
  }
}

TEST(Hostile, EmptyFile) {
  for (const std::string_view text : {"", " \n", "\xEF\xBB\xBF"}) {
    const Errors errors = errorsOf(text);
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_EQ(errors[0].message.key, text::Str::error_json_ends_early);
  }
}

TEST(Hostile, DeepNesting) {
  for (const std::string_view open : {"[", "{\"a\":", "[{\"a\":"}) {
    const Errors errors = errorsOf(repeated(open, 100'000 * open.size()));
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_EQ(errors[0].code, ErrorCode::kTooLarge);
    EXPECT_EQ(errors[0].message.key, text::Str::error_too_deep);
    EXPECT_TRUE(errors[0].place.starts_with("line 1, column ")) << errors[0].place;
  }
}

TEST(Hostile, NestingUpToTheLimitIsKept) {
  // The root is one level.
  const std::string inside(kMaxJsonDepth - 1, '[');
  const std::string unknown = inside + std::string(kMaxJsonDepth - 1, ']');
  const auto plan = loadPlan(smallWith("/note", unknown));
  ASSERT_TRUE(plan.has_value());
  EXPECT_NE(savePlan(*plan).find(unknown), std::string::npos);
}

TEST(Hostile, FiftyMegabytesOfBrackets) {
  EXPECT_EQ(errorsOf(std::string(kFiftyMegabytes, '[')).at(0).code, ErrorCode::kTooLarge);
}

TEST(Hostile, FiftyMegabytesOfNumbers) {
  const Errors errors = errorsOf("[" + repeated("1,", kFiftyMegabytes));
  EXPECT_EQ(errors.at(0).message.key, text::Str::error_too_many_values);
}

TEST(Hostile, FiftyMegabytesOfOneString) {
  const std::string text = "{\"format\": \"" + std::string(kFiftyMegabytes, 'x');
  EXPECT_EQ(errorsOf(text).at(0).message.key, text::Str::error_json_ends_early);
  const Errors errors = errorsOf(text + "\", \"version\": 1}");
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].place, "/format");
}

TEST(Hostile, FiftyMegabytesOfOneDigit) {
  const std::string digits(kFiftyMegabytes, '9');
  EXPECT_TRUE(has(errorsOf("{\"format\": \"cadre-rotation-plan\", \"version\": " + digits + "}"),
                  ErrorCode::kBadValue, "/version"));
}

TEST(Hostile, FiftyMegabytesOfNoise) {
  std::string text(kFiftyMegabytes, '\0');
  std::uint32_t state = 1;
  for (char& c : text) {
    state = state * 1664525U + 1013904223U;
    c = static_cast<char>(state >> 24U);
  }
  EXPECT_EQ(errorsOf(text).at(0).code, ErrorCode::kSyntax);
}

TEST(Hostile, MoreThanTheLimitIsNotEvenRead) {
  const Errors errors = errorsOf(std::string(kMaxJsonBytes + 1, ' '));
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].code, ErrorCode::kTooLarge);
}

TEST(Hostile, FiftyMegabytesOfPeopleLoad) {
  std::string cadres = "[";
  for (int i = 0; cadres.size() < kFiftyMegabytes; ++i) {
    if (i > 0) cadres += ',';
    cadres +=
        "{\"id\": \"p" + std::to_string(i) + "\", \"name\": \"" + std::string(120, 'n') + "\"}";
  }
  cadres += "]";
  std::string text = smallPlan();
  text.replace(text.find("\"cadres\": ["), 11, "\"unknown\": " + cadres + ", \"cadres\": [");
  EXPECT_EQ(summary(errorsOf(text)), std::vector<std::string>{});
  cadres.back() = ',';
  text = smallPlan();
  text.replace(text.find("\"cadres\": ["), 11, "\"cadres\": " + cadres);
  const auto plan = loadPlan(text);
  ASSERT_TRUE(plan.has_value());
  EXPECT_GT(plan->roster->cadres.size(), 300'000U);
}

TEST(Hostile, AMillionRepeatedFields) {
  const Errors errors = errorsOf("{" + repeated("\"a\": 1, ", 8'000'000) + "\"a\": 1}");
  EXPECT_EQ(errors.size(), kMaxErrors);
}

// Whoever holds a post may stand behind records that are none: their place is past the number of
// ids.
TEST(Hostile, AnOfficialBehindRecordsThatAreNoneIsStillOnlyAnError) {
  std::string text = smallPlan();
  text.replace(text.find("\"cadres\": ["), 11, "\"cadres\": [" + repeated("0,", 16));
  EXPECT_EQ(errorsOf(text).size(), 8U);
}

TEST(Hostile, AMillionErrorsGiveTwenty) {
  std::string text = smallPlan();
  text.replace(text.find("\"cadres\": ["), 11, "\"cadres\": [" + repeated("0,", 2'000'000));
  EXPECT_EQ(errorsOf(text).size(), kMaxErrors);
}

}  // namespace
}  // namespace cadre::plan_io::test
