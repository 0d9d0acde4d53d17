// Reads JSON text through nlohmann/json's SAX interface: the library checks the syntax, while this
// layer builds the values, applies the limits and produces our error messages and positions
// (docs/decisions/json.md).
//
// parseJson is total: any bytes give a value or an error, in time and memory bounded by the size of
// the text.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/error.h"
#include "json/value.h"
#include "shared/numbers.h"

namespace cadre {

// The page rejects a larger file before reading it.
inline constexpr std::size_t kMaxJsonBytes = shared::kLargestPlan;
inline constexpr std::size_t kMaxJsonValues = 4'000'000;
inline constexpr std::size_t kMaxJsonDepth = 64;

// Strict JSON in UTF-8 (a byte order mark is skipped): no comments, no trailing commas, no unpaired
// surrogates. The error's place is "line L, column C", in characters counted from 1.
[[nodiscard]] Expected<JsonValue> parseJson(std::string_view text);

}  // namespace cadre
