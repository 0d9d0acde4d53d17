#include "model/consultation.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "analysis/consultation_summary.h"
#include "document/refusal.h"
#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/focus.h"
#include "kit/layout.h"
#include "kit/list_lines.h"
#include "kit/press_area.h"
#include "kit/text.h"
#include "ui/consent_edit.h"
#include "ui/marks/attainment.h"
#include "ui/move_edit.h"
#include "ui/seat.h"
#include "ui/view_memory.h"
#include "ui/views/board/candidates.h"
#include "ui/views/copied_tables.h"
#include "ui/views/view.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

enum class ConsultationFilter : std::uint8_t { kAll, kUnasked, kInDoubt };

struct ConsultationMemory {
  ConsultationFilter filter = ConsultationFilter::kAll;
  // The findings if the selected move is refused, with the key they were computed for.
  std::shared_ptr<const Refusal> refusal;
  std::string asked_for;
};

using text::Str;

constexpr float kDetailWidth = 330.0F;
constexpr float kLineHeight = 44.0F;
constexpr float kPartyWidth = 96.0F;

// A row of the list: a move of the round, or an entry about a move that it does not have.
struct Line {
  const Move* move = nullptr;
  Views views;
  bool stands = true;
};

struct Lines {
  std::vector<Move> gone;  // moves that the round does not have
  std::vector<Line> shown;
};

bool passes(const Line& line, const Seating& before, ConsultationFilter filter) {
  const auto any = [&](auto&& fits) {
    return std::any_of(kParties.begin(), kParties.end(), [&](Party party) {
      return isAsked(*line.move, party, before) && fits(line.views.of(party));
    });
  };
  switch (filter) {
    case ConsultationFilter::kUnasked:
      return line.stands && any([](View view) { return view == View::kUnasked; });
    case ConsultationFilter::kInDoubt:
      return any([](View view) { return view == View::kConcern || view == View::kDisagree; });
    case ConsultationFilter::kAll:
      break;
  }
  return true;
}

std::string routeOf(const Context& context, const Move& move) {
  const PostId from = context.session->state().before.firstPost(move.cadre);
  const std::string origin =
      from ? postName(context, from) : std::string(context.tr(Str::inspector_no_post));
  return origin + "  →  " +
         (move.to ? postName(context, move.to) : std::string(context.tr(labelOf(move.type))));
}

// First the moves, in the order of the round.
Lines linesOf(const Session& session, const Round& round, ConsultationFilter filter) {
  const Seating& before = session.state().before;
  const ConsultationIndex index(round.consultations);
  const std::vector<std::size_t> places = withoutMove(round);
  Lines out;
  for (const Move& move : round.moves) {
    out.shown.push_back({&move, index.viewsOf(move.cadre, move.to), true});
  }
  out.gone.reserve(places.size());
  for (const std::size_t place : places) {
    const Consultation& entry = round.consultations[place];
    out.gone.push_back(newMove(entry.cadre, before.firstPost(entry.cadre), entry.to));
    out.shown.push_back({&out.gone.back(), entry.views, false});
  }
  std::erase_if(out.shown, [&](const Line& line) { return !passes(line, before, filter); });
  return out;
}

void drawSummary(const Context& context, const Round& round) {
  const Session& session = *context.session;
  const RoundConsultation counts =
      consultationOf(session.scenario(), session.timeline())[session.entry() - 1];
  const auto of = [&](View view) { return std::int64_t{counts.count(view)}; };
  label(context, context.fonts.body_bold, context.theme.text,
        context.tr(Message{Str::consultation_title,
                           {{"count", static_cast<std::int64_t>(round.moves.size())}}}));
  const std::string text = context.tr(Message{Str::consultation_counts,
                                              {{"agree", of(View::kAgree)},
                                               {"concern", of(View::kConcern)},
                                               {"disagree", of(View::kDisagree)},
                                               {"unasked", of(View::kUnasked)}}});
  label(context, context.fonts.small, context.theme.muted, text);
  context.tree.addLastItem("status", context.tr(Str::work_consultation), text);
  if (counts.without_move.empty()) return;
  const std::string gone =
      context.tr(Message{Str::consultation_without_move_count,
                         {{"count", static_cast<std::int64_t>(counts.without_move.size())}}});
  label(context, context.fonts.small, context.theme.muted, gone);
  context.tree.addLastItem("status", context.tr(Str::work_consultation), gone);
}

