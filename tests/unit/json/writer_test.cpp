#include "json/writer.h"

#include <limits>

#include <gtest/gtest.h>

#include "json/parse.h"

namespace cadre::test {
namespace {

using Layout = JsonWriter::Layout;

std::string written(std::string_view text) {
  JsonWriter out;
  out.string(text);
  return out.take();
}

TEST(JsonWriter, GivesEachRecordALine) {
  JsonWriter out;
  out.beginObject(Layout::kLines);
  out.key("list").beginArray(Layout::kLines);
  for (int i = 0; i < 2; ++i) {
    out.beginObject();
    out.key("i").integer(i);
    out.key("empty").beginArray();
    out.endArray();
    out.endObject();
  }
  out.endArray();
  out.key("none").beginArray(Layout::kLines);
  out.endArray();
  out.key("flag").boolean(true);
  out.key("nothing").null();
  out.endObject();
  EXPECT_EQ(out.take(),
            "{\n"
            "  \"list\": [\n"
            "    {\"i\": 0, \"empty\": []},\n"
            "    {\"i\": 1, \"empty\": []}\n"
            "  ],\n"
            "  \"none\": [],\n"
            "  \"flag\": true,\n"
            "  \"nothing\": null\n"
            "}");
}

TEST(JsonWriter, WritesOneLineWhenAskedTo) {
  JsonWriter out(Layout::kOneLine);
  out.beginArray(Layout::kLines);
  out.integer(1);
  out.raw("{\"a\": 1e400}");
  out.endArray();
  EXPECT_EQ(out.take(), "[1, {\"a\": 1e400}]");
}

TEST(JsonWriter, EscapesWhatJsonAsksForAndNoMore) {
  EXPECT_EQ(written(std::string("\"\\/\b\f\n\r\t\0\x1f\x7f", 11)),
            "\"\\\"\\\\/\\u0008\\u000c\\n\\r\\t\\u0000\\u001f\x7f\"");
  EXPECT_EQ(written("Thị trấn \xF0\x9F\x98\x80"), "\"Thị trấn \xF0\x9F\x98\x80\"");
}

TEST(JsonWriter, WritesWhatCanBeReadAgainWhateverTheBytes) {
  for (int byte = 0; byte < 256; ++byte) {
    const char bytes[] = {'a', static_cast<char>(byte), 'b'};
    const Expected<JsonValue> read = parseJson(written({bytes, sizeof bytes}));
    ASSERT_TRUE(read.has_value()) << byte;
    EXPECT_EQ(*read->string(),
              byte < 0x80 ? std::string(bytes, sizeof bytes) : std::string("a\uFFFDb"));
  }
}

TEST(JsonWriter, WritesNumbersAsShortAsTheyReadBack) {
  const auto number = [](double value) {
    JsonWriter out;
    out.number(value);
    return out.take();
  };
  EXPECT_EQ(number(0.0), "0");
  EXPECT_EQ(number(-3.0), "-3");
  EXPECT_EQ(number(0.1), "0.1");
  EXPECT_EQ(number(9007199254740991.0), "9007199254740991");
  EXPECT_EQ(std::stod(number(std::numeric_limits<double>::max())),
            std::numeric_limits<double>::max());
}

}  // namespace
}  // namespace cadre::test
