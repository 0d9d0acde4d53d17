#include <cfloat>
#include <optional>
#include <string>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/layout.h"
#include "kit/text.h"
#include "ui/actions.h"
#include "ui/outside.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using platform::PlanAccess;
using platform::StorageState;
using text::Str;

constexpr float kHeight = 44.0F;
constexpr float kWaysHeight = 42.0F;  // height of the buttons below the text

struct Trouble {
  Str name;
  Str words;
};

// Read-only access has priority over storage problems: only one banner is shown.
std::optional<Trouble> troubleOf(const Outside& outside, bool has_plan) {
  if (!has_plan) return std::nullopt;
  switch (outside.access) {
    case PlanAccess::kOtherTab:
      return Trouble{Str::access_label, Str::access_elsewhere};
    case PlanAccess::kConflict:
      return Trouble{Str::access_label, Str::access_conflict};
    case PlanAccess::kWritable:
    case PlanAccess::kTaken:
      break;
  }
  if (!outside.storage_known || outside.trouble_hidden) return std::nullopt;
  switch (outside.storage) {
    case StorageState::kSaved:
      return std::nullopt;
    case StorageState::kUnavailable:
      return Trouble{Str::storage_trouble, Str::storage_unavailable_banner};
    case StorageState::kFailed:
      return Trouble{Str::storage_trouble, Str::storage_failed_banner};
    case StorageState::kFull:
      return Trouble{Str::storage_trouble, Str::storage_full_banner};
  }
  return std::nullopt;
}

void drawReadOnlyWays(const Context& context, Row& row) {
  if (context.outside.access == PlanAccess::kConflict) {
    row.next(kButtonHeight, 8);
    if (button(context, icons::kIconRefreshCw, context.tr(Str::access_reload))) {
      context.later([&context] { context.host.openStored(""); });
    }
  }
  row.next(kButtonHeight, 8);
  if (button(context, icons::kIconCopy, context.tr(Str::access_copy))) {
    context.outside.copy_wanted = true;
  }
}

void drawStorageWays(const Context& context, Row& row) {
  row.next(kButtonHeight, 8);
  if (button(context, icons::kIconSave, context.tr(Str::storage_save_now), ButtonLook::kPrimary)) {
    savePlanFile(context);
  }
  if (context.outside.storage == StorageState::kFull) {
    row.next(kButtonHeight, 8);
    if (button(context, icons::kIconTrash2, context.tr(Str::storage_make_room))) {
      context.host.listStored();
      context.outside.start_open = true;
    }
  }
  if (context.outside.storage != StorageState::kUnavailable) {
    row.next(kButtonHeight, 8);
    if (button(context, icons::kIconRefreshCw, context.tr(Str::storage_retry))) {
      context.host.retryStoring();
    }
  }
  row.next(kIconButtonSide, 8);
  if (iconButton(context, icons::kIconX, context.tr(Str::storage_hide))) {
    context.outside.trouble_hidden = true;
  }
}

}  // namespace

float drawTrouble(const Context& context, ImVec2 min, ImVec2 max) {
  const std::optional<Trouble> trouble = troubleOf(context.outside, context.session != nullptr);
  if (!trouble) return 0.0F;
  constexpr float kWays = 470.0F;  // space for the buttons
  constexpr float kMargin = 13.0F;
  const std::string words(context.tr(trouble->words));
  const ImVec2 at = {min.x + 46, min.y + kMargin};
  // Text and buttons in one line, or the buttons below.
  const bool tall = at.x + measure(context.fonts.body, words).x + kWays > max.x;
  const float room = (tall ? max.x - 16 : max.x - kWays) - at.x;
  const ImVec2 size =
      context.fonts.body->CalcTextSizeA(sizeOf(context.fonts.body), FLT_MAX, room, words.c_str());
  const float height = tall ? kMargin + size.y + kWaysHeight : kHeight;
  const ImVec2 corner = {max.x, min.y + height};
  beginPanel(context, "trouble", min, corner, 0.0F);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(min, {min.x + 5, corner.y}, context.theme.hard);
  drawText(list, context.fonts.body, {min.x + 18, min.y + 12}, context.theme.hard,
           icons::kIconTriangleAlert);
  list.AddText(context.fonts.body, sizeOf(context.fonts.body), at, context.theme.text,
               words.c_str(), nullptr, room);
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({room, size.y});
  context.tree.addLastItem("alert", context.tr(trouble->name), words);
  ImGui::SetCursorScreenPos(
      {tall ? at.x - 8 : max.x - kWays, tall ? corner.y - kWaysHeight : min.y});
  Row row(tall ? kWaysHeight : kHeight);
  if (trouble->name == Str::access_label) {
    drawReadOnlyWays(context, row);
  } else {
    drawStorageWays(context, row);
  }
  endPanel();
  return height;
}

}  // namespace cadre::ui
