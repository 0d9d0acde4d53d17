// Components shared by the views of the middle: jumps to a post, figures, clickable rows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <imgui.h>

#include "ui/context.h"

namespace cadre::ui {

// "05/2026".
[[nodiscard]] std::string monthOf(Date date);
// "2026-11-21T12:01" gives "21/11/2026 12:01"; empty for invalid input.
[[nodiscard]] std::string momentText(std::string_view time);

// A percentage, 0 if the whole is 0; to a whole percent, to a tenth, and as text.
[[nodiscard]] double percentOf(std::int64_t part, std::int64_t whole);
[[nodiscard]] Permille permilleOf(double percent);
[[nodiscard]] std::string percentText(const Context& context, double percent);

// Selects the post and its group, and shows it on the board. Done after the frame's views.
void showPost(const Context& context, PostId post);

// A large figure with its label beside it, with the role status. About 220 wide.
void drawFigure(const Context& context, std::string_view figure, std::string_view text,
                float width);

// A clickable row over the full width, highlighted while it is hovered or selected; draw its
// content from `at`.
struct Line {
  ImVec2 at;
  float width = 0;
  bool pressed = false;
  bool hovered = false;
};
[[nodiscard]] Line beginLine(const Context& context, int id, float height, bool chosen = false);

// A check box, and one with a label beside it; returns true when it was pressed.
bool tickBox(const Context& context, std::string_view name, bool on, bool enabled = true);
bool tickLine(const Context& context, std::string_view name, bool on);
inline constexpr float kTickSide = 22.0F;

// Shortens "Quận Ba Đình" to "Ba Đình" where only districts appear anyway.
[[nodiscard]] std::string_view shortName(std::string_view name);

// Right-aligned at `right`.
void drawRight(const ImFont* font, float right, float y, ImU32 color, std::string_view text);

// A child window without padding and line spacing; endList must always be called.
void beginList(std::string_view id, ImVec2 size);
void endList();

}  // namespace cadre::ui
