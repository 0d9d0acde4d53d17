// Writes JSON text in the layout of a plan file: one record to a line, so that plans differ line by
// line in version control and in a meeting's e-mail.
//
// A serialiser of our own, and a thin one: nlohmann/json's knows one layout, and brings its own
// tables for numbers, which the page would have to download.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/value.h"

namespace cadre {

class JsonWriter {
 public:
  // A container is laid out on one line, or with each of its entries on a line of its own.
  enum class Layout : std::uint8_t { kOneLine, kLines };

  // With kOneLine all of it is one line, whatever a container asks for.
  explicit JsonWriter(Layout most = Layout::kLines) : most_(most) {}

  void beginObject(Layout layout = Layout::kOneLine) { begin('{', layout); }
  void endObject() { end('}'); }
  void beginArray(Layout layout = Layout::kOneLine) { begin('[', layout); }
  void endArray() { end(']'); }

  // Names the next value. REQUIRES: inside an object.
  JsonWriter& key(std::string_view name);

  // Escaped as JSON asks and no further. Bytes that are not UTF-8 become U+FFFD: whatever is
  // written can be read again.
  void string(std::string_view value);
  void integer(std::int64_t value);
  // Shortest text that reads back as the same number; whole numbers without a point.
  void number(double value);
  void boolean(bool value);
  void null();
  // A value and all that is in it, on one line.
  void value(const JsonValue& value);
  // Text that is JSON already.
  void raw(std::string_view json);

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  struct Open {
    Layout layout;
    bool empty = true;
  };

  void begin(char bracket, Layout layout);
  void end(char bracket);
  void entry();
  void newLine();

  Layout most_;
  std::string out_;
  std::vector<Open> open_;
  bool after_key_ = false;
};

// Compact JSON text of the value, members in their order.
[[nodiscard]] std::string toJson(const JsonValue& value);

}  // namespace cadre
