#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "model/consultation.h"
#include "model/limits.h"
#include "plan_io/read_sections.h"
#include "plan_io/reference.h"
#include "plan_io/scenario_io.h"
#include "rules/rule.h"

namespace cadre::plan_io {
namespace {

using text::Str;

Waiver readWaiver(ObjectReader in) {
  Waiver out;
  out.rule = in.key("rule");
  if (!out.rule.empty() && rules::findRule(out.rule) == nullptr) {
    in.errors().mismatch(ErrorCode::kDangling, Path(in.path(), "rule"), JsonValue{out.rule},
                         joinedRuleIds());
  }
  out.reason = in.string("reason");
  out.extra = in.extra();
  return out;
}

Consent readViews(ObjectReader in) {
  Consent out;
  for (const Party party : kParties) {
    const std::string field(fieldName(party));
    out.set(party, in.wordOr(field, View::kUnasked));
    out.noteOf(party) = {in.stringOr(field + "_note", ""), in.optionalDate(field + "_on")};
  }
  out.extra = in.extra();
  return out;
}

// The views at that field; silent when there are none.
Consent optionalViews(ObjectReader& in, std::string_view name) {
  const JsonValue* views = in.optional(name);
  if (views == nullptr) return {};
  const Path path(in.path(), name);
  return readViews(ObjectReader(*views, path, in.errors()));
}

PostId readTo(ObjectReader& in, const KeyIndex& keys) {
  const JsonValue* to = in.required("to", Str::expect_post_or_null);
  if (to == nullptr || to->isNull()) return {};
  return referenceOf(*to, Path(in.path(), "to"), keys.posts, Str::expect_post_or_null, in.errors());
}

// A scenario is based on another one of the plan, and in the end on none.
void checkBases(const ScenarioList& scenarios, const Path& list_path, ErrorSink& errors) {
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < scenarios.size(); ++i) places.emplace(scenarios[i]->key, i);
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    std::size_t at = i;
    for (std::size_t steps = 0; !scenarios[at]->based_on.empty(); ++steps) {
      const auto base = places.find(scenarios[at]->based_on);
      const bool is_circle = steps > scenarios.size();
      if (base != places.end() && !is_circle) {
        at = base->second;
        continue;
      }
      if (is_circle || at == i) {  // a dangling id is reported where it stands
        const Path item_path(list_path, i);
        errors.mismatch(is_circle ? ErrorCode::kCycle : ErrorCode::kDangling,
                        Path(item_path, "based_on"), JsonValue{scenarios[i]->based_on},
                        Str::expect_scenario);
      }
      break;
    }
  }
}

// What version 2 adds to a round.
void readRegister(ObjectReader& in, const KeyIndex& keys, Round& round) {
  round.status = in.wordOr("status", RoundStatus::kDraft);
  limitCount(in, "consultations", limits::kConsultations);
  in.forEachOptional("consultations", [&](const JsonValue& item, const Path& path) {
    round.consultations.push_back(readConsultation(ObjectReader(item, path, in.errors()), keys));
  });
  // Views in moves are entries as well.
  limitEntries(round.consultations.size(), limits::kConsultations, Path(in.path(), "consultations"),
               in.errors());
}

}  // namespace

MoveWithViews readMove(ObjectReader in, const KeyIndex& keys) {
  ErrorSink& errors = in.errors();
  MoveWithViews out;
  Move& move = out.move;
  move.cadre = requiredReference(in, "cadre", keys.cadres, Str::expect_cadre);
  move.to = readTo(in, keys);
  move.type = in.word<MoveType>("type");
  move.reason = in.stringOr("reason", "");
  move.directive = in.stringOr("directive", "");
  move.pinned = in.booleanOr("pinned", false);
  out.views = optionalViews(in, "consent");
  in.forEachOptional("waivers", [&](const JsonValue& item, const Path& path) {
    move.waivers.push_back(readWaiver(ObjectReader(item, path, errors)));
  });
  limitCount(in, "keep", limits::kPostsOfCadre);
  move.keep = references(in, "keep", keys.posts, Str::expect_post);
  move.extra = in.extra();
  return out;
}

Consultation entryOf(const MoveWithViews& move) {
  Consultation out;
  out.cadre = move.move.cadre;
  out.to = move.move.to;
  out.views = move.views;
  return out;
}

Consultation readConsultation(ObjectReader in, const KeyIndex& keys) {
  Consultation out;
  out.cadre = requiredReference(in, "cadre", keys.cadres, Str::expect_cadre);
  out.to = readTo(in, keys);
  out.on = in.optionalDate("on");
  out.views = optionalViews(in, "views");
  out.wishes = in.stringOr("wishes", "");
  out.note = in.stringOr("note", "");
  out.extra = in.extra();
  return out;
}

Round readRound(ObjectReader in, const KeyIndex& keys, int version) {
  Round round;
  round.key = in.key("id");
  round.name = in.string("name");
  round.date = in.date("date");
  limitCount(in, "moves", limits::kMoves);
  in.forEach("moves", [&](const JsonValue& item, const Path& path) {
    MoveWithViews read = readMove(ObjectReader(item, path, in.errors()), keys);
    if (!isSilent(read.views)) round.consultations.push_back(entryOf(read));
    round.moves.push_back(std::move(read.move));
  });
  if (version >= 2) readRegister(in, keys, round);
  round.extra = in.extra();
  return round;
}

Scenario readScenario(ObjectReader in, const KeyIndex& keys, int version) {
  Scenario scenario;
  scenario.key = in.key("id");
  scenario.name = in.string("name");
  scenario.based_on = in.stringOr("based_on", "");
  limitCount(in, "rounds", limits::kRounds);
  std::unordered_set<std::string> seen;
  in.forEach("rounds", [&](const JsonValue& item, const Path& path) {
    Round round = readRound(ObjectReader(item, path, in.errors()), keys, version);
    noteKey(seen, round.key, path, in.errors());
    scenario.rounds.push_back(std::move(round));
  });
  scenario.extra = in.extra();
  return scenario;
}

ScenarioList readScenarios(ObjectReader& root, const KeyIndex& keys, int version) {
  ScenarioList out;
  limitCount(root, "scenarios", limits::kScenarios);
  std::unordered_set<std::string> seen;
  root.forEach("scenarios", [&](const JsonValue& item, const Path& path) {
    Scenario scenario = readScenario(ObjectReader(item, path, root.errors()), keys, version);
    noteKey(seen, scenario.key, path, root.errors());
    out.push_back(std::make_shared<const Scenario>(std::move(scenario)));
  });
  checkBases(out, Path(root.path(), "scenarios"), root.errors());
  return out;
}

}  // namespace cadre::plan_io
