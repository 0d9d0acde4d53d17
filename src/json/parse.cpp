#include "json/parse.h"

#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "json/fault.h"
#include "json/shown_text.h"
#include "text/strings.h"
#include "text/utf8.h"

namespace cadre {
namespace {

using text::Str;

// The base of the library's types; its values are never created.
using Library = nlohmann::json;

// The interface through which the library reads bytes.
class Adapter {
 public:
  using char_type = char;

  explicit Adapter(ShownText& shown) : shown_(&shown) {}
  int get_character() { return shown_->next(); }

 private:
  ShownText* shown_;
};

// Builds values from the library's events; the function names are given by the library. Each
// returns whether to continue.
class Builder {
 public:
  explicit Builder(const ShownText& shown) : shown_(shown) {}

  bool null() { return add(nullptr); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(Library::number_integer_t /*value*/) { return number(); }
  bool number_unsigned(Library::number_unsigned_t /*value*/) { return number(); }
  bool number_float(Library::number_float_t /*value*/, const std::string& /*text*/) {
    return number();
  }
  bool string(const std::string& value) { return add(value); }
  bool binary(Library::binary_t& /*value*/) { return false; }  // does not occur in JSON

  bool start_object(std::size_t /*size*/) { return open(true); }
  bool key(const std::string& name) {
    members_.emplace_back(name, JsonValue{nullptr});
    return true;
  }
  bool end_object() { return close<JsonObject>(members_); }
  bool start_array(std::size_t /*size*/) { return open(false); }
  bool end_array() { return close<JsonArray>(items_); }

  bool parse_error(std::size_t /*position*/, const std::string& last_token,
                   const Library::exception& reason) {
    error_ = jsonSyntaxError(shown_, last_token, reason.what());
    return false;
  }

  [[nodiscard]] JsonValue& root() { return root_; }
  [[nodiscard]] std::optional<Error>& error() { return error_; }

 private:
  struct Open {
    bool is_object;
    std::size_t first;  // index of its first entry among those of all open containers
  };

  template <class T>
  bool add(T&& value) {
    if (!counted()) return false;
    place().value = std::forward<T>(value);
    return true;
  }

  bool number() { return add(JsonNumber{std::string(shown_.numberBefore(shown_.endOfNumber()))}); }

  bool counted() {
    if (++count_ <= kMaxJsonValues) return true;
    return fail(shown_.at, {Str::error_too_many_values, {{"limit", std::int64_t{kMaxJsonValues}}}});
  }

  // Null; the next value goes there.
  JsonValue& place() {
    if (open_.empty()) return root_;
    if (open_.back().is_object) return members_.back().second;
    return items_.emplace_back(JsonValue{nullptr});
  }

  // Entries are collected on a stack shared by all containers and moved out when their number is
  // known: one allocation per container, of exactly the right size.

  bool open(bool is_object) {
    if (!counted()) return false;
    if (open_.size() == kMaxJsonDepth) {
      return fail(shown_.at - 1, {Str::error_too_deep, {{"limit", std::int64_t{kMaxJsonDepth}}}});
    }
    open_.push_back({is_object, is_object ? members_.size() : items_.size()});
    return true;
  }

  template <class List>
  bool close(List& stack) {
    const auto begin = stack.begin() + static_cast<std::ptrdiff_t>(open_.back().first);
    List entries(std::make_move_iterator(begin), std::make_move_iterator(stack.end()));
    stack.erase(begin, stack.end());
    open_.pop_back();
    place().value = std::move(entries);
    return true;
  }

  bool fail(std::size_t byte, Message message) {
    error_ = jsonErrorAt(shown_.document, byte, ErrorCode::kTooLarge, std::move(message));
    return false;
  }

  const ShownText& shown_;
  JsonValue root_{nullptr};
  std::vector<Open> open_;
  JsonArray items_;
  JsonObject members_;
  std::size_t count_ = 0;
  std::optional<Error> error_;
};

}  // namespace

Expected<JsonValue> parseJson(std::string_view document) {
  if (document.size() > kMaxJsonBytes) {
    return std::unexpected(
        Error{ErrorCode::kTooLarge, "",
              Message{Str::error_file_too_large,
                      {{"found", static_cast<std::int64_t>(document.size() >> 20U)},
                       {"limit", std::int64_t{kMaxJsonBytes >> 20U}}}}});
  }
  ShownText shown(document);
  Builder builder(shown);
  nlohmann::detail::parser<Library, Adapter> parser{Adapter(shown)};
  if (parser.sax_parse(&builder)) return std::move(builder.root());
  // The library reports invalid UTF-8 as invalid JSON; saying that it is another kind of file is
  // more helpful.
  const std::size_t invalid = text::findInvalid(document);
  if (invalid != std::string_view::npos) {
    return std::unexpected(
        jsonErrorAt(document, invalid, ErrorCode::kSyntax, {Str::error_not_utf8, {}}));
  }
  return std::unexpected(std::move(*builder.error()));
}

}  // namespace cadre
