// Replaces names of officials that a meeting may not see by "Cán bộ 1" and so on.
//
// Numbers are assigned in order of first appearance and kept as long as the mask lives, in both
// languages and even if masking is switched off in between, so that a number means the same
// official throughout a meeting.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "model/plan.h"
#include "text/format.h"

namespace cadre::ui {

class NameMask {
 public:
  // "Cán bộ 3".
  [[nodiscard]] std::string nameOf(CadreId cadre, text::Language language);
  // The text with every full name of an official of the plan masked. If several officials share the
  // name, it is taken for the first of them.
  [[nodiscard]] std::string masked(std::string_view text, const Plan& plan,
                                   text::Language language);

 private:
  void learn(const Plan& plan);

  std::map<CadreId, int> numbers_;
  std::shared_ptr<const Roster> learnt_;  // whose names were learnt; keeps them alive
  std::unordered_map<std::string_view, CadreId> cadres_;
  std::size_t longest_ = 0;  // length of the longest name in bytes
};

}  // namespace cadre::ui
