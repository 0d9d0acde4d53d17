// What the commands of cadre-plan share.
#pragma once

#include <string>

#include "cli/commands.h"
#include "core/error.h"
#include "text/strings.h"

namespace cadre::cli {

// Each on a line behind the name of the file.
[[nodiscard]] Outcome fileErrors(const std::string& file, const Errors& errors,
                                 text::Language language);

// What the file does not have, at that place of it.
[[nodiscard]] Error notInFile(std::string_view place, text::Str what, std::string_view key);

}  // namespace cadre::cli
