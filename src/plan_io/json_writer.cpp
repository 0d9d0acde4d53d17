#include "plan_io/json_writer.h"

#include <cmath>

#include "core/shortest_number.h"
#include "plan_io/json.h"

namespace cadre::plan_io {

void JsonWriter::newLine() {
  out_ += '\n';
  out_.append(open_.size() * 2, ' ');
}

// Puts what stands between two entries.
void JsonWriter::entry() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (open_.empty()) return;
  Open& top = open_.back();
  if (!top.empty) out_ += top.layout == Layout::kLines ? "," : ", ";
  if (top.layout == Layout::kLines) newLine();
  top.empty = false;
}

void JsonWriter::begin(char bracket, Layout layout) {
  entry();
  out_ += bracket;
  open_.push_back({most_ == Layout::kLines ? layout : Layout::kOneLine});
}

void JsonWriter::end(char bracket) {
  const Open top = open_.back();
  open_.pop_back();
  if (top.layout == Layout::kLines && !top.empty) newLine();
  out_ += bracket;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  entry();
  appendJsonString(out_, name);
  out_ += ": ";
  after_key_ = true;
  return *this;
}

void JsonWriter::string(std::string_view value) {
  entry();
  appendJsonString(out_, value);
}

void JsonWriter::integer(std::int64_t value) {
  entry();
  out_ += std::to_string(value);
}

void JsonWriter::number(double value) {
  constexpr double kExactIntegers = 9007199254740992.0;  // 2^53
  if (std::trunc(value) == value && std::abs(value) < kExactIntegers) {
    integer(static_cast<std::int64_t>(value));
    return;
  }
  entry();
  out_ += shortestNumber(value);
}

void JsonWriter::boolean(bool value) {
  entry();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  entry();
  out_ += "null";
}

void JsonWriter::raw(std::string_view json) {
  entry();
  out_ += json;
}

void JsonWriter::extra(const Extra& fields) {
  if (!fields) return;
  for (const auto& [name, json] : *fields) key(name).raw(json);
}

}  // namespace cadre::plan_io
