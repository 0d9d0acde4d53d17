#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "json/parse.h"
#include "model/limits.h"
#include "plan_io/object_reader.h"
#include "plan_io/plan_io.h"
#include "plan_io/read_sections.h"
#include "plan_io/reference.h"

namespace cadre::plan_io {
namespace {

using text::Str;

// The versions that there are, for "expected …".
std::string knownVersions() {
  std::string out = "1";
  for (int version = 2; version <= kFormatVersion; ++version) {
    out += ", " + std::to_string(version);
  }
  return out;
}

// The version; nothing when the rest of the file is not worth reading: another format or a newer
// version.
std::optional<int> versionOf(ObjectReader& root) {
  ErrorSink& errors = root.errors();
  const JsonValue* format = root.required("format", std::string(kFormatName));
  const JsonValue* version = root.required("version", knownVersions());
  if (!errors.empty()) return std::nullopt;
  const std::string* name = format->string();
  if (name == nullptr || *name != kFormatName) {
    errors.mismatch(name == nullptr ? ErrorCode::kWrongType : ErrorCode::kBadValue,
                    Path(root.path(), "format"), *format, std::string(kFormatName));
    return std::nullopt;
  }
  const JsonNumber* number = version->number();
  const std::optional<std::int32_t> found = number == nullptr ? std::nullopt : wholeNumber(*number);
  if (!found || *found < 1) {
    errors.mismatch(number == nullptr ? ErrorCode::kWrongType : ErrorCode::kBadValue,
                    Path(root.path(), "version"), *version, knownVersions());
    return std::nullopt;
  }
  if (*found > kFormatVersion) {
    errors.add(ErrorCode::kTooNew, Path(root.path(), "version"),
               Message{Str::error_too_new,
                       {{"found", std::int64_t{*found}}, {"known", std::int64_t{kFormatVersion}}}});
    return std::nullopt;
  }
  return *found;
}

// Quotas and rounds of which a simulation would fill the memory.
void checkSizes(const Plan& plan, const Path& top, ErrorSink& errors) {
  if (!limits::quotasFit(plan)) {
    errors.add(ErrorCode::kTooLarge, Path(top, "quotas"),
               Message{Str::error_too_many_cells, {{"most", std::int64_t{limits::kCells}}}});
  }
  const std::size_t most = limits::mostRounds(plan);
  const Path list_path(top, "scenarios");
  for (std::size_t i = 0; i < plan.scenarios->size(); ++i) {
    const Path path(list_path, i);
    limitEntries((*plan.scenarios)[i]->rounds.size(), most, Path(path, "rounds"), errors);
  }
}

}  // namespace

std::expected<Plan, Errors> loadPlan(std::string_view json_text) {
  Expected<JsonValue> document = parseJson(json_text);
  if (!document) return std::unexpected(Errors{document.error()});

  ErrorSink errors;
  const Path top;
  ObjectReader root(*document, top, errors);
  const std::optional<int> version = root.isObject() ? versionOf(root) : std::nullopt;
  if (!version) return std::unexpected(errors.take());

  PlanHeader header;
  header.version = *version;
  header.title = root.string("title");
  header.as_of = root.date("as_of");
  const KeyIndex keys = collectKeys(*document, errors);
  Structure structure = readStructure(root, keys, *version);
  Roster roster = readRoster(root, keys, *version);
  QuotaSet quota_set = readQuotaSet(root, keys, structure, *version);
  RuleSet rule_set = readRuleSet(root, structure, *version);
  ScenarioList scenarios = readScenarios(root, keys, *version);
  header.extra = root.extra();
  // Before that, lists may be short of what ids point to.
  if (errors.empty()) checkCrowding(structure, roster, Path(top, "posts"), errors);
  if (!errors.empty()) return std::unexpected(errors.take());

  Plan plan{.header = std::make_shared<const PlanHeader>(std::move(header)),
            .structure = makeStructure(std::move(structure)),
            .roster = std::make_shared<const Roster>(std::move(roster)),
            .quota_set = std::make_shared<const QuotaSet>(std::move(quota_set)),
            .rule_set = std::make_shared<const RuleSet>(std::move(rule_set)),
            .scenarios = std::make_shared<const ScenarioList>(std::move(scenarios))};
  checkSizes(plan, top, errors);
  if (!errors.empty()) return std::unexpected(errors.take());
  return plan;
}

}  // namespace cadre::plan_io
