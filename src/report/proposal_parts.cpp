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

namespace {

void writeParts(JsonWriter& out, const propose::CostParts& parts) {
  out.key("parts").beginObject();
  const auto put = [&](std::string_view name, std::int32_t cost) {
    if (cost != 0) out.key(name).integer(cost);
  };
  put("preference", parts.preference);
  put("distance", parts.distance);
  put("field_mismatch", parts.field_mismatch);
  put("soft_rules", parts.soft_rules);
  put("views", parts.views);
  put("leave", parts.leave);
  out.endObject();
}

const propose::MoveBill* billOf(const Round& round, const propose::Books& books,
                                const ProposedMove& move) {
  for (const propose::MoveBill& bill : books.moves) {
    const Move& made = round.moves[bill.move];
    if (made.cadre == move.cadre && made.to == move.to) return &bill;
  }
  return nullptr;
}

}  // namespace

void writeBooks(JsonWriter& out, const Plan& plan, const propose::Books& books) {
  out.key("cells").beginArray(Layout::kLines);
  for (const propose::CellShort& cell : books.cells) {
    out.beginObject();
    out.key("quota").string(plan.quota_set->quotas[cell.quota.index()].key);
    writeUnit(out, "unit", plan, cell.unit);
    out.key("shortfall").integer(cell.shortfall);
    out.endObject();
  }
  out.endArray();
  out.key("vacant").beginArray();
  for (const PostId post : books.vacant) out.string(plan.post(post).key);
  out.endArray();
  out.key("together").beginArray();
  for (const propose::Together& pair : books.together) {
    out.beginObject();
    out.key("a").string(plan.cadre(pair.a).key);
    out.key("b").string(plan.cadre(pair.b).key);
    writeUnit(out, "unit", plan, pair.unit);
    out.key("cost").integer(books.soft_rule);
    out.endObject();
  }
  out.endArray();
  out.key("heads").beginArray();
  for (const UnitId unit : books.heads) {
    out.beginObject();
    writeUnit(out, "unit", plan, unit);
    out.key("cost").integer(books.soft_rule);
    out.endObject();
  }
  out.endArray();
}

void writeMoves(JsonWriter& out, const Plan& plan, const std::vector<ProposedMove>& moves,
                const Round* round, const propose::Books* books) {
  out.key("moves").beginArray(Layout::kLines);
  for (const ProposedMove& move : moves) {
    out.beginObject();
    out.key("cadre").string(plan.cadre(move.cadre).key);
    writePost(out, "from", plan, move.from);
    writePost(out, "to", plan, move.to);
    out.key("cost").integer(move.cost);
    if (books != nullptr) {
      const propose::MoveBill* bill = billOf(*round, *books, move);
      if (bill != nullptr) writeParts(out, bill->parts);
    }
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

std::string gainText(const propose::Objective& gain, text::Language language) {
  std::string out;
  const auto put = [&](Str name, std::int64_t less) {
    if (less == 0) return;
    out += (out.empty() ? "" : ", ") +
           text::render(Message{name, {{"change", text::formatSigned(-less)}}}, language);
  };
  put(Str::propose_gain_shortfall, gain.shortfall);
  put(Str::propose_gain_vacant, gain.vacant);
  put(Str::propose_gain_moves, gain.moves);
  put(Str::propose_gain_cost, gain.cost);
  return out.empty() ? std::string(text::get(Str::propose_gain_together, language)) : out;
}

}  // namespace cadre::report
