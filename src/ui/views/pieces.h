// Pieces that the views of the middle share: jumps to a post, figures, lines that can be pressed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <imgui.h>

#include "ui/context.h"

namespace cadre::ui {

// "05/2026".
[[nodiscard]] std::string monthOf(Date date);
// "2026-11-21T12:01" gives "21/11/2026 12:01"; empty when it is no such time.
[[nodiscard]] std::string momentText(std::string_view time);

// A part of the whole in percent, 0 where there is nothing; the same to a tenth, and as text.
[[nodiscard]] double percentOf(std::int64_t part, std::int64_t whole);
[[nodiscard]] Permille permilleOf(double percent);
[[nodiscard]] std::string percentText(const Context& context, double percent);

// Chooses the post and its group, and shows it on the board. Done after the frame's views.
void showPost(const Context& context, PostId post);

// A large figure with its label beside it, reported as a status. Takes about 220 of width.
void drawFigure(const Context& context, std::string_view figure, std::string_view text,
                float width);

// A line over the whole width that can be pressed, with a background while the cursor is on it or
// it is chosen; draw into it from `at`.
struct Line {
  ImVec2 at;
  float width = 0;
  bool pressed = false;
  bool hovered = false;
};
[[nodiscard]] Line beginLine(const Context& context, int id, float height, bool chosen = false);

// A square that is ticked or not, and the same with its name beside it; true when it was pressed.
bool tickBox(const Context& context, std::string_view name, bool on, bool enabled = true);
bool tickLine(const Context& context, std::string_view name, bool on);
inline constexpr float kTickSide = 22.0F;

// "Quận Ba Đình" is "Ba Đình" where only districts stand anyway.
[[nodiscard]] std::string_view shortName(std::string_view name);

// Right-aligned at `right`.
void drawRight(const ImFont* font, float right, float y, ImU32 color, std::string_view text);

// A child window without padding and with no space between lines; endList is always due.
void beginList(std::string_view id, ImVec2 size);
void endList();

}  // namespace cadre::ui
