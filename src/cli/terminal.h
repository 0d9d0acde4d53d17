// The terminal that a person types at.
#pragma once

#include <optional>
#include <string>

namespace cadre::cli {

// A line that is typed without being shown; nothing where there is no terminal (a pipe, a service,
// WebAssembly).
[[nodiscard]] std::optional<std::string> askUnseen(const std::string& prompt);

}  // namespace cadre::cli
