// A view as the rest of the interface sees it: its name, and how it is drawn. Shell, commands,
// palette and tests know views only through the two lists below.
//
// A view is added with a file of its own, which defines a ViewInfo with external linkage, and one
// line in work_views.def (the middle of the screen) or lower_views.def (its lower corner). Its
// command is created automatically.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <imgui.h>

#include "ui/context.h"
#include "ui/view_memory.h"

namespace cadre::ui {

using DrawView = void (*)(const Context&, ImVec2 min, ImVec2 max);

struct ViewInfo {
  std::string_view command;  // the command that opens it: "go.board"; never changes
  text::Str title;
  const char* icon;
  DrawView draw;
  bool with_inspector = false;  // the inspector is shown beside the view, or over it
  // Returns a more informative tab title; null: just the title.
  std::string (*telling_title)(const Context&) = nullptr;
};

#define VIEW(name) extern const ViewInfo k##name##View;
#include "ui/views/lower_views.def"
#include "ui/views/work_views.def"
#undef VIEW

// In tab order.
[[nodiscard]] std::span<const ViewInfo* const> workViews();
[[nodiscard]] std::span<const ViewInfo* const> lowerViews();
// REQUIRES: the view is one of them.
[[nodiscard]] int placeOf(const ViewInfo* view, std::span<const ViewInfo* const> views);
// The view opened by this command; null when there is none.
[[nodiscard]] const ViewInfo* openedBy(std::string_view command,
                                       std::span<const ViewInfo* const> views);

// Which of them are shown.
struct ShownViews {
  const ViewInfo* work = &kBoardView;
  const ViewInfo* lower = &kAttainmentView;
};

}  // namespace cadre::ui
