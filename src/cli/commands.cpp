#include "cli/commands.h"

#include <optional>
#include <utility>
#include <vector>

#include "analysis/ungrouped.h"
#include "cli/password.h"
#include "cli/proposals.h"
#include "cli/risk.h"
#include "cli/shared.h"
#include "cli/verify.h"
#include "core/version.h"
#include "document/edit.h"
#include "json/writer.h"
#include "model/plan.h"
#include "plan_io/encrypted_plan.h"
#include "plan_io/plan_io.h"
#include "platform/file_io.h"
#include "report/html_report.h"
#include "report/timeline_json.h"
#include "report/timeline_text.h"
#include "simulate/simulate.h"
#include "text/format.h"

namespace cadre::cli {
namespace {

using text::Str;

Outcome usageError(const Error& error, text::Language language) {
  return {kUnreadable, "",
          "cadre-plan: " + text::render(error, language) + "\n" +
              std::string(text::get(Str::cli_usage, language)) + "\n"};
}

// What was locked does not go unlocked elsewhere because of a name.
std::optional<Error> wouldUnlock(const Arguments& arguments) {
  if (!arguments.password || !arguments.out || arguments.command == "decrypt" ||
      plan_io::isEncryptedName(*arguments.out)) {
    return std::nullopt;
  }
  return Error{ErrorCode::kUsage, "", {Str::error_out_not_encrypted, {{"found", *arguments.out}}}};
}

Outcome writeAnew(const std::string& text, const Arguments& arguments) {
  if (arguments.command == "decrypt" && !arguments.password) {
    return fileErrors(arguments.file,
                      {Error{ErrorCode::kUsage, "", {Str::error_not_encrypted, {}}}},
                      arguments.language);
  }
  if (const Expected<void> written = writeOut(text, arguments); !written) {
    return fileErrors(*arguments.out, {written.error()}, arguments.language);
  }
  return {};
}

// The scenario asked for; all of them when none is. An error when there is none of that id.
Expected<std::vector<const Scenario*>> chosenScenarios(const Plan& plan,
                                                       const Arguments& arguments) {
  std::vector<const Scenario*> out;
  for (const auto& scenario : *plan.scenarios) {
    if (!arguments.scenario || scenario->key == *arguments.scenario) out.push_back(scenario.get());
  }
  if (arguments.scenario && out.empty()) {
    return std::unexpected(notInFile("/scenarios", Str::thing_scenario, *arguments.scenario));
  }
  return out;
}

Outcome check(const Plan& plan, const std::vector<const Scenario*>& scenarios,
              const Arguments& arguments) {
  Outcome out;
  FindingCounts findings;
  JsonWriter json;
  json.beginArray(JsonWriter::Layout::kLines);
  for (const Scenario* scenario : scenarios) {
    Timeline timeline = simulate(plan, *scenario);
    if (scenario == scenarios.front()) {  // of the plan as it is, said once
      for (Finding& finding : ungroupedUnits(plan)) {
        timeline.rounds.front().findings.push_back(std::move(finding));
      }
    }
    for (const RoundState& round : timeline.rounds) findings.add(round.findings);
    std::string one = report::timelineJson(plan, scenario, timeline, arguments.language);
    one.pop_back();  // the newline
    json.raw(one);
    if (!arguments.json) {
      out.out += report::findingsText(plan, *scenario, timeline, arguments.language);
    }
  }
  json.endArray();
  if (arguments.json) {
    out.out = json.take() + "\n";
  } else {
    out.out += text::render(Message{Str::cli_check_summary,
                                    {{"hard", std::int64_t{findings.hard}},
                                     {"soft", std::int64_t{findings.soft + findings.waived}}}},
                            arguments.language) +
               "\n";
  }
  out.status = findings.hard == 0 ? kDone : kNotGood;
  return out;
}

// Of the baseline where there is no scenario.
Timeline timelineOf(const Plan& plan, const Scenario* scenario) {
  return scenario == nullptr ? simulateBaseline(plan) : simulate(plan, *scenario);
}

Outcome simulateOne(const Plan& plan, const std::vector<const Scenario*>& scenarios,
                    const Arguments& arguments) {
  const Scenario* scenario = scenarios.empty() ? nullptr : scenarios.front();
  const Timeline timeline = timelineOf(plan, scenario);
  return {kDone,
          arguments.json ? report::timelineJson(plan, scenario, timeline, arguments.language)
                         : report::timelineText(plan, scenario, timeline, arguments.language),
          ""};
}

Outcome reportOne(const Plan& plan, const std::vector<const Scenario*>& scenarios,
                  const Arguments& arguments) {
  const Scenario* scenario = scenarios.empty() ? nullptr : scenarios.front();
  const Timeline timeline = timelineOf(plan, scenario);
  const std::string page = report::htmlReport(plan, scenario, timeline, arguments.language);
  if (const Expected<void> written = platform::writeFile(*arguments.html, page); !written) {
    return fileErrors(*arguments.html, {written.error()}, arguments.language);
  }
  return {};
}

}  // namespace

Outcome fileErrors(const std::string& file, const Errors& errors, text::Language language) {
  Outcome out{kUnreadable, "", ""};
  for (const Error& error : errors) out.err += file + ": " + text::render(error, language) + "\n";
  return out;
}

Error notInFile(std::string_view place, Str what, std::string_view key) {
  Error out = notThere(what, key).error();
  out.place = place;
  return out;
}

Outcome run(std::span<const std::string_view> words) {
  Expected<Arguments> arguments = parseArguments(words);
  if (!arguments) return usageError(arguments.error(), languageOf(words));
  const text::Language language = arguments->language;
  if (arguments->command == "help") {
    return {kDone, std::string(text::get(Str::cli_usage, language)) + "\n", ""};
  }
  if (arguments->command == "version") {
    const Message line{Str::cli_version, {{"version", std::string(version())}}};
    return {kDone, text::render(line, language) + "\n", ""};
  }
  const Expected<std::string> text = readUnlocked(*arguments);
  if (!text) return fileErrors(arguments->file, {text.error()}, language);
  const std::expected<Plan, Errors> plan = plan_io::loadPlan(*text);
  if (!plan) return fileErrors(arguments->file, plan.error(), language);
  if (const auto refused = wouldUnlock(*arguments)) {
    return fileErrors(arguments->file, {*refused}, language);
  }
  if (arguments->command == "encrypt" || arguments->command == "decrypt") {
    return writeAnew(*text, *arguments);
  }
  if (arguments->command == "verify") return verifyOne(*plan, *arguments);
  const auto scenarios = chosenScenarios(*plan, *arguments);
  if (!scenarios) return fileErrors(arguments->file, {scenarios.error()}, language);
  if (arguments->command == "propose") {
    return proposeOne(*plan, *scenarios->front(), *arguments);
  }
  if (arguments->command == "frontier") {
    return frontierOne(*plan, *scenarios->front(), *arguments);
  }
  if (arguments->command == "roadmap") {
    return roadmapOne(*plan, *scenarios->front(), *arguments);
  }
  if (arguments->command == "risk") return riskOne(*plan, *scenarios->front(), *arguments);
  if (arguments->command == "report") return reportOne(*plan, *scenarios, *arguments);
  return arguments->command == "check" ? check(*plan, *scenarios, *arguments)
                                       : simulateOne(*plan, *scenarios, *arguments);
}

}  // namespace cadre::cli
