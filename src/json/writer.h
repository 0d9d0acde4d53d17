// Writes JSON text in the layout of a plan file: one record per line, so that plans can be compared
// line by line in version control and in a meeting's e-mail.
//
// A small serialiser of our own: nlohmann/json's has only one layout, and brings number tables of
// its own, which the page would have to download.
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
  // A container is written on one line, or with one line per entry.
  enum class Layout : std::uint8_t { kOneLine, kLines };

  // With kOneLine everything is on one line, whatever the containers' own layouts.
  explicit JsonWriter(Layout most = Layout::kLines) : most_(most) {}

  void beginObject(Layout layout = Layout::kOneLine) { begin('{', layout); }
  void endObject() { end('}'); }
  void beginArray(Layout layout = Layout::kOneLine) { begin('[', layout); }
  void endArray() { end(']'); }

  // Names the next value. REQUIRES: inside an object.
  JsonWriter& key(std::string_view name);

  // Escapes only what JSON requires. Bytes that are not UTF-8 become U+FFFD, so that the output can
  // always be read again.
  void string(std::string_view value);
  void integer(std::int64_t value);
  // The shortest text that reads back as the same number; integers without a decimal point.
  void number(double value);
  void boolean(bool value);
  void null();
  // A value with its whole content, on one line.
  void value(const JsonValue& value);
  // Inserts text that is already JSON.
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

// Compact JSON text of the value, with members in their order.
[[nodiscard]] std::string toJson(const JsonValue& value);

}  // namespace cadre
