// Symbols for a seat and for a finding, which convey their meaning without colour.
#pragma once

#include <cstdint>
#include <string_view>

#include <imgui.h>

#include "model/rule_set.h"
#include "ui/context.h"

namespace cadre::ui {

enum class SeatSign : std::uint8_t { kLocal, kNonLocal, kUnknown, kVacant };
// Filled circle, diamond, "?" and dashed ring; `center` and `radius` in CSS pixels.
void drawSeatSign(ImDrawList& list, const Context& context, SeatSign sign, ImVec2 center,
                  float radius);
// At the size of body text, or of `font`.
void drawSeverity(ImDrawList& list, const Context& context, Severity severity, bool waived,
                  ImVec2 at, const ImFont* font = nullptr);
// A finding as a paragraph with its symbol in front.
void errorLine(const Context& context, const ImFont* font, std::string_view text,
               Severity severity = Severity::kHard);

}  // namespace cadre::ui
