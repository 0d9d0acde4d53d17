#include <string>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/dialog.h"
#include "kit/layout.h"
#include "kit/text.h"
#include "ui/outside.h"
#include "ui/views/pieces.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using platform::RestoreKind;
using platform::RestorePointInfo;
using text::Str;

constexpr const char* kPopup = "restore-points";
constexpr float kRowHeight = 52.0F;

Str nameOf(RestoreKind kind) {
  switch (kind) {
    case RestoreKind::kOpen:
      return Str::restore_kind_open;
    case RestoreKind::kAuto:
      return Str::restore_kind_auto;
    case RestoreKind::kManual:
      return Str::restore_kind_manual;
    case RestoreKind::kImport:
      return Str::restore_kind_import;
    case RestoreKind::kProposal:
      return Str::restore_kind_proposal;
    case RestoreKind::kCut:
      return Str::restore_kind_cut;
    case RestoreKind::kRestore:
      return Str::restore_kind_restore;
  }
  return Str::restore_kind_auto;
}

void drawPoint(const Context& context, const RestorePointInfo& point, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImGui::Dummy({width, kRowHeight});
  const std::string when = momentText(point.time);
  const std::string since = context.tr(
      Message{Str::restore_since, {{"edits", static_cast<std::int64_t>(point.edits_since)}}});
  context.tree.addLastItem("restore-point", when,
                           std::string(context.tr(nameOf(point.kind))) + "; " + since);
  drawText(list, context.fonts.body_bold, {at.x + 8, at.y + 6}, context.theme.text, when);
  const float left = at.x + 168;
  const float room = at.x + width - 150 - left;
  drawTextFitted(list, context.fonts.body, {left, at.y + 6}, room, context.theme.text,
                 context.tr(nameOf(point.kind)));
  drawText(list, context.fonts.small, {left, at.y + 28}, context.theme.muted, since);
  list.AddLine({at.x, at.y + kRowHeight}, {at.x + width, at.y + kRowHeight},
               context.theme.separator);
  const ImVec2 below = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({at.x + width - 138, at.y + (kRowHeight - kButtonHeight) / 2});
  if (button(context, icons::kIconHistory, context.tr(Str::restore_go), ButtonLook::kPlain,
             context.outside.isWritable())) {
    context.later([&context, id = point.id, when] {
      context.outside.restoring = when;
      context.outside.restore_open = false;
      context.host.openRestorePoint(id);
    });
  }
  ImGui::SetCursorScreenPos(below);
}

void drawList(const Context& context) {
  ImGui::BeginChild("points", {0, -46});
  const std::vector<RestorePointInfo>& points = context.outside.restore_points;
  if (points.empty()) {
    paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::restore_none));
  }
  const float width = ImGui::GetContentRegionAvail().x;
  for (std::size_t i = 0; i < points.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    drawPoint(context, points[i], width);
    ImGui::PopID();
  }
  endChild();
}

}  // namespace

bool drawRestorePoints(const Context& context, ImVec2 min, ImVec2 max) {
  Outside& outside = context.outside;
  if (context.session == nullptr) outside.restore_open = false;
  if (!outside.restore_open && !ImGui::IsPopupOpen(kPopup)) return false;
  if (!beginDialog(kPopup, min, max, {720.0F, 560.0F})) return true;
  dialogTitle(context, context.tr(Str::restore_title),
              std::to_string(outside.restore_points.size()));
  paragraph(context, context.fonts.small, context.theme.muted, context.tr(Str::restore_about));
  ImGui::Dummy({0, 6});
  drawList(context);
  if (button(context, icons::kIconCheck, context.tr(Str::failure_close), ButtonLook::kPrimary) ||
      ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
    outside.restore_open = false;
  }
  ImGui::SameLine(0, 8);
  if (button(context, icons::kIconPlus, context.tr(Str::restore_add), ButtonLook::kPlain,
             outside.isWritable())) {
    context.later([&context] {
      context.host.addRestorePoint(RestoreKind::kManual);
      context.host.listRestorePoints();
    });
  }
  if (!outside.restore_open) ImGui::CloseCurrentPopup();
  endDialog();
  return true;
}

}  // namespace cadre::ui
