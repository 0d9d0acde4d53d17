#include "ui/views/board/candidates.h"

#include <chrono>
#include <memory>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/fields.h"
#include "kit/focus.h"
#include "kit/layout.h"
#include "kit/list_lines.h"
#include "kit/press_area.h"
#include "kit/text.h"
#include "text/fold.h"
#include "ui/fields.h"
#include "ui/keyboard_memory.h"
#include "ui/marks/signs.h"
#include "ui/seat.h"
#include "ui/table_copy.h"
#include "ui/view_memory.h"
#include "ui/views/board/inspector_memory.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kLineHeight = 44.0F;

// Searches for some milliseconds of this frame; requests another frame while there is more to do.
void work(const Context& context, CandidateCache& cache) {
  constexpr std::size_t kAtOnce = 64;
  constexpr auto kBudget = std::chrono::milliseconds(24);
  if (cache.search.done()) return;
  const auto start = std::chrono::steady_clock::now();
  while (!cache.search.step(kAtOnce)) {
    if (std::chrono::steady_clock::now() - start > kBudget) break;
  }
  if (!cache.search.done()) context.host.requestFrame();
}

CandidateCache& cacheFor(const Context& context, const CandidateQuestion& question) {
  std::shared_ptr<CandidateCache>& cache = context.memory.of<InspectorMemory>().candidates;
  const text::Language language = context.preferences.language;
  if (cache == nullptr || !cache->answers(*context.session, question, language)) {
    cache = std::make_shared<CandidateCache>(*context.session, question, language);
  }
  work(context, *cache);
  return *cache;
}

// The end of the move that is being chosen from the list.
std::string titleOf(const Context& context, const CandidateQuestion& question,
                    const Candidate& candidate) {
  return question.cadre ? postName(context, candidate.to)
                        : context.session->plan().cadre(candidate.cadre).name;
}

std::string whereOf(const Context& context, const CandidateQuestion& question,
                    const Candidate& candidate) {
  const Session& session = *context.session;
  const PostId post = question.cadre ? candidate.to : candidate.from;
  if (!post) return std::string(context.tr(Str::inspector_no_post));
  const UnitId group = session.groupOf(post);
  const std::string unit = group ? session.plan().unit(group).name : "";
  return question.cadre ? unit + " · " + holderName(context, post)
                        : postName(context, post) + ", " + unit;
}

void applyFilter(const Context& context, CandidateCache& cache, const std::string& typed) {
  const std::vector<Candidate>& ranked = cache.search.ranked();
  const std::string query = text::fold(typed);
  if (cache.filtered == ranked.size() && cache.filter == query && !cache.shown.empty()) return;
  if (!query.empty() && cache.folded.size() != ranked.size()) {
    cache.folded.clear();
    for (const Candidate& candidate : ranked) {
      cache.folded.push_back(text::fold(titleOf(context, cache.question, candidate) + " " +
                                        whereOf(context, cache.question, candidate)));
    }
  }
  if (!cache.search.done()) cache.folded.clear();  // they may be in a different order
  cache.filter = query;
  cache.filtered = ranked.size();
  cache.shown.clear();
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    const bool passes =
        query.empty() || i >= cache.folded.size() || text::matchesFolded(cache.folded[i], query);
    if (passes) cache.shown.push_back(static_cast<std::uint32_t>(i));
  }
}

// The first reason why a ruled-out official cannot be chosen.
std::string reasonOf(const Context& context, const Candidate& candidate) {
  for (const Finding& finding : candidate.effect.findings) {
    if (finding.waived || finding.severity != Severity::kHard) continue;
    const bool is_other = finding.cadre && finding.cadre != candidate.cadre;
    const std::string who =
        is_other ? context.session->plan().cadre(finding.cadre).name + ": " : std::string();
    return who + context.tr(finding.message);
  }
  return "";
}

void drawTooltip(const Context& context, const Candidate& candidate) {
  if (!ImGui::BeginTooltip()) return;
  label(context, context.fonts.body_bold, context.theme.text,
        context.session->plan().cadre(candidate.cadre).name);
  label(context, context.fonts.small, context.theme.muted,
        std::string(icons::kIconArrowRight) + " " + postName(context, candidate.to));
  ImGui::PushTextWrapPos(380.0F);
  drawEffect(context, candidate.cadre, candidate.to, Expected<Effect>(candidate.effect));
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
}

