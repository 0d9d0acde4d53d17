// One spelling for each password: "ễ" may be typed as one character or as three (NFC, NFD), which
// differs between keyboards and systems but must open the same file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cadre::crypto {

// The text in Unicode's form NFC, as String.prototype.normalize gives it; nothing when it is no
// UTF-8.
[[nodiscard]] std::optional<std::string> normalPassword(std::string_view utf8);

}  // namespace cadre::crypto
