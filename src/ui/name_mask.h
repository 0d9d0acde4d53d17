// Names of officials that a meeting may not see: "Cán bộ 1" in the place of each.
//
// Whoever is named first gets the lowest number and keeps it as long as the mask lives, in both
// languages and whether names are masked in between or not, so that a number means the same
// official from the beginning of a meeting to its end.
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
  // The text with every whole name of an official of the plan masked. Where several bear the name,
  // it is taken for the first of them.
  [[nodiscard]] std::string masked(std::string_view text, const Plan& plan,
                                   text::Language language);

 private:
  void learn(const Plan& plan);

  std::map<CadreId, int> numbers_;
  std::shared_ptr<const Roster> learnt_;  // whose names these are; keeps them alive
  std::unordered_map<std::string_view, CadreId> cadres_;
  std::size_t longest_ = 0;  // name, in bytes
};

}  // namespace cadre::ui
