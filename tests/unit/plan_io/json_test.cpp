// The parser against nlohmann/json as a second opinion, and where it wants to know better.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "json_edit.h"
#include "samples/random.h"
#include "text/format.h"

namespace cadre::plan_io::test {
namespace {

// The same value in nlohmann's types, but for numbers, which it turns into doubles.
bool agrees(const JsonValue& ours, const nlohmann::ordered_json& theirs) {
  if (ours.isNull()) return theirs.is_null();
  if (const bool* boolean = ours.boolean()) return theirs.is_boolean() && theirs == *boolean;
  if (ours.number() != nullptr) return theirs.is_number();
  if (const std::string* string = ours.string()) return theirs.is_string() && theirs == *string;
  if (const JsonArray* items = ours.array()) {
    if (!theirs.is_array() || theirs.size() != items->size()) return false;
    for (std::size_t i = 0; i < items->size(); ++i) {
      if (!agrees((*items)[i], theirs[i])) return false;
    }
    return true;
  }
  const JsonObject& members = *ours.object();
  if (!theirs.is_object()) return false;
  for (const auto& [name, member] : members) {
    // Of a repeated name nlohmann keeps one value; which is no matter here.
    const auto found = theirs.find(name);
    const bool repeated = theirs.size() < members.size();
    if (found == theirs.end() || (!repeated && !agrees(member, *found))) return false;
  }
  return true;
}

// A number beyond doubles: JSON, but not for nlohmann.
bool hasHugeNumber(const JsonValue& root) {
  const std::vector<std::string> pointers = pointersOf(root);
  JsonValue copy = root;
  const auto is_huge = [](const JsonValue& value) {
    const JsonNumber* number = value.number();
    return number != nullptr && std::isinf(std::strtod(number->text.c_str(), nullptr));
  };
  return is_huge(root) || std::any_of(pointers.begin(), pointers.end(), [&](const auto& pointer) {
           return is_huge(*find(copy, pointer));
         });
}

void expectAgreement(const std::string& text) {
  const auto theirs = nlohmann::ordered_json::parse(text, nullptr, false);
  const Expected<JsonValue> ours = parseJson(text);
  if (ours && hasHugeNumber(*ours)) return;
  ASSERT_EQ(ours.has_value(), !theirs.is_discarded()) << text;
  if (ours) {
    EXPECT_TRUE(agrees(*ours, theirs)) << text;
  }
}

constexpr std::array kTexts = {
    "null",
    "true",
    "false",
    "0",
    "-0",
    "-1",
    "12",
    "1.5",
    "-0.0",
    "1e5",
    "1E+5",
    "1e-5",
    "123456789012",
    "\"\"",
    "\"a\"",
    R"("\"\\\/\b\f\n\r\t")",
    R"("\u0041\u00e9\u20AC")",
    R"("\uD83D\uDE00")",
    R"("\u0000")",
    "\"Thị trấn\"",
    "[]",
    "{}",
    "[ ]",
    "{ }",
    "[1,2,[3,{}],\"x\"]",
    "\t\r\n [\n1 , 2 ] ",
    R"({"a":1,"b":{"c":[null,true,false]}})",
    R"({"":""})",
    R"({"a":1,"a":2})",
    "\xEF\xBB\xBF[1]",
    // not JSON
    "",
    " ",
    "nul",
    "nulll",
    "True",
    "+1",
    "01",
    "-",
    "1.",
    ".5",
    "1e",
    "1e+",
    "0x1",
    "NaN",
    "Infinity",
    "--1",
    "1 2",
    "[1,]",
    "[,1]",
    "[1",
    "]",
    "[1}",
    "{\"a\"}",
    "{\"a\":}",
    "{\"a\":1,}",
    "{,}",
    "{a:1}",
    "{'a':1}",
    "{\"a\":1",
    "{1:2}",
    "\"",
    "\"a",
    "\"\\\"",
    "\"\\x\"",
    "\"\\u12\"",
    "\"\\u12G4\"",
    R"("\uD83D")",
    R"("\uD83Dx")",
    R"("\uD83D\n")",
    R"("\uD83D\u0041")",
    R"("\uDE00")",
    "\"a\nb\"",
    "\"\x01\"",
    "// c\n1",
    "/* c */ 1",
    "1 // c",
    "[1] x",
    "\xEF\xBB",
    "\xEF\xBB\xBF",
    "[1]\xEF\xBB\xBF",
};

TEST(Json, AgreesWithASecondParser) {
  for (const std::string text : kTexts) expectAgreement(text);
  EXPECT_FALSE(parseJson(std::string_view("1\0", 2)).has_value());  // an end to nlohmann
  expectAgreement(std::string("\"a\0b\"", 5));
}

// A few bytes of a valid text changed, taken out or doubled.
TEST(Json, AgreesWithASecondParserOnDamagedTexts) {
  constexpr std::string_view kBytes = "{}[]\",:0123456789.eE+-truefalsn\\u \n\x01";
  const std::string whole = smallPlan();
  samples::Random random(1);
  for (int round = 0; round < 4000; ++round) {
    const auto from = static_cast<std::size_t>(random.below(whole.size()));
    std::string text =
        round % 2 == 0
            ? whole
            : std::string(kTexts.at(static_cast<std::size_t>(random.below(kTexts.size()))));
    if (round % 2 == 0) text = whole.substr(from - from % 40, 400);
    for (int i = random.between(1, 3); i > 0 && !text.empty(); --i) {
      const auto at = static_cast<std::size_t>(random.below(text.size()));
      switch (random.below(3)) {
        case 0:
          text[at] = random.pick(kBytes);
          break;
        case 1:
          text.erase(at, 1);
          break;
        default:
          text.insert(at, 1, random.pick(kBytes));
      }
    }
    expectAgreement(text);
  }
}

TEST(Json, KeepsNumbersAsTheyAreWritten) {
  for (const std::string number : {"-0", "0.10", "1.0", "1e400", "-1E-400", "99999999999999999999",
                                   "1.7976931348623157e308", "3.141592653589793238462643383279"}) {
    EXPECT_EQ(toJson(parsed(number)), number);
  }
}

TEST(Json, WritesWhatItReads) {
  const std::string text =
      R"({"b": [1, {"a": null}, "\"\\\n\t\r\u0001/é"], "a": {}, "c": [], "d": true})";
  EXPECT_EQ(toJson(parsed(text)), text);
}

