// Reading and writing whole files, natively and under Node.
#pragma once

#include <string>
#include <string_view>

#include "core/error.h"

namespace cadre::platform {

// The contents of the file; an error of code kIo when it cannot be read completely.
[[nodiscard]] Expected<std::string> readFile(const std::string& path);

// Overwrites the file.
Expected<void> writeFile(const std::string& path, std::string_view bytes);

}  // namespace cadre::platform
