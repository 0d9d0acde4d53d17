#include "document/commands/accept_proposal.h"

#include "document/commands/shared.h"

namespace cadre {

Message AcceptProposal::label(const Plan& /*before*/) const {
  return {text::Str::do_accept_proposal,
          {{"count", static_cast<std::int64_t>(moves.size() + without.size())}}};
}

AcceptProposal AcceptProposal::read(plan_io::ObjectReader& in, const ReadContext& context) {
  return {AddMoves::read(in, context)};
}

}  // namespace cadre
