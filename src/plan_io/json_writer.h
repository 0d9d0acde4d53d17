// Writes JSON text in the layout of a plan file: one record to a line, so that plans differ line by
// line in version control and in a meeting's e-mail.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/extra.h"

namespace cadre::plan_io {

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

  void string(std::string_view value);
  void integer(std::int64_t value);
  // Shortest text that reads back as the same number; whole numbers without a point.
  void number(double value);
  void boolean(bool value);
  void null();
  // Text that is JSON already.
  void raw(std::string_view json);
  // The unknown fields of an object, after its known ones.
  void extra(const Extra& fields);

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

}  // namespace cadre::plan_io
