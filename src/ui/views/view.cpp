#include "ui/views/view.h"

#include <algorithm>
#include <array>

namespace cadre::ui {
namespace {

#define VIEW(name) &k##name##View,
constexpr auto kWorkViews = std::to_array<const ViewInfo*>({
#include "ui/views/work_views.def"
});
constexpr auto kLowerViews = std::to_array<const ViewInfo*>({
#include "ui/views/lower_views.def"
});
#undef VIEW

}  // namespace

std::span<const ViewInfo* const> workViews() { return kWorkViews; }

std::span<const ViewInfo* const> lowerViews() { return kLowerViews; }

int placeOf(const ViewInfo* view, std::span<const ViewInfo* const> views) {
  return static_cast<int>(std::find(views.begin(), views.end(), view) - views.begin());
}

const ViewInfo* openedBy(std::string_view command, std::span<const ViewInfo* const> views) {
  const auto found = std::find_if(views.begin(), views.end(),
                                  [&](const ViewInfo* view) { return view->command == command; });
  return found == views.end() ? nullptr : *found;
}

}  // namespace cadre::ui