// Column headings above the symbols of the three parties.
void drawHead(const Context& context, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  float x = at.x + width - kPartyWidth * static_cast<float>(kParties.size());
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const Party party : kParties) {
    drawTextFitted(list, context.fonts.small_bold, {x + 4, at.y}, kPartyWidth - 6,
                   context.theme.muted, context.tr(labelOf(party)));
    x += kPartyWidth;
  }
  ImGui::Dummy({width, 20});
}

void drawLine(const Context& context, const Line& line, std::size_t index) {
  Session& session = *context.session;
  const Move& move = *line.move;
  ImGui::PushID(static_cast<int>(index));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const bool chosen = session.selection().cadre == move.cadre;
  const TabStop stop(stopsInList(chosen));
  const bool pressed = pressArea("line", {width, kLineHeight});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (chosen || ImGui::IsItemHovered()) {
    list.AddRectFilled(at, {at.x + width, at.y + kLineHeight},
                       chosen ? context.theme.selected : context.theme.hover, kRounding);
  }
  const float room = width - kPartyWidth * static_cast<float>(kParties.size()) - 12;
  const std::string& name = session.plan().cadre(move.cadre).name;
  drawTextFitted(list, context.fonts.body_bold, {at.x + 6, at.y + 3}, room, context.theme.text,
                 name);
  std::string route = line.stands ? routeOf(context, move) : routeOf(context, move.cadre, move.to);
  if (!line.stands) route += " · " + std::string(context.tr(Str::consultation_without_move));
  const bool was_cut = drawTextFitted(list, context.fonts.small, {at.x + 6, at.y + 23}, room,
                                      context.theme.muted, route);
  if (was_cut) tooltip(context, name + ": " + route);
  float x = at.x + width - kPartyWidth * static_cast<float>(kParties.size());
  std::string views;
  for (const Party party : kParties) {
    const View view = line.views.of(party);
    // No answer is outstanding for a move that is gone.
    const bool is_silent =
        view == View::kUnasked && (!line.stands || !isAsked(move, party, session.state().before));
    if (!views.empty()) views += ", ";
    if (is_silent) {
      views += "–";
      drawText(list, context.fonts.body, {x + 6, at.y + 11}, context.theme.muted, "–");
      x += kPartyWidth;
      continue;
    }
    drawText(list, context.fonts.body, {x + 4, at.y + 11}, colorOf(context.theme, view),
             iconOf(view));
    drawTextFitted(list, context.fonts.small, {x + 24, at.y + 13}, kPartyWidth - 28,
                   view == View::kUnasked ? context.theme.muted : context.theme.text,
                   context.tr(labelOf(view)));
    views += context.tr(labelOf(view));
    x += kPartyWidth;
  }
  if (!line.stands) views += ", " + std::string(context.tr(Str::consultation_without_move));
  context.tree.addLastItem(line.stands ? "consultation" : "consultation-gone", name, views);
  if (pressed) {
    context.later([&session, cadre = move.cadre] { session.chooseCadre(cadre); });
  }
  ImGui::PopID();
}

