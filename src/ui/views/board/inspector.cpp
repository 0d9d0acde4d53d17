#include <algorithm>
#include <string>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/focus.h"
#include "kit/layout.h"
#include "kit/menus.h"
#include "kit/text.h"
#include "rules/discipline.h"
#include "ui/consent_edit.h"
#include "ui/marks/signs.h"
#include "ui/move_edit.h"
#include "ui/seat.h"
#include "ui/view_memory.h"
#include "ui/views/board/candidates.h"
#include "ui/views/board/inspector_memory.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kNameColumn = 118.0F;

// "Quê quán   Thị trấn Văn Điển"
void fact(const Context& context, Str name, std::string_view value) {
  if (value.empty()) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  drawTextFitted(*ImGui::GetWindowDrawList(), context.fonts.small, at, kNameColumn - 8,
                 context.theme.muted, context.tr(name));
  ImGui::SetCursorScreenPos({at.x + kNameColumn, at.y});
  ImGui::BeginGroup();
  paragraph(context, context.fonts.small, context.theme.text, value);
  ImGui::EndGroup();
  context.tree.addLastItem("fact", context.tr(name), value);
}

std::string unitName(const Plan& plan, UnitId unit) { return unit ? plan.unit(unit).name : ""; }

std::string placeOf(const Plan& plan, UnitId unit) {
  if (!unit) return "";
  const UnitId district = plan.structure->districtOf(unit);
  std::string out = plan.unit(unit).name;
  if (district && district != unit) out += ", " + plan.unit(district).name;
  return out;
}

std::string joinedNames(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += ", ";
    out += part;
  }
  return out;
}

std::string poolOf(const Context& context, const Cadre& cadre) {
  std::vector<std::string> parts;
  const Structure& structure = *context.session->plan().structure;
  for (const PoolEntry& entry : cadre.pool) {
    std::string part = structure.title(entry.title).name.in(context.preferences.language);
    if (entry.unit) part += " (" + structure.unit(entry.unit).name + ")";
    parts.push_back(std::move(part));
  }
  return joinedNames(parts);
}

std::string gradesOf(const Context& context, const Cadre& cadre) {
  std::vector<std::string> parts;
  for (const Evaluation& grade : cadre.grades) {
    parts.push_back(grade.period + " " + std::string(context.tr(labelOf(grade.grade))));
  }
  return joinedNames(parts);
}

Str labelOf(rules::DisciplineState state) {
  switch (state) {
    case rules::DisciplineState::kInForce:
      return Str::discipline_in_force;
    case rules::DisciplineState::kOutOfForce:
      return Str::discipline_out_of_force;
    case rules::DisciplineState::kNotYet:
      break;
  }
  return Str::discipline_not_yet;
}

// "Khiển trách 01/03/2022 (còn hiệu lực đến 01/03/2023)"
std::string disciplineOf(const Context& context, const Cadre& cadre) {
  const Session& session = *context.session;
  const std::int32_t months = rules::monthsInForce(session.plan());
  std::vector<std::string> parts;
  for (const Discipline& discipline : cadre.discipline) {
    const auto [until, state] = rules::standingOf(discipline, months, session.state().date);
    parts.push_back(std::string(context.tr(labelOf(discipline.kind))) + " " +
                    text::formatDate(discipline.on) + " (" +
                    context.tr(Message{labelOf(state), {{"date", until}}}) + ")");
  }
  return joinedNames(parts);
}

std::string residenceOf(const Context& context, const Cadre& cadre) {
  if (!cadre.residence) return "";
  std::vector<std::string> parts;
  for (const Residence& residence : *cadre.residence) {
    parts.push_back(unitName(context.session->plan(), residence.unit) + " (" +
                    context.tr(Message{Str::fact_years,
                                       {{"years", static_cast<std::int64_t>(residence.years)}}}) +
                    ")");
  }
  return joinedNames(parts);
}

std::string preferencesOf(const Context& context, const Cadre& cadre) {
  std::vector<std::string> parts;
  for (const Preference& preference : cadre.preferences) {
    parts.push_back(std::to_string(preference.rank) + ". " +
                    unitName(context.session->plan(), preference.unit));
  }
  return joinedNames(parts);
}

