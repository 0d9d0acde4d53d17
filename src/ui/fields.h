// Text fields that write to the plan when they lose the focus, so typing is one edit and one undo.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/date.h"
#include "kit/fields.h"
#include "roster/table.h"
#include "ui/context.h"
#include "ui/keyboard_memory.h"

namespace cadre::ui {

// The text typed, once the field is left and differs from `current`. The field shows `current`
// whenever it is not being edited. REQUIRES: `name` is unique within ImGui's id stack.
std::optional<std::string> editField(const Context& context, std::string_view name,
                                     std::string_view hint, const std::string& current, float width,
                                     FieldKind kind = FieldKind::kText);

// The same for a date as dd/mm/yyyy. The inner optional is the new date, none when the field was
// emptied. Invalid text stays in the field, marked, and changes nothing.
std::optional<std::optional<Date>> editDate(const Context& context, std::string_view name,
                                            std::optional<Date> current, float width);

// A block of cells that was pasted into the last field, which is one of a column of similar fields:
// the caller distributes the cells over these as one step. The field is left and its text
// discarded.
[[nodiscard]] std::optional<roster::Table> pastedCells(const Context& context);

// Gives the keyboard focus to the next item if that was requested.
void focusIfWished(const Context& context, FocusWish field);

}  // namespace cadre::ui