void drawList(const Context& context, const Round& round) {
  ConsultationMemory& memory = context.memory.of<ConsultationMemory>();
  drawSummary(context, round);
  const int filter = segmented(
      context, context.tr(Str::a11y_filter),
      {context.tr(Str::consultation_filter_all), context.tr(Str::consultation_filter_unasked),
       context.tr(Str::consultation_filter_doubt)},
      static_cast<int>(memory.filter));
  memory.filter = static_cast<ConsultationFilter>(filter);
  const Lines lines = linesOf(*context.session, round, memory.filter);
  const std::vector<Line>& shown = lines.shown;
  if (shown.empty()) {
    paragraph(context, context.fonts.body, context.theme.muted,
              context.tr(round.moves.empty() && round.consultations.empty()
                             ? Str::consultation_none
                             : Str::consultation_nothing_open));
    return;
  }
  drawHead(context, ImGui::GetContentRegionAvail().x);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild("moves", ImGui::GetContentRegionAvail(), 0, ImGuiWindowFlags_NavFlattened);
  ImGui::PopStyleVar();
  std::vector<CopiedConsultation> copied;
  for (const Line& line : shown) {
    copied.push_back({line.move->cadre, line.move->to, line.views, line.stands});
  }
  offerConsultation(context, round, std::move(copied));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  const WidgetTree::Scope list(context.tree, "list", {}, static_cast<int>(shown.size()));
  listLines(context, shown.size(), kLineHeight,
            [&](std::size_t i) { drawLine(context, shown[i], i); });
  ImGui::PopStyleVar();
  endChild();
}

std::string questionOf(const Session& session, std::size_t move) {
  return std::to_string(session.revision()) + "/" + session.selection().scenario + "/" +
         session.selection().round + "/" + std::to_string(move);
}

void drawBroken(const Context& context, const Round& round, const Refusal& refusal) {
  if (refusal.broken.empty()) {
    paragraph(context, context.fonts.small, context.theme.text, context.tr(Str::refusal_alone));
    context.tree.addLastItem("status", context.tr(Str::refusal_ask),
                             context.tr(Str::refusal_alone));
    return;
  }
  const std::string text =
      context.tr(Message{refusal.is_cycle ? Str::refusal_breaks_cycle : Str::refusal_breaks_chain,
                         {{"count", static_cast<std::int64_t>(refusal.broken.size())}}});
  paragraph(context, context.fonts.body_bold, context.theme.hard, text);
  context.tree.addLastItem("status", context.tr(Str::refusal_ask), text);
  for (const std::size_t broken : refusal.broken) {
    const Move& move = round.moves[broken];
    const std::string& name = context.session->plan().cadre(move.cadre).name;
    paragraph(context, context.fonts.small, context.theme.text,
              std::string(icons::kIconBan) + " " + name + ": " + routeOf(context, move));
    context.tree.addLastItem("broken", name, routeOf(context, move));
  }
}

void drawCells(const Context& context, const Effect& effect) {
  const Plan& plan = context.session->plan();
  heading(context, context.tr(Str::refusal_then));
  if (effect.cells.empty()) {
    label(context, context.fonts.small, context.theme.muted, context.tr(Str::refusal_no_change));
  }
  for (const CellChange& change : effect.cells) {
    const Quota& quota = plan.quota_set->quotas[change.after.quota.index()];
    std::string name = plan.unit(change.after.unit).name;
    if (plan.quota_set->quotas.size() > 1) {
      name += " · " + quota.name.in(context.preferences.language);
    }
    label(context, context.fonts.small, context.theme.muted, name);
    const std::string figures = ratioText(context, change.before) + " → " +
                                ratioText(context, change.after) + "   " +
                                reachedWords(context, change.after);
    label(context, context.fonts.body_bold, context.theme.text, figures);
    context.tree.addLastItem("effect", name, figures);
  }
}

