// What is wrong with a text that is no JSON, and where: "line 3, column 7", in characters counted
// from 1.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/error.h"
#include "json/shown_text.h"

namespace cadre {

[[nodiscard]] Error jsonErrorAt(std::string_view document, std::size_t byte, ErrorCode code,
                                Message message);

// When nlohmann/json has stopped: with the token that it read last, and its words for the reason.
[[nodiscard]] Error jsonSyntaxError(const ShownText& shown, std::string_view last_token,
                                    std::string_view reason);

}  // namespace cadre
