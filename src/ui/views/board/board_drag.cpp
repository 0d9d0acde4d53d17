#include "ui/views/board/board_drag.h"

#include <algorithm>
#include <string>

#include "icons/icons.h"
#include "kit/layout.h"
#include "kit/text.h"
#include "kit/touch.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr const char* kDragType = "cadre";

}  // namespace

void dragAndDrop(const Context& context, const Seat& seat) {
  if (seat.holder && ImGui::BeginDragDropSource(ImGuiDragDropFlags_SourceNoPreviewTooltip |
                                                ImGuiDragDropFlags_SourceNoHoldToOpenOthers)) {
    const CadreId cadre = seat.holder;
    ImGui::SetDragDropPayload(kDragType, &cadre, sizeof(cadre));
    ImGui::EndDragDropSource();
  }
  if (!ImGui::BeginDragDropTarget()) return;
  constexpr ImGuiDragDropFlags kFlags =
      ImGuiDragDropFlags_AcceptBeforeDelivery | ImGuiDragDropFlags_AcceptNoDrawDefaultRect;
  if (const ImGuiPayload* payload = ImGui::AcceptDragDropPayload(kDragType, kFlags)) {
    const CadreId cadre = *static_cast<const CadreId*>(payload->Data);
    const Onto onto = ImGui::GetIO().KeyShift ? Onto::kChain : Onto::kSwap;
    context.drag = {cadre, seat.post, onto};
    ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                                        context.theme.accent, kRounding, 0, 2.0F);
    if (payload->IsDelivery()) makeMove(context, cadre, seat.post, onto);
  }
  ImGui::EndDragDropTarget();
}

void scrollWhileDragging(const Context& context, ImVec2 min, ImVec2 max) {
  constexpr float kEdge = 36.0F;
  constexpr float kStep = 12.0F;
  if (ImGui::GetDragDropPayload() == nullptr) return;
  const ImVec2 mouse = ImGui::GetMousePos();
  if (mouse.x < min.x || mouse.x > max.x || mouse.y < min.y || mouse.y > max.y) return;
  float step = 0;
  if (mouse.y < min.y + kEdge) step = -kStep;
  if (mouse.y > max.y - kEdge) step = kStep;
  const float to = std::clamp(ImGui::GetScrollY() + step, 0.0F, ImGui::GetScrollMaxY());
  if (to == ImGui::GetScrollY()) return;
  ImGui::SetScrollY(to);
  context.host.requestFrame();
}

void drawDragEffect(const Context& context) {
  const ImGuiPayload* payload = ImGui::GetDragDropPayload();
  if (payload == nullptr || !payload->IsDataType(kDragType) || context.session == nullptr) return;
  const Plan& plan = context.session->plan();
  const CadreId cadre = *static_cast<const CadreId*>(payload->Data);
  const Drag& drag = context.drag;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(12, 9));
  // Beside the cursor, but above a finger, which would cover it.
  const ImVec2 mouse = ImGui::GetMousePos();
  if (Touch::isTouch()) {
    constexpr float kAboveFinger = 48.0F;
    ImGui::SetNextWindowPos({mouse.x, mouse.y - kAboveFinger}, ImGuiCond_Always, {0.5F, 1.0F});
  } else {
    ImGui::SetNextWindowPos({mouse.x + 18, mouse.y + 14});
  }
  if (ImGui::BeginTooltip()) {
    label(context, context.fonts.body_bold, context.theme.text, plan.cadre(cadre).name);
    if (drag.over && drag.cadre == cadre) {
      label(context, context.fonts.small, context.theme.muted,
            std::string(icons::kIconArrowRight) + " " + postName(context, drag.over));
      const CadreId sitting = context.session->state().after.holder(drag.over);
      if (sitting && sitting != cadre) {
        label(context, context.fonts.small, context.theme.muted,
              context.tr(Message{drag.onto != Onto::kSwap ? Str::drag_chain
                                 : Touch::isTouch()       ? Str::drag_swap_touch
                                                          : Str::drag_swap,
                                 {{"name", plan.cadre(sitting).name}}}));
      }
      const Expected<Effect>& effect = effectOfMove(context, cadre, drag.over, drag.onto);
      drawEffect(context, cadre, drag.over, effect);
      context.tree.add("tooltip", plan.cadre(cadre).name,
                       effectText(context, cadre, drag.over, effect), ImGui::GetWindowPos(),
                       {ImGui::GetWindowPos().x + ImGui::GetWindowWidth(),
                        ImGui::GetWindowPos().y + ImGui::GetWindowHeight()});
    } else {
      label(context, context.fonts.small, context.theme.muted, context.tr(Str::drag_hint));
    }
    ImGui::EndTooltip();
  }
  ImGui::PopStyleVar();
}

}  // namespace cadre::ui
