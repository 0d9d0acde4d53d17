// The JSON grammar, implemented independently of the program, to check its tests.
#pragma once

#include <string_view>

namespace cadre::test {

// Whether the text is one JSON value as RFC 8259 has it, with a byte order mark allowed in front
// and without halves of characters. REQUIRES: at most some hundred levels deep.
[[nodiscard]] bool isJson(std::string_view text);

}  // namespace cadre::test
