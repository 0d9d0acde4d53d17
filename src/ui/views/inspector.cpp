#include <algorithm>
#include <string>

#include "icons/icons.h"
#include "text/fold.h"
#include "ui/kit/draw.h"
#include "ui/seat.h"
#include "ui/view_memory.h"
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
  for (const TitleId title : cadre.pool) {
    parts.push_back(
        context.session->plan().structure->title(title).name.in(context.preferences.language));
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

std::string disciplineOf(const Context& context, const Cadre& cadre) {
  std::vector<std::string> parts;
  for (const Discipline& discipline : cadre.discipline) {
    parts.push_back(std::string(context.tr(labelOf(discipline.kind))) + " " +
                    text::formatDate(discipline.on));
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

void drawFindingsOf(const Context& context, CadreId cadre) {
  for (const Finding& finding : context.session->state().findings) {
    if (finding.cadre != cadre) continue;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    drawSeverity(*ImGui::GetWindowDrawList(), context, finding.severity, finding.waived, at);
    ImGui::SetCursorScreenPos({at.x + 22, at.y});
    paragraph(context, context.fonts.small,
              finding.severity == Severity::kHard ? context.theme.hard : context.theme.soft,
              context.tr(finding.message));
  }
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

// One line of a list of choices; the effect shows while the cursor rests on it.
void drawChoice(const Context& context, CadreId cadre, PostId to, std::string_view title,
                std::string_view detail, SeatSign sign) {
  constexpr float kHeight = 42.0F;
  ImGui::PushID(static_cast<int>(to.value));
  ImGui::PushID(static_cast<int>(cadre.value));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const bool pressed = ImGui::InvisibleButton("choice", {width, kHeight});
  const Onto onto = ImGui::GetIO().KeyShift ? Onto::kChain : Onto::kSwap;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) {
    list.AddRectFilled(at, {at.x + width, at.y + kHeight}, context.theme.hover, kRounding);
    if (ImGui::BeginTooltip()) {
      label(context, context.fonts.body_bold, context.theme.text,
            context.session->plan().cadre(cadre).name);
      label(context, context.fonts.small, context.theme.muted,
            std::string(icons::kIconArrowRight) + " " + postName(context, to));
      drawEffect(context, cadre, to, effectOfMove(context, cadre, to, onto));
      ImGui::EndTooltip();
    }
  }
  drawSeatSign(list, context, sign, {at.x + 12, at.y + 13}, 4.5F);
  drawTextFitted(list, context.fonts.body, {at.x + 26, at.y + 2}, width - 30, context.theme.text,
                 title);
  drawTextFitted(list, context.fonts.small, {at.x + 26, at.y + 21}, width - 30, context.theme.muted,
                 detail);
  context.tree.addLastItem("option", title, detail);
  if (pressed) makeMove(context, cadre, to, onto);
  ImGui::PopID();
  ImGui::PopID();
}

struct Choice {
  CadreId cadre;
  PostId to;
  std::string title;
  std::string detail;
  SeatSign sign = SeatSign::kVacant;
  int order = 0;  // vacant posts and people without a post first, then the same unit, then others
};

void drawChoices(const Context& context, std::vector<Choice> choices) {
  InspectorMemory& memory = context.memory.inspector;
  textField(context, context.tr(Str::inspector_find), context.tr(Str::inspector_find),
            memory.search, ImGui::GetContentRegionAvail().x);
  const std::string query = text::fold(memory.search);
  std::erase_if(choices, [&](const Choice& choice) {
    return !text::matchesFolded(text::fold(choice.title + " " + choice.detail), query);
  });
  std::stable_sort(choices.begin(), choices.end(),
                   [](const Choice& a, const Choice& b) { return a.order < b.order; });
  label(context, context.fonts.small, context.theme.muted, context.tr(Str::inspector_choice_hint));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild("choices", ImGui::GetContentRegionAvail());
  ImGui::PopStyleVar();
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(choices.size()), 42.0F);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const Choice& choice = choices[static_cast<std::size_t>(i)];
      drawChoice(context, choice.cadre, choice.to, choice.title, choice.detail, choice.sign);
    }
  }
  ImGui::PopStyleVar();
  if (choices.empty()) {
    paragraph(context, context.fonts.small, context.theme.muted,
              context.tr(Str::board_nothing_found));
  }
  ImGui::EndChild();
}

