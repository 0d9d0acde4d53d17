#include "report/proposal_parts.h"

#include <cmath>

#include "text/format.h"

namespace cadre::report {

using propose::Objective;
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

void writeObjective(JsonWriter& out, std::string_view name, const Objective& objective,
                    bool is_calm) {
  out.key(name).beginObject();
  out.key("shortfall").integer(objective.shortfall);
  out.key("vacant").integer(objective.vacant);
  if (is_calm) out.key("dropped").integer(objective.dropped);
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

void writeUnit(JsonWriter& out, std::string_view name, const Plan& plan, UnitId unit) {
  out.key(name);
  if (unit) {
    out.string(plan.unit(unit).key);
  } else {
    out.null();
  }
}

void writeMoves(JsonWriter& out, const Plan& plan, const std::vector<ProposedMove>& moves) {
  out.key("moves").beginArray(Layout::kLines);
  for (const ProposedMove& move : moves) {
    out.beginObject();
    out.key("cadre").string(plan.cadre(move.cadre).key);
    writePost(out, "from", plan, move.from);
    writePost(out, "to", plan, move.to);
    out.key("cost").integer(move.cost);
    out.endObject();
  }
  out.endArray();
}

void writeSeconds(JsonWriter& out, double seconds) {
  constexpr double kMicro = 1e6;
  out.key("seconds").number(std::round(seconds * kMicro) / kMicro);
}

MessageValue nameOfUnit(const Plan& plan, UnitId unit) {
  if (!unit) return Str::why_not_whole;
  return plan.unit(unit).name;
}

std::string objectiveText(const Objective& objective, text::Language language) {
  return text::render(Message{Str::proposal_objective,
                              {{"shortfall", objective.shortfall},
                               {"vacant", objective.vacant},
                               {"moves", objective.moves},
                               {"cost", objective.cost}}},
                      language);
}

std::string proofLine(Status status, const Objective& objective, const Objective& bound,
                      text::Language language) {
  const bool is_proven = status == Status::kOptimal;
  return text::render(Message{is_proven ? Str::proposal_optimal : Str::proposal_feasible,
                              {{"objective", objectiveText(objective, language)},
                               {"bound", objectiveText(bound, language)}}},
                      language) +
         "\n";
}

std::string moveLine(const Plan& plan, const ProposedMove& move, text::Language language) {
  const auto post = [&](PostId at, Str nowhere) {
    return at ? MessageValue(nameOfPost(plan, at)) : MessageValue(nowhere);
  };
  return "  " +
         text::render(Message{Str::proposal_move,
                              {{"name", plan.cadre(move.cadre).name},
                               {"from", post(move.from, Str::proposal_from_nowhere)},
                               {"to", post(move.to, Str::proposal_to_nowhere)}}},
                      language) +
         "\n";
}

}  // namespace cadre::report
