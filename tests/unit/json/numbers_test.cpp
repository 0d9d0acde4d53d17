// Numbers are preserved as written: the library is shown a shorter one and never asked for its
// value.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "grammar.h"
#include "json/parse.h"
#include "json/writer.h"

namespace cadre::test {
namespace {

const std::vector<std::string> kNumbers = {
    "0",
    "-0",
    "7",
    "-7",
    "10",
    "100",
    "0.10",
    "1.0",
    "0.00000",
    "-0.0e-0",
    "1E+5",
    "1e400",
    "-1E-400",
    "1e99999999999999999999",
    "9223372036854775807",
    "-9223372036854775809",
    "18446744073709551616",
    "99999999999999999999",
    "1.7976931348623157e308",
    "3.141592653589793238462643383279",
    std::string(400, '9'),
    "-" + std::string(400, '1') + "." + std::string(400, '0') + "e" + std::string(400, '2'),
};

std::string readBack(const std::string& text) {
  const Expected<JsonValue> value = parseJson(text);
  return value ? toJson(*value) : "not JSON: " + text;
}

TEST(JsonNumbers, AreKeptAsTheyAreWritten) {
  for (const std::string& number : kNumbers) EXPECT_EQ(readBack(number), number);
}

TEST(JsonNumbers, EndWhereverTheyStand) {
  for (const std::string& number : kNumbers) {
    for (const std::string space : {"", " ", "\n\t\r ", "    "}) {
      const std::string spaced = space + number + space;
      EXPECT_EQ(readBack(spaced), number);
      EXPECT_EQ(readBack("\xEF\xBB\xBF" + spaced), number);
      EXPECT_EQ(readBack("[" + spaced + "," + spaced + ",\"9\"," + spaced + "]"),
                "[" + number + ", " + number + ", \"9\", " + number + "]");
      EXPECT_EQ(readBack("{\"e1\":" + spaced + ",\"-\":true,\"\":" + spaced + "}"),
                "{\"e1\": " + number + ", \"-\": true, \"\": " + number + "}");
      EXPECT_EQ(readBack("[[" + spaced + "],{\"a\":[" + spaced + "]}]"),
                "[[" + number + "], {\"a\": [" + number + "]}]");
    }
  }
}

// Every text of up to five of these characters is accepted as a number exactly when the grammar
// accepts it, and is preserved.
TEST(JsonNumbers, AreWhatTheGrammarSays) {
  constexpr std::string_view kBytes = "019.eE+-";
  std::vector<std::string> texts = {""};
  std::size_t from = 0;
  std::size_t numbers = 0;
  for (int length = 1; length <= 5; ++length) {
    const std::size_t to = texts.size();
    for (; from < to; ++from) {
      for (const char c : kBytes) {
        const std::string text = texts[from] + c;
        const Expected<JsonValue> value = parseJson(text);
        ASSERT_EQ(value.has_value(), isJson(text)) << text;
        if (length < 5) texts.push_back(text);
        if (!value) continue;
        ++numbers;
        ASSERT_EQ(value->number()->text, text);
      }
    }
  }
  EXPECT_GT(numbers, 1500U);
}

TEST(JsonNumbers, InStringsStayText) {
  const std::string text = R"(["1234567 \" 1e400 \\", "00", "\\\"99999", 5])";
  EXPECT_EQ(readBack(text), text);
}

}  // namespace
}  // namespace cadre::test
