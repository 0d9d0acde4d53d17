// Edits JSON documents by JSON pointer, to make plan files with a single error.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "json/writer.h"

namespace cadre::plan_io::test {

// tests/schema/small.json: every field of the format at least once.
[[nodiscard]] std::string smallPlan();
// tests/schema/small_2.json: the same of version 2.
[[nodiscard]] std::string smallPlan2();

// The bytes of a file under the repository's root.
[[nodiscard]] std::string repositoryFile(const std::string& name);

// REQUIRES: valid JSON.
[[nodiscard]] JsonValue parsed(std::string_view json);

// JSON pointers of all values in the document but the root, in document order.
[[nodiscard]] std::vector<std::string> pointersOf(const JsonValue& root);

// Null if there is no such value.
[[nodiscard]] JsonValue* find(JsonValue& root, std::string_view pointer);

// Adds the member if it is missing. REQUIRES: its parent exists.
void set(JsonValue& root, std::string_view pointer, JsonValue value);
// REQUIRES: it exists.
void remove(JsonValue& root, std::string_view pointer);
// The small plan with one change, as text.
[[nodiscard]] std::string smallWith(std::string_view pointer, std::string_view json);
[[nodiscard]] std::string smallWithout(std::string_view pointer);

// Any document with one value set, as text.
[[nodiscard]] std::string edited(std::string_view text, std::string_view pointer,
                                 std::string_view json);
// The value there, as text; "" when there is none.
[[nodiscard]] std::string memberOf(std::string_view text, std::string_view pointer);

// "/units/*/name" for "/units/3/name".
[[nodiscard]] std::string patternOf(std::string_view pointer);

// The errors of loading that text; empty when it loads.
[[nodiscard]] Errors errorsOf(std::string_view json);

// "code place" of each error, in order: short to compare and to read.
[[nodiscard]] std::vector<std::string> summary(const Errors& errors);

// Whether one of the errors has that code and place.
[[nodiscard]] bool has(const Errors& errors, ErrorCode code, std::string_view place);

}  // namespace cadre::plan_io::test
