// How the person likes the interface, as text for the host to keep.
#pragma once

#include <string>
#include <string_view>

#include "ui/context.h"

namespace cadre::ui {

[[nodiscard]] std::string writePreferences(const Preferences& preferences);
// Anything that cannot be read takes its default.
[[nodiscard]] Preferences readPreferences(std::string_view json);

}  // namespace cadre::ui
