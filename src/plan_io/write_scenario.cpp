#include <algorithm>
#include <string>

#include "plan_io/scenario_io.h"
#include "plan_io/write_extra.h"

namespace cadre::plan_io {
namespace {

void writeConsent(JsonWriter& out, const Consent& consent) {
  const bool is_silent = std::all_of(kParties.begin(), kParties.end(), [&](Party party) {
    return consent.of(party) == View::kUnasked && consent.noteOf(party) == ViewNote{};
  });
  if (is_silent && !consent.extra) return;
  out.key("consent").beginObject();
  for (const Party party : kParties) {
    const std::string field(fieldName(party));
    out.key(field).string(nameOf(consent.of(party)));
    const ViewNote& said = consent.noteOf(party);
    if (!said.note.empty()) out.key(field + "_note").string(said.note);
    if (said.on) out.key(field + "_on").string(isoDate(*said.on));
  }
  writeExtra(out, consent.extra);
  out.endObject();
}

}  // namespace

void writeMove(JsonWriter& out, const Move& move, const Plan& plan) {
  out.beginObject();
  out.key("cadre").string(plan.cadre(move.cadre).key);
  out.key("to");
  if (move.to) {
    out.string(plan.post(move.to).key);
  } else {
    out.null();
  }
  out.key("type").string(nameOf(move.type));
  if (!move.reason.empty()) out.key("reason").string(move.reason);
  if (!move.directive.empty()) out.key("directive").string(move.directive);
  if (move.pinned) out.key("pinned").boolean(true);
  writeConsent(out, move.consent);
  if (!move.waivers.empty()) {
    out.key("waivers").beginArray();
    for (const Waiver& waiver : move.waivers) {
      out.beginObject();
      out.key("rule").string(waiver.rule);
      out.key("reason").string(waiver.reason);
      writeExtra(out, waiver.extra);
      out.endObject();
    }
    out.endArray();
  }
  if (!move.keep.empty()) {
    out.key("keep").beginArray();
    for (const PostId post : move.keep) out.string(plan.post(post).key);
    out.endArray();
  }
  writeExtra(out, move.extra);
  out.endObject();
}

void writeRound(JsonWriter& out, const Round& round, const Plan& plan) {
  out.beginObject();
  out.key("id").string(round.key);
  out.key("name").string(round.name);
  out.key("date").string(isoDate(round.date));
  out.key("moves").beginArray(JsonWriter::Layout::kLines);
  for (const Move& move : round.moves) writeMove(out, move, plan);
  out.endArray();
  writeExtra(out, round.extra);
  out.endObject();
}

void writeScenario(JsonWriter& out, const Scenario& scenario, const Plan& plan) {
  out.beginObject();
  out.key("id").string(scenario.key);
  out.key("name").string(scenario.name);
  if (!scenario.based_on.empty()) out.key("based_on").string(scenario.based_on);
  out.key("rounds").beginArray(JsonWriter::Layout::kLines);
  for (const Round& round : scenario.rounds) writeRound(out, round, plan);
  out.endArray();
  writeExtra(out, scenario.extra);
  out.endObject();
}

}  // namespace cadre::plan_io
