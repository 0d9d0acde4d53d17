// Reads JSON text, through nlohmann/json's SAX interface: the library says what is JSON, this layer
// builds the values, sets the limits and says in our words what is wrong where
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

// The page refuses a larger file before it is read.
inline constexpr std::size_t kMaxJsonBytes = shared::kLargestPlan;
inline constexpr std::size_t kMaxJsonValues = 4'000'000;
inline constexpr std::size_t kMaxJsonDepth = 64;

// Strict JSON in UTF-8 (a byte order mark is skipped): no comments, no trailing commas, no lone
// surrogates. The error's place is "line L, column C", in characters counted from 1.
[[nodiscard]] Expected<JsonValue> parseJson(std::string_view text);

}  // namespace cadre
