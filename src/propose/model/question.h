// What a proposal is asked for: where officials may go, and which posts it may touch.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/id.h"
#include "model/division.h"

namespace cadre::propose {

struct Question {
  // Officials stay within their group of this division (model/division.h); empty: of the plan's
  // usual one. A candidate's group is that of the native place.
  std::string within;
  // Only posts of these units, and of units below them, change hands; the round's moves that touch
  // none of these posts stay as they are. None: all posts.
  std::vector<UnitId> units;
  // At most so many posts change hands, besides what the caps of the plan say.
  std::optional<std::int32_t> most_moves;
  // Officials who stay where they are, and candidates who are left out, as far as nothing is
  // pinned.
  std::vector<CadreId> staying;
  // Moves that stand in the round are dropped only for shortfalls and vacancies.
  bool calm = false;

  friend bool operator==(const Question&, const Question&) = default;
};

// The division that the question keeps to; the whole plan where it has none of that name.
[[nodiscard]] Division divisionOf(const Plan& plan, const std::string& within);

[[nodiscard]] bool isWithinDistricts(const Plan& plan, const std::string& within);
// Officials may go anywhere.
[[nodiscard]] bool isWithinNothing(const Plan& plan, const std::string& within);

// By post: 1 where a question about these units touches it.
[[nodiscard]] std::vector<std::uint8_t> scopeOf(const Structure& structure,
                                                const std::vector<UnitId>& units);

}  // namespace cadre::propose
