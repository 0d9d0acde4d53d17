// Normalises the spelling of passwords: "ễ" may be typed as one character or as three (NFC, NFD),
// depending on keyboard and system, but must open the same file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cadre::crypto {

// The text in Unicode's form NFC, like String.prototype.normalize; empty when it is not UTF-8.
[[nodiscard]] std::optional<std::string> normalPassword(std::string_view utf8);

}  // namespace cadre::crypto
