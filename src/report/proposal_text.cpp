#include "report/proposal_text.h"

#include <cmath>

#include "plan_io/json_writer.h"
#include "text/format.h"

namespace cadre::report {
namespace {

using plan_io::JsonWriter;
using propose::Objective;
using propose::Proposal;
using propose::ProposedMove;
using propose::Status;
using text::Str;
using Layout = JsonWriter::Layout;

std::string_view nameOf(Status status) {
  switch (status) {
    case Status::kOptimal:
      return "optimal";
    case Status::kFeasible:
      return "feasible";
    case Status::kInfeasible:
      break;
  }
  return "infeasible";
}

void writeObjective(JsonWriter& out, std::string_view name, const Objective& objective) {
  out.key(name).beginObject();
  out.key("shortfall").integer(objective.shortfall);
  out.key("vacant").integer(objective.vacant);
  out.key("moves").integer(objective.moves);
  out.key("cost").integer(objective.cost);
  out.endObject();
}

void writePost(JsonWriter& out, std::string_view name, const Plan& plan, PostId post) {
  out.key(name);
  if (post) {
    out.string(plan.post(post).key);
  } else {
    out.null();
  }
}

Message objectiveWords(const Objective& objective) {
  return {Str::proposal_objective,
          {{"shortfall", objective.shortfall},
           {"vacant", objective.vacant},
           {"moves", objective.moves},
           {"cost", objective.cost}}};
}

}  // namespace

std::string proposalJson(const Plan& plan, const Proposal& proposal, double seconds) {
  JsonWriter out;
  out.beginObject(Layout::kLines);
  out.key("status").string(nameOf(proposal.status));
  if (proposal.status != Status::kInfeasible) {
    writeObjective(out, "objective", proposal.objective);
    writeObjective(out, "bound", proposal.bound);
  }
  out.key("moves").beginArray(Layout::kLines);
  for (const ProposedMove& move : proposal.moves) {
    out.beginObject();
    out.key("cadre").string(plan.cadre(move.cadre).key);
    writePost(out, "from", plan, move.from);
    writePost(out, "to", plan, move.to);
    out.key("cost").integer(move.cost);
    out.endObject();
  }
  out.endArray();
  out.key("nodes").integer(static_cast<std::int64_t>(proposal.nodes));
  constexpr double kMicro = 1e6;
  out.key("seconds").number(std::round(seconds * kMicro) / kMicro);
  out.endObject();
  return out.take() + "\n";
}

std::string proposalText(const Plan& plan, const Round& round, const Proposal& proposal,
                         text::Language language) {
  if (proposal.status == Status::kInfeasible) {
    Message why{Str::proposal_infeasible, {}};
    if (proposal.broken_pin) {
      why = {Str::proposal_broken_pin,
             {{"name", plan.cadre(round.moves[*proposal.broken_pin].cadre).name}}};
    }
    return text::render(why, language) + "\n";
  }
  const bool is_proven = proposal.status == Status::kOptimal;
  std::string out = text::render(
      Message{is_proven ? Str::proposal_optimal : Str::proposal_feasible,
              {{"objective", text::render(objectiveWords(proposal.objective), language)},
               {"bound", text::render(objectiveWords(proposal.bound), language)}}},
      language);
  out += "\n";
  const auto post = [&](PostId at, Str nowhere) {
    return at ? MessageValue(nameOfPost(plan, at)) : MessageValue(nowhere);
  };
  for (const ProposedMove& move : proposal.moves) {
    out += "  " +
           text::render(Message{Str::proposal_move,
                                {{"name", plan.cadre(move.cadre).name},
                                 {"from", post(move.from, Str::proposal_from_nowhere)},
                                 {"to", post(move.to, Str::proposal_to_nowhere)}}},
                        language) +
           "\n";
  }
  return out;
}

}  // namespace cadre::report
