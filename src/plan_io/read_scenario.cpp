#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

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

Consent readConsent(ObjectReader in) {
  Consent out;
  for (const Party party : kParties) {
    const std::string field(fieldName(party));
    out.set(party, in.wordOr(field, View::kUnasked));
    out.noteOf(party) = {in.stringOr(field + "_note", ""), in.optionalDate(field + "_on")};
  }
  out.extra = in.extra();
  return out;
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

}  // namespace

Move readMove(ObjectReader in, const KeyIndex& keys) {
  ErrorSink& errors = in.errors();
  Move move;
  move.cadre = requiredReference(in, "cadre", keys.cadres, Str::expect_cadre);
  const JsonValue* to = in.required("to", Str::expect_post_or_null);
  if (to != nullptr && !to->isNull()) {
    move.to = referenceOf(*to, Path(in.path(), "to"), keys.posts, Str::expect_post_or_null, errors);
  }
  move.type = in.word<MoveType>("type");
  move.reason = in.stringOr("reason", "");
  move.directive = in.stringOr("directive", "");
  move.pinned = in.booleanOr("pinned", false);
  if (const JsonValue* consent = in.optional("consent")) {
    const Path path(in.path(), "consent");
    move.consent = readConsent(ObjectReader(*consent, path, errors));
  }
  in.forEachOptional("waivers", [&](const JsonValue& item, const Path& path) {
    move.waivers.push_back(readWaiver(ObjectReader(item, path, errors)));
  });
  limitCount(in, "keep", limits::kPostsOfCadre);
  move.keep = references(in, "keep", keys.posts, Str::expect_post);
  move.extra = in.extra();
  return move;
}

Round readRound(ObjectReader in, const KeyIndex& keys) {
  Round round;
  round.key = in.key("id");
  round.name = in.string("name");
  round.date = in.date("date");
  limitCount(in, "moves", limits::kMoves);
  in.forEach("moves", [&](const JsonValue& item, const Path& path) {
    round.moves.push_back(readMove(ObjectReader(item, path, in.errors()), keys));
  });
  round.extra = in.extra();
  return round;
}

Scenario readScenario(ObjectReader in, const KeyIndex& keys) {
  Scenario scenario;
  scenario.key = in.key("id");
  scenario.name = in.string("name");
  scenario.based_on = in.stringOr("based_on", "");
  limitCount(in, "rounds", limits::kRounds);
  std::unordered_set<std::string> seen;
  in.forEach("rounds", [&](const JsonValue& item, const Path& path) {
    Round round = readRound(ObjectReader(item, path, in.errors()), keys);
    noteKey(seen, round.key, path, in.errors());
    scenario.rounds.push_back(std::move(round));
  });
  scenario.extra = in.extra();
  return scenario;
}

ScenarioList readScenarios(ObjectReader& root, const KeyIndex& keys) {
  ScenarioList out;
  limitCount(root, "scenarios", limits::kScenarios);
  std::unordered_set<std::string> seen;
  root.forEach("scenarios", [&](const JsonValue& item, const Path& path) {
    Scenario scenario = readScenario(ObjectReader(item, path, root.errors()), keys);
    noteKey(seen, scenario.key, path, root.errors());
    out.push_back(std::make_shared<const Scenario>(std::move(scenario)));
  });
  checkBases(out, Path(root.path(), "scenarios"), root.errors());
  return out;
}

}  // namespace cadre::plan_io
