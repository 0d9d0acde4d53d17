// Which edition this is: what CMakeLists.txt says, and nothing else does.
#pragma once

#include <string_view>

namespace cadre {

// "1.2.0".
[[nodiscard]] std::string_view version();

}  // namespace cadre
