// A plan's risk assumptions: how likely a move is to happen given the views on it, and how likely
// an official is to leave within a year.
//
// Probabilities are exact ten-thousandths. Absent ones take the defaults of the plan format.
#pragma once

#include <cstdint>
#include <optional>

#include "core/ratio.h"
#include "model/extra.h"
#include "model/vocabulary.h"

namespace cadre {

struct Risk {
  std::optional<Share> agree;
  std::optional<Share> unasked;
  std::optional<Share> concern;
  std::optional<Share> disagree;
  std::optional<Share> leaves_per_year;
  Extra extra;
};

// The settings with defaults filled in.
struct RiskRates {
  Share agree{10000};
  Share unasked{9000};
  Share concern{7000};
  Share disagree{1000};
  Share leaves_per_year{200};

  RiskRates() = default;
  explicit RiskRates(const std::optional<Risk>& given) {
    if (!given) return;
    agree = given->agree.value_or(agree);
    unasked = given->unasked.value_or(unasked);
    concern = given->concern.value_or(concern);
    disagree = given->disagree.value_or(disagree);
    leaves_per_year = given->leaves_per_year.value_or(leaves_per_year);
  }

  // The probability that a party with that view lets the move happen.
  [[nodiscard]] Share of(View view) const {
    switch (view) {
      case View::kAgree:
        return agree;
      case View::kConcern:
        return concern;
      case View::kDisagree:
        return disagree;
      case View::kUnasked:
        break;
    }
    return unasked;
  }
};

}  // namespace cadre
