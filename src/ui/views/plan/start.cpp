#include <algorithm>
#include <array>
#include <string>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/layout.h"
#include "kit/press_area.h"
#include "kit/text.h"
#include "ui/commands.h"
#include "ui/outside.h"
#include "ui/views/pieces.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using text::Str;

// The samples that ship with the page.
struct Sample {
  const char* file;
  Str title;
  Str detail;
};

constexpr std::array<Sample, 3> samples() {
  return {{{"ha-noi-2023.json", Str::sample_ha_noi, Str::sample_ha_noi_detail},
           {"thanh-tri-2023-07.json", Str::sample_thanh_tri, Str::sample_thanh_tri_detail},
           {"phuc-tho-2021-2023.json", Str::sample_phuc_tho, Str::sample_phuc_tho_detail}}};
}

bool card(const Context& context, std::string_view icon, std::string_view title,
          std::string_view detail, std::string_view role, ImVec2 size) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool pressed = pressArea(std::string(title).c_str(), size);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 corner = {at.x + size.x, at.y + size.y};
  const bool hovered = ImGui::IsItemHovered();
  list.AddRectFilled(at, corner, hovered ? context.theme.hover : context.theme.panel, kRounding);
  list.AddRect(at, corner, hovered ? context.theme.accent : context.theme.separator, kRounding);
  drawText(list, context.fonts.heading, {at.x + 18, at.y + 14}, context.theme.text, title);
  drawText(list, context.fonts.body, {corner.x - 34, at.y + 18}, context.theme.accent, icon);
  ImGui::PushClipRect(at, corner, true);
  list.AddText(context.fonts.small, sizeOf(context.fonts.small), {at.x + 18, at.y + 46},
               context.theme.muted, detail.data(), detail.data() + detail.size(), size.x - 36);
  ImGui::PopClipRect();
  context.tree.addLastItem(role, title, detail);
  return pressed;
}

void drawSamples(const Context& context, float width) {
  heading(context, context.tr(Str::start_samples));
  const bool in_columns = width >= 720;
  const float gap = 12;
  const float card_width = in_columns ? (width - 2 * gap) / 3 : width;
  const float card_height = in_columns ? 100.0F : 84.0F;
  bool first = true;
  for (const Sample& sample : samples()) {
    if (!first && in_columns) ImGui::SameLine(0, gap);
    first = false;
    if (card(context, icons::kIconArrowRight, context.tr(sample.title), context.tr(sample.detail),
             "sample", {card_width, card_height})) {
      context.host.fetchSample(sample.file);
    }
  }
}

constexpr float kStoredHeight = 44.0F;
constexpr float kStoredWays = 84.0F;  // space for the buttons beside a stored plan

// When it was changed, the number of edits, and any special state.
std::string storedDetail(const Context& context, const platform::StoredPlanInfo& stored) {
  std::string out = context.tr(Message{
      Str::start_stored_detail,
      {{"when", momentText(stored.changed)}, {"edits", static_cast<std::int64_t>(stored.edits)}}});
  const auto add = [&](Str what) { out += " · " + std::string(context.tr(what)); };
  if (stored.is_damaged) add(Str::start_stored_damaged);
  if (stored.open_in == platform::OpenIn::kThisTab) add(Str::start_stored_here);
  if (stored.open_in == platform::OpenIn::kOtherTab) add(Str::start_stored_elsewhere);
  return out;
}

// Returns true when pressed.
bool drawStoredLine(const Context& context, const platform::StoredPlanInfo& stored, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool pressed = pressArea("stored", {width, kStoredHeight});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered() && !stored.is_deleted) {
    list.AddRectFilled(at, {at.x + width, at.y + kStoredHeight}, context.theme.hover, kRounding);
  }
  drawText(list, context.fonts.body, {at.x + 8, at.y + 12},
           stored.is_damaged ? context.theme.hard : context.theme.muted,
           stored.is_damaged ? icons::kIconTriangleAlert : icons::kIconHistory);
  drawTextFitted(list, context.fonts.body_bold, {at.x + 34, at.y + 3}, width - 50,
                 stored.is_deleted ? context.theme.muted : context.theme.text, stored.title);
  drawTextFitted(list, context.fonts.small, {at.x + 34, at.y + 22}, width - 50, context.theme.muted,
                 storedDetail(context, stored));
  context.tree.addLastItem(stored.is_deleted ? "deleted" : "stored", stored.title,
                           storedDetail(context, stored));
  return pressed;
}

