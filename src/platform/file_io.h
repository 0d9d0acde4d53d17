// Whole files in and out, natively and under Node.
#pragma once

#include <string>
#include <string_view>

#include "core/error.h"

namespace cadre::platform {

// The bytes of the file; an error of code kIo when it cannot be read whole.
[[nodiscard]] Expected<std::string> readFile(const std::string& path);

// Replaces the file's bytes.
Expected<void> writeFile(const std::string& path, std::string_view bytes);

}  // namespace cadre::platform
