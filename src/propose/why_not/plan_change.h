// A single change to a plan that might reduce a shortfall.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "model/plan.h"

namespace cadre::propose {

// Least intrusive first.
enum class ChangeKind : std::uint8_t {
  kRuleLimit,    // the parameter of a hard rule, from → to
  kDistrictCap,  // from → to
  kGroupCap,     // from → to
  kRoundCap,     // from → to
  kSoftRule,     // hard → soft
  kUnpin,
  kUnlock,
  kCandidate,   // one more without a post, in the pool for the title, who counts for the quotas and
                // whom no rule holds up
  kAcrossCity,  // moves between districts; tried when few posts are open
};

// A number of moves that the plan allows.
[[nodiscard]] constexpr bool isCap(ChangeKind kind) {
  return kind == ChangeKind::kDistrictCap || kind == ChangeKind::kGroupCap ||
         kind == ChangeKind::kRoundCap;
}

struct Change {
  ChangeKind kind = ChangeKind::kRuleLimit;
  std::string_view rule = {};  // rule id, for kRuleLimit and kSoftRule
  std::int32_t from = 0;
  std::int32_t to = 0;
  std::size_t move = 0;  // index in the round's list, for kUnpin
  PostId post = {};      // for kUnlock
  TitleId title = {};    // for kCandidate

  // Whether both change the same thing, be it to other values.
  [[nodiscard]] bool isAbout(const Change& other) const {
    return kind == other.kind && rule == other.rule && title == other.title && move == other.move &&
           post == other.post;
  }
  // Relative to the value before; 0 when it cannot be measured.
  [[nodiscard]] double size() const {
    if (from == to) return 0.0;
    return std::abs(static_cast<double>(to) - from) / std::max(1, from);
  }
};

}  // namespace cadre::propose
