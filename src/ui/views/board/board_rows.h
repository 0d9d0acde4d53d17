// Which lines the board shows: units down, seats of each title across, after search and filter.
#pragma once

#include <vector>

#include "ui/context.h"
#include "ui/views/board/board_memory.h"

namespace cadre::ui {

// The titles that have a column: all that some post of the plan has, in file order.
[[nodiscard]] std::vector<TitleId> boardTitles(const Plan& plan);

// The rows for the chosen unit (or the whole plan), kept in the memory until something that they
// depend on changes.
const std::vector<BoardRow>& boardRows(const Context& context);

}  // namespace cadre::ui
