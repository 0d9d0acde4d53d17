// Accepts moves of a proposal; does the same as AddMoves.
#pragma once

#include <string_view>

#include "document/commands/add_moves.h"
#include "shared/numbers.h"

namespace cadre {

struct AcceptProposal : AddMoves {
  static constexpr std::string_view kName = "accept_proposal";
  static constexpr auto kRestorePoint = shared::RestoreKind::kProposal;

  [[nodiscard]] Message label(const Plan& before) const;
  [[nodiscard]] static AcceptProposal read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
