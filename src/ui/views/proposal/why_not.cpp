#include <string>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/text.h"
#include "report/proposal_parts.h"
#include "report/why_not_text.h"
#include "ui/view_memory.h"
#include "ui/views/board/inspector_memory.h"
#include "ui/views/pieces.h"
#include "ui/views/proposal/parts.h"
#include "ui/views/proposal/proposal_memory.h"
#include "ui/views/view.h"

namespace cadre::ui {
namespace {

using propose::ChangeKind;
using text::Str;

void showCadreOf(const Context& context, CadreId cadre) {
  context.later([&context, cadre] {
    context.session->chooseCadre(cadre);
    context.preferences.inspector_open = true;
    context.memory.of<InspectorMemory>().choosing = Choosing::kNothing;
    context.memory.of<ShownViews>().work = &kBoardView;
  });
}

// Opens the place where the change can be made by hand.
void goTo(const Context& context, const Round& round, const propose::Change& change) {
  ProposalMemory& memory = context.memory.of<ProposalMemory>();
  switch (change.kind) {
    case ChangeKind::kRuleLimit:
    case ChangeKind::kSoftRule:
      memory.rule = std::string(change.rule);
      memory.side = ProposalSide::kConditions;
      break;
    case ChangeKind::kDistrictCap:
    case ChangeKind::kGroupCap:
    case ChangeKind::kRoundCap:
      memory.side = ProposalSide::kConditions;
      break;
    case ChangeKind::kUnpin:
      showCadreOf(context, round.moves[change.move].cadre);
      break;
    case ChangeKind::kUnlock:
      showPost(context, change.post);
      break;
    case ChangeKind::kCandidate:
      context.later([&context] { context.memory.of<ShownViews>().work = &kPeopleView; });
      break;
    case ChangeKind::kAcrossCity:
      memory.within = kWholePlan;
      break;
  }
  context.host.requestFrame();
}

// A row as tall as its text.
void drawWay(const Context& context, const Round& round, const propose::Reason& reason,
             const propose::Way& way, int id) {
  constexpr float kPadding = 5.0F;
  constexpr float kGainWidth = 44.0F;
  const Plan& plan = context.session->plan();
  const std::string words = report::wayText(plan, round, reason, way, context.preferences.language);
  const ImFont* font = context.fonts.small;
  const float room = ImGui::GetContentRegionAvail().x - kGainWidth - 8;
  const float height =
      font->CalcTextSizeA(sizeOf(font), FLT_MAX, room, words.data(), words.data() + words.size())
          .y +
      2 * kPadding;
  const Line line = beginLine(context, id, height);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const std::string gain = way.gain > 0 ? text::formatSigned(way.gain) : "";
  drawText(list, context.fonts.small_bold, {line.at.x + 6, line.at.y + kPadding},
           context.theme.good, gain);
  list.AddText(font, sizeOf(font), {line.at.x + kGainWidth, line.at.y + kPadding},
               context.theme.text, words.data(), words.data() + words.size(), room);
  context.tree.addLastItem("reason", words, gain);
  if (line.pressed) goTo(context, round, way.change);
}

void drawReason(const Context& context, const Round& round, const propose::Reason& reason,
                int& id) {
  const text::Language language = context.preferences.language;
  const std::string proof = report::proofText(context.session->plan(), reason, language);
  paragraph(context, context.fonts.small_bold, context.theme.text, proof);
  context.tree.addLastItem("proof", proof);
  for (const propose::Way& way : reason.ways) drawWay(context, round, reason, way, id++);
  const auto say = [&](const std::string& words) {
    paragraph(context, context.fonts.small, context.theme.muted, words);
    context.tree.addLastItem("note", words);
  };
  const Plan& plan = context.session->plan();
  if (const std::string none = report::noWayText(plan, reason, language); !none.empty()) say(none);
  for (const propose::Change& change : reason.not_computed) {
    say(report::notComputedText(plan, round, change, language));
  }
  ImGui::Dummy({1, 6});
}

}  // namespace

void drawWhyNot(const Context& context, const ProposalFrame& frame) {
  ProposalWork& work = frame.work;
  if (work.isExplaining()) {
    drawSearchProgress(context, work.whyNotProgress());
  } else if (!work.reasonsAreFor(frame.ask)) {
    paragraph(context, context.fonts.small, context.theme.muted,
              context.tr(Str::propose_why_empty));
    const bool can = context.memory.of<ProposalMemory>().scope != ProposalScope::kPicked ||
                     !context.memory.of<ProposalMemory>().picked.empty();
    if (button(context, icons::kIconCircleHelp, context.tr(Str::propose_why_run),
               ButtonLook::kPlain, can)) {
      work.startWhyNot(*context.session, frame.ask);
      context.host.requestFrame();
    }
  }
  if (!work.reasonsAreFor(frame.ask) || work.isExplaining()) return;
  if (work.reasons().empty()) {
    paragraph(context, context.fonts.small, context.theme.muted,
              context.tr(Str::propose_why_enough));
    context.tree.addLastItem("proof", context.tr(Str::propose_why_enough));
    return;
  }
  beginList("reasons", ImGui::GetContentRegionAvail());
  int id = 0;
  for (const propose::Reason& reason : work.reasons()) {
    drawReason(context, work.whyRound(), reason, id);
  }
  endList();
}

}  // namespace cadre::ui