struct Broken {
  std::string_view text;
  std::string_view message;
};

TEST(Json, SaysWhereTheTextStopsBeingJson) {
  constexpr std::string_view kMaybe =
      ", expected valid JSON; maybe a comma or a quote is missing just before";
  constexpr std::string_view kEnds =
      "the file ends in the middle, expected complete JSON; maybe it was cut off while copying";
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
    const Expected<JsonValue> value = parseJson(text);
    ASSERT_FALSE(value.has_value()) << text;
    EXPECT_EQ(value.error().code, ErrorCode::kSyntax);
    EXPECT_EQ(text::render(value.error(), text::Language::kEnglish), expected);
  }
}

TEST(Json, RefusesBytesThatAreNotUtf8) {
  for (const std::string text : {"[\"\xFF\"]", "[\"\xC3\"]", "[\"\xE1\xBB\"]", "[\"\xC0\xAF\"]",
                                 "[\"\xED\xA0\x80\"]", "[\"\xF4\x90\x80\x80\"]", "\xFF\xFE[\x00"}) {
    const Expected<JsonValue> value = parseJson(text);
    ASSERT_FALSE(value.has_value());
    EXPECT_EQ(value.error().place, text[0] == '[' ? "line 1, column 3" : "line 1, column 1");
    EXPECT_EQ(value.error().message.key, text::Str::error_not_utf8);
  }
}

}  // namespace
}  // namespace cadre::plan_io::test
