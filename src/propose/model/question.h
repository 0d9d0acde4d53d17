// What a proposal is asked for: where officials may go, and which posts it may touch.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/id.h"

namespace cadre {
struct Structure;
}

namespace cadre::propose {

enum class Within : std::uint8_t { kDistrict, kCity };

struct Question {
  Within within = Within::kDistrict;
  // Only posts of these units, and of units below them, change hands; the round's moves that touch
  // none of these posts stay as they are. None: all posts.
  std::vector<UnitId> units;
  // At most so many posts change hands, besides what the caps of the plan say.
  std::optional<std::int32_t> most_moves;
  // Officials who stay where they are, and candidates who are left out, as far as nothing is
  // pinned.
  std::vector<CadreId> staying;

  friend bool operator==(const Question&, const Question&) = default;
};

// By post: 1 where a question about these units touches it.
[[nodiscard]] std::vector<std::uint8_t> scopeOf(const Structure& structure,
                                                const std::vector<UnitId>& units);

}  // namespace cadre::propose
