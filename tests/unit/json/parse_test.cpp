// What is read, compared with nlohmann/json's own values and with an independent grammar.
#include "json/parse.h"

#include <array>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "grammar.h"
#include "json/writer.h"
#include "platform/file_io.h"
#include "samples/random.h"
#include "text/strings.h"

namespace cadre::test {
namespace {

// Whether it equals the value in nlohmann's types, except for numbers, which it turns into doubles.
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
    // For a repeated name nlohmann keeps only one value; which one does not matter here.
    const auto found = theirs.find(name);
    const bool repeated = theirs.size() < members.size();
    if (found == theirs.end() || (!repeated && !agrees(member, *found))) return false;
  }
  return true;
}

void expectAgreement(const std::string& text) {
  const Expected<JsonValue> ours = parseJson(text);
  ASSERT_EQ(ours.has_value(), isJson(text)) << text;
  const auto theirs = nlohmann::ordered_json::parse(text, nullptr, false);
  // Numbers beyond doubles are valid JSON, but nlohmann has no value for them.
  if (!ours || theirs.is_discarded()) return;
  EXPECT_TRUE(agrees(*ours, theirs)) << text;
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
  expectAgreement(std::string("1\0", 2));  // an end to nlohmann
  expectAgreement(std::string("[1,\0]", 5));
  expectAgreement(std::string("\"a\0b\"", 5));
}

// Changes, removes or repeats a few bytes of a valid text.
TEST(Json, AgreesWithASecondParserOnDamagedTexts) {
  constexpr std::string_view kBytes = "{}[]\",:0123456789.eE+-truefalsn\\u \n\x01";
  const std::string whole =
      platform::readFile(std::string(CADRE_SOURCE_DIR) + "/tests/schema/small.json").value();
  samples::Random random(1);
  for (int round = 0; round < 6000; ++round) {
    const auto from = static_cast<std::size_t>(random.below(whole.size()));
    std::string text(kTexts.at(static_cast<std::size_t>(random.below(kTexts.size()))));
    if (round % 3 == 1) text = whole.substr(from - from % 40, 400);
    if (round % 3 == 2) text = whole;
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

TEST(Json, WritesWhatItReads) {
  const std::string text =
      R"({"b": [1, {"a": null}, "\"\\\n\t\r\u0001/é"], "a": {}, "c": [], "d": true})";
  EXPECT_EQ(toJson(parseJson(text).value()), text);
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
}  // namespace cadre::test