void drawLine(const Context& context, const CandidateQuestion& question,
              const Candidate& candidate) {
  ImGui::PushID(static_cast<int>(candidate.to.value));
  ImGui::PushID(static_cast<int>(candidate.cadre.value));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const TabStop stop(stopsInList());
  const bool pressed = pressArea("choice", {width, kLineHeight});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) {
    list.AddRectFilled(at, {at.x + width, at.y + kLineHeight}, context.theme.hover, kRounding);
    drawTooltip(context, candidate);
  }
  const Plan& plan = context.session->plan();
  drawSeatSign(list, context, signOf(plan, candidate.cadre, plan.post(candidate.to).unit),
               {at.x + 10, at.y + 13}, 4.5F);
  const bool out = candidate.isRuledOut();
  const std::string title = titleOf(context, question, candidate);
  const std::string where = whereOf(context, question, candidate);
  const std::string summary = candidateSummary(context, candidate);
  // The effect on the quota is highlighted on the right; below are the origin and the obstacles.
  const std::string figure =
      candidate.shortfall == 0 ? "" : text::formatSigned(-candidate.shortfall);
  const float figure_width = figure.empty() ? 0 : measure(context.fonts.body_bold, figure).x + 8;
  drawTextFitted(list, context.fonts.body, {at.x + 24, at.y + 2}, width - 28 - figure_width,
                 out ? context.theme.muted : context.theme.text, title);
  if (!figure.empty()) {
    drawText(list, context.fonts.body_bold, {at.x + width - figure_width, at.y + 2},
             candidate.shortfall < 0 ? context.theme.good : context.theme.hard, figure);
  }
  float x = at.x + 24;
  if (out || candidate.soft > 0) {
    drawSeverity(list, context, out ? Severity::kHard : Severity::kSoft, false, {x, at.y + 22},
                 context.fonts.small);
    x += 18;
  }
  const std::string below = out ? reasonOf(context, candidate) : where + " · " + summary;
  drawTextFitted(list, context.fonts.small, {x, at.y + 22}, at.x + width - x - 4,
                 context.theme.muted, below);
  context.tree.addLastItem(
      "option", title,
      where + " · " + summary + (out ? " · " + reasonOf(context, candidate) : std::string()));
  if (pressed) {
    context.memory.of<InspectorMemory>().choosing = Choosing::kNothing;
    makeMove(context, candidate.cadre, candidate.to, question.onto);
  }
  ImGui::PopID();
  ImGui::PopID();
}

void drawProgress(const Context& context, const CandidateCache& cache) {
  std::size_t fit = 0;
  for (const std::uint32_t i : cache.shown) fit += cache.search.ranked()[i].isRuledOut() ? 0 : 1;
  const std::string text =
      cache.search.done()
          ? context.tr(Message{Str::candidate_count,
                               {{"fit", static_cast<std::int64_t>(fit)},
                                {"out", static_cast<std::int64_t>(cache.shown.size() - fit)}}})
          : context.tr(Message{
                Str::candidate_working,
                {{"share", Permille{static_cast<std::int32_t>(cache.search.progress() * 1000)}}}});
  label(context, context.fonts.small, context.theme.muted, text);
  context.tree.addLastItem("status", context.tr(Str::candidate_find), text);
}

void offerLines(const Context& context, const CandidateCache& cache) {
  offerTable(context, context.tr(Str::candidate_find), [&context, &cache](TableText& table) {
    table.heading(context, {Str::csv_cadre, Str::csv_to, Str::csv_shortfall, Str::csv_vacant,
                            Str::csv_message});
    for (const std::uint32_t place : cache.shown) {
      const Candidate& candidate = cache.search.ranked()[place];
      table.cell(context.session->plan().cadre(candidate.cadre).name);
      table.cell(postName(context, candidate.to));
      table.number(candidate.shortfall);
      table.number(candidate.effect.vacancies);
      table.cell(candidate.isRuledOut() ? reasonOf(context, candidate) : std::string());
      table.endRow();
    }
  });
}

}  // namespace

std::string candidateSummary(const Context& context, const Candidate& candidate) {
  std::string out =
      candidate.shortfall == 0
          ? std::string(context.tr(Str::candidate_no_change))
          : context.tr(Message{Str::candidate_short,
                               {{"change", text::formatSigned(candidate.shortfall)}}});
  if (candidate.effect.vacancies != 0) {
    out +=
        " · " + context.tr(Message{Str::candidate_vacant,
                                   {{"change", text::formatSigned(candidate.effect.vacancies)}}});
  }
  if (candidate.hard > 0) {
    out +=
        " · " + context.tr(Message{Str::candidate_hard, {{"count", std::int64_t{candidate.hard}}}});
  }
  if (candidate.soft > 0) {
    out +=
        " · " + context.tr(Message{Str::candidate_soft, {{"count", std::int64_t{candidate.soft}}}});
  }
  return out;
}

void drawCandidates(const Context& context, CadreId cadre, PostId post) {
  InspectorMemory& memory = context.memory.of<InspectorMemory>();
  const bool asks_onto = cadre || context.session->state().after.holder(post);
  if (asks_onto) {
    const int chosen =
        segmented(context, context.tr(Str::candidate_onto),
                  {context.tr(Str::candidate_swap), context.tr(Str::candidate_chain)},
                  static_cast<int>(memory.onto));
    memory.onto = static_cast<Onto>(chosen);
  }
  const CandidateQuestion question{cadre, cadre ? PostId{} : post,
                                   asks_onto ? memory.onto : Onto::kChain};
  CandidateCache& cache = cacheFor(context, question);
  focusIfWished(context, FocusWish::kCandidateSearch);
  textField(context, context.tr(Str::inspector_find), context.tr(Str::inspector_find),
            memory.search, ImGui::GetContentRegionAvail().x, FieldKind::kSearch);
  applyFilter(context, cache, memory.search);
  drawProgress(context, cache);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::BeginChild("choices", ImGui::GetContentRegionAvail(), 0, ImGuiWindowFlags_NavFlattened);
  ImGui::PopStyleVar();
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  offerLines(context, cache);
  const std::vector<Candidate>& ranked = cache.search.ranked();
  const WidgetTree::Scope list(context.tree, "list", {}, static_cast<int>(cache.shown.size()));
  listLines(context, cache.shown.size(), kLineHeight,
            [&](std::size_t i) { drawLine(context, question, ranked[cache.shown[i]]); });
  ImGui::PopStyleVar();
  if (cache.shown.empty() && cache.search.done()) {
    paragraph(context, context.fonts.small, context.theme.muted,
              context.tr(Str::board_nothing_found));
  }
  endChild();
}

}  // namespace cadre::ui