// Actions on a stored plan other than opening it.
void drawStoredWays(const Context& context, const platform::StoredPlanInfo& stored) {
  const auto act = [&](void (platform::Host::*what)(std::string_view)) {
    context.later([&context, what, id = stored.id] {
      (context.host.*what)(id);
      context.host.listStored();
    });
  };
  const auto place = [](float gap) {
    ImGui::SameLine(0, gap);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + 7);
  };
  if (stored.is_damaged) {
    place(4);
    if (iconButton(context, icons::kIconDownload, context.tr(Str::start_stored_raw))) {
      context.host.exportStored(stored.id);
    }
  }
  if (stored.is_deleted) {
    place(4);
    if (iconButton(context, icons::kIconUndo, context.tr(Str::start_undelete))) {
      act(&platform::Host::undeleteStored);
    }
    place(4);
    if (iconButton(context, icons::kIconX, context.tr(Str::start_delete_for_good))) {
      act(&platform::Host::deleteStored);
    }
  } else if (stored.open_in == platform::OpenIn::kNowhere) {
    place(4);
    if (iconButton(context, icons::kIconTrash2, context.tr(Str::start_stored_delete))) {
      act(&platform::Host::deleteStored);
    }
  }
}

// Either the plans that can be opened, or those that were deleted.
void drawStored(const Context& context, float width, bool deleted) {
  const auto& stored = context.outside.stored;
  const auto shown = [&](const platform::StoredPlanInfo& plan) {
    return plan.is_deleted == deleted;
  };
  if (std::ranges::none_of(stored, shown)) return;
  ImGui::Dummy({0, 8});
  heading(context, context.tr(deleted ? Str::start_deleted : Str::start_stored));
  for (const platform::StoredPlanInfo& plan : stored) {
    if (!shown(plan)) continue;
    ImGui::PushID(plan.id.c_str());
    if (drawStoredLine(context, plan, width - kStoredWays) && !plan.is_deleted) {
      context.host.openStored(plan.id);
    }
    drawStoredWays(context, plan);
    ImGui::PopID();
  }
}

}  // namespace

void drawStart(const Context& context, ImVec2 min, ImVec2 max) {
  ImGui::SetCursorScreenPos(min);
  ImGui::PushStyleColor(ImGuiCol_ChildBg, context.theme.background);
  ImGui::BeginChild("start", {max.x - min.x, max.y - min.y}, 0, ImGuiWindowFlags_NavFlattened);
  constexpr float kMostWidth = 960.0F;
  const float room = ImGui::GetContentRegionAvail().x;
  const float width = std::min(kMostWidth, room - 48);
  const float left = (room - width) / 2;
  ImGui::SetCursorPos({left, 48});
  ImGui::BeginGroup();
  label(context, context.fonts.heading, context.theme.text, context.tr(Str::start_title));
  ImGui::PushTextWrapPos(left + width);
  ImGui::PushStyleColor(ImGuiCol_Text, context.theme.muted);
  const std::string_view about = context.tr(Str::start_about);
  ImGui::TextUnformatted(about.data(), about.data() + about.size());
  ImGui::PopStyleColor();
  ImGui::PopTextWrapPos();
  ImGui::Dummy({0, 8});
  if (button(context, icons::kIconFolderOpen, context.tr(Str::plan_open), ButtonLook::kPrimary)) {
    context.host.pickFile();
  }
  ImGui::SameLine();
  if (context.session != nullptr &&
      button(context, icons::kIconChevronLeft, context.tr(Str::start_back))) {
    context.outside.start_open = false;
  }
  ImGui::NewLine();
  drawSamples(context, width);
  drawStored(context, width, false);
  drawStored(context, width, true);
  ImGui::Dummy({0, 12});
  label(context, context.fonts.small, context.theme.muted, context.tr(Str::start_private));
  const UiCommand& about_page = commandNamed("about");
  if (button(context, about_page.icon, context.tr(about_page.label), ButtonLook::kQuiet)) {
    context.later([&context, &about_page] { about_page.run(context); });
  }
  ImGui::EndGroup();
  endChild();
  ImGui::PopStyleColor();
}

}  // namespace cadre::ui
