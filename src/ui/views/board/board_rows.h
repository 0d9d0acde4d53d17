// The rows of the board, after search and filter: units down, seats of each title across.
#pragma once

#include <vector>

#include "ui/context.h"
#include "ui/views/board/board_memory.h"

namespace cadre::ui {

// The titles that have a column: those of at least one post, in file order.
[[nodiscard]] std::vector<TitleId> boardTitles(const Plan& plan);

// The rows for the selected unit (or the whole plan), cached in the memory until something they
// depend on changes.
const std::vector<BoardRow>& boardRows(const Context& context);

}  // namespace cadre::ui
