// What a value is typed or dragged in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <imgui.h>

#include "kit/frame.h"
#include "shared/numbers.h"

namespace cadre::kit {

// Which keyboard a phone shows: web/text_agent.mjs.
using shared::FieldKind;
// A text field with a hint; true when the text changed.
bool textField(const Frame& context, std::string_view name, std::string_view hint,
               std::string& text, float width, FieldKind kind = FieldKind::kText);
// The same for a password: dots in place of letters unless it is to be shown, and never told to the
// widget tree.
bool passwordField(const Frame& context, std::string_view name, std::string& text, float width,
                   bool shown);
// A value dragged along a track; a press anywhere on the track jumps there, arrow keys step. The
// new value when it changed in this frame. All changes of one drag are one gesture: pass
// ImGui::GetItemID() to Context::amend. `shown` is the value as text, right of the track.
std::optional<int> slider(const Frame& context, std::string_view name, int value, int least,
                          int most, std::string_view shown, float width);

}  // namespace cadre::kit
