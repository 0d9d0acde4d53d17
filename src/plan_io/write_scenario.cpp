#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/consultation.h"
#include "plan_io/scenario_io.h"
#include "plan_io/write_extra.h"

namespace cadre::plan_io {
namespace {

void writeViews(JsonWriter& out, std::string_view name, const Consent& views) {
  if (isSilent(views)) return;
  out.key(name).beginObject();
  for (const Party party : kParties) {
    const std::string field(fieldName(party));
    out.key(field).string(nameOf(views.of(party)));
    const ViewNote& said = views.noteOf(party);
    if (!said.note.empty()) out.key(field + "_note").string(said.note);
    if (said.on) out.key(field + "_on").string(isoDate(*said.on));
  }
  writeExtra(out, views.extra);
  out.endObject();
}

void writeTo(JsonWriter& out, PostId to, const Plan& plan) {
  out.key("to");
  if (to) {
    out.string(plan.post(to).key);
  } else {
    out.null();
  }
}

// By place of the move: the views that version 1 has there. Nothing when the register says more
// than that: something about a move that is not in the round or has its views already, something
// that no move has a field for, or an official's later word before an earlier one.
std::optional<std::vector<const Consent*>> viewsInMoves(const Round& round) {
  std::vector<const Consent*> out(round.moves.size(), nullptr);
  if (round.consultations.empty()) return out;
  std::map<CadreId, std::vector<std::size_t>> left;  // moves of each official, the first one last
  for (std::size_t i = round.moves.size(); i-- > 0;) left[round.moves[i].cadre].push_back(i);
  for (const Consultation& entry : round.consultations) {
    const bool is_plain = !entry.on && entry.wishes.empty() && entry.note.empty() && !entry.extra &&
                          !isSilent(entry.views);
    if (!is_plain) return std::nullopt;
    std::vector<std::size_t>& places = left[entry.cadre];
    while (!places.empty() && round.moves[places.back()].to != entry.to) places.pop_back();
    if (places.empty()) return std::nullopt;
    out[places.back()] = &entry.views;
    places.pop_back();
  }
  return out;
}

}  // namespace

bool fitsVersion1(const Round& round) {
  return round.status == RoundStatus::kDraft && viewsInMoves(round).has_value();
}

void writeMove(JsonWriter& out, const Move& move, const Plan& plan, const Consent* views) {
  out.beginObject();
  out.key("cadre").string(plan.cadre(move.cadre).key);
  writeTo(out, move.to, plan);
  out.key("type").string(nameOf(move.type));
  if (!move.reason.empty()) out.key("reason").string(move.reason);
  if (!move.directive.empty()) out.key("directive").string(move.directive);
  if (move.pinned) out.key("pinned").boolean(true);
  if (views != nullptr) writeViews(out, "consent", *views);
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

void writeConsultation(JsonWriter& out, const Consultation& entry, const Plan& plan) {
  out.beginObject();
  out.key("cadre").string(plan.cadre(entry.cadre).key);
  writeTo(out, entry.to, plan);
  if (entry.on) out.key("on").string(isoDate(*entry.on));
  writeViews(out, "views", entry.views);
  if (!entry.wishes.empty()) out.key("wishes").string(entry.wishes);
  if (!entry.note.empty()) out.key("note").string(entry.note);
  writeExtra(out, entry.extra);
  out.endObject();
}

void writeRound(JsonWriter& out, const Round& round, const Plan& plan, int version) {
  constexpr std::array<std::string_view, 2> kSince2 = {"status", "consultations"};
  const std::optional<std::vector<const Consent*>> views =
      version == 1 ? viewsInMoves(round) : std::nullopt;
  out.beginObject();
  out.key("id").string(round.key);
  out.key("name").string(round.name);
  out.key("date").string(isoDate(round.date));
  if (round.status != RoundStatus::kDraft) out.key("status").string(nameOf(round.status));
  if (!views && !round.consultations.empty()) {
    out.key("consultations").beginArray(JsonWriter::Layout::kLines);
    for (const Consultation& entry : round.consultations) writeConsultation(out, entry, plan);
    out.endArray();
  }
  out.key("moves").beginArray(JsonWriter::Layout::kLines);
  for (std::size_t i = 0; i < round.moves.size(); ++i) {
    writeMove(out, round.moves[i], plan, views ? (*views)[i] : nullptr);
  }
  out.endArray();
  writeExtra(out, version == 1 ? round.extra : withoutKnown(round.extra, kSince2));
  out.endObject();
}

void writeScenario(JsonWriter& out, const Scenario& scenario, const Plan& plan, int version) {
  out.beginObject();
  out.key("id").string(scenario.key);
  out.key("name").string(scenario.name);
  if (!scenario.based_on.empty()) out.key("based_on").string(scenario.based_on);
  out.key("rounds").beginArray(JsonWriter::Layout::kLines);
  for (const Round& round : scenario.rounds) writeRound(out, round, plan, version);
  out.endArray();
  writeExtra(out, scenario.extra);
  out.endObject();
}

}  // namespace cadre::plan_io
