// What is wrong with an invalid JSON text, and where: "line 3, column 7", in characters counted
// from 1.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/error.h"
#include "json/shown_text.h"

namespace cadre {

[[nodiscard]] Error jsonErrorAt(std::string_view document, std::size_t byte, ErrorCode code,
                                Message message);

// To be called when nlohmann/json has stopped: takes the last token it read, and its error message.
[[nodiscard]] Error jsonSyntaxError(const ShownText& shown, std::string_view last_token,
                                    std::string_view reason);

}  // namespace cadre
