#include "plan_io/object_reader.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "json/writer.h"
#include "model/limits.h"
#include "text/utf8.h"

namespace cadre::plan_io {

using text::Str;

namespace {

constexpr std::size_t kShownBytes = 60;

std::string escaped(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string Path::pointer() const {
  if (parent_ == nullptr) return "";
  return parent_->pointer() + "/" + (is_index_ ? std::to_string(index_) : escaped(name_));
}

void ErrorSink::add(ErrorCode code, const Path& path, Message message) {
  if (full()) return;
  errors_.push_back({code, path.pointer(), std::move(message)});
}

void ErrorSink::mismatch(ErrorCode code, const Path& path, const JsonValue& found,
                         Expectation expected) {
  if (full()) return;
  add(code, path,
      Message{Str::error_mismatch,
              {{"found", describe(found)}, {"expected", std::move(expected)}}});
}

std::string joined(std::span<const std::string_view> names) {
  std::string out;
  for (const std::string_view name : names) {
    if (name.empty()) continue;
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

MessageValue describe(const JsonValue& value) {
  if (value.array() != nullptr) return Str::found_array;
  if (value.object() != nullptr) return Str::found_object;
  const std::string json = toJson(value);
  const std::string_view shown = text::truncated(json, kShownBytes);
  return shown.size() == json.size() ? json : std::string(shown) + "…";
}

std::optional<std::int32_t> wholeNumber(const JsonNumber& number) {
  constexpr double kMost = 999'999'999;
  const double value = std::strtod(number.text.c_str(), nullptr);
  if (!(std::abs(value) <= kMost) || std::trunc(value) != value) return std::nullopt;
  return static_cast<std::int32_t>(value);
}

Share shareOf(const JsonValue& value, const Path& path, ErrorSink& errors) {
  const JsonNumber* number = value.number();
  const std::optional<Share> share = number == nullptr ? std::nullopt : parseShare(number->text);
  if (!share) {
    errors.mismatch(number == nullptr ? ErrorCode::kWrongType : ErrorCode::kBadValue, path, value,
                    Str::expect_share);
  }
  return share.value_or(Share{});
}

ObjectReader::ObjectReader(const JsonValue& value, const Path& path, ErrorSink& errors)
    : path_(path), errors_(errors), members_(value.object()) {
  if (members_ == nullptr) {
    errors_.mismatch(ErrorCode::kWrongType, path_, value, Str::expect_object);
    return;
  }
  known_.assign(members_->size(), false);
  reportRepeatedMembers();
}

// A name that stands twice would lose one of its values without a word.
void ObjectReader::reportRepeatedMembers() {
  constexpr std::size_t kFew = 24;  // as many as a record has: comparing each with each is fastest
  const JsonObject& members = *members_;
  if (members.size() <= kFew) {
    for (std::size_t i = 1; i < members.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        if (members[k].first != members[i].first) continue;
        reportRepeated(members[i].first);
        break;
      }
    }
    return;
  }
  std::vector<std::string_view> names;
  names.reserve(members.size());
  for (const auto& member : members) names.push_back(member.first);
  std::sort(names.begin(), names.end());
  for (auto at = std::adjacent_find(names.begin(), names.end());
       at != names.end() && !errors_.full(); at = std::adjacent_find(at + 1, names.end())) {
    reportRepeated(*at);
  }
}

void ObjectReader::reportRepeated(std::string_view name) {
  errors_.add(ErrorCode::kDuplicate, Path(path_, name), Message{Str::error_repeated_field, {}});
}

const JsonValue* ObjectReader::optional(std::string_view name) {
  if (members_ == nullptr) return nullptr;
  // Files mostly have their fields in the order in which they are asked for.
  const std::size_t count = members_->size();
  for (std::size_t step = 0; step < count; ++step, ++next_) {
    if (next_ >= count) next_ = 0;
    if ((*members_)[next_].first != name) continue;
    known_[next_] = true;
    return &(*members_)[next_++].second;
  }
  return nullptr;
}

const JsonValue* ObjectReader::required(std::string_view name, const Expectation& expected) {
  const JsonValue* value = optional(name);
  if (value == nullptr && members_ != nullptr) {
    errors_.add(ErrorCode::kMissing, Path(path_, name),
                Message{Str::error_missing, {{"expected", expected}}});
  }
  return value;
}

std::string ObjectReader::stringOf(const JsonValue& value, std::string_view name) {
  if (const std::string* text = value.string()) return *text;
  errors_.mismatch(ErrorCode::kWrongType, Path(path_, name), value, Str::expect_string);
  return "";
}

std::string ObjectReader::string(std::string_view name) {
  const JsonValue* value = required(name, Str::expect_string);
  return value == nullptr ? "" : stringOf(*value, name);
}

std::string ObjectReader::key(std::string_view name) {
  const JsonValue* value = required(name, Str::expect_id);
  if (value == nullptr) return "";
  const std::string* text = value->string();
  if (text == nullptr || text->empty()) {
    errors_.mismatch(text == nullptr ? ErrorCode::kWrongType : ErrorCode::kBadValue,
                     Path(path_, name), *value, Str::expect_id);
    return "";
  }
  return *text;
}

std::string ObjectReader::stringOr(std::string_view name, std::string fallback) {
  const JsonValue* value = optional(name);
  return value == nullptr ? std::move(fallback) : stringOf(*value, name);
}

bool ObjectReader::boolean(std::string_view name) {
  required(name, Str::expect_boolean);
  return booleanOr(name, false);
}

bool ObjectReader::booleanOr(std::string_view name, bool fallback) {
  const JsonValue* value = optional(name);
  if (value == nullptr) return fallback;
  if (const bool* found = value->boolean()) return *found;
  errors_.mismatch(ErrorCode::kWrongType, Path(path_, name), *value, Str::expect_boolean);
  return fallback;
}

std::int32_t ObjectReader::integer(std::string_view name, IntegerRange range) {
  required(name, Str::expect_integer);
  return optionalInteger(name, range).value_or(0);
}

std::optional<std::int32_t> ObjectReader::optionalInteger(std::string_view name,
                                                          IntegerRange range) {
  const JsonValue* value = optional(name);
  if (value == nullptr) return std::nullopt;
  const JsonNumber* number = value->number();
  if (number == nullptr) {
    errors_.mismatch(ErrorCode::kWrongType, Path(path_, name), *value, Str::expect_integer);
    return std::nullopt;
  }
  const std::optional<std::int32_t> found = wholeNumber(*number);
  if (!found || *found < range.least || *found > range.most) {
    errors_.add(ErrorCode::kBadValue, Path(path_, name),
                Message{Str::error_out_of_range,
                        {{"found", describe(*value)},
                         {"least", std::int64_t{range.least}},
                         {"most", std::int64_t{range.most}}}});
    return std::nullopt;
  }
  return found;
}

std::optional<Share> ObjectReader::optionalShare(std::string_view name) {
  const JsonValue* value = optional(name);
  if (value == nullptr) return std::nullopt;
  return shareOf(*value, Path(path_, name), errors_);
}

double ObjectReader::years(std::string_view name) {
  const JsonValue* value = required(name, Str::expect_years);
  if (value == nullptr) return 0;
  const JsonNumber* number = value->number();
  const double years = number == nullptr ? -1 : std::strtod(number->text.c_str(), nullptr);
  if (years >= 0 && years <= limits::kYears) return years;
  errors_.mismatch(number == nullptr ? ErrorCode::kWrongType : ErrorCode::kBadValue,
                   Path(path_, name), *value, Str::expect_years);
  return 0;
}

Date ObjectReader::date(std::string_view name) {
  required(name, Str::expect_date);
  return optionalDate(name).value_or(Date{});
}

std::optional<Date> ObjectReader::optionalDate(std::string_view name) {
  const JsonValue* value = optional(name);
  if (value == nullptr) return std::nullopt;
  const std::string* text = value->string();
  std::optional<Date> found = text == nullptr ? std::nullopt : parseIsoDate(*text);
  if (!found) {
    errors_.mismatch(text == nullptr ? ErrorCode::kWrongType : ErrorCode::kBadValue,
                     Path(path_, name), *value, Str::expect_date);
  }
  return found;
}

std::vector<std::string> ObjectReader::strings(std::string_view name) {
  std::vector<std::string> out;
  forEachOptional(name, [&](const JsonValue& item, const Path& path) {
    if (const std::string* text = item.string()) {
      out.push_back(*text);
    } else {
      errors_.mismatch(ErrorCode::kWrongType, path, item, Str::expect_string);
    }
  });
  return out;
}

Extra ObjectReader::extra() const {
  if (members_ == nullptr) return nullptr;
  std::vector<std::pair<std::string, std::string>> out;
  for (std::size_t i = 0; i < members_->size(); ++i) {
    if (!known_[i]) out.emplace_back((*members_)[i].first, toJson((*members_)[i].second));
  }
  if (out.empty()) return nullptr;
  return std::make_shared<const std::vector<std::pair<std::string, std::string>>>(std::move(out));
}

}  // namespace cadre::plan_io