std::string relativesOf(const Context& context, const Cadre& cadre) {
  const Plan& plan = context.session->plan();
  std::vector<std::string> parts;
  for (const CadreId relative : cadre.relatives) parts.push_back(plan.cadre(relative).name);
  return joinedNames(parts);
}

void drawFacts(const Context& context, CadreId id) {
  const Session& session = *context.session;
  const Plan& plan = session.plan();
  const Cadre& cadre = plan.cadre(id);
  const RoundState& state = session.state();
  if (cadre.birth) {
    fact(
        context, Str::fact_birth,
        text::formatDate(*cadre.birth) + " (" +
            context.tr(Message{Str::fact_age,
                               {{"years", std::int64_t{yearsBetween(*cadre.birth, state.date)}}}}) +
            ")");
  }
  if (cadre.gender != Gender::kUnknown) {
    fact(context, Str::fact_gender, context.tr(labelOf(cadre.gender)));
  }
  fact(context, Str::basis_native_place, placeOf(plan, cadre.native_place));
  fact(context, Str::basis_birthplace, placeOf(plan, cadre.birthplace));
  fact(context, Str::basis_residence, residenceOf(context, cadre));
  if (const auto since = state.after.since(id); since && state.after.firstPost(id)) {
    fact(context, Str::fact_since,
         text::formatDate(*since) + " (" +
             context.tr(Message{
                 Str::board_months,
                 {{"months", std::int64_t{std::max(0, monthsBetween(*since, state.date))}}}}) +
             ")");
  }
  if (const auto terms = state.after.termsAsHead(id); terms && *terms > 0) {
    fact(context, Str::fact_terms, context.count(*terms));
  }
  if (cadre.service_ends) {
    fact(context, Str::fact_service_ends, text::formatDate(*cadre.service_ends));
  }
  fact(context, Str::fact_pool, poolOf(context, cadre));
  fact(context, Str::fact_fields, joinedNames(cadre.fields));
  fact(context, Str::fact_grades, gradesOf(context, cadre));
  fact(context, Str::fact_discipline, disciplineOf(context, cadre));
  fact(context, Str::fact_preferences, preferencesOf(context, cadre));
  fact(context, Str::fact_relatives, relativesOf(context, cadre));
  fact(context, Str::fact_group, cadre.group);
}

void drawHeadline(const Context& context, SeatSign sign, std::string_view name,
                  std::string_view below) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float width = ImGui::GetContentRegionAvail().x;
  drawSeatSign(list, context, sign, {at.x + 8, at.y + 14}, 7.0F);
  drawTextFitted(list, context.fonts.heading, {at.x + 26, at.y}, width - 26, context.theme.text,
                 name);
  ImGui::Dummy({width, 26});
  context.tree.addLastItem("heading", name, below);
  paragraph(context, context.fonts.small, context.theme.muted, below);
}

void drawLock(const Context& context, PostId post) {
  const bool locked = context.session->plan().post(post).locked;
  if (button(context, locked ? icons::kIconLockOpen : icons::kIconLock,
             context.tr(locked ? Str::inspector_unlock : Str::inspector_lock))) {
    context.run(SetLock{post, !locked});
  }
}

void drawDepartures(const Context& context, CadreId cadre) {
  if (beginDropdown(context, "out", context.tr(Str::inspector_out),
                    context.tr(Str::inspector_out))) {
    for (const MoveType type :
         {MoveType::kRelief, MoveType::kDismissal, MoveType::kResignation, MoveType::kTransfer}) {
      if (!menuItem(context, icons::kIconLogOut, context.tr(labelOf(type)))) continue;
      const Stage stage = context.session->stage(context.preferences.language);
      if (Expected<Command> command = moveOut(stage, cadre, type)) context.run(std::move(*command));
    }
    endDropdown();
  }
}

// The name, the post, and whether the official is local there.
void drawCadreHeadline(const Context& context, CadreId cadre, PostId post) {
  const Session& session = *context.session;
  const Plan& plan = session.plan();
  const SeatSign sign = post ? signOf(plan, cadre, plan.post(post).unit) : SeatSign::kUnknown;
  std::string below;
  for (PostId at = post; at; at = session.state().after.nextPost(at)) {
    if (!below.empty()) below += "; ";
    below += postName(context, at);
  }
  if (session.state().after.gone(cadre)) below = context.tr(Str::inspector_gone);
  if (below.empty()) below = context.tr(Str::inspector_no_post);
  if (post) below += " · " + std::string(context.tr(labelOf(sign)));
  drawHeadline(context, sign, plan.cadre(cadre).name, below);
}

