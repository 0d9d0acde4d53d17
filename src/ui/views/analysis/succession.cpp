// Succession coverage: by title, by district, and the posts with too few successors.

#include <string>

#include "icons/icons.h"
#include "kit/layout.h"
#include "kit/list_lines.h"
#include "kit/text.h"
#include "ui/seat.h"
#include "ui/table_copy.h"
#include "ui/views/analysis/people_parts.h"
#include "ui/views/pieces.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kBarLine = 30.0F;

// "Bí thư Đảng ủy  ▓▓▓▓▓░  540/579 ✓"
bool drawCoverage(const Context& context, int id, std::string_view name, const Coverage& coverage,
                  bool chosen) {
  constexpr float kFigure = 96.0F;
  const Line line = beginLine(context, id, kBarLine, chosen);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float name_width = line.width * 0.42F;
  drawTextFitted(list, context.fonts.body, {line.at.x + 4, line.at.y + 4}, name_width - 8,
                 context.theme.text, name);
  const ImVec2 min = {line.at.x + name_width, line.at.y + 9};
  const ImVec2 max = {line.at.x + line.width - kFigure, line.at.y + kBarLine - 9};
  list.AddRectFilled(min, max, context.theme.raised, 3.0F);
  if (coverage.covered > 0) {
    const float part = static_cast<float>(coverage.covered) / static_cast<float>(coverage.posts);
    list.AddRectFilled(min, {min.x + (max.x - min.x) * part, max.y},
                       attainmentColor(coverage.covered, coverage.posts), 3.0F);
  }
  list.AddRect(min, max, context.theme.separator, 3.0F);
  const std::string figure = context.ratio(coverage.covered, coverage.posts);
  drawRight(context.fonts.body, line.at.x + line.width - 26, line.at.y + 4, context.theme.text,
            figure);
  drawText(list, context.fonts.body, {line.at.x + line.width - 20, line.at.y + 4},
           coverage.complete() ? context.theme.good : context.theme.soft,
           coverage.complete() ? icons::kIconCheck : icons::kIconTriangleAlert);
  context.tree.addLastItem("coverage", name, figure);
  return line.pressed;
}

void drawFigures(const Context& context, const Succession& succession) {
  constexpr float kWidth = 220.0F;
  Row row(42.0F);
  const auto figure = [&](std::int64_t part, std::int64_t whole, Str text) {
    row.next(40.0F);
    drawFigure(context, context.ratio(part, whole), context.tr(text), kWidth);
  };
  figure(succession.districts_complete, static_cast<std::int64_t>(succession.districts.size()),
         Str::people_districts_label);
  figure(succession.units_complete, succession.units, Str::people_units_label);
  figure(succession.all.covered, succession.all.posts, Str::people_posts_label);
  row.end();
}

void drawCoverages(const Context& context, const Succession& succession) {
  Session& session = *context.session;
  const Structure& structure = *session.plan().structure;
  heading(context, context.tr(Str::people_by_title));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  for (const TitleCoverage& title : succession.titles) {
    drawCoverage(context, static_cast<int>(title.title.value),
                 structure.title(title.title).name.in(context.preferences.language), title.coverage,
                 false);
  }
  ImGui::PopStyleVar();
  ImGui::Dummy({0, 4});
  heading(context, context.tr(Str::people_by_district));
  beginList("coverage", ImGui::GetContentRegionAvail());
  offerTable(context, context.tr(Str::people_by_district),
             [&context, &succession](TableText& table) {
               table.heading(context, {Str::csv_unit, Str::fact_pool, Str::csv_posts});
               for (const UnitCoverage& unit : succession.districts) {
                 table.cell(context.session->plan().unit(unit.unit).name);
                 table.number(unit.coverage.covered);
                 table.number(unit.coverage.posts);
                 table.endRow();
               }
             });
  const WidgetTree::Scope list(context.tree, "list", {},
                               static_cast<int>(succession.districts.size()));
  listLines(context, succession.districts.size(), kBarLine, [&](std::size_t i) {
    const UnitCoverage& unit = succession.districts[i];
    if (drawCoverage(context, static_cast<int>(i), structure.unit(unit.unit).name, unit.coverage,
                     session.selection().unit == unit.unit)) {
      context.later([&session, at = unit.unit] { session.chooseUnit(at); });
    }
  });
  endList();
}

void drawThinPost(const Context& context, const PostSuccession& post, int id) {
  const Plan& plan = context.session->plan();
  const Line line =
      beginLine(context, id, kPersonLine, context.session->selection().post == post.post);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool none = post.ready.empty();
  drawText(list, context.fonts.body, {line.at.x + 4, line.at.y + 9},
           none ? context.theme.hard : context.theme.soft,
           none ? icons::kIconUserX : icons::kIconUser);
  const std::string name = postName(context, post.post);
  const std::string who =
      none ? std::string(context.tr(Str::people_none_ready))
           : context.tr(
                 Message{Str::people_only_ready, {{"name", plan.cadre(post.ready.front()).name}}});
  drawTextFitted(list, context.fonts.body, {line.at.x + 28, line.at.y + 1}, line.width - 34,
                 context.theme.text, name);
  drawTextFitted(list, context.fonts.small, {line.at.x + 28, line.at.y + 20}, line.width - 34,
                 context.theme.muted, who);
  context.tree.addLastItem("thin", name, who);
  if (line.pressed) showPost(context, post.post);
}

void drawThinPosts(const Context& context, const Succession& succession) {
  if (succession.thin.empty()) {
    paragraph(context, context.fonts.small, context.theme.muted, context.tr(Str::people_no_thin));
    return;
  }
  const auto count = static_cast<std::int64_t>(succession.thin.size());
  const std::string thin = context.tr(Message{Str::people_thin, {{"count", count}}});
  paragraph(context, context.fonts.small_bold, context.theme.muted, thin);
  context.tree.addLastItem("status", "thin", context.count(count)).name = thin;
  beginList("thin", ImGui::GetContentRegionAvail());
  offerTable(context, context.tr(Str::fact_pool), [&context, &succession](TableText& table) {
    table.heading(context, {Str::csv_post, Str::fact_pool});
    for (const PostId at : succession.thin) {
      const PostSuccession& post = succession.posts[at.index()];
      table.cell(postName(context, at));
      table.cell(post.ready.empty() ? std::string()
                                    : context.session->plan().cadre(post.ready.front()).name);
      table.endRow();
    }
  });
  const WidgetTree::Scope list(context.tree, "list", {}, static_cast<int>(count));
  listLines(context, succession.thin.size(), kPersonLine, [&](std::size_t i) {
    const PostId post = succession.thin[i];
    drawThinPost(context, succession.posts[post.index()], static_cast<int>(i));
  });
  endList();
}

}  // namespace

void drawSuccession(const Context& context, const Succession& succession) {
  drawFigures(context, succession);
  paragraph(context, context.fonts.small, context.theme.muted,
            context.tr(Message{Str::people_checked, {{"date", context.session->state().date}}}));
  ImGui::Dummy({0, 2});
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float left = room.x * 0.54F;
  ImGui::BeginChild("coverages", {left - kGrid, room.y}, 0, ImGuiWindowFlags_NavFlattened);
  drawCoverages(context, succession);
  endChild();
  ImGui::SetCursorScreenPos({start.x + left + kGrid, start.y});
  ImGui::BeginChild("thin-posts", {room.x - left - kGrid, room.y}, 0,
                    ImGuiWindowFlags_NavFlattened);
  drawThinPosts(context, succession);
  endChild();
}

}  // namespace cadre::ui
