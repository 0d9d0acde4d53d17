// Converts the user's preferences to and from the text that the host stores.
#pragma once

#include <string>
#include <string_view>

#include "ui/context.h"

namespace cadre::ui {

[[nodiscard]] std::string writePreferences(const Preferences& preferences);
// Unreadable values take their defaults.
[[nodiscard]] Preferences readPreferences(std::string_view json);

}  // namespace cadre::ui
