#include <string>

#include <imgui_internal.h>

#include "core/version.h"
#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/dialog.h"
#include "kit/focus.h"
#include "kit/press_area.h"
#include "kit/text.h"
#include "ui/actions.h"
#include "ui/marks/signs.h"
#include "ui/outside.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr const char* kPopup = "about";
constexpr float kRowHeight = 32.0F;
constexpr float kIndent = 28.0F;

// A line that expands to its text; returns true when pressed.
bool drawTitle(const Context& context, const std::string& title, bool is_shown, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool pressed = pressArea("title", {width, kRowHeight});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) {
    list.AddRectFilled(at, {at.x + width, at.y + kRowHeight}, context.theme.hover, kRounding);
  }
  drawText(list, context.fonts.body, {at.x + 6, at.y + 6}, context.theme.muted,
           is_shown ? icons::kIconChevronDown : icons::kIconChevronRight);
  if (drawTextFitted(list, is_shown ? context.fonts.body_bold : context.fonts.body,
                     {at.x + kIndent, at.y + 5}, width - kIndent - 4, context.theme.text, title)) {
    tooltip(context, title);
  }
  context.tree.addLastItem("button", title).expanded = has(is_shown);
  return pressed;
}

void drawLicence(const Context& context, const Licence& licence, bool& is_shown, float width) {
  if (drawTitle(context, licence.title, is_shown, width)) is_shown = !is_shown;
  if (!is_shown) return;
  // Arrow keys move through the paragraphs, Tab past them.
  const TabStop none(false);
  ImGui::Indent(kIndent);
  for (std::size_t i = 0; i < licence.paragraphs.size(); ++i) {
    paragraph(context, context.fonts.small, context.theme.text, licence.paragraphs[i]);
    ImGui::PushID(static_cast<int>(i));
    scrollStop("end");
    ImGui::PopID();
    ImGui::Dummy({0, 2});
  }
  ImGui::Unindent(kIndent);
}

void drawLicences(const Context& context) {
  AboutMemory& about = context.outside.about;
  heading(context, context.tr(Str::about_licences));
  ImGui::BeginChild("licences", {0, -46}, 0, ImGuiWindowFlags_NavFlattened);
  if (about.is_loading) {
    paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::about_loading));
  }
  if (about.has_failed) {
    errorLine(context, context.fonts.body, context.tr(Str::about_failed));
    if (button(context, icons::kIconRefreshCw, context.tr(Str::about_retry))) {
      context.later([&context] { fetchLicences(context); });
    }
  }
  const float width = ImGui::GetContentRegionAvail().x;
  for (std::size_t i = 0; i < about.licences.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    bool is_shown = about.shown == i;
    const bool was_shown = is_shown;
    drawLicence(context, about.licences[i], is_shown, width);
    if (is_shown != was_shown) about.shown = is_shown ? std::optional(i) : std::nullopt;
    ImGui::PopID();
  }
  ImGui::EndChild();
}

}  // namespace

bool drawAbout(const Context& context, ImVec2 min, ImVec2 max) {
  AboutMemory& about = context.outside.about;
  const bool is_there = ImGui::IsPopupOpen(kPopup);
  // One dialog at a time: others have priority.
  if (!is_there && ImGui::GetTopMostPopupModal() != nullptr) about.open = false;
  if (!about.open && !is_there) return false;
  if (!beginDialog(kPopup, min, max, {720.0F, 620.0F})) return true;
  const std::string edition =
      context.tr(Message{Str::about_version, {{"version", std::string(version())}}});
  dialogTitle(context, context.tr(Str::app_name), edition);
  label(context, context.fonts.body_bold, context.theme.text, edition);
  paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::about_words));
  ImGui::Dummy({0, 8});
  drawLicences(context);
  if (button(context, icons::kIconCheck, context.tr(Str::failure_close), ButtonLook::kPrimary) ||
      ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
    about.open = false;
  }
  if (!about.open) ImGui::CloseCurrentPopup();
  endDialog();
  return true;
}

}  // namespace cadre::ui
