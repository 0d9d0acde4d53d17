// Moves that stand in the round and that it would pay to drop, apart from the proposal, which keeps
// them: each with what dropping it gains, dropped only when it is ticked.

#include <algorithm>
#include <string>

#include "kit/list_lines.h"
#include "kit/text.h"
#include "report/proposal_parts.h"
#include "ui/view_memory.h"
#include "ui/views/pieces.h"
#include "ui/views/proposal/parts.h"
#include "ui/views/proposal/proposal_memory.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kLineHeight = 60.0F;
constexpr float kTextX = 42.0F;

void drawDropsHead(const Context& context, const ProposalFrame& frame) {
  const propose::DropsJob* known = frame.work.dropsFor(frame.ask);
  const bool gains = known != nullptr && !known->drops().empty();
  const std::string words =
      gains ? context.tr(Message{
                  Str::propose_drops_all,
                  {{"gain", report::gainText(known->gainOfAll(), context.preferences.language)}}})
            : std::string(context.tr(Str::propose_drops_ticked));
  paragraph(context, context.fonts.small, context.theme.muted, words);
}

void drawDrop(const Context& context, const ProposalFrame& frame, const ShownDrop& drop) {
  const Plan& plan = context.session->plan();
  const Move& move = *drop.move;
  const std::string& name = plan.cadre(move.cadre).name;
  ImGui::PushID(static_cast<int>(move.cadre.index()));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const PostId from = context.session->state().before.firstPost(move.cadre);
  const std::string where = whereText(context, from, move.to);
  std::string gain(context.tr(Str::propose_drop_ticked));
  if (!drop.is_ticked) {
    gain = drop.gain ? report::gainText(*drop.gain, context.preferences.language)
                     : std::string(context.tr(Str::propose_drop_unknown));
  }
  drawTextFitted(list, context.fonts.body_bold, {at.x + kTextX, at.y + 2}, width - kTextX,
                 context.theme.text, name);
  drawTextFitted(list, context.fonts.small, {at.x + kTextX, at.y + 21}, width - kTextX,
                 context.theme.text, where);
  drawTextFitted(list, context.fonts.small_bold, {at.x + kTextX, at.y + 38}, width - kTextX,
                 context.theme.accent, gain);
  ImGui::SetCursorScreenPos({at.x + 2, at.y + 3});
  const std::string label_of_tick = context.tr(Message{Str::propose_drop, {{"name", name}}});
  if (tickBox(context, label_of_tick, drop.is_ticked, frame.is_current)) {
    context.later([&context, pin = ProposalPin(move.cadre, move.to)] {
      std::vector<ProposalPin>& drops = context.memory.of<ProposalMemory>().drops;
      if (std::erase(drops, pin) == 0) drops.push_back(pin);
    });
  }
  ImGui::SetCursorScreenPos({at.x + kTextX, at.y + 2});
  ImGui::Dummy({std::max(1.0F, width - kTextX), kLineHeight - 4});
  context.tree.addLastItem("drop", name, where + "; " + gain);
  ImGui::SetCursorScreenPos({at.x, at.y + kLineHeight});
  ImGui::PopID();
}

}  // namespace

std::vector<ShownDrop> shownDrops(const Context& context, const ProposalFrame& frame) {
  std::vector<ShownDrop> out;
  const Round* round = context.session->round();
  if (round == nullptr) return out;
  const ProposalMemory& memory = context.memory.of<ProposalMemory>();
  for (const Move& move : round->moves) {
    const ProposalPin ticked(move.cadre, move.to);
    if (std::find(memory.drops.begin(), memory.drops.end(), ticked) != memory.drops.end()) {
      out.push_back({&move, true, std::nullopt});
    }
  }
  const propose::DropsJob* known = frame.work.dropsFor(frame.ask);
  if (known == nullptr) return out;
  for (const propose::Drop& drop : known->drops()) {
    out.push_back({&round->moves[drop.move], false, drop.gain});
  }
  return out;
}

void drawDrops(const Context& context, const ProposalFrame& frame) {
  const std::vector<ShownDrop> drops = shownDrops(context, frame);
  drawDropsHead(context, frame);
  beginList("drops", ImGui::GetContentRegionAvail());
  const WidgetTree::Scope list(context.tree, "list", {}, static_cast<int>(drops.size()));
  listLines(context, drops.size(), kLineHeight,
            [&](std::size_t i) { drawDrop(context, frame, drops[i]); });
  endList();
}

}  // namespace cadre::ui
