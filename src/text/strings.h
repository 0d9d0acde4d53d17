// All texts of the program, by key, in Vietnamese and English.
//
// The tables are generated from assets/strings/{vi,en}.json at build time; a key missing in one of
// them, or with different {placeholders}, stops the build. Thread-safe: the tables are constants.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/message.h"
#include "text/string_keys.h"

namespace cadre::text {

enum class Language : std::uint8_t { kVietnamese, kEnglish };

[[nodiscard]] std::string_view get(Str key, Language language);

// The key whose name is `name` ("rule.months_in_post.name"), for texts named by a registry.
[[nodiscard]] std::optional<Str> findKey(std::string_view name);

}  // namespace cadre::text
