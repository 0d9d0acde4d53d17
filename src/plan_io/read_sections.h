// Readers of the sections of plan.json. Each takes the document's root as an ObjectReader, so that
// what none of them asked for stays an extra field of the plan. Internal to plan_io.
#pragma once

#include "model/plan.h"
#include "plan_io/key_index.h"
#include "plan_io/object_reader.h"

namespace cadre::plan_io {

// The ids of all lists, before anything refers to them; a repeated id is reported.
[[nodiscard]] KeyIndex collectKeys(const JsonValue& root, ErrorSink& errors);

// The records of units, titles and posts; forest and references are checked.
[[nodiscard]] Structure readStructure(ObjectReader& root, const KeyIndex& keys, int version);
// Reports each unit and each cadre with more posts than they may have, at the first post too many.
// REQUIRES: no error so far, so that every id points into its list.
void checkCrowding(const Structure& structure, const Roster& roster, const Path& list_path,
                   ErrorSink& errors);
[[nodiscard]] Roster readRoster(ObjectReader& root, const KeyIndex& keys, int version);
[[nodiscard]] QuotaSet readQuotaSet(ObjectReader& root, const KeyIndex& keys,
                                    const Structure& structure, int version);
[[nodiscard]] RuleSet readRuleSet(ObjectReader& root, const Structure& structure, int version);
[[nodiscard]] ScenarioList readScenarios(ObjectReader& root, const KeyIndex& keys, int version);

[[nodiscard]] Evaluation readEvaluation(const JsonValue& value, const Path& path,
                                        ErrorSink& errors);
[[nodiscard]] LocalName readLocalName(ObjectReader& in, std::string_view name);

// "months_in_post, service_left, …": the ids that a rule can have.
[[nodiscard]] std::string joinedRuleIds();

}  // namespace cadre::plan_io
