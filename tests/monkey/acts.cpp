#include "acts.h"

#include <vector>

#include <imgui_internal.h>

namespace cadre::monkey {

void perform(Monkey& monkey) {
  static const std::vector<ActKind> kAll = [] {
    std::vector<ActKind> all;
    for (const auto kinds : {pointerActs(), keyActs(), outsideActs()}) {
      all.insert(all.end(), kinds.begin(), kinds.end());
    }
    return all;
  }();
  // Dialogs block everything else, so half of the acts in them only close them.
  if (ImGui::GetTopMostPopupModal() != nullptr && monkey.oneIn(2)) {
    monkey.say("press Escape in a dialog");
    monkey.key(ImGuiKey_Escape);
    return;
  }
  int whole = 0;
  for (const ActKind& kind : kAll) whole += kind.weight;
  int left = monkey.below(whole);
  const ActKind* chosen = kAll.data();
  while (left >= chosen->weight) left -= (chosen++)->weight;
  monkey.record.count("act: " + std::string(chosen->name));
  chosen->perform(monkey);
  // Now and then, lets a running search continue between acts.
  monkey.untilQuiet(monkey.oneIn(6) ? 2 : 60);
}

}  // namespace cadre::monkey
