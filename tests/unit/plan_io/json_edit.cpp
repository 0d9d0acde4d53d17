#include "json_edit.h"

#include <algorithm>
#include <array>

#include "json/parse.h"
#include "plan_io/plan_io.h"
#include "platform/file_io.h"

namespace cadre::plan_io::test {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string escaped(const std::string& name) {
  return replaced(replaced(name, "~", "~0"), "/", "~1");
}

// Parent's pointer and the last name of a pointer.
std::pair<std::string_view, std::string> split(std::string_view pointer) {
  const std::size_t slash = pointer.rfind('/');
  const std::string name(pointer.substr(slash + 1));
  return {pointer.substr(0, slash), replaced(replaced(name, "~1", "/"), "~0", "~")};
}

void collect(const JsonValue& value, const std::string& pointer, std::vector<std::string>& out) {
  const auto add = [&](const std::string& name, const JsonValue& child) {
    std::string place = pointer;
    place.append("/").append(escaped(name));
    out.push_back(place);
    collect(child, place, out);
  };
  if (const JsonObject* members = value.object()) {
    for (const auto& [name, member] : *members) add(name, member);
  } else if (const JsonArray* items = value.array()) {
    for (std::size_t i = 0; i < items->size(); ++i) add(std::to_string(i), (*items)[i]);
  }
}

std::string_view nameOfCode(ErrorCode code) {
  constexpr std::array<std::string_view, 11> kNames = {"syntax",    "missing",  "type",  "value",
                                                       "duplicate", "dangling", "cycle", "too new",
                                                       "too large", "io",       "usage"};
  return kNames.at(static_cast<std::size_t>(code));
}

}  // namespace

std::string repositoryFile(const std::string& name) {
  return platform::readFile(std::string(CADRE_SOURCE_DIR) + "/" + name).value_or("");
}

std::string smallPlan() { return repositoryFile("tests/schema/small.json"); }

std::string smallPlan2() { return repositoryFile("tests/schema/small_2.json"); }

JsonValue parsed(std::string_view json) { return parseJson(json).value(); }

std::vector<std::string> pointersOf(const JsonValue& root) {
  std::vector<std::string> out;
  collect(root, "", out);
  return out;
}

JsonValue* find(JsonValue& root, std::string_view pointer) {
  if (pointer.empty()) return &root;
  const auto [parent_pointer, name] = split(pointer);
  JsonValue* parent = find(root, parent_pointer);
  if (parent == nullptr) return nullptr;
  if (auto* items = std::get_if<JsonArray>(&parent->value)) {
    const auto at = static_cast<std::size_t>(std::stoul(name));
    return at < items->size() ? &(*items)[at] : nullptr;
  }
  auto* members = std::get_if<JsonObject>(&parent->value);
  if (members == nullptr) return nullptr;
  const auto found = std::find_if(members->begin(), members->end(),
                                  [&](const auto& member) { return member.first == name; });
  return found == members->end() ? nullptr : &found->second;
}

void set(JsonValue& root, std::string_view pointer, JsonValue value) {
  if (JsonValue* there = find(root, pointer)) {
    *there = std::move(value);
    return;
  }
  const auto [parent, name] = split(pointer);
  std::get<JsonObject>(find(root, parent)->value).emplace_back(name, std::move(value));
}

void remove(JsonValue& root, std::string_view pointer) {
  const auto [parent_pointer, last] = split(pointer);
  const std::string& name = last;
  JsonValue& parent = *find(root, parent_pointer);
  if (auto* items = std::get_if<JsonArray>(&parent.value)) {
    items->erase(items->begin() + static_cast<std::ptrdiff_t>(std::stoul(name)));
  } else {
    std::erase_if(std::get<JsonObject>(parent.value),
                  [&](const auto& member) { return member.first == name; });
  }
}

std::string smallWith(std::string_view pointer, std::string_view json) {
  JsonValue root = parsed(smallPlan());
  set(root, pointer, parsed(json));
  return toJson(root);
}

std::string smallWithout(std::string_view pointer) {
  JsonValue root = parsed(smallPlan());
  remove(root, pointer);
  return toJson(root);
}

std::string edited(std::string_view text, std::string_view pointer, std::string_view json) {
  JsonValue root = parsed(text);
  set(root, pointer, parsed(json));
  return toJson(root);
}

std::string memberOf(std::string_view text, std::string_view pointer) {
  JsonValue root = parsed(text);
  const JsonValue* found = find(root, pointer);
  return found == nullptr ? "" : toJson(*found);
}

std::string patternOf(std::string_view pointer) {
  std::string out;
  while (!pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string_view part = pointer.substr(1, end - 1);
    const bool is_index = part.find_first_not_of("0123456789") == std::string_view::npos;
    out.append("/").append(is_index ? "*" : part);
    pointer.remove_prefix(end);
  }
  return out;
}

Errors errorsOf(std::string_view json) {
  const auto plan = loadPlan(json);
  return plan ? Errors{} : plan.error();
}

std::vector<std::string> summary(const Errors& errors) {
  std::vector<std::string> out;
  for (const Error& error : errors) {
    out.push_back(std::string(nameOfCode(error.code)) + " " + error.place);
  }
  return out;
}

bool has(const Errors& errors, ErrorCode code, std::string_view place) {
  return std::any_of(errors.begin(), errors.end(), [&](const Error& error) {
    return error.code == code && error.place == place;
  });
}

}  // namespace cadre::plan_io::test
