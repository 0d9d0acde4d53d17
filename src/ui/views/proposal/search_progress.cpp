#include <algorithm>

#include "kit/text.h"
#include "ui/views/proposal/parts.h"

namespace cadre::ui {

void drawSearchProgress(const Context& context, double progress) {
  constexpr float kHeight = 4.0F;
  const float width = ImGui::GetContentRegionAvail().x;
  const auto share = static_cast<float>(std::clamp(progress, 0.0, 1.0));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, {at.x + width, at.y + kHeight}, context.theme.raised, 2);
  list.AddRectFilled(at, {at.x + width * share, at.y + kHeight}, context.theme.accent, 2);
  ImGui::Dummy({width, kHeight});
  label(context, context.fonts.small, context.theme.muted,
        context.tr(Message{text::Str::propose_progress,
                           {{"share", Permille{static_cast<std::int32_t>(progress * 1000)}}}}));
}

}  // namespace cadre::ui
