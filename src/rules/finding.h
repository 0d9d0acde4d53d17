// What a check reports about a plan: not a failure, always returned beside a result.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/id.h"
#include "core/message.h"
#include "model/vocabulary.h"

namespace cadre {

struct Finding {
  // Not about a particular move of the round.
  static constexpr std::int32_t kNoMove = -1;

  Severity severity = Severity::kHard;  // hard or soft, never off
  std::string_view rule;                // id of a rule, or of one of the simulation's own findings
  CadreId cadre;                        // none: not about one official
  PostId post;                          // none: not about one post
  std::int32_t move = kNoMove;          // index in the round's list of moves
  Message message;                      // quotes the values and the source
  bool waived = false;                  // a trường hợp đặc biệt with a logged reason
};

// The number of findings of each kind; a waived finding is neither hard nor soft.
struct FindingCounts {
  std::int32_t hard = 0;
  std::int32_t soft = 0;
  std::int32_t waived = 0;

  void add(const Finding& finding) {
    ++(finding.waived ? waived : finding.severity == Severity::kHard ? hard : soft);
  }
  void add(std::span<const Finding> findings) {
    for (const Finding& finding : findings) add(finding);
  }
};

}  // namespace cadre
