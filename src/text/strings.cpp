#include "text/strings.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace cadre::text {

// Written by cmake/Strings.cmake, sorted by key.
extern const char* const kStringsVi[];
extern const char* const kStringsEn[];
extern const char* const kStringKeys[];
extern const std::size_t kStringCount;

std::string_view get(Str key, Language language) {
  const auto index = static_cast<std::size_t>(key);
  if (index >= kStringCount) return "";
  return language == Language::kVietnamese ? kStringsVi[index] : kStringsEn[index];
}

std::optional<Str> findKey(std::string_view name) {
  const char* const* end = kStringKeys + kStringCount;
  const char* const* found =
      std::lower_bound(kStringKeys, end, name,
                       [](const char* key, std::string_view wanted) { return key < wanted; });
  if (found == end || name != *found) return std::nullopt;
  return static_cast<Str>(found - kStringKeys);
}

}  // namespace cadre::text
