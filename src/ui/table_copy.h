// Copying tables to the clipboard: what a view shows as a table, as tab-separated text that a
// spreadsheet imports cell by cell.
//
// A view offers its table in every frame; the text is generated only when somebody copies it. All
// rows that pass the view's filters are copied, in screen order, below a line of headings.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

#include <imgui.h>

#include "ui/context.h"

namespace cadre::ui {

// Cells from left to right. A cell with a tab, a line break or a quote is quoted; one that a
// spreadsheet would evaluate as a formula gets an apostrophe (roster/table.h).
class TableText {
 public:
  void heading(const Context& context, std::initializer_list<text::Str> columns);
  void cell(std::string_view text);
  // Digits only, so that a spreadsheet treats it as a number.
  void number(std::int64_t value);
  void endRow();

  // Without the line of headings.
  [[nodiscard]] std::size_t rows() const { return lines_ == 0 ? 0 : lines_ - 1; }
  [[nodiscard]] const std::string& text() const { return out_; }

 private:
  void separate();

  std::string out_;
  std::size_t lines_ = 0;
  bool row_begun_ = false;
};

// Declares that the current window, or the rectangle, shows a table; `fill` writes it, headings
// first, before the frame ends.
void offerTable(const Context& context, std::string_view name, ImVec2 min, ImVec2 max,
                std::function<void(TableText&)> fill);
void offerTable(const Context& context, std::string_view name,
                std::function<void(TableText&)> fill);

// Commands: copy the focused table or the one under the cursor; one by its name; the roster.
void copyTableInFocus(const Context& context);
void copyTableNamed(const Context& context, std::string name);
void copyRoster(const Context& context);

// In a context menu: copies the table on which it was opened; draws nothing if there is none.
void copyMenuItem(const Context& context);

// Performs the copy requested in this frame, and shows the context menu of a table on a right
// click. Call after all views are drawn.
void serveTableCopies(const Context& context);

}  // namespace cadre::ui
