// Continuity in a round: how many head posts of a unit a proposal may still change.
//
// What facts, moves elsewhere and pinned moves change by themselves counts. A post that a fact made
// vacant has changed hands already, so that filling it is no second change. Where those moves break
// the rule by themselves, that is not the proposal's fault, but the finding would name any move
// that it adds there, so that it adds none. Where one of them carries a waiver of the rule, the
// finding is waived whatever else changes in the unit (rules/continuity.cpp), and there is no
// limit.
#pragma once

#include <cstdint>
#include <vector>

#include "propose/model/round_start.h"

namespace cadre::propose {

class UnitLimits {
 public:
  // `is_open`: by post, whether it may change hands.
  UnitLimits(const RoundStart& start, const std::vector<std::uint8_t>& is_open);

  // Whether a change of the open post counts: it is a head post whose unit has a limit.
  [[nodiscard]] bool counts(PostId post) const;
  // How many of those posts of the unit may change hands.
  [[nodiscard]] std::int32_t of(UnitId unit) const { return limit_[unit.index()]; }
  // Where the rule is soft: what units cost that are above already.
  [[nodiscard]] std::int64_t costAlready() const { return cost_already_; }

 private:
  static constexpr std::int32_t kNoLimit = INT32_MAX;

  const RoundStart& start_;
  std::vector<std::int32_t> limit_;           // by unit
  std::vector<std::uint8_t> counts_vacated_;  // by unit: also what a fact made vacant
  std::int64_t cost_already_ = 0;
};

}  // namespace cadre::propose
