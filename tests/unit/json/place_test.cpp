// The position at which a text stops being JSON, and the message.
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "json/parse.h"
#include "text/format.h"
#include "text/strings.h"

namespace cadre::test {
namespace {

std::string messageOf(std::string_view text) {
  const Expected<JsonValue> value = parseJson(text);
  return value ? "is JSON" : text::render(value.error(), text::Language::kEnglish);
}

constexpr std::string_view kMaybe =
    ", expected valid JSON; maybe a comma or a quote is missing just before";
constexpr std::string_view kEnds =
    "the file ends in the middle, expected complete JSON; maybe it was cut off while copying";

TEST(JsonPlace, SaysWhereTheTextStopsBeingJson) {
  const std::array<std::pair<std::string_view, std::string>, 8> cases = {{
      {"{\n  \"a\": 1\n  \"b\": 2}", "line 3, column 3: found \"b\": 2}" + std::string(kMaybe)},
      {"{\"tên\": ?}", "line 1, column 9: found ?}" + std::string(kMaybe)},
      {"[1,\n2,\n]", "line 3, column 1: found ]" + std::string(kMaybe)},
      {"\xEF\xBB\xBF[x]", "line 1, column 2: found x]" + std::string(kMaybe)},
      {"[1, 2", "line 1, column 6: " + std::string(kEnds)},
      {"", "line 1, column 1: " + std::string(kEnds)},
      {"[\"a\x02\"]", "line 1, column 4: found ?\"]" + std::string(kMaybe)},
      {"[\"\\ud800\"]", "line 1, column 3: found \\ud800\"]" + std::string(kMaybe)},
  }};
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(parseJson(text).error().code, ErrorCode::kSyntax);
    EXPECT_EQ(messageOf(text), expected);
  }
}

// A text with ^ before the first invalid byte.
TEST(JsonPlace, OfEachKindOfFault) {
  const std::vector<std::string_view> texts = {
      // a token that is valid, but not there
      "[1, ^]",
      "[^, 1]",
      "[1^}",
      "{\"a\"^}",
      "{\"a\": ^}",
      "{\"a\": 1, ^}",
      "{^, \"a\": 1}",
      "^]",
      "[1] ^[2]",
      "[\"a\" ^\"b\"]",
      "[\"a\"^\"\"]",
      "[1 ^\"\\\"\\u00e9\"]",
      "{^1: 2}",
      "{\"a\" ^1234567}",
      "{\"a\" ^12e+9 }",
      "[-0.5 ^-12.50]",
      "1 ^2",
      "{^true: 1}",
      "[1 ^true]",
      "[1 \n ^false]",
      "[null ^null]",
      "{\"a\": 1 ^null}",
      "[\"true\" ^\"false\"]",
      "[[] ^{}]",
      "[{} ^[]]",
      "{\"a\": 1^: 2}",
      // a token that is invalid in itself
      "^x",
      "[^'a']",
      "[^tru3]",
      "[^nul]",
      "[^nulll]",
      "^True",
      "[1 ^name\": 2]",
      "{\"a\": 1,\n^nan}",
      "[^+1]",
      "[-^]",
      "[1.^]",
      "[1e^x]",
      "[1.5^.2]",
      "[0^x1]",
      "[^// c\n1]",
      "[^é]",
      "[\"a\" ^— \"b\"]",
      "^\xEF\xBF\xBD[]",
      "[1^\x01]",
      "[\"\\^x\"]",
      "[\"\\u12^G4\"]",
      "[\"\\u12^\"]",
      "[\"a^\nb\"]",
      "[\"a^\tb\"]",
      // an unpaired surrogate
      "[\"^\\uD83D\"]",
      "[\"^\\ud83dx\"]",
      "[\"^\\uD83D\\n\"]",
      "[\"^\\uD83D\\u0041\"]",
      "[\"^\\uDE00\"]",
      "[\"\\ud83d\\ude00^\\ude00\"]",
      "[\"\\uD83D\\uDE00^\\uD83D\\uD83D\"]",
      "[\"\\uD83D\\uDE^\"]",
      // digits, of which the library is shown only some
      "[12345^x]",
      "[1.2345 ^67890]",
      "[123456^\"\"]",
      "[100000 ^true]",
  };
  for (const std::string_view text : texts) {
    const std::size_t at = text.find('^');
    std::string document(text);
    document.erase(at, 1);
    std::string found = document.substr(at, document.find('\n', at) - at);
    for (char& c : found) {
      if (c >= 0 && c < 0x20) c = '?';
    }
    if (found.empty()) found = "?";
    EXPECT_TRUE(messageOf(document).ends_with(": found " + found + std::string(kMaybe)))
        << text << "\n"
        << messageOf(document);
  }
}

TEST(JsonPlace, OfATextThatEndsInTheMiddle) {
  for (const std::string text : {"",
                                 " ",
                                 "\n\n",
                                 "\xEF\xBB\xBF",
                                 "[",
                                 "[1",
                                 "[1,",
                                 "[1 ",
                                 "[12.5e3",
                                 "[-",
                                 "[1.",
                                 "[1e",
                                 "[1e+",
                                 "{",
                                 "{\"a\"",
                                 "{\"a\":",
                                 "{\"a\": 1",
                                 "{\"a\": 1,",
                                 "{\"a\": 123456",
                                 "nul",
                                 "[tru",
                                 "\"",
                                 "\"a",
                                 "\"\\",
                                 "\"\\u",
                                 "\"\\u12",
                                 "\"\\uD83D",
                                 "\"\\uD83D\\",
                                 "\"\\uD83D\\u",
                                 "\"\\uD83D\\uDE"}) {
    EXPECT_TRUE(messageOf(text).ends_with(kEnds)) << text << "\n" << messageOf(text);
    EXPECT_TRUE(messageOf(text + "\n").starts_with("line")) << text;
  }
}

// A rejected file gets one reason, and being another kind of file has priority.
TEST(JsonPlace, OfBytesThatAreNotUtf8BehindAnotherFault) {
  EXPECT_EQ(parseJson("[1 2, \"\xFF\"]").error().message.key, text::Str::error_not_utf8);
  EXPECT_EQ(parseJson("[1 2, \"\xFF\"]").error().place, "line 1, column 8");
  EXPECT_EQ(parseJson(std::string(100, '[') + "\xFF").error().message.key,
            text::Str::error_not_utf8);
}

TEST(JsonPlace, OfALevelTooManyIsItsBracket) {
  const std::string open(kMaxJsonDepth, '[');
  EXPECT_EQ(parseJson(open + std::string(kMaxJsonDepth, ']')).has_value(), true);
  for (const std::string_view more : {"[", "{"}) {
    const Expected<JsonValue> value = parseJson(open + "\n 1, " + std::string(more));
    ASSERT_FALSE(value.has_value());
    EXPECT_EQ(value.error().code, ErrorCode::kTooLarge);
    EXPECT_EQ(value.error().message.key, text::Str::error_too_deep);
    EXPECT_EQ(value.error().place, "line 2, column 5");
  }
}

// The library quotes everything since the last string, and writes each line feed as eight bytes.
TEST(JsonPlace, BehindVeryMuchWhiteSpace) {
  std::string text(kMaxJsonBytes - 1, '\n');
  text += "?";
  EXPECT_EQ(messageOf(text), "line 67108864, column 1: found ?" + std::string(kMaybe));
}

}  // namespace
}  // namespace cadre::test
