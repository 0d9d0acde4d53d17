// The figures of a proposal, and what is proven of them as a sentence.

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "kit/layout.h"
#include "kit/text.h"
#include "report/proposal_text.h"
#include "ui/views/pieces.h"
#include "ui/views/proposal/parts.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kResultHeight = 56.0F;

Message gapMessage(const propose::Objective& found, const propose::Objective& bound) {
  const auto say = [](Str key, std::int64_t has, std::int64_t least) {
    return Message{key, {{"found", has}, {"bound", least}}};
  };
  if (found.shortfall != bound.shortfall) {
    return say(Str::propose_gap_shortfall, found.shortfall, bound.shortfall);
  }
  if (found.vacant != bound.vacant) {
    return say(Str::propose_gap_vacant, found.vacant, bound.vacant);
  }
  if (found.dropped != bound.dropped) {
    return say(Str::propose_gap_dropped, found.dropped, bound.dropped);
  }
  if (found.moves != bound.moves) return say(Str::propose_gap_moves, found.moves, bound.moves);
  if (found.cost != bound.cost) return say(Str::propose_gap_cost, found.cost, bound.cost);
  return {Str::propose_unproven, {}};
}

std::string brokenPinText(const Context& context, const ProposalPreview& preview) {
  const propose::Proposal& proposal = preview.proposal;
  const Session& session = *context.session;
  if (proposal.is_too_large) return std::string(context.tr(Str::error_proposal_too_large));
  if (!proposal.broken_pin && preview.ask.question.most_moves) {
    const std::int64_t most = *preview.ask.question.most_moves;
    return context.tr(Message{Str::propose_frontier_point, {{"moves", most}}}) + ": " +
           std::string(context.tr(Str::propose_frontier_none));
  }
  if (!proposal.broken_pin) return std::string(context.tr(Str::proposal_infeasible));
  // Besides the round's own pins, those of the preview count.
  const std::vector<Move>& moves = session.round()->moves;
  const std::size_t place = *proposal.broken_pin;
  CadreId cadre;
  if (place < moves.size()) {
    cadre = moves[place].cadre;
  } else {
    std::size_t added = moves.size();
    for (const ProposalPin& pin : preview.ask.pins) {
      if (session.round()->moveOf(pin.first) == nullptr && added++ == place) cadre = pin.first;
    }
  }
  if (!cadre) return std::string(context.tr(Str::proposal_infeasible));
  return context.tr(
      Message{Str::proposal_broken_pin, {{"name", session.plan().cadre(cadre).name}}});
}

// What is proven of the preview, as a sentence.
std::string proofText(const Context& context, const ProposalPreview& preview) {
  const propose::Proposal& proposal = preview.proposal;
  if (proposal.status == propose::Status::kInfeasible) return brokenPinText(context, preview);
  propose::Objective best = proposal.objective;
  best.shortfall -= preview.outside;
  if (proposal.status == propose::Status::kFeasible) {
    propose::Objective bound = proposal.bound;
    bound.shortfall = std::max<std::int64_t>(0, bound.shortfall - preview.outside);
    return context.tr(gapMessage(best, bound));
  }
  const bool is_stuck = best.moves == 0 && best.shortfall > 0;
  if (is_stuck && preview.obstacle != propose::Obstacle::kNone) {
    return std::string(context.tr(report::sentenceOf(preview.obstacle)));
  }
  if (!preview.changesRound() && best.moves > 0) return std::string(context.tr(Str::propose_same));
  if (best.moves == 0) return std::string(context.tr(Str::propose_proved_none));
  const std::optional<std::int32_t> most = preview.ask.question.most_moves;
  if (most && best.moves >= *most && best.shortfall > 0) {
    return context.tr(Message{Str::propose_proved_most,
                              {{"most", std::int64_t{*most}}, {"shortfall", best.shortfall}}});
  }
  return context.tr(
      Message{best.shortfall == 0 ? Str::propose_proved_reached : Str::propose_proved_short,
              {{"shortfall", best.shortfall}, {"moves", best.moves}}});
}

void drawFigures(const Context& context, const ProposalPreview& preview, float width) {
  constexpr int kFigures = 4;
  const std::array<std::pair<Str, std::pair<std::int64_t, std::int64_t>>, kFigures> figures = {{
      {Str::propose_figure_shortfall, {preview.before.shortfall, preview.after.shortfall}},
      {Str::compare_vacancies, {preview.before.vacant, preview.after.vacant}},
      {Str::propose_figure_moves, {preview.before.moves, preview.after.moves}},
      {Str::propose_figure_cost, {preview.before.cost, preview.after.cost}},
  }};
  const ImVec2 at = ImGui::GetCursorScreenPos();
  constexpr std::array<float, kFigures> kShares = {0.29F, 0.20F, 0.25F, 0.26F};
  float x = at.x;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const auto [before, after] = figures[i].second;
    ImGui::SetCursorScreenPos({x, at.y + 4});
    drawFigure(
        context,
        context.tr(Message{Str::propose_change,
                           {{"before", context.count(before)}, {"after", context.count(after)}}}),
        context.tr(figures[i].first), width * kShares[i]);
    x += width * kShares[i];
  }
}

}  // namespace

void drawResult(const Context& context, const ProposalFrame& frame) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const ProposalPreview* preview = frame.work.preview();
  constexpr float kFigureShare = 0.56F;
  if (preview != nullptr) drawFigures(context, *preview, width * kFigureShare);
  const float x = preview == nullptr ? at.x : at.x + width * kFigureShare + 8;
  ImGui::SetCursorScreenPos({x, at.y + 2});
  ImGui::BeginChild("proof", {at.x + width - x, kResultHeight - 4}, 0,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoBackground);
  std::string said;
  if (frame.work.isSearching()) {
    const auto share = static_cast<std::int32_t>(frame.work.progress() * 1000);
    said = context.tr(Message{Str::propose_progress, {{"share", Permille{share}}}});
  }
  if (preview != nullptr) {
    const bool is_stale = !frame.is_current && !frame.work.isSearching();
    const bool is_proven = preview->proposal.status == propose::Status::kOptimal;
    const std::string proof =
        is_stale ? std::string(context.tr(Str::propose_stale)) : proofText(context, *preview);
    const bool is_broken = preview->proposal.status == propose::Status::kInfeasible;
    paragraph(context, is_proven ? context.fonts.small : context.fonts.small_bold,
              is_broken   ? context.theme.hard
              : is_proven ? context.theme.text
                          : context.theme.soft,
              proof);
    said = proof + (said.empty() ? "" : " " + said);
  }
  endChild();
  if (!said.empty()) {
    context.tree.add("status", context.tr(Str::propose_status), said, {x, at.y},
                     {at.x + width, at.y + kResultHeight});
  }
  ImGui::SetCursorScreenPos({at.x, at.y + kResultHeight});
}

}  // namespace cadre::ui
