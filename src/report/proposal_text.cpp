#include "report/proposal_text.h"

#include "json/writer.h"
#include "report/proposal_parts.h"
#include "report/why_not_text.h"
#include "text/format.h"

namespace cadre::report {
namespace {

using propose::Obstacle;
using propose::Proposal;
using propose::ProposedMove;
using propose::Status;
using text::Str;
using Layout = JsonWriter::Layout;

std::string_view nameOf(Obstacle obstacle) {
  switch (obstacle) {
    case Obstacle::kNone:
      break;
    case Obstacle::kNoPosts:
      return "no_posts";
    case Obstacle::kNoQuota:
      return "no_quota";
    case Obstacle::kCap:
      return "cap";
    case Obstacle::kNothingOpen:
      return "nothing_open";
    case Obstacle::kNobody:
      return "nobody";
  }
  return "";
}

}  // namespace

Str sentenceOf(Obstacle obstacle) {
  switch (obstacle) {
    case Obstacle::kNone:
    case Obstacle::kNoPosts:
      break;
    case Obstacle::kNoQuota:
      return Str::proposal_obstacle_no_quota;
    case Obstacle::kCap:
      return Str::proposal_obstacle_cap;
    case Obstacle::kNothingOpen:
      return Str::proposal_obstacle_nothing_open;
    case Obstacle::kNobody:
      return Str::proposal_obstacle_nobody;
  }
  return Str::proposal_obstacle_no_posts;
}

namespace {

void writeDrops(JsonWriter& out, const Plan& plan, const Round& round,
                const std::vector<propose::Drop>& drops) {
  out.key("drops").beginArray(Layout::kLines);
  for (const propose::Drop& drop : drops) {
    const Move& move = round.moves[drop.move];
    out.beginObject();
    out.key("cadre").string(plan.cadre(move.cadre).key);
    writePost(out, "to", plan, move.to);
    if (drop.gain) {
      writeObjective(out, "gain", *drop.gain);
    } else {
      out.key("gain").null();
    }
    out.endObject();
  }
  out.endArray();
}

}  // namespace

std::string proposalJson(const Plan& plan, const Round& round, const Proposal& proposal,
                         const ProposalNotes& notes, double seconds) {
  JsonWriter out;
  out.beginObject(Layout::kLines);
  out.key("status").string(nameOf(proposal.status));
  if (proposal.status != Status::kInfeasible) {
    writeObjective(out, "objective", proposal.objective, proposal.is_calm);
    writeObjective(out, "bound", proposal.bound, proposal.is_calm);
  }
  if (proposal.broken_pin) {
    const Move& pin = round.moves[*proposal.broken_pin];
    out.key("broken_pin").beginObject();
    out.key("cadre").string(plan.cadre(pin.cadre).key);
    writePost(out, "to", plan, pin.to);
    out.endObject();
  }
  if (notes.obstacle != Obstacle::kNone) out.key("obstacle").string(nameOf(notes.obstacle));
  writeMoves(out, plan, proposal.moves, notes.proposed, notes.books);
  if (notes.books != nullptr) writeBooks(out, plan, *notes.books);
  writeDrops(out, plan, round, notes.drops);
  if (notes.why_not != nullptr) writeReasons(out, "why_not", plan, round, *notes.why_not);
  out.key("nodes").integer(static_cast<std::int64_t>(proposal.nodes));
  writeSeconds(out, seconds);
  out.endObject();
  return out.take() + "\n";
}

std::string proposalText(const Plan& plan, const Round& round, const Proposal& proposal,
                         const ProposalNotes& notes, text::Language language) {
  std::string out;
  if (proposal.status == Status::kInfeasible) {
    Message why{Str::proposal_infeasible, {}};
    if (proposal.broken_pin) {
      why = {Str::proposal_broken_pin,
             {{"name", plan.cadre(round.moves[*proposal.broken_pin].cadre).name}}};
    }
    out = text::render(why, language) + "\n";
  } else {
    out = proofLine(proposal.status, proposal.objective, proposal.bound, language);
    if (proposal.is_calm) {
      out += text::render(Message{Str::proposal_dropped, {{"count", proposal.objective.dropped}}},
                          language) +
             "\n";
    }
  }
  if (notes.obstacle != Obstacle::kNone) {
    out += std::string(text::get(sentenceOf(notes.obstacle), language)) + "\n";
  }
  for (const ProposedMove& move : proposal.moves) out += moveLine(plan, move, language);
  for (const propose::Drop& drop : notes.drops) {
    const Move& move = round.moves[drop.move];
    Message words{Str::propose_drop, {{"name", plan.cadre(move.cadre).name}}};
    out += text::render(words, language);
    if (drop.gain) out += ": " + gainText(*drop.gain, language);
    out += "\n";
  }
  if (notes.why_not != nullptr) out += whyNotText(plan, round, *notes.why_not, language);
  return out;
}

}  // namespace cadre::report
