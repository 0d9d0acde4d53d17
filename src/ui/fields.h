// Text fields that write to the plan when they are left, so that typing is one edit and one undo.
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

// What was typed, once the field is left and differs from `current`. The field shows `current`
// whenever it is not being typed in. REQUIRES: `name` is unique within ImGui's id stack.
std::optional<std::string> editField(const Context& context, std::string_view name,
                                     std::string_view hint, const std::string& current, float width,
                                     FieldKind kind = FieldKind::kText);

// The same for a date as dd/mm/yyyy. The inner optional is the new date, none when the field was
// emptied; what is no date stays in the field, marked, and changes nothing.
std::optional<std::optional<Date>> editDate(const Context& context, std::string_view name,
                                            std::optional<Date> current, float width);

// A block of cells that was pasted into the last field, which stands at the head of others of its
// kind or among them: the caller puts the cells into these as one step. The field is left, whatever
// was typed in it.
[[nodiscard]] std::optional<roster::Table> pastedCells(const Context& context);

// Gives the keyboard to the next item if that is what was asked for.
void focusIfWished(const Context& context, FocusWish field);

}  // namespace cadre::ui
