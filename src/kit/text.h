// Text in a font (label, paragraph, heading), and lines drawn beside it.
#pragma once

#include <string_view>

#include <imgui.h>

#include "kit/frame.h"

namespace cadre::kit {

void drawText(ImDrawList& list, const ImFont* font, ImVec2 at, ImU32 color, std::string_view text);
// Cut off with an ellipsis at `width`; returns true if it was cut (then show a tooltip).
bool drawTextFitted(ImDrawList& list, const ImFont* font, ImVec2 at, float width, ImU32 color,
                    std::string_view text);
// As an ImGui item.
void label(const Frame& context, const ImFont* font, ImU32 color, std::string_view text);
// Wraps at the window's edge.
void paragraph(const Frame& context, const ImFont* font, ImU32 color, std::string_view text);
void heading(const Frame& context, std::string_view text);

// Shows a tooltip for the last item while the cursor rests on it.
void tooltip(const Frame& context, std::string_view text);

// A dashed horizontal line, which marks a target without relying on colour.
void drawDashes(ImDrawList& list, ImVec2 from, float to_x, float dash, float gap, ImU32 color,
                float thickness);

}  // namespace cadre::kit