void drawRepairs(const Context& context, const Refusal& refusal) {
  heading(context, context.tr(Str::refusal_repairs));
  if (refusal.repairs.empty()) {
    paragraph(context, context.fonts.small, context.theme.muted,
              context.tr(Str::refusal_no_repair));
  }
  int number = 0;
  for (const Repair& repair : refusal.repairs) {
    ImGui::PushID(++number);
    const std::string title =
        repair.what.cadre
            ? context.tr(Message{Str::refusal_repair_move,
                                 {{"name", context.session->plan().cadre(repair.what.cadre).name},
                                  {"post", postName(context, repair.what.to)}}})
            : context.tr(Message{Str::refusal_repair_drop,
                                 {{"count", static_cast<std::int64_t>(repair.dropped)}}});
    paragraph(context, context.fonts.body_bold, context.theme.text,
              std::to_string(number) + ". " + title);
    const std::string what = candidateSummary(context, repair.what);
    paragraph(context, context.fonts.small, context.theme.muted,
              std::string(context.tr(Str::refusal_compared)) + ": " + what);
    context.tree.addLastItem("repair", title, what);
    if (button(context, icons::kIconCheck, context.tr(Str::refusal_repair_apply))) {
      context.run(repair.command);
    }
    ImGui::PopID();
  }
}

void drawRefusal(const Context& context, const Round& round, std::size_t move) {
  const Session& session = *context.session;
  ConsultationMemory& memory = context.memory.of<ConsultationMemory>();
  const std::string question = questionOf(session, move);
  if (memory.asked_for != question) {
    memory.refusal = nullptr;
    memory.asked_for.clear();
  }
  if (memory.refusal == nullptr) {
    if (button(context, icons::kIconCircleHelp, context.tr(Str::refusal_ask))) {
      if (Expected<Refusal> refusal =
              ifRefused(session.stage(context.preferences.language), move)) {
        memory.refusal = std::make_shared<const Refusal>(std::move(*refusal));
        memory.asked_for = question;
        context.host.requestFrame();
      }
    }
    return;
  }
  const std::shared_ptr<const Refusal> refusal = memory.refusal;
  heading(context,
          context.tr(Message{Str::refusal_title,
                             {{"name", session.plan().cadre(round.moves[move].cadre).name}}}));
  drawBroken(context, round, *refusal);
  drawCells(context, refusal->effect);
  drawRepairs(context, *refusal);
  if (button(context, "", context.tr(Str::refusal_close), ButtonLook::kQuiet)) {
    memory.refusal = nullptr;
  }
}

void drawDetail(const Context& context, const Round& round) {
  const Session& session = *context.session;
  const CadreId cadre = session.selection().cadre;
  const std::optional<std::size_t> move = moveOf(session, cadre);
  const bool was_asked =
      cadre && std::any_of(round.consultations.begin(), round.consultations.end(),
                           [&](const Consultation& entry) { return entry.cadre == cadre; });
  if (!move && !was_asked) {
    paragraph(context, context.fonts.body, context.theme.muted,
              context.tr(Str::consultation_choose));
    return;
  }
  ImGui::BeginChild("detail", ImGui::GetContentRegionAvail(), 0, ImGuiWindowFlags_NavFlattened);
  paragraph(context, context.fonts.heading, context.theme.text, session.plan().cadre(cadre).name);
  if (move) {
    paragraph(context, context.fonts.small, context.theme.muted,
              routeOf(context, round.moves[*move]));
    drawFindingsOf(context, cadre);
    drawRefusal(context, round, *move);
    ImGui::Dummy({1, 4});
    drawConsentSection(context, *move);
  }
  drawConsentWithoutMove(context, cadre);
  endChild();
}

void drawConsultation(const Context& context, ImVec2 min, ImVec2 max) {
  const Round* round = context.session->round();
  const float middle = std::max(min.x + 200.0F, max.x - kDetailWidth);
  beginPanel(context, "consultation", min, {middle - kGrid, max.y});
  if (round == nullptr) {
    paragraph(context, context.fonts.body, context.theme.muted, context.tr(Str::rounds_baseline));
  } else {
    drawList(context, *round);
  }
  endPanel();
  beginPanel(context, "consultation-detail", {middle, min.y}, max);
  if (round != nullptr) drawDetail(context, *round);
  endPanel();
}

}  // namespace

const ViewInfo kConsultationView = {.command = "go.consultation",
                                    .title = text::Str::work_consultation,
                                    .icon = icons::kIconMessageSquare,
                                    .draw = drawConsultation};

}  // namespace cadre::ui
