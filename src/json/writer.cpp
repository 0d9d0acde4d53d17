#include "json/writer.h"

#include <cmath>

#include "core/shortest_number.h"
#include "text/utf8.h"

namespace cadre {
namespace {

void appendString(std::string& out, std::string_view utf8) {
  constexpr std::string_view kHex = "0123456789abcdef";
  constexpr std::string_view kNamed = "\"\\\n\r\t";
  constexpr std::string_view kNames = "\"\\nrt";
  out += '"';
  std::string repaired;
  if (text::findInvalid(utf8) != std::string_view::npos) {
    repaired = text::repaired(utf8);
    utf8 = repaired;
  }
  std::size_t from = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const char c = utf8[i];
    const auto code = static_cast<std::uint8_t>(c);
    if (code >= 0x20 && c != '"' && c != '\\') continue;
    out.append(utf8, from, i - from);
    from = i + 1;
    out += '\\';
    if (const std::size_t named = kNamed.find(c); named != std::string_view::npos) {
      out += kNames[named];
      continue;
    }
    out += "u00";
    out += kHex[code >> 4U];
    out += kHex[code & 0xFU];
  }
  out.append(utf8, from);
  out += '"';
}

}  // namespace

void JsonWriter::newLine() {
  out_ += '\n';
  out_.append(open_.size() * 2, ' ');
}

// Writes the separator between two entries.
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
  string(name);
  out_ += ": ";
  after_key_ = true;
  return *this;
}

void JsonWriter::string(std::string_view value) {
  entry();
  appendString(out_, value);
}

void JsonWriter::integer(std::int64_t value) { raw(std::to_string(value)); }

void JsonWriter::number(double value) {
  constexpr double kExactIntegers = 9007199254740992.0;  // 2^53
  if (std::trunc(value) == value && std::abs(value) < kExactIntegers) {
    integer(static_cast<std::int64_t>(value));
  } else {
    raw(shortestNumber(value));
  }
}

void JsonWriter::boolean(bool value) { raw(value ? "true" : "false"); }

void JsonWriter::null() { raw("null"); }

void JsonWriter::value(const JsonValue& value) {
  if (value.isNull()) {
    null();
  } else if (const bool* flag = value.boolean()) {
    boolean(*flag);
  } else if (const JsonNumber* number = value.number()) {
    raw(number->text);
  } else if (const std::string* text = value.string()) {
    string(*text);
  } else if (const JsonArray* items = value.array()) {
    beginArray();
    for (const JsonValue& item : *items) this->value(item);
    endArray();
  } else if (const JsonObject* members = value.object()) {
    beginObject();
    for (const auto& [name, member] : *members) key(name).value(member);
    endObject();
  }
}

void JsonWriter::raw(std::string_view json) {
  entry();
  out_ += json;
}

std::string toJson(const JsonValue& value) {
  JsonWriter out;
  out.value(value);
  return out.take();
}

}  // namespace cadre
