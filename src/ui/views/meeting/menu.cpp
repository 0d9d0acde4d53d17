#include <algorithm>
#include <string>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/text.h"
#include "ui/view_memory.h"
#include "ui/views/meeting/meeting.h"
#include "ui/views/meeting/meeting_memory.h"
#include "ui/views/meeting/parts.h"
#include "ui/views/pieces.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kWidth = 320.0F;

void drawPicked(const Context& context) {
  const Session& session = *context.session;
  std::vector<std::string>& picked = context.preferences.meeting.picked;
  constexpr float kMostHeight = 260.0F;
  const std::vector<UnitId> units = session.groups();
  const float height = std::min(kMostHeight, static_cast<float>(units.size()) * kSegmentHeight);
  beginList("picked", {kWidth, height});
  for (const UnitId unit : units) {
    const Unit& record = session.plan().unit(unit);
    const auto at = std::find(picked.begin(), picked.end(), record.key);
    ImGui::PushID(static_cast<int>(unit.value));
    if (tickLine(context, record.name, at != picked.end())) {
      if (at == picked.end()) {
        picked.push_back(record.key);
      } else {
        picked.erase(at);
      }
    }
    ImGui::PopID();
  }
  endList();
}

void drawChoice(const Context& context, bool starts) {
  MeetingPreferences& meeting = context.preferences.meeting;
  heading(context, context.tr(Str::meeting_units));
  meeting.scope = static_cast<MeetingScope>(
      segmented(context, "scope",
                {context.tr(Str::meeting_scope_one), context.tr(Str::meeting_scope_short),
                 context.tr(Str::meeting_scope_picked)},
                static_cast<int>(meeting.scope)));
  if (meeting.scope == MeetingScope::kPicked) drawPicked(context);
  if (tickLine(context, context.tr(Str::meeting_mask), meeting.masks_names)) {
    meeting.masks_names = !meeting.masks_names;
  }
  ImGui::PushTextWrapPos(kWidth);
  paragraph(context, context.fonts.small, context.theme.muted, context.tr(Str::meeting_keys));
  ImGui::PopTextWrapPos();
  if (!starts) return;
  if (button(context, icons::kIconMaximize, context.tr(Str::meeting_present),
             ButtonLook::kPrimary)) {
    startMeeting(context);
    ImGui::CloseCurrentPopup();
  }
}

}  // namespace

void startMeeting(const Context& context) {
  if (context.session == nullptr) return;
  context.later([&context] {
    context.memory.of<MeetingMemory>().open = true;
    context.memory.of<MeetingMemory>().page = 0;
    context.host.setFullScreen(true);
  });
}

void drawMeetingMenu(const Context& context, bool starts) {
  ImGui::PushID("meeting-menu");
  const ImVec2 at = ImGui::GetCursorScreenPos();
  if (iconButton(context, starts ? icons::kIconMaximize : icons::kIconSettings,
                 context.tr(starts ? Str::meeting_start : Str::meeting_what),
                 context.session != nullptr)) {
    ImGui::OpenPopup("choice");
  }
  const float right = ImGui::GetMainViewport()->Pos.x + ImGui::GetMainViewport()->Size.x;
  ImGui::SetNextWindowPos({std::min(at.x, right - kWidth - 32), at.y + kIconButtonSide + 4});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(12, 12));
  if (ImGui::BeginPopup("choice")) {
    drawChoice(context, starts);
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
  ImGui::PopID();
}

}  // namespace cadre::ui