// Posts that the official could be moved to.
std::vector<Choice> destinations(const Context& context, CadreId cadre) {
  const Session& session = *context.session;
  const Plan& plan = session.plan();
  const Seating& seating = session.state().after;
  const UnitId home = session.groupOf(seating.firstPost(cadre));
  std::vector<Choice> out;
  for (std::size_t p = 0; p < plan.structure->posts.size(); ++p) {
    const PostId post{p};
    const CadreId holder = seating.holder(post);
    if (holder == cadre || plan.post(post).locked) continue;
    const UnitId group = session.groupOf(post);
    Choice choice{cadre, post, postName(context, post), unitName(plan, group), SeatSign::kVacant,
                  0};
    choice.detail += " · " + holderName(context, post);
    if (holder) choice.sign = signOf(plan, holder, plan.post(post).unit);
    choice.order = (holder ? 1 : 0) + (group == home ? 0 : 2);
    out.push_back(std::move(choice));
  }
  return out;
}

// Officials who could come to the post.
std::vector<Choice> comers(const Context& context, PostId post) {
  const Session& session = *context.session;
  const Plan& plan = session.plan();
  const Seating& seating = session.state().after;
  const UnitId home = session.groupOf(post);
  std::vector<Choice> out;
  for (std::size_t c = 0; c < plan.roster->cadres.size(); ++c) {
    const CadreId cadre{c};
    if (seating.gone(cadre) || seating.holder(post) == cadre) continue;
    const PostId at = seating.firstPost(cadre);
    const UnitId group = session.groupOf(at);
    Choice choice{cadre, post, plan.cadre(cadre).name, "", SeatSign::kUnknown, 0};
    choice.detail = at ? postName(context, at) + ", " + unitName(plan, group)
                       : std::string(context.tr(Str::inspector_no_post));
    choice.sign = signOf(plan, cadre, plan.post(post).unit);
    choice.order = !at ? 0 : group == home ? 1 : 2;
    out.push_back(std::move(choice));
  }
  return out;
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

void drawCadre(const Context& context, CadreId cadre) {
  const Session& session = *context.session;
  const Plan& plan = session.plan();
  const PostId post = session.state().after.firstPost(cadre);
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
  drawFindingsOf(context, cadre);
  InspectorMemory& memory = context.memory.inspector;
  if (session.state().after.gone(cadre)) {
    drawFacts(context, cadre);
    return;
  }
  if (button(context, memory.choosing ? icons::kIconChevronLeft : icons::kIconArrowRight,
             context.tr(memory.choosing ? Str::inspector_back : Str::inspector_move_to),
             memory.choosing ? ButtonLook::kPlain : ButtonLook::kPrimary)) {
    memory.choosing = !memory.choosing;
    memory.search.clear();
  }
  if (memory.choosing) {
    drawChoices(context, destinations(context, cadre));
    return;
  }
  if (post) {
    ImGui::SameLine(0, 6);
    drawLock(context, post);
    drawDepartures(context, cadre);
  }
  ImGui::BeginChild("facts", ImGui::GetContentRegionAvail());
  drawFacts(context, cadre);
  ImGui::EndChild();
}

void drawVacantPost(const Context& context, PostId post) {
  drawHeadline(context, SeatSign::kVacant, context.tr(Str::sign_vacant), postName(context, post));
  drawLock(context, post);
  heading(context, context.tr(Str::inspector_who_could_come));
  drawChoices(context, comers(context, post));
}

}  // namespace

void drawInspector(const Context& context, ImVec2 min, ImVec2 max) {
  beginPanel(context, "inspector", min, max);
  if (context.memory.inspector.is_drawer) {
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