// Buttons: show destinations, lock, leave, and show other candidates.
void drawCadreButtons(const Context& context, CadreId cadre, PostId post) {
  InspectorMemory& memory = context.memory.of<InspectorMemory>();
  if (button(context, icons::kIconArrowRight, context.tr(Str::inspector_move_to),
             ButtonLook::kPrimary)) {
    memory.choosing = Choosing::kDestinations;
    memory.search.clear();
  }
  if (!post) return;
  ImGui::SameLine(0, 6);
  drawLock(context, post);
  drawDepartures(context, cadre);
  ImGui::SameLine(0, 6);
  if (button(context, icons::kIconUsers, context.tr(Str::candidate_who_else), ButtonLook::kQuiet)) {
    memory.choosing = Choosing::kComers;
    memory.search.clear();
  }
}

// Shows the choices instead of everything else, with a button to go back.
void drawChoosing(const Context& context, CadreId cadre, PostId post) {
  InspectorMemory& memory = context.memory.of<InspectorMemory>();
  if (button(context, icons::kIconChevronLeft, context.tr(Str::inspector_back))) {
    memory.choosing = Choosing::kNothing;
    return;
  }
  const bool asks_post = memory.choosing == Choosing::kComers && post;
  drawCandidates(context, asks_post ? CadreId{} : cadre, asks_post ? post : PostId{});
}

void drawCadre(const Context& context, CadreId cadre) {
  const Session& session = *context.session;
  const PostId post = session.state().after.firstPost(cadre);
  drawCadreHeadline(context, cadre, post);
  if (session.state().after.gone(cadre)) {
    drawFindingsOf(context, cadre);
    drawFacts(context, cadre);
    return;
  }
  if (context.memory.of<InspectorMemory>().choosing != Choosing::kNothing) {
    drawChoosing(context, cadre, post);
    return;
  }
  drawCadreButtons(context, cadre, post);
  ImGui::BeginChild("facts", ImGui::GetContentRegionAvail(), 0, ImGuiWindowFlags_NavFlattened);
  drawFindingsOf(context, cadre);
  drawFacts(context, cadre);
  if (const std::optional<std::size_t> move = moveOf(session, cadre)) {
    ImGui::Dummy({1, 6});
    drawMoveSection(context, *move);
    ImGui::Dummy({1, 4});
    drawConsentSection(context, *move);
  }
  drawConsentWithoutMove(context, cadre);
  scrollStop("end");
  endChild();
}

void drawVacantPost(const Context& context, PostId post) {
  drawHeadline(context, SeatSign::kVacant, context.tr(Str::sign_vacant), postName(context, post));
  drawLock(context, post);
  heading(context, context.tr(Str::inspector_who_could_come));
  drawCandidates(context, CadreId{}, post);
}

}  // namespace

void drawInspector(const Context& context, ImVec2 min, ImVec2 max) {
  beginPanel(context, "inspector", min, max);
  if (context.memory.of<InspectorMemory>().is_drawer) {
    ImGui::GetWindowDrawList()->AddRect(min, max, context.theme.muted, kRounding);
  }
  const Session& session = *context.session;
  Row row(kIconButtonSide);
  row.next(sizeOf(context.fonts.small_bold) + 4);
  heading(context, context.tr(Str::view_inspector));
  row.jumpTo(ImGui::GetWindowContentRegionMax().x - kIconButtonSide);
  row.next(kIconButtonSide);
  if (iconButton(context, icons::kIconX, context.tr(Str::inspector_close))) {
    context.preferences.inspector_open = false;
  }
  row.end();
  const Selection& selection = session.selection();
  const bool knows_post =
      selection.post && selection.post.index() < session.plan().structure->posts.size();
  const bool knows_cadre =
      selection.cadre && selection.cadre.index() < session.plan().roster->cadres.size();
  const CadreId holder = knows_post ? session.state().after.holder(selection.post) : CadreId{};
  if (knows_cadre) {
    drawCadre(context, selection.cadre);
  } else if (holder) {
    drawCadre(context, holder);
  } else if (knows_post) {
    drawVacantPost(context, selection.post);
  } else {
    paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::inspector_empty));
  }
  endPanel();
}

}  // namespace cadre::ui
