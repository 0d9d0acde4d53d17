#include "document/commands/rename_round.h"

#include "document/commands/shared.h"

namespace cadre {

Expected<Plan> RenameRound::apply(const Plan& plan) const {
  return withRound(plan, round.scenario, round.round, [&](Round& found) -> Expected<void> {
    found.name = name;
    return {};
  });
}

Message RenameRound::label(const Plan& /*before*/) const {
  return {text::Str::do_rename_round, {{"name", name}}};
}

void RenameRound::write(JsonWriter& out, const Plan& /*before*/) const {
  commands::writeRef(out, round);
  out.key("name").string(name);
}

RenameRound RenameRound::read(plan_io::ObjectReader& in, const ReadContext& /*context*/) {
  return {commands::readRef(in), in.string("name")};
}

}  // namespace cadre
