#include <string>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/dialog.h"
#include "kit/layout.h"
#include "kit/text.h"
#include "ui/actions.h"
#include "ui/marks/signs.h"
#include "ui/outside.h"
#include "ui/views/views.h"

namespace cadre::ui {

using text::Str;

namespace {

// For a damaged stored plan: offers its raw data, and the recovered part, as files.
void drawWaysToFiles(const Context& context, const std::string& stored_id) {
  ImGui::SameLine(0, 8);
  if (button(context, icons::kIconDownload, context.tr(Str::start_stored_raw))) {
    context.host.exportStored(stored_id);
  }
  if (context.session == nullptr) return;
  ImGui::SameLine(0, 8);
  if (button(context, icons::kIconSave, context.tr(Str::storage_save_now))) savePlanFile(context);
}

}  // namespace

bool drawLoadFailure(const Context& context, ImVec2 min, ImVec2 max) {
  LoadFailure& failure = context.outside.failure;
  if (failure.lines.empty()) return false;
  if (!beginDialog("failure", min, max, {760.0F, 440.0F})) return true;
  const std::string title = failure.title.empty()
                                ? context.tr(Message{Str::failure_title, {{"file", failure.file}}})
                                : failure.title;
  dialogTitle(context, title, std::to_string(failure.lines.size()));
  paragraph(
      context, context.fonts.small, context.theme.muted,
      failure.about.empty() ? context.tr(Str::failure_kept) : std::string_view(failure.about));
  ImGui::PushStyleColor(ImGuiCol_ChildBg, context.theme.raised);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, kDialogPadding);
  ImGui::BeginChild("errors", {0, -46}, ImGuiChildFlags_AlwaysUseWindowPadding);
  ImGui::PopStyleVar();
  for (const std::string& line : failure.lines) errorLine(context, context.fonts.small, line);
  endChild();
  ImGui::PopStyleColor();
  const bool close =
      button(context, icons::kIconCheck, context.tr(Str::failure_close), ButtonLook::kPrimary) ||
      ImGui::IsKeyPressed(ImGuiKey_Escape, false);
  if (!failure.stored_id.empty()) drawWaysToFiles(context, failure.stored_id);
  if (close) ImGui::CloseCurrentPopup();
  endDialog();
  if (close) failure = {};
  return true;
}

}  // namespace cadre::ui
