// The edition of the program, defined only in CMakeLists.txt.
#pragma once

#include <string_view>

namespace cadre {

// "1.2.0".
[[nodiscard]] std::string_view version();

}  // namespace cadre
