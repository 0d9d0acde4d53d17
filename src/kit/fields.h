// Controls for typing or dragging a value.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <imgui.h>

#include "kit/frame.h"
#include "shared/numbers.h"

namespace cadre::kit {

// The keyboard that a phone shows: web/text_agent.mjs.
using shared::FieldKind;
// A text field with a hint; returns true when the text changed.
bool textField(const Frame& context, std::string_view name, std::string_view hint,
               std::string& text, float width, FieldKind kind = FieldKind::kText);
// A password field: shows dots unless it is to be revealed, and never adds its text to the widget
// tree.
bool passwordField(const Frame& context, std::string_view name, std::string& text, float width,
                   bool shown);
// A value dragged along a track; pressing the track jumps there, arrow keys step. Returns the new
// value if it changed in this frame. All changes of one drag are one gesture: pass
// ImGui::GetItemID() to Context::amend. `shown` is the value as text, to the right of the track.
std::optional<int> slider(const Frame& context, std::string_view name, int value, int least,
                          int most, std::string_view shown, float width);

}  // namespace cadre::kit
