// Reads the fields of one JSON object and reports, with its JSON pointer, all that is not as it
// should be.
//
// Every getter returns a usable value and, on a mistake, adds an error; the caller looks at the
// error list once, at the end, so that one load reports many mistakes. Errors beyond kMaxErrors are
// dropped. Members that no getter asked for are the object's extra fields.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/date.h"
#include "core/error.h"
#include "core/ratio.h"
#include "json/value.h"
#include "model/extra.h"
#include "model/vocabulary.h"

namespace cadre::plan_io {

// A place in a document: made on the stack while reading, turned into text only for an error.
// REQUIRES: the parent outlives it.
class Path {
 public:
  Path() = default;
  Path(const Path& parent, std::string_view name) : parent_(&parent), name_(name) {}
  Path(const Path& parent, std::size_t index) : parent_(&parent), index_(index), is_index_(true) {}

  // RFC 6901: "/posts/3/unit".
  [[nodiscard]] std::string pointer() const;

 private:
  const Path* parent_ = nullptr;
  std::string_view name_;
  std::size_t index_ = 0;
  bool is_index_ = false;
};

// What a value was expected to be, in words or as a list of names.
using Expectation = MessageValue;

// Collects up to kMaxErrors.
class ErrorSink {
 public:
  void add(ErrorCode code, const Path& path, Message message);
  // "found …, expected …".
  void mismatch(ErrorCode code, const Path& path, const JsonValue& found, Expectation expected);
  [[nodiscard]] bool empty() const { return errors_.empty(); }
  [[nodiscard]] bool full() const { return errors_.size() >= kMaxErrors; }
  [[nodiscard]] Errors take() { return std::move(errors_); }

 private:
  Errors errors_;
};

// "a, b, c" of a closed list, for "expected one of …".
[[nodiscard]] std::string joined(std::span<const std::string_view> names);

// A short text of a value for "found …".
[[nodiscard]] MessageValue describe(const JsonValue& value);

// A number from 0 to 1 with at most four decimals; anything else is reported there and is 0.
[[nodiscard]] Share shareOf(const JsonValue& value, const Path& path, ErrorSink& errors);

struct IntegerRange {
  std::int32_t least;
  std::int32_t most;
};

// The whole number that is written, also as 36.0 or 3.6e1; nothing when it is not whole or has more
// than nine digits.
[[nodiscard]] std::optional<std::int32_t> wholeNumber(const JsonNumber& number);

class ObjectReader {
 public:
  // Anything but an object is reported here and then has no fields.
  ObjectReader(const JsonValue& value, const Path& path, ErrorSink& errors);

  [[nodiscard]] const Path& path() const { return path_; }
  [[nodiscard]] bool isObject() const { return members_ != nullptr; }
  [[nodiscard]] ErrorSink& errors() const { return errors_; }

  // The member of that name, which then is not an extra field; null when absent. A required one
  // that is absent is reported.
  const JsonValue* optional(std::string_view name);
  const JsonValue* required(std::string_view name, const Expectation& expected);

  std::string string(std::string_view name);  // required
  std::string key(std::string_view name);     // required and not empty
  std::string stringOr(std::string_view name, std::string fallback);
  bool boolean(std::string_view name);  // required
  bool booleanOr(std::string_view name, bool fallback);
  std::int32_t integer(std::string_view name, IntegerRange range);  // required
  std::optional<std::int32_t> optionalInteger(std::string_view name, IntegerRange range);
  std::optional<Share> optionalShare(std::string_view name);
  double years(std::string_view name);  // required, from 0 to 150
  Date date(std::string_view name);     // required
  std::optional<Date> optionalDate(std::string_view name);
  std::vector<std::string> strings(std::string_view name);  // optional, of strings

  // A word of a closed list of model/vocabulary.h.
  template <class E>
  E word(std::string_view name) {
    const JsonValue* value = required(name, joined(names<E>()));
    return value == nullptr ? E{} : wordOf<E>(*value, name).value_or(E{});
  }
  template <class E>
  E wordOr(std::string_view name, E fallback) {
    const JsonValue* value = optional(name);
    return value == nullptr ? fallback : wordOf<E>(*value, name).value_or(fallback);
  }

  // Calls f(item, path) for each item of an array. Absent counts as empty for an optional one.
  template <class F>
  void forEach(std::string_view name, F&& f) {
    const JsonValue* value = required(name, text::Str::expect_array);
    if (value != nullptr) items(*value, name, std::forward<F>(f));
  }
  template <class F>
  void forEachOptional(std::string_view name, F&& f) {
    const JsonValue* value = optional(name);
    if (value != nullptr) items(*value, name, std::forward<F>(f));
  }

  // All members that nobody asked for, in the order of the file.
  [[nodiscard]] Extra extra() const;

 private:
  template <class E>
  std::optional<E> wordOf(const JsonValue& value, std::string_view name) {
    const std::string* text = value.string();
    const std::optional<E> found = text == nullptr ? std::nullopt : fromName<E>(*text);
    if (!found) {
      errors_.mismatch(text == nullptr ? ErrorCode::kWrongType : ErrorCode::kBadValue,
                       Path(path_, name), value, joined(names<E>()));
    }
    return found;
  }

  template <class F>
  void items(const JsonValue& value, std::string_view name, F&& f) {
    const Path list_path(path_, name);
    const JsonArray* list = value.array();
    if (list == nullptr) {
      errors_.mismatch(ErrorCode::kWrongType, list_path, value, text::Str::expect_array);
      return;
    }
    for (std::size_t i = 0; i < list->size() && !errors_.full(); ++i) {
      f((*list)[i], Path(list_path, i));
    }
  }

  std::string stringOf(const JsonValue& value, std::string_view name);
  void reportRepeatedMembers();
  void reportRepeated(std::string_view name);

  const Path& path_;
  ErrorSink& errors_;
  const JsonObject* members_ = nullptr;
  std::vector<bool> known_;  // by member
  std::size_t next_ = 0;     // member to look at first
};

}  // namespace cadre::plan_io
